import type { Conduit, Lookup } from '../../model/index.ts';
import { carriesOnly } from '../reach-graph.ts';
import { partsOf } from './parts.ts';

/** What a cut does to conduits and zones. */
interface Cut {
    severed(conduit: Conduit): boolean;
    carried(conduit: Conduit): boolean;
    closedBetween(a: string, b: string): boolean;
    readonly gone: ReadonlySet<string>;
}

/**
 * The tunnels of which the model does not show whether they run over what is cut: the conduit by which they come into
 * a network that carries them, a device of that network, or a connection between two networks that carry them, which
 * may be a tunnel itself.
 */
export function doubtfulTunnels(lookup: Lookup, cut: Cut): ReadonlySet<string> {
    const { model } = lookup;
    const tunnels = model.conduits.filter(({ over }) => over.length > 0);
    if (tunnels.length === 0) return new Set();
    const touch = (a: string, b: string): boolean => lookup.within(a, b) || lookup.within(b, a);
    const meets = (ends: Conduit['between'], others: Conduit['between']): boolean =>
        ends.some(end => others.some(other => touch(end.id, other.id)));
    const cutWays = model.conduits.filter(cut.severed);
    const devices = [...cut.gone].flatMap(id => {
        const asset = lookup.asset(id);
        return asset && carriesOnly(lookup, asset) ? asset : [];
    });
    const losesDevice = ({ over }: Conduit): boolean =>
        devices.some(({ container }) => over.some(({ id }) => lookup.within(container, id)));
    const doubtful = new Set<string>();
    const isDoubtful = ({ id }: Conduit): boolean => doubtful.has(id);
    for (const tunnel of tunnels)
        if (
            losesDevice(tunnel) ||
            cutWays.some(way => way !== tunnel && meets(way.between, tunnel.over) && meets(way.between, tunnel.between))
        )
            doubtful.add(tunnel.id);
    const none = (): boolean => false;
    const before = partsOf(
        lookup,
        () => true,
        none,
        () => true,
    );
    for (let found = true; found;) {
        found = false;
        const after = partsOf(
            lookup,
            each => !cut.severed(each) && !cut.carried(each) && !isDoubtful(each),
            none,
            (a, b) => !cut.closedBetween(a, b),
            cut.gone,
        );
        const isTorn = ({ over: [first, ...others] }: Conduit): boolean =>
            others.some(({ id }) => before.get(id) === before.get(first!.id) && after.get(id) !== after.get(first!.id));
        for (const tunnel of tunnels) {
            if (isDoubtful(tunnel) || !isTorn(tunnel)) continue;
            doubtful.add(tunnel.id);
            found = true;
        }
    }
    return doubtful;
}
