/**
 * Small plants whose firewalls and flows are asked session by session: what is compared here is worked out again
 * without sets, by single addresses and ports.
 */
export interface Host {
    readonly id: string;
    readonly zone: string;
    /** Its addresses, with the zone in which each lies. */
    readonly legs: readonly (readonly [string, string])[];
}
export interface Rule {
    readonly permits: boolean;
    readonly from: string;
    readonly to: string;
    readonly ports: string;
    readonly when: boolean;
}
export type Answer = 'yes' | 'no' | 'partly' | 'unknown' | 'not-assessable';
export type Dice = (below: number) => number;

export const networks: Readonly<Record<string, string>> = { A: '10.1.0', B: '10.2.0', C: '10.3.0', D: '10.4.0' };
/** A zone of four addresses, of which no host is known. */
const bare = ['10.4.0.0', '10.4.0.1', '10.4.0.2', '10.4.0.3'];
export const hosts: readonly Host[] = [
    ...Object.entries(networks).flatMap(([zone, net]) =>
        (zone === 'D' ? [] : [1, 2]).map(at => ({
            id: `${zone}.H${at}`,
            zone,
            legs: [[`${net}.${at}`, zone] as const],
        })),
    ),
    { id: 'A.Dual', zone: 'A', legs: [['10.1.0.9', 'A'] as const, ['10.2.0.9', 'B'] as const] },
];
export const protocols: Readonly<Record<string, readonly string[]>> = {
    One: ['tcp 10', 'tcp 11'],
    Two: ['udp 20'],
    Both: ['tcp 30', 'udp 30'],
};
export const services = [...new Set(Object.values(protocols).flat()), 'tcp 40'];
export const conduits: Readonly<
    Record<string, { readonly between: readonly string[]; readonly via: readonly string[] }>
> = {
    K1: { between: ['A', 'B'], via: ['F1', 'F2'] },
    K2: { between: ['B', 'C'], via: ['F3'] },
    K3: { between: ['A', 'C'], via: ['F4'] },
    K4: { between: ['C', 'D'], via: ['F5'] },
};

export const pick = <T>(dice: Dice, all: readonly T[]): T => all[dice(all.length)]!;
export const zoneOf = (end: string): string => end.split('.')[0]!;

export function rulesOf(dice: Dice): readonly Rule[] {
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

export type Sets = ReadonlyMap<string, readonly (readonly Rule[])[]>;

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

export interface Declared {
    readonly from: string;
    readonly to: string;
    readonly arrow: string;
    readonly names: readonly string[];
    readonly conduit: string | null;
}

/** The addresses of an end on the way through a conduit: not those in the zone of the other end. */
function addresses(end: string, other: string, between: readonly string[]): readonly string[] {
    if (end === 'D') return bare;
    return hosts
        .filter(host => host.id === end || host.zone === end || host.legs.some(([, zone]) => zone === end))
        .flatMap(({ legs, zone: home }) => {
            // Of a host that stands elsewhere and serves a zone, its address there.
            if (networks[end] && home !== end) return legs.filter(([, at]) => at === end).map(([address]) => address);
            const apart = legs.filter(([, zone]) => zone !== zoneOf(other));
            const left = apart.length > 0 ? apart : legs;
            const there = left.filter(([, zone]) => between.includes(zone));
            return (there.length > 0 ? there : left).map(([address]) => address);
        });
}

export function configuredOf(sets: Sets, { from, to, arrow, names, conduit }: Declared): Answer {
    if (conduit === null) return 'unknown';
    const { between, via } = conduits[conduit]!;
    const ways =
        arrow === '->'
            ? [[from, to]]
            : [
                  [from, to],
                  [to, from],
              ];
    const sessions = ways.map(([source, target]) =>
        names.map(name =>
            addresses(source!, target!, between).flatMap(one =>
                addresses(target!, source!, between).flatMap(other =>
                    protocols[name]!.map(port => [one, other, port] as const),
                ),
            ),
        ),
    );
    const answers = via.map(device =>
        sessions.map(each =>
            sets.has(device)
                ? all(each.map(some => all(some.map(([one, other, port]) => session(sets, device, one, other, port)))))
                : ('unknown' as const),
        ),
    );
    // What one device blocks does not pass, whatever the other one does with it.
    const together = sessions.map((each, at): Answer => {
        const isBlocked = each
            .flat()
            .every(([one, other, port]) =>
                via.some(device => sets.has(device) && session(sets, device, one, other, port) === 'no'),
            );
        return isBlocked ? 'no' : every(answers.map(directions => directions[at]!));
    });
    if (arrow === '--')
        return (['yes', 'partly', 'not-assessable', 'unknown'] as const).find(one => together.includes(one)) ?? 'no';
    return together.every(each => each === 'no') ? 'no' : every(answers.map(all));
}

/** Whether an address is what a flow names as its end, where its conduit ends in some zones. */
function documents(end: string, address: string, between: readonly string[]): boolean {
    if (networks[end])
        return (
            address.startsWith(`${networks[end]}.`) || hosts.some(h => h.zone === end && inLegs(h, address, between))
        );
    return hosts.some(host => host.id === end && inLegs(host, address, between));
}

function inLegs({ legs }: Host, address: string, between: readonly string[]): boolean {
    const there = legs.filter(([, zone]) => legs.length < 2 || between.includes(zone));
    return (there.length > 0 ? there : legs).some(([own]) => own === address);
}

const isDocumented = (flows: readonly Declared[], from: string, to: string, port: string): boolean =>
    flows.some(flow => {
        if (!flow.names.some(name => protocols[name]!.includes(port))) return false;
        const { between } = conduits[flow.conduit!]!;
        const there = documents(flow.from, from, between) && documents(flow.to, to, between);
        return there || (flow.arrow !== '->' && documents(flow.to, from, between) && documents(flow.from, to, between));
    });

/** What single sessions say against the class of a rule; `null` for nothing. */
export function against(
    flows: readonly Declared[],
    rules: readonly Rule[],
    at: number,
    found: string,
    all: readonly string[],
): string | null {
    const matched = ({ from, to, ports }: Rule, one: string, other: string, port: string): boolean =>
        inside(one, from) && inside(other, to) && matches(port, ports);
    for (const one of all)
        for (const other of all)
            for (const port of services) {
                if (!matched(rules[at]!, one, other, port)) continue;
                if (rules.slice(0, at).some(rule => !rule.permits && !rule.when && matched(rule, one, other, port)))
                    continue;
                const isKnown = isDocumented(flows, one, other, port);
                if (isKnown ? ['undocumented', 'differs'].includes(found) : found === 'documented')
                    return `${one} -> ${other} : ${port}`;
            }
    return null;
}

export interface Sighting {
    readonly from: string;
    readonly to: string;
    readonly arrow: string;
    readonly port: string;
    readonly outcome: string;
}

export const strangers = ['A', 'B', 'C'].map(zone => `${networks[zone]}.77`).concat('10.4.0.2');
export const legOf = (address: string): { readonly host: string | null; readonly zone: string | null } => {
    const host = hosts.find(each => each.legs.some(([own]) => own === address));
    const zone = Object.entries(networks).find(([, net]) => address.startsWith(`${net}.`))?.[0] ?? null;
    return { host: host?.id ?? null, zone };
};
const isAt = (address: string, end: string): boolean => {
    const { host, zone } = legOf(address);
    return host === end || zone === end;
};

export function isOf({ from, to, arrow, names }: Declared, seen: Sighting): boolean {
    if (!names.some(name => protocols[name]!.includes(seen.port))) return false;
    if (isAt(seen.from, from) && isAt(seen.to, to)) return true;
    return (arrow !== '->' || seen.arrow !== '->') && isAt(seen.from, to) && isAt(seen.to, from);
}

export function classOf(configured: Answer, own: readonly Sighting[], isWatched: boolean): string {
    const wasSeen = own.some(({ outcome }) => outcome === 'used' || outcome === 'answered');
    if (configured === 'no' || configured === 'partly')
        return configured === 'no' && wasSeen ? 'past-boundary' : 'not-permitted';
    if (configured === 'not-assessable') return 'not-assessable';
    if (wasSeen) return 'healthy';
    return isWatched ? 'never-seen' : configured === 'yes' ? 'healthy' : 'unknown';
}

export function trafficClass(sets: Sets, { from, to, port, outcome }: Sighting): string {
    const [near, far] = [legOf(from).zone, legOf(to).zone];
    const found = Object.values(conduits).find(
        ({ between }) => between.includes(near ?? '') && between.includes(far ?? ''),
    );
    const configured = found ? every(found.via.map(device => session(sets, device, from, to, port))) : 'unknown';
    const isPast = configured === 'no' || configured === 'partly';
    return `${configured} ${outcome === 'tried' ? 'attempt' : isPast ? 'past-boundary' : 'undocumented'}`;
}

/** The hosts between which a session passes all firewalls of a conduit for sure, or those of which rules are known. */
export function openPairs(sets: Sets): readonly (readonly [string, string])[] {
    const found = new Map<string, readonly [string, string]>();
    for (const { between, via } of Object.values(conduits)) {
        const ends = hosts.flatMap(({ id, legs }) =>
            legs.filter(([, at]) => between.includes(at)).map(([address, at]) => ({ id, address, at })),
        );
        const isOpen = (device: string, from: string, to: string, port: string): boolean =>
            (sets.get(device) ?? []).some(rules => first(rules, from, to, port) === 'yes');
        const asked = via.filter(device => sets.has(device));
        if (asked.length === 0) continue;
        for (const from of ends)
            for (const to of ends)
                if (
                    from.id !== to.id &&
                    from.at !== to.at &&
                    services.some(port => asked.every(device => isOpen(device, from.address, to.address, port)))
                )
                    found.set(`${from.id} ${to.id}`, [from.id, to.id]);
    }
    return [...found.values()];
}
