import type { ConduitNode, FlowLabel } from '../content/graph.ts';
import { foundWords } from '../content/words.ts';
import { faces, sizes } from './measures.ts';
import { widest, widthOf, wrap } from './text.ts';
import { levelRange } from './zone-box.ts';

/** A line of text on the card of a conduit. */
export interface CardLine {
    readonly role: 'title' | 'meta' | 'flow' | 'more';
    readonly text: string;
    /** For the first line of a flow. */
    readonly flow: FlowLabel | null;
    /** The sign that it begins with: of a connector, or of what goes through the air. */
    readonly mark: 'away' | 'wireless' | null;
    /** Left edge and baseline, within the card. */
    readonly x: number;
    readonly y: number;
}

/** The words of a card before they have a place on it; sizes in pixels. */
export interface CardWords {
    readonly lines: readonly {
        readonly role: CardLine['role'];
        readonly text: string;
        readonly flow: FlowLabel | null;
        readonly mark: CardLine['mark'];
        readonly indent: number;
    }[];
    /** With the room that is kept for a badge beside the title. */
    readonly width: number;
    readonly height: number;
}

const mostFlows = 4;
/** In a picture of the plant as found, where what is not declared is what the reader looks for. */
const mostFound = 8;
const mostAway = 4;

/** As many of the words as fit on two lines, and how many there are more. */
function listed(words: readonly string[], room: number): string {
    for (let shown = words.length; shown > 1; shown--) {
        const text =
            words.slice(0, shown).join(', ') + (shown < words.length ? ` and ${words.length - shown} more` : '');
        if (wrap(text, faces.conduitMeta, room, 3).length <= 2) return text;
    }
    return words.join(', ');
}

/** The target of a conduit in words; empty where none is asked for. */
function targetOf(node: ConduitNode): string {
    if (node.kind === 'undeclared') return '';
    const range = levelRange(node.levels.slT);
    return range === null ? 'no SL-T' : `SL-T ${range}${node.levels.derived ? ' derived' : ''}`;
}

/** What is said of the medium. */
function mediumOf(node: ConduitNode): string {
    return [
        node.wireless ? 'wireless' : '',
        node.untrusted ? 'untrusted medium' : '',
        node.over.length > 0 ? `over ${node.over.join(', ')}` : '',
    ]
        .filter(part => part !== '')
        .join(' · ');
}

/** Sets the words of a card in lines: title, name and target, what flows, the medium. */
export function cardWords(node: ConduitNode): CardWords {
    const room = sizes.conduitText;
    const lines: {
        role: CardLine['role'];
        text: string;
        flow: FlowLabel | null;
        mark: CardLine['mark'];
        indent: number;
    }[] = [];
    const add = (
        role: CardLine['role'],
        text: string,
        most: number,
        flow: FlowLabel | null = null,
        mark: CardLine['mark'] = null,
    ): void => {
        const indent = flow || mark ? sizes.flowArrow : 0;
        const face = role === 'title' ? faces.conduitTitle : faces.conduitMeta;
        wrap(text, face, room - indent, most).forEach((line, row) =>
            lines.push({ role, text: line, flow: row === 0 ? flow : null, mark: row === 0 ? mark : null, indent }),
        );
    };
    add('title', node.title ?? node.name, 2);
    const name = node.title === null ? '' : node.name;
    const target = targetOf(node);
    const both = [name, target].filter(part => part !== '').join(' · ');
    // A level is never what is left out: a name that is too long beside it has lines of its own.
    if (widthOf(both, faces.conduitMeta) <= room) add('meta', both, 1);
    else {
        add('meta', name, 2);
        add('meta', target, 1);
    }
    const most = node.flows.some(flow => flow.found !== null) ? mostFound : mostFlows;
    for (const flow of node.flows.slice(0, most)) {
        const protocols = listed(flow.protocols, room - sizes.flowArrow) || 'protocol not stated';
        const unknown = flow.arrow === '--' ? ' (opened by?)' : '';
        add('flow', protocols + unknown + (flow.found === null ? '' : foundWords[flow.found]), 2, flow);
    }
    if (node.flows.length > most) add('more', `and ${node.flows.length - most} more`, 1);
    add('more', mediumOf(node), 2, null, node.wireless ? 'wireless' : null);
    for (const away of node.away.slice(0, mostAway))
        add('more', `to ${away.title}${away.sheet === null ? '' : ` (sheet ${away.sheet})`}`, 2, null, 'away');
    if (node.away.length > mostAway) add('more', `and to ${node.away.length - mostAway} more`, 1);
    const titles = lines.filter(line => line.role === 'title').map(line => line.text);
    const others = lines.filter(line => line.role !== 'title').map(line => line.text);
    const width = Math.max(
        widest(titles, faces.conduitTitle) + sizes.badgeRoom,
        widest(others, faces.conduitMeta) + (lines.some(line => line.indent > 0) ? sizes.flowArrow : 0),
    );
    return {
        lines,
        width: Math.ceil(width),
        height: titles.length * sizes.conduitTitleLine + others.length * sizes.conduitLine,
    };
}

/** Puts the words on a card, with their left upper corner here. */
export function setLines(words: CardWords, x: number, top: number): CardLine[] {
    let y = top;
    return words.lines.map(({ role, text, flow, mark, indent }) => {
        y += role === 'title' ? sizes.conduitTitleLine : sizes.conduitLine;
        return { role, text, flow, mark, x: x + indent, y: y - 4 };
    });
}

/** Width of one line of a card, in pixels. */
export function cardLineWidth(line: CardLine): number {
    return widthOf(line.text, line.role === 'title' ? faces.conduitTitle : faces.conduitMeta);
}
