import { badgesOf } from './badges.ts';
import type { DiagramContext, DiagramGraph, DiagramOptions, ZoneNode } from './graph.ts';
import { select } from './select.ts';
import { traceOf } from './trace.ts';
import { conduitNodes } from './to-conduits.ts';
import { mostAssets, mostCards, mostInZone, mostZonesWithAssets } from './limits.ts';
import { zoneNode, type Making } from './to-zones.ts';

function some(zones: readonly ZoneNode[], test: (zone: ZoneNode) => boolean): boolean {
    return zones.some(zone => test(zone) || some(zone.zones, test));
}

/**
 * Says what a picture of a model shows: which zones, assets and conduits, with their levels, findings and emphasis.
 * Pure, never throws, linear in the size of the model.
 */
export function toGraph(context: DiagramContext, options: DiagramOptions = {}): DiagramGraph {
    const { model, lookup } = context;
    const view = options.view ?? null;
    const folded = options.folded ?? [];
    const traces = traceOf(view, lookup);
    const selection = select(lookup, view, folded, [...traces.flatMap(trace => trace.ids), ...options.trace ?? []]);
    const shown = model.zones.filter(zone => selection.zone(zone.id));
    const assetCount = shown.reduce((sum, zone) => sum + (selection.bare(zone.id) ? 0 : lookup.assetsIn(zone.id).length), 0);
    const asked = options.detail ?? view?.detail ?? null;
    const detail = asked ?? (shown.length > mostZonesWithAssets ? 'zones' : 'assets');
    const together = assetCount > (options.assetLimit ?? mostAssets);
    const colour = options.colour ?? view?.colour ?? 'target';
    const requirement = options.requirement ?? null;
    const making: Making = {
        context, selection, together,
        badges: badgesOf(context.findings),
        choice: { colour, requirement },
        folded: new Set(folded),
        withAssets: detail === 'assets',
    };
    const zones = lookup.zonesIn().filter(zone => selection.zone(zone.id)).map(zone => zoneNode(zone, making));
    const conduits = conduitNodes(making);

    const notes = traces.map(trace => trace.note).filter(note => note !== null);
    if (asked === null && detail === 'zones') {
        notes.push(`${shown.length} zones: assets are left out. A view, or the detail “assets”, shows them.`);
    }
    if (some(zones, zone => zone.assets.some(asset => asset.count > 1))) {
        notes.push(together
            ? `${assetCount} assets: those of one type in one zone are drawn as one, with their number.`
            : `In zones with more than ${mostInZone} assets, those of one type are drawn as one, with their number.`);
    }
    if (conduits.length > mostCards) {
        notes.push(`${conduits.length} conduits: they are plain lines; their names, devices and protocols show in a view of fewer zones.`);
    }
    if (folded.length > 0 && some(zones, zone => zone.folded)) notes.push('Zones marked “closed” are drawn without what is inside them.');

    return {
        system: model.system ? { id: model.system.id, title: model.system.title ?? model.system.name, owner: model.system.owner } : null,
        view: view ? { id: view.id, title: view.title ?? view.name, description: view.description } : null,
        date: options.date ?? null,
        revision: options.revision ?? null,
        colour: requirement === null ? colour : 'requirement',
        requirement, detail,
        direction: options.direction ?? view?.direction ?? 'down',
        zones, conduits, notes,
    };
}
