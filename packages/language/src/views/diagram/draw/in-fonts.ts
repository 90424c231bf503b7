import type { AssetNode, ConduitNode, DiagramGraph, ZoneNode } from '../content/graph.ts';
import { inBundledFont } from './bundled-font.ts';

/** A word of a picture for a name that no font has, and the name. */
export interface KeyEntry {
    /** `#1`, `#2` …: no name has this sign, so it is not taken for one. */
    readonly word: string;
    readonly name: string;
}

/** The zones of a picture, outer ones before those inside. */
const zonesOf = (list: readonly ZoneNode[]): ZoneNode[] => list.flatMap(zone => [zone, ...zonesOf(zone.zones)]);

/** The names that a picture prints: its title, zones, assets, conduits, carriers, protocols, and what it leads to. */
function namesIn({ zones, conduits, system, view }: DiagramGraph): string[] {
    return [
        ...zonesOf(zones).flatMap(zone => [zone.name, ...zone.assets.map(asset => asset.name)]),
        ...conduits.flatMap(node => [
            node.name,
            ...node.devices.map(device => device.name),
            ...node.over,
            ...node.away.map(away => away.title),
            ...node.flows.flatMap(flow => flow.protocols),
            ...node.sharing.map(each => each.name),
        ]),
        ...(system ? [system.title] : []),
        ...(view ? [view.title] : []),
    ];
}

/** Every character of the titles and names of a picture. */
export function charactersIn(graph: DiagramGraph): ReadonlySet<string> {
    const titles = (list: readonly ZoneNode[]): (string | null)[] =>
        list.flatMap(zone => [zone.title, ...zone.assets.map(asset => asset.title), ...titles(zone.zones)]);
    const texts = [
        ...namesIn(graph),
        ...titles(graph.zones),
        ...graph.conduits.flatMap(node => [node.title, ...node.devices.map(device => device.title)]),
        graph.system?.title ?? null,
        graph.system?.owner ?? null,
        graph.view?.title ?? null,
    ];
    return new Set(texts.flatMap(text => [...(text ?? '')]));
}

/**
 * The same picture with words for names that no font has, and the key to them; ids stay, so programs find all of it.
 * Titles are left to {@link inBundledFont}.
 * @param isCovered says whether the fonts have every character of a text
 */
export function withKey(
    graph: DiagramGraph,
    isCovered: (text: string) => boolean,
): { readonly graph: DiagramGraph; readonly key: readonly KeyEntry[] } {
    const key = keyTo(graph, isCovered);
    return { graph: inWords(graph, new Map(key.map(({ word, name }) => [name, word]))), key };
}

function keyTo(graph: DiagramGraph, isCovered: (text: string) => boolean): KeyEntry[] {
    const names = [...new Set(namesIn(graph))].filter(name => !isCovered(name));
    return names.map((name, index) => ({ word: `#${index + 1}`, name }));
}

/** The same picture with a word in the place of each name that has one; a note says how many it has. */
function inWords(graph: DiagramGraph, words: ReadonlyMap<string, string>): DiagramGraph {
    const count = new Set(namesIn(graph).filter(name => words.has(name))).size;
    if (count === 0) return graph;
    const word = (name: string): string => words.get(name) ?? name;
    const asset = (node: AssetNode): AssetNode => ({ ...node, name: word(node.name) });
    const zone = (node: ZoneNode): ZoneNode => ({
        ...node,
        name: word(node.name),
        assets: node.assets.map(asset),
        zones: node.zones.map(zone),
    });
    const conduit = (node: ConduitNode): ConduitNode => ({
        ...node,
        name: word(node.name),
        devices: node.devices.map(asset),
        over: node.over.map(word),
        away: node.away.map(away => ({ ...away, title: word(away.title) })),
        flows: node.flows.map(flow => ({ ...flow, protocols: flow.protocols.map(word) })),
        sharing: node.sharing.map(each => ({ ...each, name: word(each.name) })),
    });
    return {
        ...graph,
        system: graph.system && { ...graph.system, title: word(graph.system.title) },
        view: graph.view && { ...graph.view, title: word(graph.view.title) },
        zones: graph.zones.map(zone),
        conduits: graph.conduits.map(conduit),
        notes: [
            ...graph.notes,
            `No font has the script of ${count === 1 ? 'one name' : `${count} names`}: #1 and so on are ` +
                'in their place, and the key is printed with the picture.',
        ],
    };
}

/** How the texts of pictures that belong together are written with the fonts that there are. */
export interface Lettering {
    /** A picture with names for titles, and words for names, that no font has. */
    readonly graph: (graph: DiagramGraph) => DiagramGraph;
    /** What is printed for an element outside a picture, as in the title of a sheet. */
    readonly shown: (title: string | null, name: string) => string;
    readonly key: readonly KeyEntry[];
    /** True where a title is shown by its name. */
    readonly renamed: boolean;
}

/**
 * One lettering for all pictures of a set, so that a word is the same on every sheet.
 * @param whole has all that the others show
 * @param isCovered says whether the fonts have every character of a text
 */
export function letteringOf(whole: DiagramGraph, isCovered: (text: string) => boolean): Lettering {
    const titled = inBundledFont(whole, isCovered);
    const key = keyTo(titled, isCovered);
    const words = new Map(key.map(({ word, name }) => [name, word]));
    const shown = (title: string | null, name: string): string =>
        title !== null && isCovered(title) ? title : (words.get(name) ?? name);
    // Connectors to other sheets print titles.
    for (const { title, name } of zonesOf(whole.zones))
        if (title !== null && !isCovered(title)) words.set(title, shown(null, name));
    return { graph: graph => inWords(inBundledFont(graph, isCovered), words), shown, key, renamed: titled !== whole };
}
