import assert from 'node:assert/strict';
import { read } from './support/as-found.ts';
import { random } from './support/random-plant.ts';

/**
 * Small plants whose firewalls and flows are asked session by session: what is compared here is worked out again
 * without sets, by single addresses and ports.
 */
interface Host {
    readonly id: string;
    readonly zone: string;
    /** Its addresses, with the zone in which each lies. */
    readonly legs: readonly (readonly [string, string])[];
}
interface Rule {
    readonly permits: boolean;
    readonly from: string;
    readonly to: string;
    readonly ports: string;
    readonly when: boolean;
}
type Answer = 'yes' | 'no' | 'partly' | 'unknown' | 'not-assessable';
type Dice = (below: number) => number;

const networks: Readonly<Record<string, string>> = { A: '10.1.0', B: '10.2.0', C: '10.3.0' };
const hosts: readonly Host[] = [
    ...Object.entries(networks).flatMap(([zone, net]) =>
        [1, 2].map(at => ({ id: `${zone}.H${at}`, zone, legs: [[`${net}.${at}`, zone] as const] })),
    ),
    { id: 'A.Dual', zone: 'A', legs: [['10.1.0.9', 'A'] as const, ['10.2.0.9', 'B'] as const] },
];
const protocols: Readonly<Record<string, readonly string[]>> = {
    One: ['tcp 10', 'tcp 11'],
    Two: ['udp 20'],
    Both: ['tcp 30', 'udp 30'],
};
const services = [...new Set(Object.values(protocols).flat()), 'tcp 40'];
const conduits: Readonly<Record<string, { readonly between: readonly string[]; readonly via: readonly string[] }>> = {
    K1: { between: ['A', 'B'], via: ['F1', 'F2'] },
    K2: { between: ['B', 'C'], via: ['F3'] },
    K3: { between: ['A', 'C'], via: ['F4'] },
};

const pick = <T>(dice: Dice, all: readonly T[]): T => all[dice(all.length)]!;
const zoneOf = (end: string): string => end.split('.')[0]!;

function rulesOf(dice: Dice): readonly Rule[] {
    const end = (): string =>
        pick(dice, [
            'any',
            ...Object.values(networks).map(net => `${net}.0/24`),
            ...hosts.flatMap(host => host.legs.map(([address]) => address)),
        ]);
    return Array.from({ length: 1 + dice(5) }, () => ({
        permits: dice(3) > 0,
        from: end(),
        to: end(),
        ports: pick(dice, ['any', 'any', 'tcp', ...services, 'tcp 10-30']),
        when: dice(8) === 0,
    }));
}

const inside = (address: string, end: string): boolean =>
    end === 'any' || (end.endsWith('.0/24') ? address.startsWith(end.slice(0, -4)) : address === end);

function matches(port: string, ports: string): boolean {
    const [transport, number] = port.split(' ') as [string, string];
    const [wanted, range] = ports.split(' ') as [string, string | undefined];
    if (wanted === 'any') return true;
    const [low, high = low] = (range ?? '0-65535').split('-').map(Number) as [number, number?];
    return transport === wanted && Number(number) >= low && Number(number) <= high;
}

/** What one rule set does with one session. */
function first(rules: readonly Rule[], from: string, to: string, port: string): Answer {
    const may = new Set<boolean>();
    const decided = rules.some(rule => {
        if (!inside(from, rule.from) || !inside(to, rule.to) || !matches(port, rule.ports)) return false;
        may.add(rule.permits);
        return !rule.when;
    });
    if (!decided) may.add(false);
    return may.size === 2 ? 'not-assessable' : may.has(true) ? 'yes' : 'no';
}

type Sets = ReadonlyMap<string, readonly (readonly Rule[])[]>;

function session(sets: Sets, device: string, from: string, to: string, port: string): Answer {
    const answers = new Set((sets.get(device) ?? []).map(rules => first(rules, from, to, port)));
    return answers.size === 0 ? 'unknown' : answers.size === 1 ? [...answers][0]! : 'not-assessable';
}

/** One answer of many: of all sessions of a question, or of its protocols. */
function all(answers: readonly Answer[]): Answer {
    if (new Set(answers).size === 1) return answers[0]!;
    for (const one of ['no', 'partly'] as const) if (answers.includes(one)) return 'partly';
    return (['unknown', 'not-assessable'] as const).find(each => answers.includes(each)) ?? 'yes';
}

const every = (answers: readonly Answer[]): Answer =>
    (['no', 'partly', 'unknown', 'not-assessable'] as const).find(each => answers.includes(each)) ?? 'yes';

interface Declared {
    readonly from: string;
    readonly to: string;
    readonly arrow: string;
    readonly names: readonly string[];
    readonly conduit: string | null;
}

/** The addresses of an end on the way through a conduit: not those in the zone of the other end. */
function addresses(end: string, other: string, between: readonly string[]): readonly string[] {
    return hosts
        .filter(host => host.id === end || host.zone === end)
        .flatMap(({ legs }) => {
            const apart = legs.filter(([, zone]) => zone !== zoneOf(other));
            const left = apart.length > 0 ? apart : legs;
            const there = left.filter(([, zone]) => between.includes(zone));
            return (there.length > 0 ? there : left).map(([address]) => address);
        });
}

function configuredOf(sets: Sets, { from, to, arrow, names, conduit }: Declared): Answer {
    if (conduit === null) return 'unknown';
    const { between, via } = conduits[conduit]!;
    const ways =
        arrow === '->'
            ? [[from, to]]
            : [
                  [from, to],
                  [to, from],
              ];
    const answers = via.map(device => {
        if (!sets.has(device)) return 'unknown';
        const each = ways.map(([source, target]) =>
            all(
                names.map(name =>
                    all(
                        addresses(source!, target!, between).flatMap(one =>
                            addresses(target!, source!, between).flatMap(other =>
                                protocols[name]!.map(port => session(sets, device, one, other, port)),
                            ),
                        ),
                    ),
                ),
            ),
        );
        if (arrow !== '--') return all(each);
        return (['yes', 'partly', 'not-assessable', 'unknown'] as const).find(one => each.includes(one)) ?? 'no';
    });
    return every(answers);
}

interface Sighting {
    readonly from: string;
    readonly to: string;
    readonly arrow: string;
    readonly port: string;
    readonly outcome: string;
}

const strangers = Object.values(networks).map(net => `${net}.77`);
const legOf = (address: string): { readonly host: string | null; readonly zone: string | null } => {
    const host = hosts.find(each => each.legs.some(([own]) => own === address));
    const zone = Object.entries(networks).find(([, net]) => address.startsWith(`${net}.`))?.[0] ?? null;
    return { host: host?.id ?? null, zone };
};
const isAt = (address: string, end: string): boolean => {
    const { host, zone } = legOf(address);
    return host === end || zone === end;
};

function isOf({ from, to, arrow, names }: Declared, seen: Sighting): boolean {
    if (!names.some(name => protocols[name]!.includes(seen.port))) return false;
    if (isAt(seen.from, from) && isAt(seen.to, to)) return true;
    return (arrow !== '->' || seen.arrow !== '->') && isAt(seen.from, to) && isAt(seen.to, from);
}

function classOf(configured: Answer, own: readonly Sighting[], isWatched: boolean): string {
    const wasSeen = own.some(({ outcome }) => outcome === 'used' || outcome === 'answered');
    if (configured === 'no' || configured === 'partly')
        return configured === 'no' && wasSeen ? 'past-boundary' : 'not-permitted';
    if (configured === 'not-assessable') return 'not-assessable';
    if (wasSeen) return 'healthy';
    return isWatched ? 'never-seen' : configured === 'yes' ? 'healthy' : 'unknown';
}

function trafficClass(sets: Sets, { from, to, port, outcome }: Sighting): string {
    const [near, far] = [legOf(from).zone, legOf(to).zone];
    const found = Object.values(conduits).find(
        ({ between }) => between.includes(near ?? '') && between.includes(far ?? ''),
    );
    const configured = found ? every(found.via.map(device => session(sets, device, from, to, port))) : 'unknown';
    const isPast = configured === 'no' || configured === 'partly';
    return `${configured} ${outcome === 'tried' ? 'attempt' : isPast ? 'past-boundary' : 'undocumented'}`;
}

describe('A comparison', () => {
    it('says of each flow and each session what single sessions say, in any small plant', () => {
        const kinds = new Set<string>();
        for (let seed = 1; seed <= Number(process.env['IACS_EDITS'] ?? 300); seed++) {
            const dice = random(seed * 7919);
            const ends = [...hosts.map(({ id }) => id), 'A', 'B', 'C'];
            const flows = Array.from({ length: 1 + dice(4) }, (): Declared => {
                const [from, to] = [pick(dice, ends), pick(dice, ends)];
                const fits = Object.entries(conduits).find(
                    ([, { between }]) => between.includes(zoneOf(from)) && between.includes(zoneOf(to)),
                )?.[0];
                return {
                    from,
                    to,
                    arrow: pick(dice, ['->', '->', '<->', '--']),
                    names: dice(3) === 0 ? ['One', 'Two'] : [pick(dice, Object.keys(protocols))],
                    conduit: zoneOf(from) === zoneOf(to) ? null : (fits ?? null),
                };
            }).filter(({ from, to }) => from !== to && zoneOf(from) !== zoneOf(to));
            const devices = ['F1', 'F2', 'F3', 'F4'].filter(() => dice(5) > 0);
            const sets: Sets = new Map(
                devices.map(device => [device, Array.from({ length: dice(4) === 0 ? 2 : 1 }, () => rulesOf(dice))]),
            );
            const days = dice(2) === 0 ? 30 : 200;
            const sees = ['A', 'B', 'C'].filter(() => dice(2) === 0);
            const places = [
                ...hosts.flatMap(({ legs }) => legs.map(([address]) => address)),
                ...strangers,
                '192.0.2.7',
            ];
            const sightings = Array.from({ length: dice(5) }, (): Sighting => ({
                from: pick(dice, places),
                to: pick(dice, places),
                arrow: pick(dice, ['->', '->', '--']),
                port: pick(dice, services),
                outcome: pick(dice, ['used', 'answered', 'tried']),
            })).filter(({ from, to }) => from !== to);
            const text = `system Plant
${Object.entries(protocols)
    .map(
        ([name, ports]) =>
            `protocol ${name} "${name}" { class ot security none ${ports.map(port => `port ${port}`).join(' ')} }\n`,
    )
    .join('')}${Object.entries(networks)
                .map(
                    ([zone, net]) =>
                        `zone ${zone} { network ${net}.0/24\n${hosts
                            .filter(host => host.zone === zone)
                            .map(
                                host =>
                                    `  asset ${host.id.slice(2)} : server { address ${host.legs.map(([address]) => address).join(', ')}${host.legs.length > 1 ? ' serves B' : ''} }\n`,
                            )
                            .join('')}}\n`,
                )
                .join('')}${Object.entries(conduits)
                .map(
                    ([name, { between, via }]) =>
                        `conduit ${name} between ${between.join(' and ')} { via ${via.join(', ')}\n` +
                        `${via.map(device => `  asset ${device} : firewall { serves ${between.join(', ')} }\n`).join('')}` +
                        `${flows
                            .filter(({ conduit }) => conduit === name)
                            .map(
                                ({ from, to, arrow, names }) => `  flow ${from} ${arrow} ${to} : ${names.join(', ')}\n`,
                            )
                            .join('')}}\n`,
                )
                .join('')}${[...sets]
                .flatMap(([device, some]) => {
                    const place = Object.entries(conduits).find(([, { via }]) => via.includes(device))![0];
                    return some.map(
                        (rules, at) =>
                            `ruleset R${device}${at} { device ${place}.${device}\n${rules
                                .map(
                                    ({ permits, from, to, ports, when }) =>
                                        `  ${permits ? 'permits' : 'blocks'} ${from} -> ${to} : ${ports}${when ? ' { when "x" }' : ''}\n`,
                                )
                                .join('')}}\n`,
                    );
                })
                .join(
                    '',
                )}observation O {${sees.length > 0 ? ` sees ${sees.join(', ')}` : ''} since 2026-01-01 until ${days === 30 ? '2026-01-30' : '2026-07-19'}
${sightings.map(({ from, to, arrow, port, outcome }) => `  saw ${from} ${arrow} ${to} : ${port} ${outcome}\n`).join('')}}
`;
            const found = read(text);
            assert.deepEqual(
                found.flows
                    .map(each => `${each.flow.from.id} ${each.flow.to.id} ${each.configured} ${each.class}`)
                    .sort(),
                flows
                    .map(flow => {
                        const configured = configuredOf(sets, flow);
                        const isWatched = days >= 90 && [flow.from, flow.to].some(end => sees.includes(zoneOf(end)));
                        const own = sightings.filter(seen => isOf(flow, seen));
                        return `${flow.from} ${flow.to} ${configured} ${classOf(configured, own, isWatched)}`;
                    })
                    .sort(),
                text,
            );
            const expected = sightings.filter(
                seen => legOf(seen.from).zone !== legOf(seen.to).zone && !flows.some(flow => isOf(flow, seen)),
            );
            assert.deepEqual(
                found.traffic.map(each => `${each.from.text} ${each.to.text} ${each.configured} ${each.class}`).sort(),
                expected.map(seen => `${seen.from} ${seen.to} ${trafficClass(sets, seen)}`).sort(),
                text,
            );
            for (const each of found.flows) kinds.add(`${each.configured} ${each.class}`);
            for (const each of found.traffic) kinds.add(`traffic ${each.configured} ${each.class}`);
        }
        assert.ok(kinds.size >= 15, [...kinds].join('\n'));
    });
});
