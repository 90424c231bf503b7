import type { AssetNode, ConduitNode, DiagramGraph, ZoneNode } from '../content/graph.ts';
import { emptyNote, headingOf, plainLinesNote } from '../content/notes.ts';
import { markedProtocols } from '../content/words.ts';
import { mediumOf } from '../measure/card-words.ts';
import { entered, type Within } from './session.ts';
import { colour, toneColours } from './theme.ts';
import { levelRange, metaOf } from '../measure/zone-box.ts';
import { withoutHidden } from '../../text/hidden.ts';

/** Mermaid reads HTML and its own entity codes in labels; these stand for what would end or change one. */
const codes: Record<string, string> = {
    '"': '#quot;',
    '#': '#35;',
    '&': '#amp;',
    '<': '#lt;',
    '>': '#gt;',
    '`': '#96;',
    '\\': '#92;',
    ';': '#59;',
    '%': '#37;',
};

const oneLine = (text: string): string =>
    withoutHidden(text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, ' '))
        .replace(/\s+/gu, ' ')
        .trim();

const words = (text: string): string =>
    oneLine(text).replace(/["#&<>`\\;%]/gu, character => codes[character] ?? character);

/**
 * The title as a text of YAML, which knows no codes of Mermaid. Where it has a `<`, Mermaid takes it for HTML and shows
 * each `&` and `<` as an entity: brackets that look alike stand for them.
 */
const yamlTitle = (text: string): string => JSON.stringify(oneLine(text).replaceAll('<', '‹').replaceAll('>', '›'));

/** Lines are broken where encryption is not proved; in a picture of the plant as found where nothing was seen. */
const isBroken = ({ line, kind, clearText, untrusted }: ConduitNode): boolean =>
    line === null ? kind === 'undeclared' || clearText || untrusted : line === 'declared' || line === 'permitted';

/**
 * A flowchart in Mermaid's language, which GitHub, GitLab and many editors draw. Zones are subgraphs, conduits pass
 * their devices.
 */
export function toMermaid(graph: DiagramGraph): string {
    const ids = new Map<string, string>();
    // Mermaid takes words such as `end` for its own, so nodes are numbered.
    const idOf = (key: string): string => {
        const known = ids.get(key) ?? `n${ids.size + 1}`;
        ids.set(key, known);
        return known;
    };
    const lines: string[] = [
        '---',
        `title: ${yamlTitle(headingOf(graph))}`,
        '---',
        `flowchart ${graph.direction === 'down' ? 'TB' : 'LR'}`,
    ];
    const add = (depth: number, text: string): void => void lines.push('    '.repeat(depth + 1) + text);
    const label = (...parts: readonly string[]): string =>
        `"${parts
            .filter(part => part !== '')
            .map(words)
            .join('<br/>')}"`;

    function asset(node: AssetNode, depth: number, shape: readonly [string, string]): void {
        const many = node.count > 1 ? ` × ${node.count}` : '';
        add(
            depth,
            `${idOf(node.key)}${shape[0]}` +
                `${label((node.title ?? node.name) + many, node.type ?? '', node.phase?.words ?? '')}${shape[1]}`,
        );
    }

    function zone(node: ZoneNode, depth: number): void {
        const range = levelRange(node.levels.slT);
        const facts = [metaOf(node), range === null ? 'no SL-T' : `SL-T ${range}`];
        const title = node.title === node.name ? '' : (node.title ?? node.name);
        const name = label([title, ...facts].filter(part => part !== '').join(' · '));
        if (node.assets.length + node.zones.length === 0) return add(depth, `${idOf(node.key)}[${name}]`);
        add(depth, `subgraph ${idOf(node.key)}[${name}]`);
        add(depth + 1, 'direction LR');
        for (const inner of node.assets) asset(inner, depth + 1, ['[', ']']);
        for (const inner of node.zones) zone(inner, depth + 1);
        add(depth, 'end');
    }

    const zoneKeys = new Map<string, string>();
    const ranks = new Map<string, number | null>();
    const around = new Map<string, string | null>();
    const within: Within = (inner, outer) => {
        for (let id: string | null | undefined = inner; id; id = around.get(id)) if (id === outer) return true;
        return false;
    };
    const collect = (node: ZoneNode, parent: string | null): void => {
        around.set(node.id, parent);
        zoneKeys.set(node.id, node.key);
        ranks.set(node.id, node.rank);
        for (const inner of node.zones) collect(inner, node.id);
    };
    for (const node of graph.zones) collect(node, null);

    let edges = 0;
    /** The lines of what is in no conduit, by number. */
    const stray: number[] = [];
    const enteredIn = (node: ConduitNode, end: string): boolean => entered(node, end, within);
    // A line that comes from a zone cannot have an arrow to it.
    const upwards = graph.direction === 'down' ? '▲' : '◀';

    function conduit(node: ConduitNode): void {
        const opened = (arrow: string): string => (arrow === '--' ? ' (opened by?)' : '');
        const protocols = [
            ...new Set(node.flows.flatMap(flow => markedProtocols(flow, node, opened(flow.arrow)))),
        ].join(', ');
        const range = levelRange(node.levels.slT);
        const level = node.kind === 'undeclared' ? '' : range === null ? 'no SL-T' : `SL-T ${range}`;
        // Mermaid breaks a line that is long, so a level has a line of its own.
        const said = [
            node.title ?? node.name,
            node.title === null ? '' : node.name,
            level,
            node.phase?.words ?? '',
            node.severed ? 'cut in this case' : '',
            protocols,
            mediumOf(node),
        ];
        const line = isBroken(node) ? '-.-' : '---';
        const arrow = isBroken(node) ? '-.->' : '-->';
        const join = (from: string, how: string, to: string): void => {
            if (node.kind === 'undeclared') stray.push(edges);
            edges++;
            add(0, `${from} ${how} ${to}`);
        };
        // Mermaid puts what a line comes from above what it goes to: the higher level comes first, and those without
        // one last. Data of a one-way conduit that go up pass the devices from the last to the first.
        const rank = (end: string): number => ranks.get(end) ?? -1;
        const oneWay = node.oneWay?.from && node.oneWay.to ? node.oneWay : null;
        const rising = oneWay !== null && rank(oneWay.to) > rank(oneWay.from);
        const start = rising ? oneWay.to : oneWay?.from;
        const ordered = oneWay
            ? [...node.ends.filter(end => end === start), ...node.ends.filter(end => end !== start)]
            : [...node.ends].sort((a, b) => rank(b) - rank(a));
        const devices = rising ? node.devices.toReversed() : node.devices;
        const chain = devices.map(device => idOf(device.key));
        if (chain.length === 0) add(0, `${idOf(node.key)}([${label(...said)}])`);
        else
            devices.forEach((device, index) =>
                index === 0
                    ? add(0, `${idOf(device.key)}{{${label(device.name, ...said)}}}`)
                    : asset(device, 0, ['{{', '}}']),
            );
        const [from = idOf(node.key)] = chain;
        const to = chain.at(-1) ?? from;
        // What carries a conduit is none of its ends: a line like a pipe.
        for (const carrier of node.carriers) join(idOf(zoneKeys.get(carrier) ?? carrier), '===|"carries"|', from);
        chain.slice(1).forEach((device, index) => join(chain[index] ?? '', line, device));
        ordered.forEach((end, index) => {
            const id = idOf(zoneKeys.get(end) ?? end);
            // Sessions are opened into the zone, or data go there: an arrow, or where its line comes from the zone, a
            // sign on it. Data that leave a zone say so beside it too.
            const isOpened = enteredIn(node, end);
            const leaves = oneWay?.from === end;
            if (index === 0) join(id, leaves ? arrow : isOpened ? `${line}|"${upwards}"|` : line, from);
            else join(to, leaves && rising ? `${line}|"${upwards}"|` : isOpened ? arrow : line, id);
        });
        for (const { id, title } of node.away) {
            const flag = idOf(`away:${node.key} ${id}`);
            add(0, `${flag}>${label(title, 'not in this view')}]`);
            join(to, line, flag);
        }
    }

    for (const node of graph.zones) zone(node, 0);
    for (const node of graph.conduits) conduit(node);
    const tones = new Map<string, string[]>();
    const paint = (node: ZoneNode): void => {
        tones.set(node.tone, [...(tones.get(node.tone) ?? []), idOf(node.key)]);
        node.zones.forEach(paint);
    };
    graph.zones.forEach(paint);
    for (const [tone, members] of tones) {
        const { body, edge } = toneColours(tone as ZoneNode['tone'], 'light');
        add(0, `classDef ${tone} fill:${body},stroke:${edge},color:#16202b`);
        add(0, `class ${members.join(',')} ${tone}`);
    }
    const marked = (look: string, members: readonly string[], name: string): void => {
        if (members.length === 0) return;
        add(0, `classDef ${name} ${look}`);
        add(0, `class ${members.join(',')} ${name}`);
    };
    const all = flat(graph.zones);
    marked(
        'stroke-dasharray:6 4',
        all.filter(({ kind }) => kind === 'external').map(({ key }) => idOf(key)),
        'outside',
    );
    marked(
        'stroke-dasharray:11 4 2 4',
        [
            ...[...all, ...all.flatMap(({ assets }) => assets)].filter(({ phase }) => phase),
            ...graph.conduits.filter(({ phase, devices }) => phase && devices.length === 0),
        ].map(({ key }) => idOf(key)),
        'later',
    );
    marked(
        'stroke-width:4px',
        all.filter(({ kind }) => kind === 'safety').map(({ key }) => idOf(key)),
        'safety',
    );
    // Who sees the picture does not read a comment. Conduits are never plain lines here.
    const notes = [...emptyNote(graph), ...graph.notes].filter(note => note !== plainLinesNote(graph.conduits.length));
    if (notes.length > 0) {
        const id = idOf('notes');
        add(0, `${id}[${label(...notes)}]`);
        marked('fill:none,stroke-dasharray:1 3', [id], 'notes');
    }
    if (stray.length > 0) add(0, `linkStyle ${stray.join(',')} stroke:${colour('error', 'light')}`);
    return `${lines.join('\n')}\n`;
}

const flat = (zones: readonly ZoneNode[]): ZoneNode[] => zones.flatMap(zone => [zone, ...flat(zone.zones)]);

/**
 * What GitHub and GitLab leave at Mermaid's own limits, which no diagram can raise (`maxEdges` and `maxTextSize` of its
 * configuration).
 */
const mostLines = 499;
const mostCharacters = 50_000;

/**
 * Why a text of `toMermaid` is too large for GitHub to draw, in one sentence; `null` when it is not.
 * @param mermaid as `toMermaid` gives it
 */
export function mermaidExcess(mermaid: string): string | null {
    const count = mermaid.match(/^ +n\d+ (?:---|-\.-|-->|-\.->|===)(?:\|[^|]*\|)? n\d+$/gmu)?.length ?? 0;
    if (count > mostLines)
        return `Mermaid draws at most ${mostLines} lines where its limits stand, as on GitHub; here are ${count}.`;
    return mermaid.length > mostCharacters
        ? `Mermaid draws at most ${mostCharacters} characters where its limits stand, as on GitHub; here are ` +
              `${mermaid.length}.`
        : null;
}
