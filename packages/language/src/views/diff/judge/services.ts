import { includes, serviceText, servicesOf, sizeOf, subtract } from '../../../filter/index.ts';
import type { Flow, Naming } from '../../../model/index.ts';
import { accesses, ownNames } from '../../../model/index.ts';
import { needsOnce } from '../../../reconcile/index.ts';
import type { Crossing } from '../model-diff.ts';
import { namesFrom } from '../pairing.ts';
import { isInBase } from '../places.ts';
import { aboutFlow, some, type Compared, type Reasons } from './reason.ts';
import { isGoingOn, readingOf, stillSpoken } from './still-shown.ts';
import { hasWithdrawnPorts } from './withdrawn.ts';

const stillShown = 'which rules or traffic still show';
const stillAllowed = 'which another flow still allows';
const unsaid = 'only because it says no port any more';

/** What was not said may do anything but program. */
const rank = ({ access }: Flow): number => accesses.indexOf(access ?? 'write');

/** True for a flow that may do less than before. */
export const isNarrowed = (old: Flow, now: Flow): boolean => rank(now) < rank(old);

/** One protocol of a flow, with its ends and protocol as HEAD calls them. */
interface Session {
    readonly flow: Flow;
    readonly from: string;
    readonly to: string;
    readonly protocol: string | null;
}

function sessionsOf(flow: Flow, names: Naming): readonly Session[] {
    const [from, to] = [names.element(flow.from.id), names.element(flow.to.id)];
    const protocols = flow.protocols.map(({ id }) => names.protocol(id));
    return (protocols.length === 0 ? [null] : protocols).map(protocol => ({ flow, from, to, protocol }));
}

/** The sessions of both sides, and which of them are taken in by others. */
class Sessions {
    private readonly compared: Compared;
    private readonly groups = new Map<string, ReadonlyMap<string | null, readonly Session[]>>();

    constructor(compared: Compared) {
        this.compared = compared;
    }

    /** The sessions of one side under the names of HEAD, by their protocol. */
    private of(side: 'before' | 'asked'): ReadonlyMap<string | null, readonly Session[]> {
        const known = this.groups.get(side);
        if (known) return known;
        const names = namesFrom(this.compared.pairing);
        const sessions = this.compared[side].model.flows.flatMap((flow): readonly Session[] =>
            sessionsOf(flow, side === 'before' ? names : ownNames),
        );
        const found = Map.groupBy(sessions, ({ protocol }) => protocol);
        this.groups.set(side, found);
        return found;
    }

    private covers(outer: string, inner: string): boolean {
        const { lookup } = this.compared.asked;
        return outer === inner || lookup.within(lookup.zoneOf(inner)?.id ?? inner, outer);
    }

    /**
     * True where a session of that side allows whatever this one does. Of HEAD one counts as well of which nobody said
     * what it speaks.
     * @param isAsWide what else is asked of it
     */
    isTakenIn(
        { flow, from, to, protocol }: Session,
        side: 'before' | 'asked',
        isAsWide: (other: Flow) => boolean = () => true,
    ): boolean {
        const known = this.of(side);
        const unsaid = side === 'asked' && protocol !== null ? (known.get(null) ?? []) : [];
        return [...(known.get(protocol) ?? []), ...unsaid].some(
            other =>
                rank(other.flow) >= rank(flow) &&
                isAsWide(other.flow) &&
                ((this.covers(other.from, from) && this.covers(other.to, to)) ||
                    (other.flow.arrow !== '->' && this.covers(other.from, to) && this.covers(other.to, from))),
        );
    }
}

/**
 * Answers for a flow on both sides whether what it no longer says goes on all the same: over another flow that takes it
 * in, or because rules or traffic still show it. Then nothing of it is mended.
 */
export function goesOn(compared: Compared): (old: Flow, now: Flow) => boolean {
    const names = namesFrom(compared.pairing);
    const sessions = new Sessions(compared);
    return (old, now) =>
        stillSpoken(compared.after.lookup, old, now, names).length > 0 ||
        sessionsOf(old, names).some(
            session =>
                session.protocol !== null &&
                !now.protocols.some(({ id }) => id === session.protocol) &&
                sessions.isTakenIn(session, 'asked'),
        );
}

/**
 * Answers for a flow of BASE whether all that it allowed is allowed by another flow of HEAD: then it may be narrower by
 * itself, and nothing is closed.
 */
export function allowedByOthers(compared: Compared): (old: Flow, isAsWide?: (other: Flow) => boolean) => boolean {
    const names = namesFrom(compared.pairing);
    const sessions = new Sessions(compared);
    return (old, isAsWide) => sessionsOf(old, names).every(session => sessions.isTakenIn(session, 'asked', isAsWide));
}

/** Answers for a flow that HEAD is asked of and does not declare whether one that it declares takes it in. */
export function declaredOtherwise(compared: Compared): (flow: Flow) => boolean {
    const sessions = new Sessions(compared);
    const isDeclared = ({ origin }: Flow): boolean => !isInBase(origin.file);
    return flow => sessionsOf(flow, ownNames).every(each => sessions.isTakenIn(each, 'asked', isDeclared));
}

/**
 * Answers for a flow that is new whether flows of BASE of some kind allowed all of it before: it is what is left of a
 * wider one, or said twice.
 */
export function allowedBefore(compared: Compared): (now: Flow, isOfKind: (old: Flow) => boolean) => boolean {
    const sessions = new Sessions(compared);
    const needs = { before: needsOnce(compared.before.lookup), asked: needsOnce(compared.asked.lookup) };
    return (now, isOfKind) => {
        const need = needs.asked(now);
        const isAsWide = (old: Flow): boolean => {
            const was = needs.before(old);
            const isWider = need.kind !== 'services' || was.kind !== 'services' || includes(was.any, need.any);
            return isWider && isOfKind(old);
        };
        return sessionsOf(now, ownNames).every(session => sessions.isTakenIn(session, 'before', isAsWide));
    };
}

/** Services, named for a reader. */
const named = (set: Parameters<typeof servicesOf>[0]): string => some(servicesOf(set).map(serviceText));

/** The ports of a flow that opens these services and nothing else. */
const portsOf = (set: Parameters<typeof servicesOf>[0], { origin }: Flow): Flow['ports'] =>
    servicesOf(set).map(({ transport, ranges }) => ({ transport, ranges, origin }));

/** What a flow on both sides may use: more protocols, or more ports of the same ones, and fewer. */
function judgeKept(compared: Compared, sessions: Sessions, crosses: (flow: Flow) => boolean, reasons: Reasons): void {
    const { before, after, asked, pairing } = compared;
    const names = namesFrom(pairing);
    // To declare less closes nothing where rules and traffic go on showing it.
    const sayLess = (text: string, about: readonly string[], but: string | null): void =>
        but === null
            ? reasons.better('access-narrowed', text, about)
            : reasons.neutral('access-narrowed', `${text}, ${but}`, about);
    const needs = { before: needsOnce(before.lookup), asked: needsOnce(asked.lookup) };
    for (const [old, now] of pairing.flows) {
        if (!crosses(now)) continue;
        const [was, is] = [old.protocols.map(({ id }) => names.protocol(id)), now.protocols.map(({ id }) => id)];
        const [more, less] = [is.filter(each => !was.includes(each)), was.filter(each => !is.includes(each))];
        const about = [aboutFlow(now)];
        const session = { flow: now, from: now.from.id, to: now.to.id };
        if (more.length > 0 && less.length === 0) {
            const further = more.filter(protocol => !sessions.isTakenIn({ ...session, protocol }, 'before'));
            if (further.length > 0)
                reasons.worse('access-widened', `${now.id} may use ${further.join(', ')} as well`, about);
        } else if (less.length > 0 && more.length === 0 && is.length > 0) {
            const kept = { ...session, flow: old };
            const gone = less.filter(protocol => !sessions.isTakenIn({ ...kept, protocol }, 'asked'));
            const isShown = stillSpoken(after.lookup, old, now, names).length > 0;
            if (gone.length > 0)
                sayLess(`${now.id} no longer uses ${gone.join(', ')}`, about, isShown ? stillShown : null);
        }
        if (more.length + less.length > 0) continue;
        const [first, last] = [needs.before(old), needs.asked(now)];
        if (first.kind !== 'services' || last.kind !== 'services') continue;
        // As many others are another service, and neither more nor less.
        const [opened, opens] = [sizeOf(first.any), sizeOf(last.any)];
        if (opens > opened)
            reasons.worse('access-widened', `${now.id} opens more: ${named(subtract(last.any, first.any))}`, about);
        else if (opens < opened && includes(first.any, last.any)) {
            const gone = subtract(first.any, last.any);
            const isShown = isGoingOn(readingOf(after.lookup, now, { ...now, ports: portsOf(gone, now) }));
            const isAsWide = (other: Flow): boolean => {
                const need = needs.asked(other);
                if (other.origin === now.origin) return false;
                return need.kind !== 'services' || includes(need.any, first.any);
            };
            const kept = sessionsOf(old, names).every(each => sessions.isTakenIn(each, 'asked', isAsWide));
            sayLess(
                `${now.id} opens less: no longer ${named(gone)}`,
                about,
                isShown ? stillShown : kept ? stillAllowed : hasWithdrawnPorts(now, old) ? unsaid : null,
            );
        }
    }
}

/** True for a zone in which nobody of the plant decides what is connected. */
function isForeign({ lookup }: Compared['asked'], zone: string): boolean {
    const traits = lookup.traitsOf(zone);
    return lookup.kindOf(zone) === 'external' || traits.has('untrusted') || traits.has('remote');
}

/**
 * Further flows between ends that are on both sides and whose zones had sessions before: no path shows these. A plant
 * grows, and its new assets have sessions as well; one that is let in from outside is no growth.
 */
function judgeFurther(
    compared: Compared,
    sessions: Sessions,
    crosses: (flow: Flow) => boolean,
    opened: readonly Crossing[],
    reasons: Reasons,
): void {
    const { asked, pairing, partners } = compared;
    const known = new Set([...pairing.flows.values()].map(({ origin }) => origin));
    const reported = new Set(reasons.found.flatMap(({ direction, about }) => (direction === 'worse' ? about : [])));
    const straight = new Set(opened.map(({ from, to }) => `${from} ${to}`));
    const zone = (id: string): string => asked.lookup.zoneOf(id)?.id ?? id;
    const comesIn = ({ from, to, arrow }: Flow): boolean => {
        const [opens, answers] = [from, to].map(({ id }) => isForeign(asked, zone(id)));
        return opens! !== answers! && (opens! || arrow !== '->');
    };
    const further = asked.model.flows.filter(flow => {
        if (known.has(flow.origin) || isInBase(flow.origin.file)) return false;
        if (!crosses(flow) || reported.has(aboutFlow(flow))) return false;
        if ((!partners.has(flow.from.id) || !partners.has(flow.to.id)) && !comesIn(flow)) return false;
        return !straight.has(`${zone(flow.from.id)} ${zone(flow.to.id)}`);
    });
    const open = further.filter(flow =>
        sessionsOf(flow, ownNames).some(session => !sessions.isTakenIn(session, 'before')),
    );
    const groups = Map.groupBy(open, flow => `from ${zone(flow.from.id)} into ${zone(flow.to.id)}`);
    for (const [where, flows] of groups) {
        const ids = some(flows.map(({ id }) => id));
        reasons.worse(
            flows.some(comesIn) ? 'path-from-outside' : 'path-between-zones',
            `${flows.length === 1 ? 'a further session' : 'further sessions'} ${where}: ${ids}`,
            flows.map(aboutFlow),
        );
    }
}

/**
 * What sessions across a boundary may use: paths say who reaches whom, and not over how much.
 * @param opened the zones between which sessions go straight now
 */
export function judgeServices(compared: Compared, opened: readonly Crossing[], reasons: Reasons): void {
    const { lookup } = compared.asked;
    const crosses = ({ from, to }: Flow): boolean => lookup.zoneOf(from.id)?.id !== lookup.zoneOf(to.id)?.id;
    const sessions = new Sessions(compared);
    judgeKept(compared, sessions, crosses, reasons);
    judgeFurther(compared, sessions, crosses, opened, reasons);
}
