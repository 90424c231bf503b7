import type { Flow, Lookup } from '../../model/index.ts';
import type { SearchOptions } from '../reach-search.ts';
import type { Reach } from '../reach.ts';
import { kept, type Loss, lost } from './loss.ts';
import type { Asker } from './losses.ts';
import type { Severed, Stopped } from './severed.ts';

/** The sessions of two elements in a cut, and whether the one still gets at the other. */
export class Links {
    private readonly lookup: Lookup;
    private readonly reach: Reach;
    private readonly cut: Severed;
    private readonly asker: Asker;
    private readonly known = new Map<string, Loss>();

    constructor(lookup: Lookup, reach: Reach, cut: Severed, asker: Asker) {
        this.lookup = lookup;
        this.reach = reach;
        this.cut = cut;
        this.asker = asker;
    }

    /** Whether an asset still gets at what it needs. */
    of(asset: string, need: string): Loss {
        const key = `${asset} ${need}`;
        const found = this.known.get(key) ?? this.linkAnew(asset, need);
        this.known.set(key, found);
        return found;
    }

    private linkAnew(asset: string, need: string): Loss {
        const { lookup, cut, reach } = this;
        // What it needs of a conduit is the conduit.
        if (lookup.conduit(need)) return kept;
        const apart = lost([need], `the cut separates ${need} from ${asset}`);
        const direct = this.between(asset, need).map(
            ([flow, stopped]) => [flow, this.asker.endures(need, flow.container) ? 'no' : stopped] as const,
        );
        const isServed = direct.length > 0 && direct.every(([, stopped]) => stopped === 'no');
        if (isServed) return kept;
        if (cut.closedBetween(asset, need)) return apart;
        const goesOn = direct.flatMap(([flow, stopped]) => (stopped === 'no' ? flow : []));
        const open: Loss = {
            standing: 'not-said',
            chain: [need],
            because: `the model does not show whether ${asset} still reaches ${need}`,
            questions: [{ asset, peer: need, flow: null, goesOn }],
        };
        if (direct.length > 0) {
            if (direct.every(([, stopped]) => stopped === 'yes')) return apart;
            const isTunnelled = goesOn.length === 0 && direct.some(([flow]) => cut.mayStop(flow));
            const because = `the session of ${asset} with ${need} may run over what is cut`;
            return isTunnelled ? { ...open, because, questions: [] } : open;
        }
        // Inside of one zone no flow has to be declared, and no boundary is closed.
        const home = lookup.zoneOf(asset)?.id;
        if (home !== undefined && home === lookup.zoneOf(need)?.id) return kept;
        const directions: readonly (readonly [string, string])[] = [
            [asset, need],
            [need, asset],
        ];
        const before = directions.filter(([from, to]) => reach.shortestPath(from, to) !== null);
        if (before.length === 0) {
            return cut.separates(asset, need) ? apart : open;
        }
        const { searching } = cut;
        const except: SearchOptions['except'] = (...edge) => searching.except!(...edge) && !this.isSpared(edge[0]);
        const after = { ...searching, except };
        if (before.every(([from, to]) => reach.shortestPath(from, to, after) === null)) return apart;
        const partly = this.cut.stopped.some(flow => this.cut.stops(flow) === 'partly');
        const touched =
            partly || cut.mayJoin(asset, need) || before.some(([from, to]) => reach.dependsOn(from, to, searching));
        return touched ? open : kept;
    }

    /** True for a flow without which the asking function goes on for a time, by one of its ends or its conduit. */
    private isSpared({ from, to, container }: Flow): boolean {
        return [from, to].some(end => this.asker.endures(end.id, container));
    }

    /** The flows of an end, and of the zones around it as ends. */
    flowsAt(id: string): readonly Flow[] {
        const { lookup } = this;
        const zones = lookup.chain(lookup.zoneOf(id)?.id ?? '').map(zone => zone.id);
        return [...new Set([id, ...zones])].flatMap(each => lookup.flowsOf(each));
    }

    between(a: string, b: string): readonly (readonly [Flow, Stopped])[] {
        const { lookup } = this;
        const holds = (end: string, id: string): boolean => {
            const home = lookup.zoneOf(id)?.id;
            return end === id || (lookup.zone(end) !== undefined && home !== undefined && lookup.within(home, end));
        };
        // A server has many flows, and each of its clients few.
        const [ofOne, ofOther] = [this.flowsAt(a), this.flowsAt(b)];
        return (ofOther.length < ofOne.length ? ofOther : ofOne)
            .filter(({ from, to }) => (holds(from.id, a) && holds(to.id, b)) || (holds(to.id, a) && holds(from.id, b)))
            .map(flow => [flow, this.stopsFor(flow, a, b)]);
    }

    /** Whether a cut stops the session of two: of a flow between zones it may stop that of others. */
    stopsFor(flow: Flow, a: string, b: string): Stopped {
        const { lookup, cut } = this;
        const stopped = cut.stops(flow);
        if (stopped !== 'partly' || !lookup.asset(a) || !lookup.asset(b)) return stopped;
        if (cut.mayStop(flow)) return 'partly';
        return cut.gone.has(a) || cut.gone.has(b) || cut.closedBetween(a, b) ? 'yes' : 'no';
    }
}
