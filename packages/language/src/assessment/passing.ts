import type { Asset, Conduit, Flow, Lookup } from '../model/index.ts';

/** In which directions sessions of a flow can be opened, seen along its arrow. */
export interface Passing {
    /** From the first end to the second. */
    readonly forward: boolean;
    /** From the second end to the first. */
    readonly backward: boolean;
}

type Side = 'from' | 'to' | null;

/** The ids of the zones between which a conduit passes one way. */
interface Direction {
    readonly from: string;
    readonly to: string;
}

/** On which side of a one-way conduit an asset or a zone lies; of two zones that contain each other the inner one counts. */
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

function hasDiode(lookup: Lookup, conduit: Conduit): boolean {
    return conduit.via.some(device => isDiode(lookup, lookup.asset(device.id)));
}

function isDiode(lookup: Lookup, asset: Asset | undefined): boolean {
    return asset !== undefined && lookup.isA(asset, 'diode');
}

/** The direction of a diode that nobody wrote down: that of the one-way flows, when they agree. */
function directionOfDiode(lookup: Lookup, conduit: Conduit): Direction | null {
    const [first, second] = conduit.between;
    if (!first || !second || conduit.between.length !== 2) return null;
    const there: Direction = { from: first.id, to: second.id };
    const sessions = lookup.flowsIn(conduit.id).filter(flow => flow.arrow === '->')
        .map(flow => [sideOf(lookup, flow.from.id, there), sideOf(lookup, flow.to.id, there)] as const);
    const along = sessions.some(([from, to]) => from === 'from' && to === 'to');
    const against = sessions.some(([from, to]) => from === 'to' && to === 'from');
    if (along === against) return null;
    return along ? there : { from: there.to, to: there.from };
}

function directionOf(lookup: Lookup, conduit: Conduit): Direction | null {
    if (conduit.oneWay) return { from: conduit.oneWay.from.id, to: conduit.oneWay.to.id };
    return hasDiode(lookup, conduit) ? directionOfDiode(lookup, conduit) : null;
}

/**
 * Answers for each flow in which directions it lets a session through (language.md, "Path"): `->` from its first end,
 * `<->` and `--` from both, less what a one-way conduit or a diode stops. A diode whose direction nobody wrote and
 * no flow shows stops nothing: what is unknown counts as open.
 */
export function passing(lookup: Lookup): (flow: Flow) => Passing {
    const directions = new Map<string, Direction | null>();

    function directionIn(container: string | null): Direction | null {
        const conduit = container === null ? undefined : lookup.conduit(container);
        if (!conduit) return null;
        const known = directions.get(conduit.id);
        if (known !== undefined) return known;
        const direction = directionOf(lookup, conduit);
        directions.set(conduit.id, direction);
        return direction;
    }

    function stopped(from: string, to: string, direction: Direction): boolean {
        if (sideOf(lookup, to, direction) !== 'from') return false;
        return sideOf(lookup, from, direction) === 'to' || isDiode(lookup, lookup.asset(from));
    }

    return flow => {
        const both = flow.arrow !== '->';
        const direction = directionIn(flow.container);
        if (!direction) return { forward: true, backward: both };
        return {
            forward: !stopped(flow.from.id, flow.to.id, direction),
            backward: both && !stopped(flow.to.id, flow.from.id, direction),
        };
    };
}
