import type { FilterRule, Interfaces, Ranges } from '../filter/index.ts';
import {
    addressTexts,
    all4,
    all6,
    everyAddress,
    intersect,
    isEmpty,
    namesInterface,
    nothing,
    readAddressList,
    sameRanges,
    servicesReader,
    sizeOf,
    subtract,
    union,
} from '../filter/index.ts';
import type { Asset, FirewallRule, RuleInterfaces, Ruleset } from '../model/index.ts';
import type { Places } from './places.ts';

/**
 * A part of a rule, ready to be judged, and the rule. One rule may fall into a part that is certain and one under a
 * condition.
 */
export interface JudgedRule extends FilterRule {
    readonly rule: FirewallRule;
    readonly ruleset: Ruleset;
}

interface Side {
    readonly certain: Ranges;
    /** Addresses of which nobody said by which interface they come. */
    readonly open: Ranges;
    /** What is not said of those, in words. */
    readonly unsaid: string;
}

/** More addresses than a site has in IPv4 are not named. */
const mostNamed = 65_536;

const isWide = (set: Ranges): boolean =>
    sameRanges(set, everyAddress) || sameRanges(set, all4) || sameRanges(set, all6);

/**
 * What an interface leaves of the addresses of a rule: those of the zones that the device faces by it. Where the device
 * says nothing of the interface, narrow addresses of a rule that permits show where they lie; `any` stays open, and so
 * does what is blocked: a rule against forged senders names addresses that lie elsewhere.
 */
function throughInterface(
    set: Ranges,
    some: RuleInterfaces | null,
    permits: boolean,
    device: Asset,
    places: Places,
): Side {
    if (some === null) return { certain: set, open: nothing, unsaid: '' };
    const asked: Interfaces = some;
    const faces = new Map<string, Ranges>();
    for (const { zone, interface: name } of device.faces)
        faces.set(name, union(faces.get(name) ?? nothing, places.spaceOf(zone.id)));
    const unsaid = asked.names.filter(written => ![...faces.keys()].some(name => namesInterface(written, name)));
    if (unsaid.length > 0) {
        const [certain, open] = !permits || isWide(set) ? [nothing, set] : [set, nothing];
        return { certain, open, unsaid: `which zone ${device.name} faces by ${unsaid.join(', ')}` };
    }
    const isAsked = (name: string): boolean => asked.names.some(each => namesInterface(each, name)) !== asked.not;
    const mine = union(...[...faces].filter(([name]) => isAsked(name)).map(([, space]) => space));
    const known = union(...faces.values());
    const beyond = subtract(set, known);
    // What lies beyond every zone that is faced comes by some interface of which nobody said which.
    return {
        certain: intersect(set, mine),
        open: beyond,
        unsaid:
            `by which interface ${device.name} reaches ` +
            (sizeOf(beyond) > mostNamed ? 'other addresses' : someAddresses(beyond)),
    };
}

/**
 * The rules of a ruleset as a device that has them asks them. Rules that are switched off or open no session are left
 * aside.
 */
export function judgedRules(ruleset: Ruleset, device: Asset, places: Places): readonly JudgedRule[] {
    const found: JudgedRule[] = [];
    const rangesOf = servicesReader();
    for (const rule of ruleset.rules) {
        if (rule.traits.length > 0) continue;
        const from = addressesOf(rule.from);
        const to = addressesOf(rule.to);
        const { permits, when } = rule;
        const whole = { rule, ruleset, permits, services: rangesOf(rule.services), from, to, when };
        if (rule.enters || rule.leaves) found.push(...throughInterfaces(whole, device, places));
        else if (!isEmpty(whole)) found.push(whole);
    }
    return found;
}

function addressesOf(some: FirewallRule['from']): Ranges {
    return readAddressList(some.map(each => each.text)) ?? everyAddress;
}

/** The parts of a rule that names interfaces: those that are certain, and those under a condition. */
function throughInterfaces(judged: JudgedRule, device: Asset, places: Places): readonly JudgedRule[] {
    const { rule, permits } = judged;
    const enters = throughInterface(judged.from, rule.enters, permits, device, places);
    const leaves = throughInterface(judged.to, rule.leaves, permits, device, places);
    const parts: JudgedRule[] = [{ ...judged, from: enters.certain, to: leaves.certain }];
    const unsaid = [enters, leaves].filter(side => side.open.length > 0).map(side => side.unsaid);
    if (unsaid.length > 0) {
        const when = [rule.when, ...new Set(unsaid)].filter(each => each !== null).join('; ');
        const [allFrom, allTo] = [union(enters.certain, enters.open), union(leaves.certain, leaves.open)];
        if (enters.open.length > 0) parts.push({ ...judged, from: enters.open, to: allTo, when });
        if (leaves.open.length > 0 && enters.certain.length > 0)
            parts.push({ ...judged, from: subtract(allFrom, enters.open), to: leaves.open, when });
    }
    return parts.filter(part => !isEmpty(part));
}

/** Addresses in words: the first few, and how many more. */
export function someAddresses(set: Ranges, most = 3): string {
    const texts = addressTexts(set);
    return texts.length <= most
        ? texts.join(', ')
        : `${texts.slice(0, most).join(', ')} and ${texts.length - most} more`;
}
