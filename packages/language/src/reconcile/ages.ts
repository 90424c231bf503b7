export { daysBetween } from '../model/index.ts';
