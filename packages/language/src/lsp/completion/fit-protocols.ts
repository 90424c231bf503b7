import type { Flow, Lookup, Model, Protocol, ZoneKind } from '../../model/index.ts';
import type { Place } from './place.ts';

/** What is spoken most by class, where nothing in the model says more. */
const usual: Readonly<Record<string, readonly string[]>> = {
    it: ['https', 'rdp', 'ssh', 'sftp', 'syslog-tls', 'ntp', 'mssql-tds', 'ldaps', 'smb'],
    ot: ['opc-ua', 'modbus-tcp', 's7comm-plus-tls', 'profinet', 'ethernet-ip', 'dnp3', 'iec60870-5-104'],
    safety: ['hardwired-io', 'profisafe', 'cip-safety', 'opc-ua', 'modbus-tcp'],
};

/** What is spoken with a type, and what rests on it, whatever else a model shows: with it people work. */
const alwaysWith: readonly (readonly [type: string, protocols: readonly string[]])[] = [
    ['jump-host', ['rdp', 'ssh', 'https']],
    ['engineering-station', ['rdp', 'ssh']],
];

/** What is spoken with an asset, whatever its zone is: with a type, and what rests on it. */
const usualWith: readonly (readonly [type: string, protocols: readonly string[]])[] = [
    ...alwaysWith,
    ['domain-controller', ['kerberos', 'ldaps']],
    ['authentication-server', ['radius', 'ldaps']],
    ['time-server', ['ntp', 'ptp']],
    ['log-server', ['syslog-tls', 'syslog']],
    ['name-server', ['dns']],
    ['database-server', ['mssql-tds', 'postgresql']],
    ['patch-server', ['wsus', 'https']],
    ['file-server', ['smb', 'sftp']],
    ['web-server', ['https']],
    ['ip-camera', ['rtsp', 'https']],
    ['building-controller', ['bacnet-ip', 'modbus-tcp']],
    ['protection-relay', ['iec61850-mms', 'iec61850-goose', 'dnp3']],
    ['bay-controller', ['iec61850-mms', 'iec61850-goose', 'dnp3']],
    ['transmitter', ['hart', 'profibus', 'modbus-rtu']],
];

/** What servers and stations of the plant speak with each other: no fieldbus. */
const usualOfHosts: readonly string[] = ['opc-ua', 'https', 'mssql-tds', 'rdp', 'smb', 'sftp', 'ssh', 'ntp'];

/** Between a plant's side and the DMZ records are passed on, more than pages are read. */
const usualOfRecords: readonly string[] = ['opc-ua', 'https', 'mqtts', 'sftp'];

const plantSide: ReadonlySet<ZoneKind | null> = new Set<ZoneKind | null>(['operations', 'control', 'field']);

const office: ReadonlySet<ZoneKind | null> = new Set<ZoneKind | null>(['enterprise', 'external', 'dmz']);

/** How a protocol is ordered among others for the flow that is being typed; lower is better. */
export function protocolRanking({ loose, named, words }: Place): (protocol: Protocol) => number {
    const ranking = protocolRankingFor(loose, named[0]?.id, named[1]?.id);
    return protocol => (words.includes(protocol.id) ? 990 : ranking(protocol));
}

/**
 * How a protocol is ordered among others for a flow; lower is better.
 * @param from the id of an asset or zone, as far as it is known
 */
export function protocolRankingFor(
    { lookup, model }: { readonly lookup: Lookup; readonly model: Model },
    from: string | undefined,
    to: string | undefined,
): (protocol: Protocol) => number {
    const kindOf = (id: string | undefined): ZoneKind | null => {
        const zone = id === undefined ? undefined : lookup.zoneOf(id);
        return zone ? lookup.kindOf(zone.id) : null;
    };
    const isHost = (id: string | undefined): boolean => {
        const asset = id === undefined ? undefined : lookup.asset(id);
        return asset !== undefined && lookup.componentTypeOf(asset) === 'host-device';
    };
    const areHosts = isHost(from) && isHost(to);
    const kinds = (from: string | undefined, to: string | undefined): string =>
        [[kindOf(from), kindOf(to)].sort().join(' '), isHost(from) && isHost(to)].join(' ');
    const here = kinds(from, to);
    const used = countUses(model.flows, flow => kinds(flow.from.id, flow.to.id) === here);
    const ends = [kindOf(from), kindOf(to)];
    const protocolClass = ends.some(kind => office.has(kind)) ? 'it' : ends.includes('safety') ? 'safety' : 'ot';
    const typeOf = (id: string | undefined): string | undefined =>
        id === undefined ? undefined : lookup.asset(id)?.type?.id;
    const target = typeOf(to);
    const found = target === undefined ? undefined : usualWith.find(([base]) => lookup.typeIsA(target, base));
    const withTarget = found?.[1];
    const isAlways = found !== undefined && alwaysWith.includes(found);
    const isRecord =
        target !== undefined &&
        lookup.typeIsA(target, 'historian') &&
        plantSide.has(kindOf(from)) &&
        office.has(kindOf(to));
    const likely = [
        ...(withTarget ?? (isRecord ? usualOfRecords : areHosts && protocolClass === 'ot' ? usualOfHosts : [])),
        ...usual[protocolClass]!,
    ];
    // With assets of these two types something else may be usual at this site.
    const types = `${typeOf(from)} ${target}`;
    const usedAlike = countUses(model.flows, ({ from, to }) => `${typeOf(from.id)} ${typeOf(to.id)}` === types);
    return protocol => {
        if (isAlways && withTarget!.includes(protocol.id)) return withTarget!.indexOf(protocol.id);
        if (usedAlike.includes(protocol.id)) return 10 + usedAlike.indexOf(protocol.id);
        if (withTarget?.includes(protocol.id)) return 50 + withTarget.indexOf(protocol.id);
        if (used.includes(protocol.id)) return 100 + used.indexOf(protocol.id);
        if (!protocol.builtIn) return 500;
        if (likely.includes(protocol.id)) return 600 + likely.indexOf(protocol.id);
        return protocol.protocolClass === protocolClass ? 700 : 800;
    };
}

/** The ids of the protocols of flows, the most used one first. */
function countUses(flows: Iterable<Flow>, counts: (flow: Flow) => boolean): readonly string[] {
    const uses = new Map<string, number>();
    for (const flow of flows) {
        if (flow.protocols.length === 0 || !counts(flow)) continue;
        for (const { id } of flow.protocols) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
    return [...uses].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}
