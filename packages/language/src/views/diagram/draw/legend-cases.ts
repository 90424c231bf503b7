import type { ConduitNode, DiagramGraph, FlowLabel, ZoneNode } from '../content/graph.ts';
import { besideWords, lookWords, type FoundLook } from '../content/found-looks.ts';
import type { Phase } from '../content/phase.ts';
import { tag } from '../../text/xml.ts';
import { cutSvg, hopSvg, reachSvg } from './svg-marks.ts';
import type { Shows } from './svg-style.ts';
import { hidesAlone } from './svg-wire.ts';

/** A line of the legend. */
export interface Entry {
    readonly words: string;
    /** The sign, in a field of 26 by 16 with its left upper corner here. */
    readonly sign: (x: number, y: number) => string;
}

export const wireEntry = (words: string, className: string, under = false): Entry => ({
    words,
    sign: (x, y) =>
        (under ? tag('path', { class: 'under', d: `M${x} ${y + 8}h22` }) : '') +
        tag('path', { class: className, d: `M${x} ${y + 8}h22` }),
});

/** The zones and all that are nested in them. */
export function zonesIn(zones: readonly ZoneNode[]): ZoneNode[] {
    return zones.flatMap(zone => [zone, ...zonesIn(zone.zones)]);
}

export const oneWayWords = 'one-way: data go this way alone';

/** True for a one-way conduit whose arrow says where data go, since no session is declared to be opened that way. */
export function isOneWayAlone({ oneWay, flows }: ConduitNode): boolean {
    if (oneWay === null || oneWay.to === '') return false;
    const opened = ({ from, to, arrow }: FlowLabel): boolean =>
        (arrow !== '--' && to === oneWay.to) || (arrow === '<->' && from === oneWay.to);
    return !flows.some(opened);
}

interface Phased {
    readonly phase: Phase | null;
}

/** Everything of a picture that has the look of its phase; of flows it is said in words. */
function phasedIn({ zones, conduits }: DiagramGraph): Phased[] {
    const all = zonesIn(zones);
    return [...all, ...conduits, ...all.flatMap(zone => zone.assets), ...conduits.flatMap(conduit => conduit.devices)];
}

/** What is in a picture beside the model of the day. */
export function showsOf(graph: DiagramGraph): Shows {
    return {
        asFound: graph.asFound,
        otherDays: phasedIn(graph).some(({ phase }) => phase !== null),
        supposed: graph.whatIf !== null,
    };
}

/** What is not there on the day, by dashes and dots; the date is written at each of it. */
function otherDaysEntries(graph: DiagramGraph): Entry[] {
    const states = new Set(phasedIn(graph).map(({ phase }) => phase?.state));
    const entry = (state: Phase['state'], words: string): Entry => ({
        words,
        sign: (x, y) =>
            tag(
                'g',
                { class: state },
                tag('rect', { class: 'rule body', x: x + 2, y: y + 1, width: 20, height: 13, rx: 3 }),
            ),
    });
    return [
        ...(states.has('planned') ? [entry('planned', 'planned: not there yet, not assessed')] : []),
        ...(states.has('retired') ? [entry('retired', 'retired: not there any more, not assessed')] : []),
    ];
}

/** The hops of a picture of reach. */
function reachEntries({ reaching }: DiagramGraph): Entry[] {
    if (!reaching) return [];
    return [
        ...(reaching.out.size > 0
            ? [{ words: 'reached, by hops', sign: (x: number, y: number) => reachSvg('out', 1, x + 11, y + 8) }]
            : []),
        ...(reaching.into.size > 0
            ? [{ words: 'reaches it, by hops', sign: (x: number, y: number) => reachSvg('into', 1, x + 13, y + 8) }]
            : []),
    ];
}

/** The signs of a supposed case. */
function supposedEntries({ whatIf, conduits }: DiagramGraph): Entry[] {
    if (!whatIf) return [];
    const cut: Entry = {
        words: 'cut in this case',
        sign: (x, y) => tag('path', { class: 'wire', d: `M${x} ${y + 8}h22` }) + cutSvg(x + 11, y + 8),
    };
    return [
        ...(conduits.some(conduit => conduit.severed) ? [cut] : []),
        ...(whatIf.assumed.length > 0
            ? [{ words: 'hops from what is compromised (0)', sign: (x: number, y: number) => hopSvg(1, x + 12, y + 8) }]
            : []),
    ];
}

/** What the lines of the plant as found mean: all of them, since a line that is missing says something too. */
export function foundLegend({ asFound, conduits }: DiagramGraph): { words: string; look: FoundLook; halo: boolean }[] {
    if (!asFound) return [];
    const entry = (look: FoundLook, words = lookWords[look], halo = false) => ({ words, look, halo });
    return [
        entry('seen'),
        entry('declared'),
        entry('alone'),
        ...(conduits.some(hidesAlone) ? [entry('seen', besideWords, true)] : []),
        entry('permitted'),
    ];
}

const foundEntries = (graph: DiagramGraph): Entry[] =>
    foundLegend(graph).map(({ words, look, halo }) => ({
        words,
        sign: (x, y) =>
            [...(halo ? ['halo'] : []), `wire ${look}`]
                .map(name => tag('path', { class: name, d: `M${x} ${y + 8}h22` }))
                .join(''),
    }));

/** What the signs of a case mean: the plan, a supposed case, reach, the plant as found. */
export const caseEntries = (graph: DiagramGraph): Entry[] => [
    ...otherDaysEntries(graph),
    ...supposedEntries(graph),
    ...reachEntries(graph),
    ...foundEntries(graph),
];
