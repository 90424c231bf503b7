import type { AssetNode, Badge, ConduitNode, Levels } from '../content/graph.ts';
import type { Phase } from '../content/phase.ts';
import { frs } from '../content/words.ts';
import type {
    Band,
    Positioned,
    PositionedAsset,
    PositionedConduit,
    PositionedZone,
    Rect,
} from '../layout/positioned.ts';

/** A gap has its kind, as in the levels of `assess`: what is not assessed is none that is known. */
function levels({ slT, slC, slA, gap, open, contradicted }: Levels): object {
    const gapKinds = gap.map((level, fr) =>
        level === null || level === 0 ? null : open[fr] ? 'not-assessed' : 'short',
    );
    const refuted = contradicted.includes(true) ? { contradicted: frs.filter((_, fr) => contradicted[fr]) } : {};
    return { slT, slC, slA, gap, gapKinds, ...refuted };
}
const badge = (of: Badge | null): object | null =>
    of ? { severity: of.severity, count: of.count, messages: of.messages } : null;
/** Only where it is not there on the day, or is reached in a supposed case. */
function stateOf({ phase, hops = null }: { readonly phase: Phase | null; readonly hops?: number | null }): object {
    return { ...(phase ? { phase: phase.state, when: phase.words } : {}), ...(hops === null ? {} : { hops }) };
}
const place = ({ x, y, width, height }: Rect): object => ({ x, y, width, height });

function assetFacts(node: AssetNode): object {
    const { id, title, type, icon, essential, wireless, criticality, addresses, count } = node;
    return {
        id,
        title,
        type,
        icon,
        essential,
        wireless,
        criticality,
        addresses,
        count,
        ...stateOf(node),
        findings: badge(node.badge),
    };
}

const asset = ({ node, rect }: PositionedAsset): object => ({ ...assetFacts(node), ...place(rect) });
function band({ rank, lowest, zones, byKind, kinds, rect }: Band): object {
    const stated = rank === null || rank > 5 || byKind < zones;
    return {
        level: rank !== null && rank > 5 ? 'external' : stated ? rank : null,
        lowest: stated ? lowest : null,
        zones,
        byKind,
        kinds,
        ...place(rect),
    };
}

function zone({ node, rect, own, assets, zones, bands }: PositionedZone): object {
    return {
        id: node.id,
        title: node.title,
        kind: node.kind,
        purdue: node.purdue,
        traits: node.traits,
        ...levels(node.levels),
        folded: node.folded,
        hiddenAssets: node.hiddenAssets,
        ...stateOf(node),
        findings: badge(node.badge),
        ...place(rect),
        own: own && place(own),
        bands: bands.map(band),
        assets: assets.map(asset),
        zones: zones.map(zone),
    };
}

function flows(node: ConduitNode): object[] {
    return node.flows.map(({ ids, from, to, arrow, protocols, found, phase, stopped }) => ({
        ids,
        from: from || null,
        to: to || null,
        arrow,
        protocols,
        ...(found === null ? {} : { found }),
        ...stateOf({ phase }),
        ...(stopped ? { stopped } : {}),
    }));
}

function conduit({ node, box, rect, lines }: PositionedConduit): object {
    return {
        id: node.id,
        kind: node.kind,
        title: node.title,
        ends: node.ends,
        away: node.away.map(({ id, title }) => ({ id, title })),
        ...levels(node.levels),
        derived: node.levels.derived !== '',
        clearText: node.clearText,
        untrusted: node.untrusted,
        wireless: node.wireless,
        oneWay: node.oneWay?.from && node.oneWay.to ? node.oneWay : null,
        over: node.over,
        monitoredBy: node.monitoredBy,
        ...stateOf(node),
        ...(node.severed ? { cut: true } : {}),
        flows: flows(node),
        findings: badge(node.badge),
        ...place(rect),
        devices: box.devices.map(device => ({
            ...assetFacts(device.node),
            x: rect.x + device.x,
            y: rect.y + device.y,
        })),
        lines: lines.map(line => ({ to: line.end, points: line.points })),
    };
}

/**
 * The positioned diagram as plain data, for programs: all that the picture shows, pixels from the left upper corner of
 * the drawing.
 * @returns an object with `schemaVersion` 1, safe for `JSON.stringify`; arrays are in the order of the text
 */
export function toJson(positioned: Positioned): object {
    const { graph } = positioned;
    return {
        schemaVersion: 1,
        system: graph.system,
        view: graph.view?.id ?? null,
        date: graph.date,
        revision: graph.revision,
        colour: graph.colour,
        requirement: graph.requirement,
        detail: graph.detail,
        direction: graph.direction,
        ...(graph.asFound ? { asFound: true } : {}),
        ...(graph.whatIf
            ? { whatIf: { cut: graph.whatIf.cut, assume: graph.whatIf.assumed, functions: graph.whatIf.functions } }
            : {}),
        engine: positioned.engine,
        notes: positioned.reason === null ? graph.notes : [positioned.reason, ...graph.notes],
        width: positioned.width,
        height: positioned.height,
        bands: positioned.bands.map(band),
        zones: positioned.zones.map(zone),
        conduits: positioned.conduits.map(conduit),
    };
}
