import type { Away, ConduitNode, FlowLabel, SharingConduit } from '../content/graph.ts';
import { gapWords } from '../content/tone.ts';
import { foundWords } from '../content/words.ts';
import { faces, sizes } from './measures.ts';
import { partingOf, widest, widthOf, wrap, type Parting } from './text.ts';
import { levelRange, targetWords } from './zone-box.ts';

/** A line of text on the card of a conduit. */
export interface CardLine {
    readonly role: 'title' | 'meta' | 'flow' | 'more' | 'shared';
    readonly text: string;
    /** For the first line of a flow. */
    readonly flow: FlowLabel | null;
    /** Id of the conduit that the line is for, on the tag of a device that several share. */
    readonly conduit: string | null;
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
        readonly conduit: string | null;
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

/** The gap of a conduit in words, in a picture of gaps; empty in others, and for what is not there on the day. */
function gapOf({ tone, levels, phase }: ConduitNode): string {
    return tone.startsWith('gap-') && phase === null ? gapWords(levels) : '';
}

/** The target of a conduit in words; empty where none is asked for. */
function targetOf(node: ConduitNode): string {
    if (node.kind === 'undeclared') return '';
    // What a conduit that is not there would derive from its zones is not known.
    if (levelRange(node.levels.slT) === null) return node.phase ? '' : 'no SL-T';
    const gap = gapOf(node);
    return `${targetWords(node.levels)}${gap === '' ? '' : ` · ${gap}`}`;
}

/** What is said of the medium. */
export function mediumOf(node: ConduitNode): string {
    return [
        node.wireless ? 'wireless' : '',
        node.untrusted ? 'untrusted medium' : '',
        node.over.length > 0 ? `over ${node.over.join(', ')}` : '',
    ]
        .filter(part => part !== '')
        .join(' · ');
}

type WordLine = CardWords['lines'][number];

/** Takes words in, set in lines of a width. */
class Lines {
    readonly lines: WordLine[] = [];
    private readonly room: number;

    constructor(room: number) {
        this.room = room;
    }

    /** Adds a text on at most so many lines. */
    add(
        role: CardLine['role'],
        text: string,
        most: number,
        { flow = null, mark = null, conduit = null }: Partial<Pick<WordLine, 'flow' | 'mark' | 'conduit'>> = {},
        parted: Parting = 'as it is',
    ): void {
        const indent = flow || mark ? sizes.flowArrow : 0;
        const face = role === 'title' ? faces.conduitTitle : faces.conduitMeta;
        wrap(text, face, this.room - indent, most, parted).forEach((line, row) =>
            this.lines.push({
                role,
                text: line,
                flow: row === 0 ? flow : null,
                conduit,
                mark: row === 0 ? mark : null,
                indent,
            }),
        );
    }

    measured(): CardWords {
        const { lines } = this;
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
}

/**
 * Sets the words of a card in lines: title, name and target, what flows, the medium.
 * @param broad a tag is wider where a long list would make it very tall
 */
export function cardWords(node: ConduitNode, broad = false): CardWords {
    if (node.sign !== 'cards') return broad ? broadTagWords(node) : tagWords(sizes.tagText, node);
    const room = sizes.conduitText;
    const words = new Lines(room);
    const add = (
        role: CardLine['role'],
        text: string,
        most: number,
        flow: FlowLabel | null = null,
        mark: CardLine['mark'] = null,
    ): void => words.add(role, text, most, { flow, mark });
    words.add('title', node.title ?? node.name, 4, {}, partingOf(node));
    const name = node.title === null ? '' : node.name;
    const target = targetOf(node);
    const both = [name, target].filter(part => part !== '').join(' · ');
    // A level is never what is left out: a name that is too long beside it has lines of its own.
    if (widthOf(both, faces.conduitMeta) <= room) add('meta', both, 1);
    else {
        add('meta', name, 4);
        add('meta', target, 3);
    }
    if (node.phase) add('meta', node.phase.words, 1);
    const most = node.flows.some(flow => flow.found !== null) ? mostFound : mostFlows;
    for (const flow of node.flows.slice(0, most)) {
        const protocols = listed(flow.protocols, room - sizes.flowArrow) || 'protocol not stated';
        const unknown = flow.arrow === '--' ? ' (opened by?)' : '';
        const phase = flow.phase && flow.phase.words !== node.phase?.words ? ` (${flow.phase.words})` : '';
        add('flow', protocols + unknown + phase + (flow.found === null ? '' : foundWords[flow.found]), 2, flow);
    }
    if (node.flows.length > most) add('more', `and ${node.flows.length - most} more`, 1);
    add('more', mediumOf(node), 2, null, node.wireless ? 'wireless' : null);
    for (const away of node.away.slice(0, mostAway)) add('more', awayText(away), 4, null, 'away');
    if (node.away.length > mostAway) add('more', `and to ${node.away.length - mostAway} more`, 1);
    return words.measured();
}

const awayText = ({ title, sheet }: Away): string => `to ${title}${sheet === null ? '' : ` (sheet ${sheet})`}`;

const shortName = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/** Zones of other sheets, those of one sheet together: `Wells, Drying, sheet 4`. */
function beyondText(away: readonly Away[], between: string): string {
    const bySheet = Map.groupBy(away, ({ sheet }) => sheet);
    return [...bySheet]
        .map(([sheet, zones]) => [...zones.map(({ title }) => title), ...(sheet === null ? [] : [`sheet ${sheet}`])])
        .map(parts => parts.join(', '))
        .join(between);
}

/** A conduit among those that are drawn together: the zones that it joins, or where it leads and through what. */
function sharedText({ name, ends, away, devices }: SharingConduit, node: ConduitNode): string {
    if (node.devices.length > 0) {
        const beyond = away.length === 0 ? [] : [beyondText(away, ' – ')];
        return `${name}: ${[...ends.map(shortName), ...beyond].join(' – ')}`;
    }
    const via = devices.length === 0 ? 'no boundary device' : `via ${devices.join(', ')}`;
    return `${name}: to ${beyondText(away, '; ')} (${via})`;
}

/** A broad tag with more lines than this is wider, as far as that makes it shorter. */
const mostTagLines = 9;
/** Room for the words of such a tag. */
const broadTags = [172, 212, 252];

function broadTagWords(node: ConduitNode): CardWords {
    let words = tagWords(sizes.tagText, node);
    for (const room of broadTags) {
        if (words.lines.length <= mostTagLines) break;
        const wider = tagWords(room, node);
        if (wider.lines.length < words.lines.length) words = wider;
    }
    return words;
}

/** What is said of a conduit on its tag: its name and its devices, or for a shared device the conduits through it. */
function tagWords(room: number, node: ConduitNode): CardWords {
    const words = new Lines(room);
    words.add('title', node.name, 4);
    if (node.sign === 'brief') {
        if (node.devices.length > 0 && node.sharing.length > 0) words.add('more', `${node.sharing.length} conduits`, 1);
        return words.measured();
    }
    for (const each of node.sharing)
        words.add('shared', sharedText(each, node), 8, {
            conduit: each.id,
            mark: each.away.length > 0 ? 'away' : null,
        });
    if (node.sharing.length > 0) return words.measured();
    if (node.phase) words.add('more', node.phase.words, 1);
    words.add('more', node.devices.map(device => device.name).join(', '), 4);
    words.add('more', gapOf(node), 1);
    for (const away of node.away) words.add('more', awayText(away), 4, { mark: 'away' });
    return words.measured();
}

/** Puts the words on a card, with their left upper corner here. */
export function setLines(words: CardWords, x: number, top: number): CardLine[] {
    let y = top;
    return words.lines.map(({ role, text, flow, conduit, mark, indent }) => {
        y += role === 'title' ? sizes.conduitTitleLine : sizes.conduitLine;
        return { role, text, flow, conduit, mark, x: x + indent, y: y - 4 };
    });
}

/** Width of one line of a card, in pixels. */
export function cardLineWidth(line: CardLine): number {
    return widthOf(line.text, line.role === 'title' ? faces.conduitTitle : faces.conduitMeta);
}
