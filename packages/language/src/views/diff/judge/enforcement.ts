import { carriesOnly } from '../../../assessment/index.ts';
import type { Asset, Conduit, Flow, Lookup } from '../../../model/index.ts';
import { monitorOf } from '../../../model/index.ts';
import { conduitsFor, legsOf } from '../../../rules/ask/legs.ts';
import type { Direction } from '../model-diff.ts';
import { namesFrom } from '../pairing.ts';
import { isShownOneWay, strongest } from './one-way.ts';
import { aboutElement, aboutFlow, counted, pairsOf, type Compared, type Reasons } from './reason.ts';
import { apart, strengthOf } from './strength.ts';

const direction = (conduit: Conduit, name: (id: string) => string): string | null =>
    conduit.oneWay ? `${name(conduit.oneWay.from.id)} -> ${name(conduit.oneWay.to.id)}` : null;

function judgeOneWay(
    asked: Compared['asked'],
    old: Conduit,
    now: Conduit,
    name: (id: string) => string,
    about: readonly string[],
    reasons: Reasons,
): void {
    const [was, is] = [direction(old, name), direction(now, id => id)];
    if (was === is) return;
    if (is === null) reasons.worse('one-way-lowered', `one-way ${was} is no longer stated for ${now.id}`, about);
    else if (was === null && isShownOneWay(asked, now))
        reasons.better('one-way-raised', `one-way ${is} is stated for ${now.id}`, about);
    else if (was === null)
        reasons.neutral(
            'one-way-raised',
            `one-way ${is} is stated for ${now.id}, and no diode or rule shows it`,
            about,
        );
    else reasons.worse('one-way-lowered', `the one-way of ${now.id} goes ${is}, where it went ${was}`, about);
}

function judgeDevices(
    { before, asked, pairing }: Compared,
    old: Conduit,
    now: Conduit,
    about: readonly string[],
    reasons: Reasons,
): void {
    const [was, is] = [strongest(before.lookup, old), strongest(asked.lookup, now)];
    const [present, past] = apart(is, was);
    const text = `${now.id} is held by ${present}, where it was ${past}`;
    if (is.strength < was.strength) return reasons.worse('enforcement-lowered', text, about);
    if (is.strength > was.strength) return reasons.better('enforcement-raised', text, about);
    const devices = new Set(now.via.map(each => each.id));
    const known = new Set(old.via.map(({ id }) => pairing.elements.get(id)));
    const newcomers = now.via.flatMap(({ id }) => (known.has(id) ? [] : (asked.lookup.asset(id) ?? [])));
    for (const { id } of old.via) {
        const [device, later] = [before.lookup.asset(id), asked.lookup.asset(pairing.elements.get(id) ?? '')];
        if (!device) continue;
        const strength = strengthOf(before.lookup, device);
        if (!later || !devices.has(later.id)) {
            const place = newcomers.findIndex(each => strengthOf(asked.lookup, each).strength >= strength.strength);
            const [successor] = place < 0 ? [] : newcomers.splice(place, 1);
            if (successor)
                reasons.neutral(
                    'enforcement-raised',
                    `${successor.id} (${strengthOf(asked.lookup, successor).name}) takes the place of ${id} ` +
                        `(${strength.name}) at ${now.id}`,
                    [...about, `asset ${id}`],
                );
            else if (strength.strength > 1)
                reasons.worse(
                    'enforcement-lowered',
                    `${now.id} has one boundary device less: ${id} (${strength.name})`,
                    [...about, `asset ${id}`],
                );
            continue;
        }
        const step = strengthOf(asked.lookup, later);
        if (step.strength < strength.strength) {
            const [less, more] = apart(step, strength);
            reasons.worse('enforcement-lowered', `${later.id} at ${now.id} is ${less}, where it was ${more}`, [
                ...about,
                `asset ${later.id}`,
            ]);
        }
    }
}

function judgeConduit(compared: Compared, old: Conduit, now: Conduit, reasons: Reasons): void {
    const { asked, pairing, partners } = compared;
    const { element } = namesFrom(pairing);
    const own = [`conduit ${now.id}`];
    const about = [
        ...own,
        ...now.via.map(each => `asset ${each.id}`),
        ...old.via.map(each => `asset ${element(each.id)}`),
    ];
    judgeOneWay(asked, old, now, element, own, reasons);
    judgeDevices(compared, old, now, about, reasons);
    const ends = new Set(old.between.map(end => element(end.id)));
    const more = now.between.map(end => end.id).filter(id => !ends.has(id) && partners.has(id));
    // A zone that was cut out of one that the conduit joined, or around which one was drawn, is no further one.
    const further = more.filter(
        id => ![...ends].some(end => asked.lookup.within(id, end) || asked.lookup.within(end, id)),
    );
    if (further.length > 0) reasons.worse('boundary-widened', `${now.id} joins ${further.join(', ')} as well`, own);
    const [monitored, monitors] = [monitorOf(old), monitorOf(now)];
    if (monitored !== null && monitors === null)
        reasons.worse('monitoring-lost', `${now.id} is no longer monitored by ${monitored}`, own);
    if (monitored === null && monitors !== null)
        reasons.better('monitoring-gained', `${now.id} is monitored by ${monitors}`, own);
}

/** Where a flow is that no conduit leads. */
function withoutConduit({ zoneOf }: Lookup, { from, to }: Flow): string {
    return zoneOf(from.id)?.id === zoneOf(to.id)?.id ? 'inside one zone' : 'in no conduit';
}

/** Flows that are led by another conduit, or by none any more. */
function judgeFlows({ before, asked, pairing, cutOut }: Compared, reasons: Reasons): void {
    const groups = new Map<
        string,
        { readonly text: string; readonly direction: Direction; readonly flows: Flow[]; readonly about: string[] }
    >();
    /** Who carries an asset over a boundary has its sessions cross it: only one that is drawn anew holds more. */
    const isCarried = (old: Flow, now: Flow): boolean => {
        const inside = before.lookup.zoneOf(old.from.id)?.id;
        if (inside === undefined || inside !== before.lookup.zoneOf(old.to.id)?.id) return false;
        return ![now.from.id, now.to.id].some(end => cutOut.get(asked.lookup.zoneOf(end)?.id ?? '') === inside);
    };
    for (const [old, now] of pairing.flows) {
        const [from, to] = [old.container, now.container];
        const partner = from === null ? null : pairing.elements.get(from);
        if (partner === to) continue;
        const [was, is] = [before.lookup.conduit(from ?? ''), asked.lookup.conduit(to ?? '')];
        const [first, second] = [strongest(before.lookup, was), strongest(asked.lookup, is)];
        const oneWayLost = was?.oneWay && !is?.oneWay;
        if (!was && !is) continue;
        if (first.strength === second.strength && !oneWayLost) continue;
        const worse = second.strength < first.strength || oneWayLost === true;
        const [present, past] = apart(second, first);
        const place = is ? `in ${is.id} (${present})` : withoutConduit(asked.lookup, now);
        const text =
            `${place}, where it was ` +
            (was ? `in ${was.id} (${past}${was.oneWay ? ', one-way' : ''})` : withoutConduit(before.lookup, old));
        const direction = worse ? 'worse' : isCarried(old, now) ? 'neutral' : 'better';
        const group = groups.get(text) ?? { text, direction, flows: [], about: [] };
        groups.set(text, group);
        group.flows.push(now);
        group.about.push(aboutFlow(now), ...(was ? [`conduit ${pairing.elements.get(was.id) ?? was.id}`] : []));
    }
    for (const { text, direction, flows, about } of groups.values()) {
        const [first] = flows as [Flow];
        const who =
            flows.length === 1 ? `${first.id} is` : `${first.id} and ${counted(flows.length - 1, 'more flow')} are`;
        reasons.say(
            direction,
            direction === 'worse' ? 'enforcement-lowered' : 'enforcement-raised',
            `${who} ${text}`,
            about,
        );
    }
}

/** Zones that are no longer apart: dissolved into another one, or put into it. */
function judgeZones({ before, asked, pairing, partners }: Compared, reasons: Reasons): void {
    for (const zone of before.model.zones) {
        const now = pairing.elements.get(zone.id);
        if (now !== undefined) {
            const parent = asked.lookup.zone(now)?.parent ?? null;
            const was = zone.parent === null ? null : (pairing.elements.get(zone.parent) ?? null);
            if (parent === null || parent === was) continue;
            const apart = partners.get(parent);
            if (apart === undefined || before.lookup.within(zone.id, apart)) continue;
            reasons.worse('boundary-dissolved', `${now} lies inside ${parent}, where they were apart`, [`zone ${now}`]);
            continue;
        }
        const homes = Map.groupBy(
            before.lookup.assetsIn(zone.id).filter(asset => pairing.elements.has(asset.id)),
            asset => asked.lookup.asset(pairing.elements.get(asset.id)!)?.container ?? '',
        );
        for (const [home, assets] of homes) {
            if (!asked.lookup.zone(home) || !partners.has(home)) continue;
            const moved = assets.map(asset => pairing.elements.get(asset.id)!);
            reasons.worse(
                'boundary-dissolved',
                `${zone.id} is dissolved into ${home}: nothing separates them any more ` +
                    `(${moved.slice(0, 4).join(', ')})`,
                [`zone ${zone.id}`, ...moved.map(id => aboutElement(asked, id))],
            );
        }
    }
}

/** Zones in which a device is present: where it is, what it serves, and what the conduits join for which it works. */
function zonesOf(lookup: Lookup, device: Asset): readonly string[] {
    const joined = conduitsFor(lookup, device).flatMap(({ between }) => between.map(({ id }) => id));
    return [...legsOf(lookup, device), ...joined];
}

/** Network devices with an interface in a further zone: no path leads over them, and they join what was apart. */
function judgeInterfaces({ before, asked, pairing }: Compared, reasons: Reasons): void {
    const { element } = namesFrom(pairing);
    for (const [old, now] of pairsOf(before.model.assets, asked.model.assets, pairing.elements)) {
        if (now.serves.length === 0 || !carriesOnly(asked.lookup, now)) continue;
        const known = new Set([
            ...zonesOf(before.lookup, old).map(element),
            ...conduitsFor(asked.lookup, now).flatMap(({ between }) => between.map(({ id }) => id)),
        ]);
        const further = now.serves.map(({ id }) => id).filter(id => !known.has(id) && id !== now.container);
        if (further.length > 0)
            reasons.worse('boundary-widened', `${now.id} has an interface in ${further.join(', ')} as well`, [
                `asset ${now.id}`,
            ]);
    }
}

/**
 * Enforcement as ordered facts: a diode above a firewall above a router above nothing, one-way stated above not stated.
 */
export function judgeEnforcement(compared: Compared, reasons: Reasons): void {
    const { before, asked, pairing } = compared;
    for (const [old, now] of pairsOf(before.model.conduits, asked.model.conduits, pairing.elements))
        judgeConduit(compared, old, now, reasons);
    judgeInterfaces(compared, reasons);
    judgeFlows(compared, reasons);
    judgeZones(compared, reasons);
}
