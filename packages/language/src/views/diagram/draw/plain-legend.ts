import type { ConduitNode, DiagramGraph } from '../content/graph.ts';
import { isClearTo, isProvedSomewhere } from '../content/graph.ts';
import { foundLegend, isOneWayAlone, oneWayWords, showsOf, zonesIn } from './legend-cases.ts';
import { item, type Dash, type FrameItem } from './plain-item.ts';
import { tonesOf, toneWordsOf } from './svg-legend.ts';
import { hidesAlone } from './svg-wire.ts';
import { allTones, colour, toneColours, type SurfaceColour } from './theme.ts';

/** The programs in which people draw on; findings and some signs are drawn in the first alone. */
export type PlainFormat = 'drawio' | 'vsdx';

/** A line of the legend: signs in a field of 22 by 18 with its corner at 0, 0. */
export interface PlainEntry {
    readonly words: string;
    readonly signs: readonly FrameItem[];
}

/** The colour and dashes of the line of a conduit, for programs that have no style sheets. */
export function plainWire(
    node: ConduitNode,
    end: string | null,
): { readonly colour: SurfaceColour; readonly dash: Dash } {
    const { line } = node;
    if (line === null)
        return node.kind === 'undeclared'
            ? { colour: 'error', dash: 'dotted' }
            : { colour: 'line', dash: isClearTo(node, end) ? 'dashed' : 'solid' };
    return {
        colour: line === 'alone' || hidesAlone(node) ? 'error' : line === 'seen' ? 'line' : 'rule',
        dash: line === 'permitted' ? 'dotted' : 'solid',
    };
}

const c = (name: SurfaceColour): string => colour(name, 'light');
const field = { x: 0, y: 3, width: 22, height: 13 } as const;

const wire = (name: SurfaceColour, dash: Dash = 'solid', width: number = field.width): FrameItem =>
    item({ x: 0, y: 9, width, height: 1 }, { line: c(name), dash });
const ground = (y: number, height: number): FrameItem =>
    item({ x: 0, y, width: field.width, height }, { fill: c('untrusted') });
const mark = (words: string, fill: SurfaceColour, ink: SurfaceColour, rounding: number): FrameItem =>
    item(
        { x: 4, y: 3, width: 14, height: 14 },
        { fill: c(fill), words: [words], bold: true, centred: c(ink), rounding },
    );

const arrow: readonly FrameItem[] = [
    wire('line', 'solid', 14),
    item({ x: 12, y: 3, width: 12, height: 13 }, { words: ['►'], size: 9, centred: c('line') }),
];

/** The borders of zones, and what carries conduits. */
function borders({ zones: outer, conduits }: DiagramGraph): (PlainEntry | false)[] {
    const zones = zonesIn(outer);
    const has = (trait: string): boolean => zones.some(({ traits }) => traits.includes(trait));
    const border = (dash: Dash, rounding = 3): FrameItem => item(field, { line: c('rule'), dash, rounding });
    const wireless =
        has('wireless') || conduits.some(conduit => conduit.wireless) || assetsOf(outer, conduits, 'wireless');
    return [
        zones.some(({ kind }) => kind === 'safety') && {
            words: 'safety zone',
            signs: [border('solid'), item({ ...field, width: 7 }, { fill: c('hazard') })],
        },
        zones.some(({ kind, traits }) => kind === 'external' && !traits.includes('temporary')) && {
            words: 'external zone',
            signs: [border('dashed')],
        },
        has('temporary') && { words: 'temporary zone', signs: [border('dotted')] },
        has('untrusted') && {
            words: 'untrusted zone',
            signs: [ground(2, 15), item({ x: 4, y: 6, width: 14, height: 7 }, { fill: c('card'), line: c('rule') })],
        },
        zones.some(({ carrier }) => carrier) && { words: 'carrier', signs: [border('solid', 6.5)] },
        conduits.some(({ carriers }) => carriers.length > 0) && {
            words: 'carried by its network',
            signs: [item({ ...field, y: 6, height: 7 }, { fill: c('bore'), line: c('line') })],
        },
        wireless && { words: 'wireless', signs: [item({ x: 5, y: 4, width: 12, height: 10 }, { sign: 'wireless' })] },
    ];
}

const assetsOf = (
    zones: DiagramGraph['zones'],
    conduits: DiagramGraph['conduits'],
    fact: 'wireless' | 'essential',
): boolean =>
    zonesIn(zones).some(({ assets }) => assets.some(asset => asset[fact])) ||
    conduits.some(({ devices }) => devices.some(device => device[fact]));

/** The lines of conduits. */
function wires(graph: DiagramGraph): (PlainEntry | false)[] {
    const { asFound, conduits } = graph;
    const drawn = conduits.filter(({ phase }) => phase === null);
    const declared = drawn.filter(({ kind }) => kind === 'conduit');
    return [
        ...(asFound
            ? foundLegend(graph).map(({ words, look }): PlainEntry => {
                  const name = look === 'alone' ? 'error' : look === 'seen' ? 'line' : 'rule';
                  return { words, signs: [wire(name, look === 'permitted' ? 'dotted' : 'solid')] };
              })
            : []),
        !asFound && declared.some(isProvedSomewhere) && { words: 'conduit', signs: [wire('line')] },
        !asFound &&
            declared.some(({ clearText }) => clearText) && {
                words: 'conduit, encryption not proved',
                signs: [wire('line', 'dashed')],
            },
        conduits.some(({ untrusted }) => untrusted) && {
            words: 'untrusted medium',
            signs: [ground(6, 7), wire('line')],
        },
        !asFound &&
            conduits.some(({ kind }) => kind === 'undeclared') && {
                words: 'crosses in no conduit',
                signs: [wire('error', 'dotted')],
            },
        conduits.some(({ flows }) => flows.some(({ arrow }) => arrow !== '--')) && {
            words: 'opens sessions this way',
            signs: arrow,
        },
        conduits.some(isOneWayAlone) && { words: oneWayWords, signs: arrow },
    ];
}

/** What diagrams.net shows, and Visio files leave out. */
function badges({ zones, conduits }: DiagramGraph): (PlainEntry | false)[] {
    const all = zonesIn(zones);
    const found = [...all, ...all.flatMap(({ assets }) => assets), ...conduits, ...conduits.flatMap(n => n.devices)];
    const has = (severity: 'error' | 'warning' | 'info'): boolean => found.some(n => n.badge?.severity === severity);
    return [
        conduits.some(({ away }) => away.length > 0) && {
            words: 'leads to a zone that is not in this picture',
            signs: [item({ x: 2, y: 1, width: 18, height: 16 }, { words: ['→'], size: 12, centred: c('ink') })],
        },
        assetsOf(zones, conduits, 'essential') && { words: 'essential', signs: [mark('E', 'ink', 'canvas', 7)] },
        conduits.some(({ steps }) => steps.length > 0) && {
            words: 'crossings of the path, in order',
            signs: [mark('1', 'ink', 'canvas', 7)],
        },
        has('error') && { words: 'errors', signs: [mark('×', 'error', 'onBadge', 2)] },
        has('warning') && { words: 'warnings', signs: [mark('!', 'warning', 'onBadge', 7)] },
        has('info') && { words: 'remarks', signs: [mark('i', 'info', 'onBadge', 7)] },
    ];
}

/** What the signs of a picture mean: those alone that are in it. */
export function plainLegend(graph: DiagramGraph, format: PlainFormat): PlainEntry[] {
    const { conduits } = graph;
    const tones = tonesOf(graph, allTones).map((tone): PlainEntry => {
        const { head, edge } = toneColours(tone, 'light');
        return { words: toneWordsOf(tone), signs: [item(field, { fill: head, line: edge, rounding: 2 })] };
    });
    const bare = ({ kind, devices, sharing }: ConduitNode): boolean =>
        kind === 'conduit' && devices.length === 0 && sharing.length === 0;
    return [
        ...tones,
        ...borders(graph),
        ...wires(graph),
        conduits.some(bare) && {
            words: 'no boundary device',
            signs: [
                wire('line'),
                item({ x: 3, y: 5, width: 16, height: 9 }, { fill: c('card'), line: c('ink'), rounding: 4.5 }),
            ],
        },
        showsOf(graph).otherDays === true && {
            words: 'planned or retired: not there on this day, not assessed',
            signs: [item(field, { line: c('rule'), dash: 'dashed' })],
        },
        conduits.some(({ severed }) => severed) && { words: 'cut in this case', signs: [wire('error')] },
        ...(format === 'drawio' ? badges(graph) : []),
    ].filter(entry => entry !== false);
}
