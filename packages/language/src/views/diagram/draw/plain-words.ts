import type { PositionedConduit } from '../layout/positioned.ts';
import { headingOf, type Heading, type Within } from './session.ts';
import { opposite } from './svg-conduit.ts';

/** Of those that Arial has. */
const arrows: Readonly<Record<Heading, string>> = { down: '▼', up: '▲', right: '►', left: '◄' };

/**
 * A line of the words on a card for programs in which people draw on: which way a session is opened is a letter before
 * its protocols, and so is the sign of a connector. Of what goes through the air the sign is drawn, and has room.
 */
export function lineWords(conduit: PositionedConduit, index: number, down: boolean, within: Within): string {
    const { text = '', flow, mark } = conduit.box.lines[index] ?? {};
    if (mark === 'away') return `→ ${text}`;
    if (mark === 'wireless') return `\u00a0\u00a0\u00a0 ${text}`;
    if (!flow) return text;
    const heading = flow.arrow === '--' ? null : headingOf(flow, conduit, down, within);
    if (heading === null) return `– ${text}`;
    return `${arrows[heading]}${flow.arrow === '<->' ? arrows[opposite[heading]] : ''} ${text}`;
}
