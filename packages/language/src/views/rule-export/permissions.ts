import { crosses } from '../../assessment/index.ts';
import type { Ranges, Service } from '../../filter/index.ts';
import { all4, all6, intersect, servicesOf } from '../../filter/index.ts';
import type { Asset, Conduit, Flow, Lookup, Model, Zone } from '../../model/index.ts';
import { isThere, lookup as questionsOf, missingHere } from '../../model/index.ts';
import { needsOf, Places, zonesAround } from '../../reconcile/index.ts';

/** What a device has to let through for one flow in one direction: all of one kind of addresses. */
export interface Permission {
    readonly flow: Flow;
    readonly kind: 4 | 6;
    readonly from: Ranges;
    readonly to: Ranges;
    readonly services: readonly Service[];
}

/** A flow for which no rule is written, and why. */
export interface Unwritten {
    readonly flow: Flow;
    readonly why: string;
}

/** What a firewall has to permit, and the flows that cannot be written as rules. */
export interface Permissions {
    readonly device: Asset;
    readonly system: string;
    readonly permissions: readonly Permission[];
    readonly unwritten: readonly Unwritten[];
    /** Flows with an access that a filter by ports cannot keep to. */
    readonly notEnforced: readonly Flow[];
    /** How many places of the text were not understood: what is written there is in no rule. */
    readonly notUnderstood: number;
}

/** Why no address of an end meets one of the other. */
function whyNot(places: Places, flow: Flow, device: Asset, lies: readonly string[]): string {
    const without = [flow.from.id, flow.to.id].filter(end => places.documentedBy(end, device, lies).length === 0);
    return without.length === 0
        ? 'its ends have addresses of different kinds'
        : `no address of ${without.join(' and ')} is known`;
}

/** The members of a zone at an end that no rule reaches: they have no address, and the zone has no network. */
function membersLeft(lookup: Lookup, places: Places, flow: Flow): readonly string[] {
    return [flow.from.id, flow.to.id]
        .filter(end => lookup.zone(end))
        .flatMap(end => lookup.assetsWithin(end))
        .filter(
            asset =>
                places.book.legsOf(asset.id).length === 0 &&
                lookup.chain(asset.container).every(zone => zone.networks.length === 0),
        )
        .map(asset => asset.id);
}

/** The conduit of a flow, its ends, and the zones around these. */
function aroundOf(whole: Lookup, flow: Flow): readonly (Asset | Conduit | Zone)[] {
    return [flow.container, flow.from.id, flow.to.id].flatMap(id => {
        if (id === null) return [];
        const own = whole.conduit(id) ?? whole.asset(id);
        const container = own && 'container' in own ? own.container : id;
        return [...(own ? [own] : []), ...whole.chain(container)];
    });
}

/**
 * Why a flow is not there on a day: it, its conduit, an end, or a zone around an end is planned for a later day or
 * retired.
 * @param whole the questions of the model of all days
 * @param day `YYYY-MM-DD`
 */
function whyAbsent(whole: Lookup, flow: Flow, day: string): string {
    const gone = [flow, ...aroundOf(whole, flow)].find(each => !isThere(each, day));
    if (!gone) return `its conduit is not there on ${day}`;
    const what = gone === flow ? 'it' : gone.id;
    return gone.planned && day < gone.planned.date
        ? `${what} is planned for ${gone.planned.date}`
        : `${what} is retired on ${gone.retired!.date}`;
}

/** True where nobody knows whether a flow, its conduit or an end is there, by a day that cannot be read. */
function lifetimeUnread(whole: Lookup, flow: Flow): boolean {
    return [flow, ...aroundOf(whole, flow)].some(each => each.lifetimeUnread);
}

/** Why it is not known which ports a flow needs. */
function whyUnknown(whole: Lookup, flow: Flow): string {
    const all = [...flow.ports, ...flow.protocols.flatMap(({ id }) => whole.protocol(id)?.ports ?? [])];
    return all.some(({ unread }) => unread) ? 'its ports cannot be read' : 'its protocol is not said';
}

/**
 * What a device has to let through, and nothing else: the declared flows of the conduits that name it in `via`.
 * Proposed flows, those past their day, those that are not there on the day, and those of which a day that cannot be
 * read says whether they are, are left out, each with the reason.
 * @param lookup the questions of the model as it is on the day
 * @param all the model of all days
 * @param today `YYYY-MM-DD`
 * @param notUnderstood how many places of the text were not
 */
export function permissionsFor(
    lookup: Lookup,
    all: Model,
    device: Asset,
    today: string,
    notUnderstood: number,
): Permissions {
    const whole = all === lookup.model ? lookup : questionsOf(all);
    const places = new Places(lookup);
    const permissions: Permission[] = [];
    const unwritten: Unwritten[] = [];
    const notEnforced: Flow[] = [];
    const there = new Set(lookup.model.flows);
    for (const conduit of whole.boundariesOf(device.id)) {
        for (const flow of whole.flowsIn(conduit.id)) {
            const refuse = (why: string): void => void unwritten.push({ flow, why });
            if (!crosses(whole, flow)) continue;
            if (!there.has(flow)) {
                refuse(whyAbsent(whole, flow, today));
                continue;
            }
            const needs = needsOf(lookup, flow);
            if (flow.proposed) refuse('it is proposed, and not decided');
            else if (flow.until && flow.until.date < today) refuse(`it was allowed until ${flow.until.date}`);
            else if (flow.untilUnread) refuse('the day until which it is allowed cannot be read');
            else if (lifetimeUnread(whole, flow)) refuse('the day from or until which it is there cannot be read');
            else if (needs.kind === 'none') refuse('it has no port: no filter of packets sees it');
            else if (needs.kind === 'unknown') refuse(whyUnknown(whole, flow));
            else {
                const lies = zonesAround(lookup, flow);
                const directions =
                    flow.arrow === '->'
                        ? ([[flow.from.id, flow.to.id]] as const)
                        : ([
                              [flow.from.id, flow.to.id],
                              [flow.to.id, flow.from.id],
                          ] as const);
                const before = permissions.length;
                for (const [source, target] of directions) {
                    const [from, to] = [
                        places.documentedBy(source, device, lies, target),
                        places.documentedBy(target, device, lies, source),
                    ];
                    for (const [kind, every] of [
                        [4, all4],
                        [6, all6],
                    ] as const) {
                        const [near, far] = [intersect(from, every), intersect(to, every)];
                        if (near.length > 0 && far.length > 0)
                            permissions.push({ flow, kind, from: near, to: far, services: servicesOf(needs.all) });
                    }
                }
                if (permissions.length === before) refuse(whyNot(places, flow, device, lies));
                else {
                    const left = membersLeft(lookup, places, flow);
                    if (left.length > 0) refuse(`for ${left.join(', ')}, of which no address is known`);
                    if (needs.also.length > 0)
                        refuse('on the ports that its sessions choose: the device has to follow them');
                }
                if (permissions.length > before && flow.access !== null && flow.access !== 'program')
                    notEnforced.push(flow);
            }
        }
    }
    return { device, system: lookup.model.system?.id ?? '', permissions, unwritten, notEnforced, notUnderstood };
}

/** What the rules of a device are called on it: firewalls take no other letters. */
export function nameFor({ device }: Permissions): string {
    return `iacs_${device.name.replace(/[^A-Za-z0-9_]/g, '_')}`.slice(0, 60);
}

/** What a reader of the rules has to know, one line each. */
export function remarksOf({ unwritten, notEnforced, notUnderstood }: Permissions): readonly string[] {
    return [
        ...missingHere(notUnderstood),
        ...unwritten.map(({ flow, why }) => `not written: ${flow.id}: ${why}`),
        ...notEnforced.map(
            flow =>
                `not enforced: ${flow.id} has access ${flow.access}, which a filter by ports cannot tell from ` +
                'other access',
        ),
    ].map(line => line.replace(/\s+/g, ' '));
}
