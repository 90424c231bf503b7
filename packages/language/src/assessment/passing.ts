import type { Asset, Conduit, Flow, Lookup } from '../model/index.ts';

/**
 * In which directions the sessions of a flow run with its conduit, seen along its arrow and judged by its ends as they
 * are written.
 */
export interface Passing {
    /** From the first end to the second. */
    readonly forward: boolean;
    /** From the second end to the first. */
    readonly backward: boolean;
}

/**
 * Between which assets a flow lets a session through, in one direction of its arrow: `never`, `always`, or all but
 * those from an end that `late` names to an end that `early` names: these would run against a one-way conduit or a
 * diode.
 */
export type Sessions =
    | 'never'
    | 'always'
    | { readonly late: (end: string) => boolean; readonly early: (end: string) => boolean };

type Side = 'from' | 'to' | null;

/** The ids of the zones between which a conduit passes one way. */
export interface Direction {
    readonly from: string;
    readonly to: string;
}

/**
 * On which side of a one-way conduit an asset or a zone lies. Of two zones that contain each other the inner one
 * counts; a device that is in a conduit lies in the zones that it serves.
 */
function sideOf(lookup: Lookup, id: string, direction: Direction): Side {
    const zone = lookup.zoneOf(id)?.id;
    const homes = zone === undefined ? (lookup.asset(id)?.serves.map(served => served.id) ?? []) : [zone];
    const inFrom = homes.some(home => lookup.within(home, direction.from));
    const inTo = homes.some(home => lookup.within(home, direction.to));
    if (inFrom && inTo) {
        if (lookup.within(direction.to, direction.from)) return 'to';
        return lookup.within(direction.from, direction.to) ? 'from' : null;
    }
    if (inFrom) return 'from';
    return inTo ? 'to' : null;
}

export function hasDiode(lookup: Lookup, conduit: Conduit): boolean {
    return conduit.via.some(device => isDiode(lookup, lookup.asset(device.id)));
}

function isDiode(lookup: Lookup, asset: Asset | undefined): boolean {
    return asset !== undefined && lookup.isA(asset, 'diode');
}

/**
 * The direction of a diode that nobody wrote down: that of the one-way flows, when they agree. What is wired passes no
 * diode.
 */
function directionOfDiode(lookup: Lookup, conduit: Conduit): Direction | null {
    const [first, second] = conduit.between;
    if (!first || !second || conduit.between.length !== 2) return null;
    const there: Direction = { from: first.id, to: second.id };
    const sessions = lookup
        .flowsIn(conduit.id)
        .filter(flow => flow.arrow === '->' && !isHardwired(lookup, flow))
        .map(flow => [sideOf(lookup, flow.from.id, there), sideOf(lookup, flow.to.id, there)] as const);
    const along = sessions.some(([from, to]) => from === 'from' && to === 'to');
    const against = sessions.some(([from, to]) => from === 'to' && to === 'from');
    if (along === against) return null;
    return along ? there : { from: there.to, to: there.from };
}

/**
 * The direction in which a conduit passes: as it is written, else that of its diode as far as its flows agree on one.
 * @returns `null` for a conduit that passes both ways, and for a diode of which the model does not show the direction
 */
export function directionOf(lookup: Lookup, conduit: Conduit): Direction | null {
    if (conduit.oneWay) return { from: conduit.oneWay.from.id, to: conduit.oneWay.to.id };
    return hasDiode(lookup, conduit) ? directionOfDiode(lookup, conduit) : null;
}

/** The direction of the conduit in which a flow stands, worked out once for each conduit. */
function directionsOf(lookup: Lookup): (flow: Flow) => Direction | null {
    const directions = new Map<string, Direction | null>();
    return ({ container }) => {
        const conduit = container === null ? undefined : lookup.conduit(container);
        if (!conduit) return null;
        const known = directions.get(conduit.id);
        if (known !== undefined) return known;
        const direction = directionOf(lookup, conduit);
        directions.set(conduit.id, direction);
        return direction;
    };
}

/**
 * Answers for each flow whether its arrow runs against its conduit, as both are written: `->` says that a session is
 * opened from its first end, `<->` and `--` from both. A diode whose direction is not written and not shown by flows
 * stops nothing: what is unknown counts as open.
 */
export function passing(lookup: Lookup): (flow: Flow) => Passing {
    const directionIn = directionsOf(lookup);
    const stopped = (from: string, to: string, direction: Direction): boolean =>
        sideOf(lookup, to, direction) === 'from' &&
        (sideOf(lookup, from, direction) === 'to' || isDiode(lookup, lookup.asset(from)));
    return flow => {
        const both = flow.arrow !== '->';
        const direction = directionIn(flow);
        if (!direction) return { forward: true, backward: both };
        return {
            forward: !stopped(flow.from.id, flow.to.id, direction),
            backward: both && !stopped(flow.to.id, flow.from.id, direction),
        };
    };
}

/**
 * True for a flow that is nothing but contacts and current loops: the signal passes, and nothing else can. What has a
 * port goes over a network, whatever it is called.
 */
export function isHardwired(lookup: Lookup, { protocols, ports }: Flow): boolean {
    return (
        protocols.length > 0 &&
        ports.length === 0 &&
        protocols.every(({ id }) => lookup.protocol(id)?.traits.includes('hardwired'))
    );
}

/** True for a flow over which one end subscribes, so that the other one, a broker, speaks to it whenever it likes. */
function subscribes(lookup: Lookup, flow: Flow): boolean {
    return flow.protocols.some(({ id }) => {
        const traits = lookup.protocol(id)?.traits ?? [];
        return traits.includes('messaging') && !traits.includes('one-way-capable');
    });
}

/** Why the far end of a session speaks to the one that opened it whenever it likes. */
export type SpeakingBack = 'subscription' | 'relay' | 'tunnel';

/**
 * True for a tunnel of which nobody says what it carries, opened to an end that is not the owner's: whoever is there
 * comes in through it. What is declared inside of a tunnel is judged by its own arrow.
 */
function isTunnelOut(lookup: Lookup, flow: Flow): boolean {
    return isTunnelAlone(lookup, flow.protocols) && leadsOut(lookup, flow);
}

function isTunnelAlone(lookup: Lookup, protocols: Flow['protocols']): boolean {
    return protocols.length > 0 && protocols.every(({ id }) => lookup.protocol(id)?.traits.includes('tunnel'));
}

/**
 * True for remote access through a relay that is not the owner's: the session is opened outwards, and whoever is at the
 * relay acts on the machine that opened it. What else the flow names takes nothing of that away.
 */
function isRelayedOut(lookup: Lookup, flow: Flow): boolean {
    return flow.protocols.some(({ id }) => lookup.protocol(id)?.traits.includes('relayed')) && leadsOut(lookup, flow);
}

/** True where the far end is not the owner's, whose ever the side is that opens the session. */
function leadsOut(lookup: Lookup, { to }: Flow): boolean {
    const zone = lookup.zoneOf(to.id);
    return zone !== undefined && (lookup.kindOf(zone.id) === 'external' || lookup.traitsOf(zone.id).has('untrusted'));
}

/** Why a flow counts against its arrow too; `null` where only answers come back. */
export function speaksBack(lookup: Lookup, flow: Flow): SpeakingBack | null {
    if (subscribes(lookup, flow)) return 'subscription';
    if (isRelayedOut(lookup, flow)) return 'relay';
    return isTunnelOut(lookup, flow) ? 'tunnel' : null;
}

/**
 * Answers for each flow between which assets it is an edge of a path, along its arrow and against it (docs/language.md,
 * "Paths"). A one-way conduit is asked of each pair of assets that a flow between zones stands for: what an asset of
 * the receiving side opens into the sending one is stopped, what a dual-homed host opens inside of its own zone is not.
 */
export function sessionsOf(
    lookup: Lookup,
): (flow: Flow) => { readonly forward: Sessions; readonly backward: Sessions } {
    const directionIn = directionsOf(lookup);
    return flow => {
        if (isHardwired(lookup, flow)) return { forward: 'never', backward: 'never' };
        const direction = directionIn(flow);
        if (!direction)
            return {
                forward: 'always',
                backward: flow.arrow !== '->' || speaksBack(lookup, flow) ? 'always' : 'never',
            };
        const sessions: Sessions = {
            late: end => sideOf(lookup, end, direction) === 'to' || isDiode(lookup, lookup.asset(end)),
            early: end => sideOf(lookup, end, direction) === 'from',
        };
        return { forward: sessions, backward: flow.arrow === '->' ? 'never' : sessions };
    };
}

/**
 * True for a flow that is known to read alone. That it says so is not enough over a protocol that gives a screen or a
 * shell: whoever has one may do there what he likes, and so may whoever is at the end of a tunnel.
 */
export function readsOnly(lookup: Lookup, { access, protocols }: Flow): boolean {
    return (
        access === 'read' &&
        !protocols.some(({ id }) => lookup.protocol(id)?.traits.includes('remote-access')) &&
        !isTunnelAlone(lookup, protocols)
    );
}
