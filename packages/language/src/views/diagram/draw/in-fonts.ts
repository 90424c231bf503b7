import type { AssetNode, ConduitNode, DiagramGraph, ZoneNode } from '../content/graph.ts';

/** A word of a picture for a name that no font has, and the name. */
export interface KeyEntry {
    readonly word: string;
    readonly name: string;
}

/** The names that a picture prints: of zones, assets, conduits, carriers, protocols, and of what it leads to. */
function namesIn({ zones, conduits }: DiagramGraph): string[] {
    const all = (list: readonly ZoneNode[]): ZoneNode[] => list.flatMap(zone => [zone, ...all(zone.zones)]);
    return [
        ...all(zones).flatMap(zone => [zone.name, ...zone.assets.map(asset => asset.name)]),
        ...conduits.flatMap(node => [
            node.name,
            ...node.devices.map(device => device.name),
            ...node.over,
            ...node.away.map(away => away.title),
            ...node.flows.flatMap(flow => flow.protocols),
            ...node.sharing.map(each => each.name),
        ]),
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
    const words = new Map<string, string>();
    for (const name of namesIn(graph)) if (!isCovered(name) && !words.has(name)) words.set(name, `K${words.size + 1}`);
    if (words.size === 0) return { graph, key: [] };
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
        graph: {
            ...graph,
            zones: graph.zones.map(zone),
            conduits: graph.conduits.map(conduit),
            notes: [
                ...graph.notes,
                `No font has the script of ${words.size === 1 ? 'one name' : `${words.size} names`}: K1 and so on are ` +
                    'in their place, and the key is printed with the picture.',
            ],
        },
        key: [...words].map(([name, short]) => ({ word: short, name })),
    };
}
