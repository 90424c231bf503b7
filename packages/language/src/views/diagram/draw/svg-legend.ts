import type { ConduitNode, DiagramGraph, Tone, ZoneNode } from '../content/graph.ts';
import { isProvedSomewhere } from '../content/graph.ts';
import { mostCards } from '../content/limits.ts';
import { gapOfFr, gapTone } from '../content/tone.ts';
import { faces, sizes } from '../measure/measures.ts';
import { awaySign } from './svg-conduit.ts';
import { caseEntries, isOneWayAlone, oneWayWords, wireEntry, zonesIn, type Entry } from './legend-cases.ts';
import { stepSvg, text, waves } from './svg-marks.ts';
import { borders } from './svg-zone.ts';
import { widthOf } from '../measure/text.ts';
import { tag } from '../../text/xml.ts';
import { allTones } from './theme.ts';

const signWidth = 26;
const entryGap = 22;
const rowHeight = 22;

const toneWords: Readonly<Record<string, string>> = {
    'sl-none': 'no SL-T stated',
    'sl-0': 'SL-T 0',
    'sl-1': 'SL-T 1',
    'sl-2': 'SL-T 2',
    'sl-3': 'SL-T 3',
    'sl-4': 'SL-T 4',
    'gap-none': 'no SL-T stated',
    'gap-open': 'not assessed (?)',
    'gap-contradicted': 'stated, contradicted by the model (!)',
    'gap-0': 'no gap',
    'gap-1': 'one level short',
    'gap-2': 'two levels short',
    'gap-3': 'three or more short',
    'kind-none': 'no kind stated',
    'kind-dmz': 'DMZ',
    'state-unasked': 'not required',
    'state-not-assessed': 'not assessed',
    'state-contradicted': 'stated, contradicted by the model',
};

/** What the colour of a tone says, in words. */
export const toneWordsOf = (tone: Tone): string => toneWords[tone] ?? tone.replace(/^(?:kind|state)-/u, '');

function toneEntry(tone: Tone): Entry {
    return {
        words: toneWordsOf(tone),
        sign: (x, y) =>
            tag(
                'g',
                { class: tone },
                tag('rect', { class: 'swatch', x: x + 2, y: y + 1, width: 20, height: 13, rx: 3 }),
            ),
    };
}

/**
 * The tones of the zones and their strips in a picture, in the order of the legend. Of what is not there on the day
 * nothing is assessed: where colours say what is, its look says that it is planned or retired.
 */
export function tonesOf(graph: DiagramGraph, order: readonly Tone[]): Tone[] {
    const { colour } = graph;
    const isSaid = ({ phase }: ZoneNode | ConduitNode): boolean =>
        phase === null || (colour !== 'gap' && colour !== 'requirement');
    const zones = zonesIn(graph.zones).filter(isSaid);
    const used = new Set<string>(zones.map(zone => zone.tone));
    // Cards have an edge and a ground of their gap.
    if (colour === 'gap')
        for (const conduit of graph.conduits.filter(isSaid)) if (conduit.kind === 'conduit') used.add(conduit.tone);
    // The strips of the seven requirements have gaps of their own.
    if (colour === 'gap')
        for (const { levels } of zones)
            levels.gap.forEach((_, fr) => {
                const gap = gapOfFr(levels, fr);
                if (gap !== null) used.add(gapTone(gap));
            });
    return order.filter(tone => used.has(tone));
}

const gapTones: readonly Tone[] = ['gap-open', 'gap-contradicted', 'gap-0', 'gap-1', 'gap-2', 'gap-3'];

/** The tones that the style sheet of a picture needs. */
export function styledTones(graph: DiagramGraph): Tone[] {
    const cards = graph.colour === 'gap' ? graph.conduits : [];
    const drawn = [...zonesIn(graph.zones), ...cards].filter(({ phase }) => phase !== null);
    const tones = new Set([...tonesOf(graph, allTones), ...drawn.map(({ tone }) => tone)]);
    return allTones.filter(tone => tones.has(tone) || (graph.colour === 'gap' && gapTones.includes(tone)));
}

/** What the signs of this picture mean: only those that are in it. */
function entriesOf(graph: DiagramGraph, tones: readonly Tone[]): Entry[] {
    const zones = zonesIn(graph.zones);
    const { conduits } = graph;
    const drawn = conduits.filter(conduit => conduit.phase === null);
    const assets = [...zones.flatMap(zone => zone.assets), ...conduits.flatMap(conduit => conduit.devices)];
    const badges = [...zones, ...conduits, ...assets].map(node => node.badge?.severity);
    const entries: Entry[] = tones.map(toneEntry);
    const add = (wanted: boolean, entry: Entry): void => void (wanted && entries.push(entry));
    add(
        zones.some(zone => zone.kind === 'safety'),
        {
            words: 'safety zone',
            sign: (x, y) =>
                tag('rect', { class: 'rule', x: x + 2, y: y + 1, width: 20, height: 13, rx: 3 }) +
                tag('rect', { x: x + 2, y: y + 2, width: 6, height: 11, fill: 'url(#iacs-hazard)' }),
        },
    );
    const border = (words: string, dash: string | null, rx: number, under = false): Entry => ({
        words,
        sign: (x, y) => {
            const box = under
                ? { x: x + 4, y: y + 4, width: 15, height: 8, rx }
                : { x: x + 2, y: y + 1, width: 20, height: 13, rx };
            return (
                (under ? tag('rect', { class: 'under', ...box }) : '') +
                tag('rect', { class: 'rule', ...box, 'stroke-dasharray': dash })
            );
        },
    });
    add(
        zones.some(zone => zone.kind === 'external' && !zone.traits.includes('temporary')),
        border('external zone', '5 3', 3),
    );
    add(
        zones.some(zone => zone.traits.includes('temporary')),
        border('temporary zone', borders.temporary, 3),
    );
    add(
        zones.some(zone => zone.traits.includes('untrusted')),
        border('untrusted zone', null, 3, true),
    );
    add(
        zones.some(zone => zone.carrier),
        border('carrier', null, 6.5),
    );
    add(
        conduits.some(conduit => conduit.carriers.length > 0),
        {
            words: 'carried by its network',
            sign: (x, y) => ['pipe', 'bore'].map(look => tag('path', { class: look, d: `M${x} ${y + 8}h22` })).join(''),
        },
    );
    add(
        [...zones, ...conduits].some(node => ('wireless' in node ? node.wireless : node.traits.includes('wireless'))) ||
            assets.some(asset => asset.wireless),
        {
            words: 'wireless',
            sign: (x, y) => waves(x + 6, y + 2),
        },
    );
    entries.push(...caseEntries(graph));
    add(
        !graph.asFound && drawn.some(conduit => conduit.kind === 'conduit' && isProvedSomewhere(conduit)),
        wireEntry('conduit', 'wire'),
    );
    add(
        !graph.asFound && drawn.some(conduit => conduit.kind === 'conduit' && conduit.clearText),
        wireEntry('conduit, encryption not proved', 'wire clear'),
    );
    add(
        conduits.some(conduit => conduit.untrusted),
        wireEntry('untrusted medium', 'wire', true),
    );
    add(
        !graph.asFound && conduits.some(conduit => conduit.kind === 'undeclared'),
        wireEntry('crosses in no conduit', 'wire stray'),
    );
    const plain = conduits.length > mostCards;
    const dot =
        (round: boolean) =>
        (x: number, y: number): string =>
            tag('path', { class: 'wire', d: `M${x} ${y + 8}h22` }) +
            tag('rect', {
                class: 'ic',
                x: x + 7,
                y: y + 4,
                width: sizes.dot - 2,
                height: sizes.dot - 2,
                rx: round ? 4 : 1,
            });
    add(plain && conduits.some(conduit => conduit.devices.length > 0), {
        words: 'with boundary device',
        sign: dot(false),
    });
    add(plain && conduits.some(conduit => conduit.devices.length === 0), {
        words: 'no boundary device',
        sign: dot(true),
    });
    const bare = (conduit: ConduitNode): boolean => conduit.devices.length === 0 && conduit.sharing.length === 0;
    add(!plain && conduits.some(conduit => conduit.kind === 'conduit' && bare(conduit)), {
        words: 'no boundary device',
        sign: (x, y) =>
            tag('path', { class: 'wire', d: `M${x} ${y + 8}h22` }) +
            tag('rect', { class: 'ic', x: x + 3, y: y + 3.5, width: 16, height: 9, rx: 4.5 }),
    });
    add(
        conduits.some(conduit => conduit.away.length > 0),
        { words: 'leads to a zone that is not in this picture', sign: (x, y) => awaySign(x + 6, y + 12) },
    );
    const arrow = (x: number, y: number): string =>
        tag('path', { class: 'wire', d: `M${x} ${y + 8}h16` }) +
        `<path class="head" d="M${x + 22} ${y + 8}l-9 4v-8z"/>`;
    add(
        conduits.some(conduit => conduit.flows.some(flow => flow.arrow !== '--')),
        { words: 'opens sessions this way', sign: arrow },
    );
    add(conduits.some(isOneWayAlone), { words: oneWayWords, sign: arrow });
    add(
        assets.some(asset => asset.essential),
        {
            words: 'essential',
            sign: (x, y) =>
                tag('circle', { class: 'disc', cx: x + 12, cy: y + 8, r: 7 }) + text('ondisc', x + 12, y + 11.2, 'E'),
        },
    );
    add(
        conduits.some(conduit => conduit.steps.length > 0),
        { words: 'crossings of the path, in order', sign: (x, y) => stepSvg(1, x + 12, y + 8) },
    );
    const finding = (severity: 'error' | 'warning' | 'info', sign: string, words: string): void =>
        add(badges.includes(severity), {
            words,
            sign: (x, y) =>
                tag('rect', {
                    class: severity,
                    x: x + 4,
                    y: y + 1,
                    width: 16,
                    height: 14,
                    rx: severity === 'error' ? 3 : 7,
                }) + text('on', x + 12, y + 11.8, sign),
        });
    finding('error', '×', 'errors');
    finding('warning', '!', 'warnings');
    finding('info', 'i', 'remarks');
    return entries;
}

export interface Legend {
    readonly height: number;
    readonly svg: (x: number, y: number) => string;
}

const rowOf = ({ sign, words }: Entry, x: number, y: number): string =>
    sign(x, y) + text('lt', x + signWidth, y + 12, words);
const lengthOf = ({ words }: Entry): number => signWidth + Math.ceil(widthOf(words, faces.frame));

/** The legend in rows that fit a width. */
export function legendOf(graph: DiagramGraph, tones: readonly Tone[], width: number): Legend {
    let x = 0;
    let row = 0;
    const placed = entriesOf(graph, tones).map(entry => {
        const length = lengthOf(entry);
        if (x > 0 && x + length > width) {
            x = 0;
            row++;
        }
        const place = { entry, x, y: row * rowHeight };
        x += length + entryGap;
        return place;
    });
    return {
        height: placed.length === 0 ? 0 : (row + 1) * rowHeight,
        svg: (left, top) =>
            tag('g', { class: 'legend' }, ...placed.map(({ entry, x, y }) => rowOf(entry, left + x, top + y))),
    };
}

/**
 * Each entry of the legend as a drawing of its own, without a style sheet: for a page that has the one of the picture,
 * and puts as many of them beside each other as it has room for.
 */
export const legendDrawings = (graph: DiagramGraph): readonly string[] =>
    entriesOf(graph, tonesOf(graph, allTones)).map(entry => {
        const [width, height] = [lengthOf(entry) + 2, rowHeight - 4];
        return (
            `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ` +
            `${height}">${tag('g', { class: 'legend' }, rowOf(entry, 0, 1))}</svg>`
        );
    });
