import type { AssetNode, ConduitNode, DiagramGraph, ZoneNode } from '../content/graph.ts';
import { isCovered as isBundled } from '../measure/text.ts';

interface Titled {
    readonly title: string | null;
}

/**
 * The same picture for a place where only the bundled font is at hand. It has Latin, Greek, Cyrillic and Hebrew
 * letters; what has a title in another script is shown by its name, and a note says so. Without such titles nothing
 * changes.
 * @param isCovered says whether the fonts at hand have every character of a text
 */
export function inBundledFont(graph: DiagramGraph, isCovered: (text: string) => boolean = isBundled): DiagramGraph {
    let left = 0;
    const covered = <T extends Titled>(node: T): T => {
        if (node.title === null || isCovered(node.title)) return node;
        left++;
        return { ...node, title: null };
    };
    // Assets that are drawn as one have a name that only counts them.
    const asset = (node: AssetNode): AssetNode => {
        const shown = covered(node);
        return node.count > 1 && shown.title === null ? { ...shown, title: 'Assets of one type' } : shown;
    };
    const zone = (node: ZoneNode): ZoneNode =>
        covered({ ...node, assets: node.assets.map(asset), zones: node.zones.map(zone) });
    const conduit = (node: ConduitNode): ConduitNode => covered({ ...node, devices: node.devices.map(asset) });
    const named = <T extends { readonly id: string; readonly title: string }>(node: T): T => {
        if (isCovered(node.title)) return node;
        left++;
        return { ...node, title: node.id };
    };
    const { system, view } = graph;
    const owner = system?.owner ?? null;
    if (owner !== null && !isCovered(owner)) left++;
    const shown = {
        ...graph,
        system: system && {
            ...named(system),
            owner: owner === null || isCovered(owner) ? owner : '(in another script)',
        },
        view: view && named(view),
        zones: graph.zones.map(zone),
        conduits: graph.conduits.map(conduit),
    };
    if (left === 0) return graph;
    const note =
        `The font of this picture lacks the script of ${left === 1 ? 'one title' : `${left} titles`}: their names ` +
        'are shown instead. As SVG the picture has all titles.';
    return { ...shown, notes: [...graph.notes, note] };
}
