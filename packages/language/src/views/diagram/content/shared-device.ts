import type { Away, Badge, ConduitNode, Emphasis } from './graph.ts';

const severities = ['error', 'warning', 'info'] as const;

function badgeOf(badges: readonly (Badge | null)[]): Badge | null {
    const said = badges.filter(badge => badge !== null);
    const severity = severities.find(each => said.some(badge => badge.severity === each));
    if (severity === undefined) return null;
    return {
        severity,
        count: said.reduce((sum, badge) => sum + badge.count, 0),
        messages: said.flatMap(badge => badge.messages),
    };
}

function strongest(all: readonly Emphasis[]): Emphasis {
    return all.includes('strong') ? 'strong' : all.includes('plain') ? 'plain' : 'pale';
}

function byId(away: readonly Away[]): Away[] {
    return [...new Map(away.map(each => [each.id, each])).values()];
}

/**
 * The device that a conduit shares with others; `null` for a conduit that is a case of its own: with several devices,
 * with one way for data, in a carrier, on the path that is shown, planned, or cut.
 */
function sharedDevice(node: ConduitNode): string | null {
    const [device, ...more] = node.devices;
    if (!device || more.length > 0 || device.count > 1 || node.kind !== 'conduit') return null;
    const plain =
        node.oneWay === null && node.over.length === 0 && node.steps.length === 0 && !node.untrusted && isUsual(node);
    return plain ? device.id : null;
}

/** There on the day, and not cut in the case that is shown. */
const isUsual = (node: ConduitNode): boolean => node.phase === null && !node.severed;

function together(nodes: readonly [ConduitNode, ...ConduitNode[]]): ConduitNode {
    const [first] = nodes;
    const [device] = first.devices;
    const ends = [...new Set(nodes.flatMap(node => node.ends))];
    return {
        ...first,
        key: `shared:${device?.id ?? ''}`,
        id: device?.id ?? '',
        name: device?.name ?? '',
        title: device?.title ?? null,
        ends,
        away: byId(nodes.flatMap(node => node.away)),
        flows: nodes.flatMap(node => node.flows),
        clearText: nodes.some(node => node.clearText),
        wireless: nodes.some(node => node.wireless),
        monitoredBy: null,
        badge: badgeOf(nodes.map(node => node.badge)),
        emphasis: strongest(nodes.map(node => node.emphasis)),
        sharing: nodes.map(({ id, name, ends: own, away, devices, clearText }) => ({
            id,
            name,
            clearText,
            ends: own,
            away,
            devices: devices.map(each => each.name),
        })),
    };
}

/** More conduits than this to other sheets are dealt out to several connectors. */
const mostRows = 10;

/** What connectors are drawn together: those of one zone whose conduits lead the same way, up or down the levels. */
function connectorOf(node: ConduitNode, rankOf: (zone: string) => number | null): string | null {
    const [end, ...more] = node.ends;
    const [first] = node.away;
    if (end === undefined || more.length > 0 || !first || node.kind !== 'conduit' || node.over.length > 0) return null;
    if (node.oneWay !== null || node.steps.length > 0 || node.untrusted || !isUsual(node)) return null;
    const [here, there] = [rankOf(end), first.rank];
    return `${here !== null && there !== null && there > here ? 'up' : 'down'} ${end}`;
}

/** One connector for several conduits that lead from a zone to other sheets. */
function connector(nodes: readonly [ConduitNode, ...ConduitNode[]], part: number): ConduitNode {
    const [first] = nodes;
    return {
        ...together(nodes),
        key: `connector:${part}:${first.key}`,
        id: first.id,
        name: `${nodes.length} conduits to other zones`,
        title: null,
        devices: [],
    };
}

/** Draws conduits that leave one zone for other sheets together, with a row for each. */
export function connectorsOnce(nodes: readonly ConduitNode[], rankOf: (zone: string) => number | null): ConduitNode[] {
    const groups = new Map<string, ConduitNode[]>();
    for (const node of nodes) {
        const key = node.sharing.length > 0 ? null : connectorOf(node, rankOf);
        if (key === null) continue;
        const group = groups.get(key);
        if (group) group.push(node);
        else groups.set(key, [node]);
    }
    return nodes.flatMap(node => {
        const group = node.sharing.length > 0 ? [] : (groups.get(connectorOf(node, rankOf) ?? '') ?? []);
        const place = group.indexOf(node);
        if (group.length < 2) return [node];
        if (place % mostRows > 0) return [];
        const [first, ...more] = group.slice(place, place + mostRows);
        if (!first) return [];
        return [more.length === 0 ? first : connector([first, ...more], place / mostRows)];
    });
}

/**
 * Draws a boundary device once, however many conduits it is in: whoever counts firewalls in the picture counts those
 * of the plant. Each zone has one line to the device, and the device says which zones each conduit joins.
 */
export function sharedOnce(nodes: readonly ConduitNode[]): ConduitNode[] {
    const groups = new Map<string, ConduitNode[]>();
    for (const node of nodes) {
        const device = sharedDevice(node);
        if (device === null) continue;
        const group = groups.get(device);
        if (group) group.push(node);
        else groups.set(device, [node]);
    }
    return nodes.flatMap(node => {
        const group = groups.get(sharedDevice(node) ?? '') ?? [];
        const [first, ...more] = group;
        if (!first || more.length === 0) return [node];
        return node === first ? [together([first, ...more])] : [];
    });
}
