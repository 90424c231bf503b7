import type { Hop } from '../assessment/index.ts';
import { conduitFacts, namesOf } from '../views/diagram/index.ts';
import type { DiagramGraph, FunctionOutcome, Reaching, WhatIf } from '../views/diagram/index.ts';
import type { FactGroup, FactRow } from './messages.ts';

/** More assets of one distance are counted, not named. */
const mostNamed = 12;

const plain = (text: string, ids: readonly string[], mark: string | null = null): FactRow => ({
    text,
    ids,
    look: 'plain',
    mark,
});

const hopWords = (hops: number): string => (hops === 1 ? '1 hop' : `${hops} hops`);

/** Assets by their distance, the nearest first: a line a hop, names as far as there is room. */
function byHops(hops: ReadonlyMap<string, number>): FactRow[] {
    const groups = Map.groupBy(hops, ([, count]) => count);
    return [...groups]
        .sort(([a], [b]) => a - b)
        .map(([count, all]) => {
            const ids = all.map(([id]) => id);
            const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
            return plain(ids.slice(0, mostNamed).join(', ') + more, ids, count === 0 ? 'start' : hopWords(count));
        });
}

const verdictWords = { lost: 'lost', 'not-said': 'not said', degraded: 'degraded', kept: 'kept' } as const;

function outcomeRow({ id, title, verdict, until, because, hops }: FunctionOutcome): FactRow {
    const name = title === null ? id : `${title} (${id})`;
    const reached =
        hops === null
            ? ''
            : hops === 'unknown'
              ? 'not said what it needs'
              : hops === 0
                ? 'rests on what is compromised'
                : `in reach in ${hopWords(hops)}`;
    const parts = [name, until === null ? '' : `until ${until}`, because, reached].filter(part => part !== '');
    // Without a cut the question is whether it is in reach; what it needs may not be said.
    const look = verdict ?? (hops === 'unknown' ? 'not-said' : hops === null ? 'kept' : 'degraded');
    return {
        text: parts.join(' · '),
        ids: [id],
        look,
        mark: verdict
            ? verdictWords[verdict]
            : hops === 'unknown'
              ? 'not said'
              : hops === null
                ? 'not reached'
                : 'in reach',
    };
}

function supposedFacts({ cut, assumed, hops, functions, unclean, ending }: WhatIf): FactGroup[] {
    const groups: FactGroup[] = [];
    const said = [
        ...(cut.length > 0 ? [plain(cut.join(', '), cut, 'cut')] : []),
        ...unclean.map(text => plain(`${text}: no device closes it`, [text.split(' ')[0]!], 'not clean')),
        ...(assumed.length > 0 ? [plain(assumed.join(', '), assumed, 'compromised')] : []),
    ];
    groups.push({ title: 'What if', rows: said });
    if (functions.length > 0) groups.push({ title: 'Functions', rows: functions.map(outcomeRow) });
    else groups.push({ title: 'Functions', rows: [{ ...plain('no function is declared', []), look: 'not-said' }] });
    if (assumed.length > 0) {
        const reached = new Map([...hops].filter(([, count]) => count > 0));
        groups.push({
            title: reached.size === 1 ? '1 asset is reached' : `${reached.size} assets are reached`,
            rows: [...byHops(reached), ...(ending.length > 0 ? [plain(ending.join(', '), ending, 'ends it')] : [])],
        });
    }
    return groups;
}

function reachFacts({ id, side, depth, out, into }: Reaching): FactGroup[] {
    const limit = depth === null ? '' : ` in at most ${hopWords(depth)}`;
    return [
        ...(side === 'in' ? [] : [{ title: `${id} reaches ${out.size}${limit}`, rows: byHops(out) }]),
        ...(side === 'out' ? [] : [{ title: `${id} is reached from ${into.size}${limit}`, rows: byHops(into) }]),
    ];
}

/** One step of a path: from, to, by what, through what. */
function hopRow(hop: Hop, index: number): FactRow {
    const by =
        hop.kind === 'flow'
            ? hop.protocols.join(', ') || 'protocol not stated'
            : hop.kind === 'presence'
              ? `${hop.server ?? ''} is present in ${hop.zone ?? ''}`
              : `inside ${hop.zone ?? ''}`;
    const sign =
        hop.direction === 'forward' ? '→' : hop.direction === 'backward' ? '→ (answers back)' : '– (opened by?)';
    const via = hop.devices.length === 0 ? '' : ` via ${hop.devices.join(', ')}`;
    const through = hop.conduit === null ? '' : ` · ${hop.conduit}${via}`;
    return plain(
        `${hop.from} ${sign} ${hop.to} · ${by}${through}`,
        [hop.flow?.id ?? hop.to, hop.from, hop.to, hop.conduit ?? ''].filter(id => id !== ''),
        String(index + 1),
    );
}

/** What is said beside a picture. */
export function factsOf({ whatIf, reaching, path }: DiagramGraph): FactGroup[] {
    return [
        ...(whatIf ? supposedFacts(whatIf) : []),
        ...(reaching ? reachFacts(reaching) : []),
        ...(path
            ? [{ title: `${path.from} to ${path.to}: ${hopWords(path.hops.length)}`, rows: path.hops.map(hopRow) }]
            : []),
    ];
}

/** The conduits of a picture with what a card says of each, for a picture that has tags; empty where it has none. */
export function conduitList(graph: DiagramGraph): FactGroup[] {
    const nameOf = namesOf(graph);
    const rows = graph.conduits.map(node => {
        const { facts } = conduitFacts(node, nameOf);
        return plain([...(node.title === null ? [] : [node.title]), ...facts].join(' · '), [node.id], node.name);
    });
    return rows.length === 0 ? [] : [{ title: 'Conduits', rows }];
}
