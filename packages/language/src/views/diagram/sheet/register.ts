import type { ConduitNode, DiagramGraph } from '../content/graph.ts';
import { text } from '../draw/svg-marks.ts';
import { faces } from '../measure/measures.ts';
import { wrap } from '../measure/text.ts';
import { targetWords } from '../measure/zone-box.ts';
import { tag } from '../../text/xml.ts';

/** Something of a height that goes into a column beside the drawing; pixels of the frame. */
export interface Block {
    readonly height: number;
    readonly svg: (x: number, y: number) => string;
}

const line = 13.5;

/** Lines of text as a block. */
export function linesBlock(lines: readonly (readonly [look: string, words: string])[], after = 5): Block {
    return {
        height: lines.length * line + after,
        svg: (x, y) => lines.map(([look, words], index) => text(look, x, y + 10 + index * line, words)).join(''),
    };
}

/** The zones that the ids of flows speak of, by name. */
type NameOf = (zone: string) => string;

const arrows = { '->': '→', '<->': '↔', '--': '–' } as const;

/** What a register says of a conduit, one text a line. */
export function conduitFacts(node: ConduitNode, nameOf: NameOf): { readonly head: string; readonly facts: string[] } {
    const target = targetWords(node.levels);
    const away = node.away.map(({ title, sheet }) => (sheet === null ? title : `${title} (sheet ${sheet})`));
    const devices = node.devices.map(device =>
        device.count > 1 ? `${device.count} × ${device.title ?? device.name}` : device.name,
    );
    const medium = [
        node.clearText ? 'encryption not proved' : '',
        node.untrusted ? 'untrusted medium' : '',
        node.wireless ? 'wireless' : '',
        node.over.length > 0 ? `over ${node.over.join(', ')}` : '',
        node.oneWayTo === null ? '' : `one-way to ${node.oneWay?.to ? nameOf(node.oneWay.to) : node.oneWayTo}`,
        node.monitoredBy === null ? '' : `monitored by ${node.monitoredBy}`,
    ].filter(part => part !== '');
    const head = node.title === null ? node.name : `${node.name}  ${node.title}`;
    return {
        head,
        facts: [
            node.ends.map(nameOf).concat(away).join(' – '),
            [
                node.kind === 'undeclared' ? 'in no conduit' : target,
                devices.length > 0 ? `via ${devices.join(', ')}` : 'no boundary device',
                ...(node.phase ? [node.phase.words] : []),
            ].join(' · '),
            ...node.flows.map(flow => {
                // What is on another sheet is the other end, and where there are several, one of them.
                const beyond = node.away.length === 1 ? (node.away[0]?.title ?? '') : 'other sheets';
                const named = (zone: string): string => (zone === '' ? beyond : nameOf(zone));
                const ends = [flow.from, flow.to].map(named).join(` ${arrows[flow.arrow]} `);
                // As on the card of the conduit: what says when the conduit is there says it of its flows.
                const when = flow.phase && flow.phase.words !== node.phase?.words ? ` (${flow.phase.words})` : '';
                return `${ends}: ${flow.protocols.join(', ') || 'protocol not stated'}${when}`;
            }),
            medium.join(' · '),
        ].filter(fact => fact !== ''),
    };
}

/** The names of the zones of a graph, and of those at the other ends of its connectors. */
export function namesOf(graph: DiagramGraph): NameOf {
    const names = new Map<string, string>();
    const read = (zones: DiagramGraph['zones']): void => {
        for (const zone of zones) {
            names.set(zone.id, zone.title ?? zone.name);
            read(zone.zones);
        }
    };
    read(graph.zones);
    for (const { away } of graph.conduits) for (const { id, title } of away) names.set(id, title);
    return zone => names.get(zone) ?? zone;
}

/** A fact has as many lines as it needs: the ends of a ring are many. */
const mostLines = 30;

/**
 * The conduits of a sheet, one block each.
 * @param graph with a card for each conduit
 * @param width of a column, in pixels of the frame
 */
export function registerBlocks(graph: DiagramGraph, width: number): Block[] {
    const nameOf = namesOf(graph);
    return graph.conduits.map(node => {
        const { head, facts } = conduitFacts(node, nameOf);
        const lines = [
            ...wrap(head, faces.frameStrong, width - 10, 3).map(words => ['ls', words] as const),
            ...facts.flatMap(fact =>
                wrap(fact, faces.conduitMeta, width - 12, mostLines).map(words => ['cf', words] as const),
            ),
        ];
        const block = linesBlock(lines, 7);
        return {
            height: block.height,
            svg: (x: number, y: number) =>
                tag(
                    'g',
                    { class: 'entry', 'data-id': node.id },
                    tag('path', { class: 'rule', d: `M${x} ${y - 1}h${width}` }),
                    block.svg(x, y),
                ),
        };
    });
}
