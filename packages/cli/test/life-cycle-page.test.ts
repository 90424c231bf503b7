import { describePage } from './support/executed-page.ts';

describePage('life-cycle.md');
