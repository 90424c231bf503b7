import { monitorOf, silent, type Asset, type Conduit, type Flow } from '../../../model/index.ts';
import { flowLabels, isClearText, undeclaredLabels } from './flow-labels.ts';
import { awayOf, isDrawn } from './away.ts';
import type { Undeclared } from './as-found.ts';
import { lookOfLine } from './found-looks.ts';
import type { AssetNode, Away, ConduitNode, Emphasis, FlowLabel, Levels } from './graph.ts';
import { connectorsOnce, sharedOnce } from './shared-device.ts';
import { levelsOf, statedLevels, toneOf } from './tone.ts';
import { assetNode, drawTogether, rankOf as rankOfZone, type Making } from './to-zones.ts';

const noLevels: Levels = {
    slT: silent,
    slC: silent,
    slA: silent,
    shownSlA: silent,
    gap: silent,
    open: [],
    contradicted: [],
    derived: '',
};

function shownEnds(ids: readonly string[], making: Making): string[] {
    const ends = ids.map(id => making.selection.shownZoneOf(id)).filter(id => id !== null);
    return [...new Set(ends)];
}

/**
 * The end of a conduit that a shown zone belongs to: the innermost one around it; the zone itself when there is none.
 */
function endOf(ends: readonly string[], making: Making): (zone: string | null) => string {
    const { lookup } = making.context;
    return zone => {
        if (zone === null) return '';
        return lookup.chain(zone).find(around => ends.includes(around.id))?.id ?? zone;
    };
}

/** More devices than this on one line are drawn by type. */
const mostDevices = 4;

/**
 * The devices on the line of a conduit. What enforces the boundary of a path is as strong as the path, and none stands
 * out on another conduit.
 */
function devicesOf({ id }: Conduit, devices: readonly Asset[], making: Making): AssetNode[] {
    const scope = `${id}/`;
    const nodes =
        devices.length > mostDevices
            ? drawTogether(devices, making, scope)
            : devices.map(device => assetNode(device, making, scope));
    const emphasis = making.selection.emphasis(id);
    return emphasis === 'plain' ? nodes : nodes.map(node => ({ ...node, emphasis }));
}

/** The labels of a conduit; in a picture of the plant as found what is not declared comes first. */
function labelsOf(conduit: Conduit, flows: readonly Flow[], ends: readonly string[], making: Making): FlowLabel[] {
    const { selection, asFound } = making;
    const place = endOf(ends, making);
    const undeclared = undeclaredLabels(asFound?.in(conduit.id) ?? [], selection, place);
    const declared = flowLabels(flows, selection, place, making);
    return [...undeclared, ...declared.filter(each => each.found === 'seen-only')].concat(
        declared.filter(each => each.found !== 'seen-only'),
    );
}

function conduitNode(conduit: Conduit, making: Making): ConduitNode | null {
    const {
        context: { lookup, assessment },
        selection,
        badges,
        choice,
    } = making;
    const ids = conduit.between.map(end => end.id);
    const [ends, away] = [shownEnds(ids, making), awayOf(ids, making)];
    if (!isDrawn(ends, away, making) || !selection.conduit(conduit.id)) return null;
    const flows = lookup.flowsIn(conduit.id).filter(flow => selection.flow(flow.id));
    const inside = lookup.assetsIn(conduit.id);
    const via = conduit.via.map(device => lookup.asset(device.id)).filter(device => device !== undefined);
    const devices = [...new Set([...via, ...inside])].filter(device => selection.asset(device.id));
    const oneWay = conduit.oneWay
        ? {
              from: selection.shownZoneOf(conduit.oneWay.from.id) ?? '',
              to: selection.shownZoneOf(conduit.oneWay.to.id) ?? '',
          }
        : null;
    const phase = making.phases.of(conduit.id);
    const levels = phase ? statedLevels(conduit) : levelsOf(assessment, conduit.id);
    return {
        key: `conduit:${conduit.id}`,
        id: conduit.id,
        kind: 'conduit',
        name: conduit.name,
        title: conduit.title,
        ends,
        away,
        devices: devicesOf(conduit, devices, making),
        levels,
        line: null,
        flows: labelsOf(conduit, flows, ends, making),
        oneWay: oneWay && oneWay.from !== oneWay.to && (isWhole(oneWay) || away.length > 0) ? oneWay : null,
        oneWayTo: conduit.oneWay ? (lookup.zone(conduit.oneWay.to.id)?.title ?? conduit.oneWay.to.id) : null,
        clearText: flows.some(flow => (phase || !making.phases.ofFlow(flow.id)) && isClearText(flow, assessment)),
        untrusted: conduit.traits.includes('untrusted'),
        wireless: conduit.traits.includes('wireless'),
        over: conduit.over.map(zone => lookup.zone(zone.id)?.name ?? zone.id),
        carriers: shownEnds(
            conduit.over.map(zone => zone.id),
            making,
        ).filter(zone => !ends.some(end => lookup.within(end, zone) || lookup.within(zone, end))),
        steps: making.steps.get(conduit.id) ?? [],
        monitoredBy: monitorOf(conduit),
        phase,
        laterEnds: phase ? [] : ends.filter(end => making.phases.of(end)),
        severed: making.whatIf?.severed.has(conduit.id) ?? false,
        tone: toneOf(choice, assessment, conduit.id, null, levels),
        badge: badges.of([conduit.id]),
        emphasis: selection.emphasis(conduit.id),
        sign: making.sign,
        sharing: [],
    };
}

/** True where both zones of a direction are shown. */
function isWhole({ from, to }: { readonly from: string; readonly to: string }): boolean {
    return from !== '' && to !== '';
}

function flowEmphasis(flows: readonly Flow[], making: Making): Emphasis {
    const all = flows.map(flow => making.selection.emphasis(flow.id));
    return all.includes('strong') ? 'strong' : all.includes('plain') ? 'plain' : 'pale';
}

/** Flows between zones that are in no conduit, drawn for each pair of zones. */
function strayFlows(making: Making): ConduitNode[] {
    const {
        context: { lookup, model, assessment },
        selection,
    } = making;
    const pairs = new Map<string, { ends: string[]; away: readonly Away[]; flows: Flow[] }>();
    for (const flow of model.flows) {
        if (flow.container !== null && lookup.conduit(flow.container)) continue;
        if (!selection.flow(flow.id)) continue;
        const zones = [flow.from.id, flow.to.id].map(id => lookup.zoneOf(id)?.id ?? '').filter(id => id !== '');
        if (new Set(zones).size < 2) continue;
        const [ends, away] = [shownEnds(zones, making), awayOf(zones, making)];
        if (!isDrawn(ends, away, making)) continue;
        const key = JSON.stringify([...ends, ...away.map(each => each.id)].sort());
        const pair = pairs.get(key);
        if (pair) pair.flows.push(flow);
        else pairs.set(key, { ends, away, flows: [flow] });
    }
    return [...pairs.values()].map(({ ends, away, flows }) => ({
        ...bareNode(
            `flows:${[...ends, ...away.map(each => each.id)].join(' ')}`,
            flows[0]?.id ?? '',
            flows.length === 1 ? 'Flow in no conduit' : `${flows.length} flows in no conduit`,
        ),
        ends,
        away,
        flows: flowLabels(flows, selection, endOf(ends, making), making),
        clearText: flows.some(flow => isClearText(flow, assessment)),
        steps: flows.flatMap(flow => making.steps.get(flow.id) ?? []),
        phase: flows.every(flow => making.phases.ofFlow(flow.id)) ? making.phases.ofFlow(flows[0]?.id ?? '') : null,
        severed: making.whatIf !== null && flows.every(flow => making.whatIf?.stopped.has(flow.id)),
        badge: making.badges.at(
            flows.map(flow => ({ file: flow.origin.file, start: flow.origin.whole.start, end: flow.origin.whole.end })),
        ),
        emphasis: flowEmphasis(flows, making),
        sign: making.sign,
        sharing: [],
    }));
}

/** What an end outside of the model is drawn as. */
const outside: Away = {
    id: 'outside of the model',
    title: 'outside of the model',
    rank: null,
    around: [],
    sheet: null,
};

/** Traffic between zones that no conduit joins, drawn for each pair of zones. */
function strayTraffic(making: Making): ConduitNode[] {
    const { asFound, selection } = making;
    const pairs = new Map<string, { ends: string[]; away: readonly Away[]; traffic: Undeclared[] }>();
    for (const each of asFound?.loose ?? []) {
        const zones = [each.from, each.to].flatMap(zone => zone ?? []);
        const ends = shownEnds(zones, making);
        const away = [...awayOf(zones, making), ...(zones.length < 2 ? [outside] : [])];
        if (!isDrawn(ends, away, making)) continue;
        const key = [...ends, ...away.map(({ id }) => id)].sort().join(' ');
        const pair = pairs.get(key) ?? { ends, away, traffic: [] };
        pairs.set(key, pair);
        pair.traffic.push(each);
    }
    return [...pairs].map(([key, { ends, away, traffic }]) => ({
        ...bareNode(`seen:${key}`, ends[0] ?? '', 'Traffic in no conduit'),
        sign: making.sign,
        sharing: [],
        ends,
        away,
        flows: undeclaredLabels(traffic, selection, endOf(ends, making)),
    }));
}

/** What joins zones and is declared by nothing: no levels, no medium. */
function bareNode(
    key: string,
    id: string,
    name: string,
): Omit<ConduitNode, 'ends' | 'away' | 'flows' | 'sign' | 'sharing'> {
    return {
        key,
        id,
        kind: 'undeclared',
        name,
        title: null,
        devices: [],
        line: null,
        levels: noLevels,
        oneWay: null,
        oneWayTo: null,
        clearText: false,
        untrusted: false,
        wireless: false,
        over: [],
        carriers: [],
        steps: [],
        monitoredBy: null,
        phase: null,
        laterEnds: [],
        severed: false,
        tone: 'sl-none',
        badge: null,
        emphasis: 'plain',
    };
}

/** The zones that a device serves although no conduit joins them to where it stands; `null` when there are none. */
function undeclaredLink(device: Asset, making: Making): ConduitNode | null {
    const {
        context: { lookup, model },
        selection,
    } = making;
    if (device.serves.length === 0 || !selection.asset(device.id)) return null;
    const homes = lookup.conduit(device.container)?.between.map(end => end.id) ?? [device.container];
    const joined = (a: string, b: string): boolean =>
        lookup.within(a, b) ||
        lookup.within(b, a) ||
        model.conduits.some(conduit => {
            const ends = conduit.between.map(end => end.id);
            return ends.some(end => lookup.within(a, end)) && ends.some(end => lookup.within(b, end));
        });
    const loose = device.serves
        .map(zone => zone.id)
        .filter(zone => !making.phases.of(zone) && !homes.includes(zone) && !homes.some(home => joined(home, zone)));
    if (loose.length === 0) return null;
    const [ends, away] = [shownEnds([homes[0] ?? '', ...loose], making), awayOf([homes[0] ?? '', ...loose], making)];
    if (!isDrawn(ends, away, making)) return null;
    return {
        ...bareNode(`link:${device.id}`, device.id, 'Connection in no conduit'),
        ends,
        away,
        devices: [assetNode(device, making, 'link/')],
        flows: [],
        wireless: device.traits.includes('wireless'),
        emphasis: selection.emphasis(device.id),
        sign: making.sign,
        sharing: [],
    };
}

/** Everything that joins zones: the conduits, then what crosses without one. */
export function conduitNodes(making: Making): ConduitNode[] {
    const { model } = making.context;
    const conduits = model.conduits.map(conduit => conduitNode(conduit, making)).filter(node => node !== null);
    const links = model.assets
        .filter(asset => !making.phases.of(asset.id))
        .map(asset => undeclaredLink(asset, making))
        .filter(node => node !== null);
    const all = [...conduits, ...strayFlows(making), ...strayTraffic(making), ...links];
    if (making.asFound) return all.map(node => ({ ...node, line: lookOfLine(node.flows) }));
    if (making.sign === 'cards') return all;
    const rankOf = (id: string): number | null => {
        const zone = making.context.lookup.zone(id);
        return zone ? rankOfZone(zone, [], making).rank : null;
    };
    return connectorsOnce(sharedOnce(all), rankOf);
}
