import type { Decided, Filter, Ranges, Region, Verdict } from '../filter/index.ts';
import {
    byFamily,
    evaluate,
    filterOf,
    isEmpty,
    permissionOf,
    sameRanges,
    servicesOf,
    serviceText,
} from '../filter/index.ts';
import type { Asset, FirewallRule, Flow, Lookup, Ruleset } from '../model/index.ts';
import type { JudgedRule } from './device-rules.ts';
import { judgedRules, someAddresses } from './device-rules.ts';
import { eitherOf } from './either-ruleset.ts';
import { nothingPasses } from './one-after-another.ts';
import type { Places } from './places.ts';
import type { Configured, DeviceVerdict } from './types.ts';

/** A rule set as a device asks it, and what was asked of it before. */
export interface DeviceFilter {
    readonly filter: Filter;
    readonly rules: readonly JudgedRule[];
    /** Verdicts by the question. */
    readonly verdicts: Map<string, Verdict>;
    /** The addresses of the zones that its device faces, where its rules name interfaces. */
    readonly faced: readonly Ranges[];
}

/** Filters of rule sets that are the same for every device and every model: no rule of theirs names an interface. */
const known = new WeakMap<Ruleset, DeviceFilter>();

function filterFor(ruleset: Ruleset, device: Asset, places: Places, earlier: DeviceFilter | undefined): DeviceFilter {
    const alike = ruleset.rules.every(rule => rule.enters === null && rule.leaves === null);
    const before = alike ? known.get(ruleset) : undefined;
    if (before) return before;
    const faced = alike ? [] : device.faces.map(each => places.spaceOf(each.zone.id));
    if (earlier && faced.every((space, index) => sameRanges(space, earlier.faced[index]!))) return earlier;
    const rules = judgedRules(ruleset, device, places);
    const found = { rules, filter: filterOf(rules), verdicts: new Map<string, Verdict>(), faced };
    if (alike) known.set(ruleset, found);
    return found;
}

/**
 * What a filter does with a region, asked once while its rules stay.
 * @param parts the region by families of addresses
 */
function verdictOn({ filter, verdicts }: DeviceFilter, region: Region, parts: readonly Region[]): Verdict {
    const key = `${region.from.join()} ${region.to.join()} ${region.services.join()}`;
    const before = verdicts.get(key);
    if (before) return before;
    const answers = parts.map(part => evaluate(filter, part));
    const verdict = answers.length === 1 ? answers[0]! : joined(answers);
    if (verdicts.size >= mostVerdicts) verdicts.clear();
    verdicts.set(key, verdict);
    return verdict;
}

/** So many parts that are blocked are named; more are a question of the whole. */
const mostParts = 50;

/** So many are kept of one rule set; a plant with more flows asks again. */
const mostVerdicts = 20_000;

/** The filters of the devices of a model that have rules. */
export class Filters {
    readonly #judged = new Map<Ruleset, readonly JudgedRule[]>();
    readonly #filters = new Map<string, readonly DeviceFilter[]>();
    readonly #exported = new Map<string, readonly (string | null)[]>();

    /** @param earlier those of the same rules and devices, whose interfaces lead to the same zones */
    constructor(rulesets: readonly Ruleset[], lookup: Lookup, places: Places, earlier?: Filters) {
        for (const ruleset of rulesets) {
            for (const { id } of ruleset.devices) {
                const device = lookup.asset(id);
                if (!device) continue;
                const filter = filterFor(ruleset, device, places, earlier?.of(id)?.[this.of(id)?.length ?? 0]);
                if (!this.#judged.has(ruleset)) this.#judged.set(ruleset, filter.rules);
                this.#filters.set(id, [...(this.#filters.get(id) ?? []), filter]);
                this.#exported.set(id, [...(this.#exported.get(id) ?? []), ruleset.exported?.date ?? null]);
            }
        }
    }

    /** The rules of a ruleset as the first of its devices asks them. */
    judged(ruleset: Ruleset): readonly JudgedRule[] {
        return this.#judged.get(ruleset) ?? [];
    }

    /** True where every device asks the same rules. */
    areThoseOf(other: Filters): boolean {
        return [...this.#filters].every(([id, filters]) =>
            filters.every((filter, index) => filter === other.of(id)?.[index]),
        );
    }

    /** The day of the earliest export of the rules of a device; `null` where one has no date. */
    since(device: string): string | null {
        const days = this.#exported.get(device) ?? [];
        return days.includes(null) ? null : (days.toSorted()[0] ?? null);
    }

    /** The filters of a device, one a ruleset; `undefined` where its rules are not known. */
    of(device: string): readonly DeviceFilter[] | undefined {
        return this.#filters.get(device);
    }
}

function regionText(region: Region): string {
    return `${someAddresses(region.from)} -> ${someAddresses(region.to)} : ` + someServices(region.services);
}

export function someServices(services: Ranges): string {
    const texts = servicesOf(services).map(serviceText);
    return texts.length > 4 ? `${texts.slice(0, 3).join(', ')} and ${texts.length - 3} more` : texts.join(', ');
}

/** Parts of a flow that are blocked, as one text. */
export function together(parts: readonly string[]): string | null {
    const different = [...new Set(parts)];
    if (different.length === 0) return null;
    return different.length > 3
        ? `${different.slice(0, 2).join('; ')} and ${different.length - 2} more parts`
        : different.join('; ');
}

/** One answer of several that all have to say yes. */
export function allOf(answers: readonly Configured[]): Configured {
    if (answers.includes('no')) return 'no';
    if (answers.includes('partly')) return 'partly';
    if (answers.length === 0 || answers.includes('unknown')) return 'unknown';
    return answers.includes('not-assessable') ? 'not-assessable' : 'yes';
}

/** One answer for parts of a question: all of them yes is yes, some of them no is partly. */
export function partsOf(answers: readonly Configured[]): Configured {
    if (answers.length === 0) return 'unknown';
    if (answers.every(each => each === answers[0])) return answers[0]!;
    if (answers.includes('no') || answers.includes('partly')) return 'partly';
    return answers.includes('unknown') ? 'unknown' : answers.includes('not-assessable') ? 'not-assessable' : 'yes';
}

function joined(verdicts: readonly Verdict[]): Verdict {
    return {
        permitted: verdicts.flatMap(each => each.permitted),
        blocked: verdicts.flatMap(each => each.blocked),
        unclear: verdicts.flatMap(each => each.unclear),
        complete: verdicts.every(each => each.complete),
    };
}

/** What the rule sets of a device do with a region; `null` where it has none, or the region has no sessions. */
function verdictOf(filters: Filters, device: string, region: Region): Verdict | null {
    // Ends of two kinds of addresses have no session between them: nobody can say what becomes of it.
    const parts = byFamily(region);
    if (parts.length === 0) return null;
    let [before, verdict] = [0, null as Verdict | null];
    for (const each of filters.of(device) ?? []) {
        const own = verdictOn(each, region, parts);
        verdict = verdict === null ? own : eitherOf(verdict, own, before);
        before += each.rules.length;
    }
    return verdict;
}

/** What a device does with the sessions of a region. */
export function askDevice(filters: Filters, device: Asset, region: Region): DeviceVerdict {
    const verdict = verdictOf(filters, device.id, region);
    if (!verdict) return { device, configured: 'unknown', rules: [], missing: null, blocked: [] };
    const all = filters.of(device.id)!.flatMap(each => each.rules);
    const configured = permissionOf(verdict);
    const rules = new Set<FirewallRule>();
    for (const part of decidingIn(verdict, configured)) for (const index of part.rules) rules.add(all[index]!.rule);
    const blocked =
        configured === 'partly' ? verdict.blocked.slice(0, mostParts).map(each => regionText(each.region)) : [];
    return { device, configured, rules: [...rules], missing: together(blocked), blocked };
}

/** The parts of a question whose rules decide an answer. */
function decidingIn({ permitted, blocked, unclear }: Verdict, configured: Configured): readonly Decided[] {
    return configured === 'not-assessable' ? unclear : [...permitted, ...blocked];
}

/** The directions in which a flow opens sessions. */
export function directionsOf(flow: Flow): readonly (readonly [string, string])[] {
    const [from, to] = [flow.from.id, flow.to.id];
    return flow.arrow === '->'
        ? [[from, to]]
        : [
              [from, to],
              [to, from],
          ];
}

/** True where none of the sessions of a region may pass several devices, one after the other. */
export function isStopped(filters: Filters, devices: readonly string[], region: Region): boolean {
    return nothingPasses(
        devices.filter(id => filters.of(id)).map(id => part => verdictOf(filters, id, part)),
        region,
    );
}

/** What the boundary devices of a conduit together do with a region. */
export function askConduit(lookup: Lookup, filters: Filters, devices: readonly string[], region: Region): Configured {
    if (isEmpty(region)) return 'unknown';
    const answers = devices
        .flatMap(id => lookup.asset(id) ?? [])
        .map(device => askDevice(filters, device, region).configured);
    const together = allOf(answers);
    return together === 'partly' && isStopped(filters, devices, region) ? 'no' : together;
}
