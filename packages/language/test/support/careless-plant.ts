import { formatText } from '../../src/syntax/format.ts';

/** Draws from lists and ranges, as a random number decides. */
interface Dice {
    readonly below: (count: number) => number;
    readonly of: <T>(list: readonly T[]) => T;
    /** One in so many. */
    readonly once: (count: number) => boolean;
}

interface Names {
    readonly zones: readonly string[];
    readonly assets: readonly string[];
}

const kinds = ['enterprise', 'dmz', 'operations', 'control', 'safety', 'field', 'external', null] as const;
const types = [
    'plc',
    'hmi',
    'historian',
    'safety-controller',
    'safety-sensor',
    'switch',
    'laptop',
    'wireless-sensor',
    'erp-server',
    'jump-host',
    'domain-controller',
    'hypervisor',
    'firewall',
    'gateway',
    'cloud-service',
    'engineering-station',
    'access-point',
    'weak-plc',
] as const;
const devices = ['firewall', 'diode', 'switch', 'proxy', 'weak-firewall', 'server'] as const;
const protocols = [
    'https',
    'http',
    'modbus-tcp',
    's7comm',
    'opc-ua',
    'opc-classic',
    'rdp',
    'telnet',
    'tristation',
    'dns',
    'smtp',
    'ipsec',
    'hardwired-io',
    'syslog',
    'ntp',
    'own-bus',
] as const;
const requirements = [
    'SR 1.1',
    'SR 1.1 RE 2',
    'SR 1.6',
    'SR 1.13',
    'SR 2.2',
    'SR 2.3',
    'SR 3.1',
    'SR 5.2',
    'SR 6.2',
    'FR 1 SL 1',
    'FR 2 SL 2',
] as const;
const countermeasures = ['Accounts', 'Tokens', 'Tunnel', 'Unused'] as const;
const acceptable = ['zone-without-target', 'flow-past-dmz', 'not-assessed', 'zone-withut-owner'] as const;
const day = ['2025-01-31', '2026-12-31'] as const;

function level(dice: Dice): string {
    return dice.of(['1', '2', '3', '{ IAC 2 RDF 3 }', '{1 2 2 0 3 1 2}', '2 { RDF 3 } because "A reason"', '4']);
}

function statement(dice: Dice): string {
    const wanted = [dice.of(requirements), ...(dice.once(3) ? [dice.of(requirements)] : [])].join(', ');
    const verb = dice.of(['meets', 'misses', 'excludes', 'compensates']);
    const by = verb !== 'misses' && dice.once(3) ? ` by ${dice.of(countermeasures)}` : '';
    return (
        `${verb} ` +
        `${wanted}${by}${dice.once(2) ? ' because "So it is"' : ''}${dice.once(4) ? ' evidence "record"' : ''}${dice.once(4) ? ` due ${dice.of(day)}` : ''}`
    );
}

function said(dice: Dice): string[] {
    return [
        ...(dice.once(3) ? [statement(dice)] : []),
        ...(dice.once(4) ? [statement(dice)] : []),
        ...(dice.once(4) ? [`applies ${dice.of(countermeasures)}`] : []),
        ...(dice.once(5)
            ? [
                  'accept ' +
                      `${dice.of(acceptable)}${dice.once(2) ? ' because "Later"' : ''}${dice.once(2) ? ` until ${dice.of(day)}` : ''}`,
              ]
            : []),
    ];
}

function assetText(dice: Dice, name: string, names: Names): string {
    const facts = [
        ...(dice.once(3) ? [`criticality ${dice.of(['low', 'medium', 'high', 'critical'])}`] : []),
        ...(dice.once(4) ? [`is ${dice.of(['essential', 'wireless', 'temporary', 'remote'])}`] : []),
        ...(dice.once(4) ? [`serves ${dice.of(names.zones)}`] : []),
        ...(dice.once(5) ? [`needs ${dice.of(names.assets)}`] : []),
    ];
    return `asset ${name} : ${dice.of(types)}${facts.length > 0 ? ` {\n${facts.join('\n')}\n}` : ''}`;
}

function flowText(dice: Dice, names: Names): string {
    const end = (): string => (dice.once(8) ? dice.of(names.zones) : dice.of(names.assets));
    const facts = [
        ...(dice.once(3) ? [`access ${dice.of(['read', 'write', 'program'])}`] : []),
        ...(dice.once(5) ? [`port tcp ${dice.of(['80', '443', '1000-4000', '502, 1024-1700'])}`] : []),
        ...(dice.once(5)
            ? [`secured ${dice.of(['authentication', 'encryption, integrity'])} by ${dice.of(countermeasures)}`]
            : []),
        ...(dice.once(5) ? [`until ${dice.of(day)}`] : []),
        ...(dice.once(6) ? ['approved by "The owner"'] : []),
    ];
    const spoken = [dice.of(protocols), ...(dice.once(4) ? [dice.of(protocols)] : [])].join(', ');
    return (
        `flow ${end()} ${dice.of(['->', '->', '<->', '--'])} ${end()} : ` +
        `${spoken}${facts.length > 0 ? ` {\n${facts.join('\n')}\n}` : ''}`
    );
}

function conduitText(dice: Dice, number: number, names: Names): string {
    const ends = [...new Set(Array.from({ length: dice.once(4) ? 3 : 2 }, () => dice.of(names.zones)))];
    if (ends.length < 2) return '';
    const inside = Array.from({ length: dice.below(3) }, (_, index) => `D${number}${index}`);
    const facts = [
        ...inside.map(name => `asset ${name} : ${dice.of(devices)} { serves ${ends[0]}, ${ends[1]} }`),
        ...(inside.length > 0 && !dice.once(4) ? [`via ${inside[0]}`] : []),
        ...(dice.once(3) ? [`SL-T ${level(dice)}`] : []),
        ...(dice.once(5) ? [`is ${dice.of(['untrusted', 'wireless'])}`] : []),
        ...(dice.once(4) ? [`one-way ${ends[0]} -> ${ends[1]}`] : []),
        ...(dice.once(4) ? ['owner "Network team"'] : []),
        ...said(dice),
        ...Array.from({ length: dice.below(5) }, () => flowText(dice, names)),
    ];
    return `conduit C${number} between ${ends.join(' and ')} {\n${facts.join('\n')}\n}`;
}

function countermeasureText(dice: Dice, name: string): string {
    const facts = [
        `meets ${dice.of(requirements)}`,
        ...(dice.once(4) ? [] : [`status ${dice.of(['planned', 'implemented', 'verified'])}`]),
        ...(dice.once(3) ? [`due ${dice.of(day)}`] : []),
        ...(dice.once(3) ? ['owner "Network team"'] : []),
    ];
    return `countermeasure ${name} {\n${facts.join('\n')}\n}`;
}

/**
 * A plant that a careless author might have written: every name leads somewhere, and almost every rule has something to
 * say
 * in one of them.
 * @param below gives numbers from 0 to `below - 1`
 * @returns formatted text
 */
export function carelessPlant(below: (count: number) => number): string {
    const dice: Dice = { below, of: list => list[below(list.length)]!, once: count => below(count) === 0 };
    const shape: { id: string; name: string; inside: string | null; assets: string[] }[] = [];
    for (let zone = 0, count = 3 + below(4); zone < count; zone++) {
        const around = zone > 0 && dice.once(3) ? dice.of(shape) : null;
        const id = `${around ? `${around.id}.` : ''}Z${zone}`;
        shape.push({
            id,
            name: `Z${zone}`,
            inside: around?.id ?? null,
            assets: Array.from({ length: below(4) }, (_, asset) => `A${zone}${asset}`),
        });
    }
    shape[0]!.assets.push('A0');
    const names: Names = {
        zones: shape.map(zone => zone.id),
        assets: shape.flatMap(zone => zone.assets.map(asset => `${zone.id}.${asset}`)),
    };
    const zoneText = (zone: (typeof shape)[number]): string => {
        const kind = dice.of(kinds);
        const facts = [
            ...(kind === null ? [] : [`kind ${kind}`]),
            ...(dice.once(6) ? [`is ${dice.of(['wireless', 'temporary', 'remote', 'untrusted'])}`] : []),
            ...(dice.once(3) ? [`owner "${dice.of(['Operations', 'Utilities'])}"`] : []),
            ...(dice.once(4) ? [] : [`SL-T ${level(dice)}`]),
            ...(dice.once(5) ? [`SL-A ${level(dice)}`] : []),
            ...zone.assets.map(asset => assetText(dice, asset, names)),
            ...shape.filter(each => each.inside === zone.id).map(zoneText),
            ...said(dice),
            ...Array.from({ length: below(2) }, () => flowText(dice, names)),
        ];
        return `zone ${zone.name} {\n${facts.join('\n')}\n}`;
    };
    const target = (): string => dice.of([...names.zones, ...names.assets]);
    return formatText(
        [
            'system Plant { tolerable-risk 6 }',
            ...shape.filter(zone => zone.inside === null).map(zoneText),
            ...Array.from({ length: 1 + below(4) }, (_, number) => conduitText(dice, number, names)),
            ...Array.from({ length: below(6) }, () => flowText(dice, names)),
            ...countermeasures.map(each => countermeasureText(dice, each)),
            'type weak-plc : plc { SL-C 1 }',
            'type weak-firewall : firewall { SL-C {1 1 1 1 2 1 1} }',
            'type never : plc {}',
            'protocol own-bus { port udp 9200 }',
            `threat T { from ${target()} against ${target()} likelihood ${1 + below(5)} consequence ` +
                `${1 + below(5)} mitigated by ${dice.of(countermeasures)} to likelihood 2 }`,
            `invariant I { deny path from ${target()} to ${target()} require path from ${dice.of(names.zones)} ` +
                `to ${target()} through ${target()} }`,
            '',
        ].join('\n'),
    );
}
