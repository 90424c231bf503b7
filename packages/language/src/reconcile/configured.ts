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
import type { Needs } from './needs.ts';
import type { Places } from './places.ts';
import { zonesAround } from './places.ts';
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

function someServices(services: Ranges): string {
    const texts = servicesOf(services).map(serviceText);
    return texts.length > 4 ? `${texts.slice(0, 3).join(', ')} and ${texts.length - 3} more` : texts.join(', ');
}

/** Parts of a flow that are blocked, as one text. */
function together(parts: readonly string[]): string | null {
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

/** What a device does with the sessions of a region. */
export function askDevice(filters: Filters, device: Asset, region: Region): DeviceVerdict {
    const known = filters.of(device.id);
    if (!known) return { device, configured: 'unknown', rules: [], missing: null, blocked: [] };
    // Ends of two kinds of addresses have no session between them: nobody can say what becomes of it.
    const parts = byFamily(region);
    if (parts.length === 0) return { device, configured: 'unknown', rules: [], missing: null, blocked: [] };
    const all = known.flatMap(each => each.rules);
    let [before, verdict] = [0, null as Verdict | null];
    for (const each of known) {
        const own = verdictOn(each, region, parts);
        verdict = verdict === null ? own : eitherOf(verdict, own, before);
        before += each.rules.length;
    }
    const configured = permissionOf(verdict!);
    const rules = new Set<FirewallRule>();
    for (const part of decidingIn(verdict!, configured)) for (const index of part.rules) rules.add(all[index]!.rule);
    const blocked =
        configured === 'partly' ? verdict!.blocked.slice(0, mostParts).map(each => regionText(each.region)) : [];
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

/** What each boundary device of its conduit does with a flow. */
export function devicesOf(
    lookup: Lookup,
    places: Places,
    filters: Filters,
    flow: Flow,
    needs: Needs,
): readonly DeviceVerdict[] {
    const conduit = flow.container === null ? undefined : lookup.conduit(flow.container);
    if (!conduit) return [];
    const lies = zonesAround(lookup, flow);
    return conduit.via.flatMap(({ id }): readonly DeviceVerdict[] => {
        const device = lookup.asset(id);
        if (!device) return [];
        // A device that is itself an end lets the session in or out, which is no passing through.
        if (needs.kind !== 'services' || !filters.of(id))
            return [{ device, configured: 'unknown', rules: [], missing: null, blocked: [] }];
        const directions = directionsOf(flow).map(([from, to]) => {
            const [source, target] = [places.endFor(from, device, lies, to), places.endFor(to, device, lies, from)];
            if (!source || !target)
                return [{ device, configured: 'unknown' as const, rules: [], missing: null, blocked: [] }];
            const oneOf = places.isOneOf(from, device, lies, to) || places.isOneOf(to, device, lies, from);
            return needs.each.map(services => {
                const verdict = askDevice(filters, device, { from: source, to: target, services });
                // Which of the addresses it is, is not known.
                return oneOf && verdict.configured === 'partly'
                    ? { ...verdict, configured: 'unknown' as const, missing: null, blocked: [] }
                    : verdict;
            });
        });
        const all = directions.flat();
        // Most have one direction and one service: what is asked of the device is the answer.
        if (all.length === 1 && all[0]!.configured !== 'partly') return all;
        const answers = directions.map(verdicts => partsOf(verdicts.map(each => each.configured)));
        // Of a flow whose direction is not known either one satisfies.
        const configured = flow.arrow === '--' ? best(answers) : partsOf(answers);
        const blocked =
            configured === 'partly'
                ? directions.flatMap((verdicts, at) => blockedOf(verdicts, directionsOf(flow)[at]![0], needs))
                : [];
        return [
            {
                device,
                configured,
                rules: [...new Set(all.flatMap(each => each.rules))],
                missing: together(blocked),
                blocked,
            },
        ];
    });
}

function best(answers: readonly Configured[]): Configured {
    return (
        (['yes', 'partly', 'not-assessable', 'unknown', 'no'] as const).find(each => answers.includes(each)) ??
        'unknown'
    );
}

/** The parts of one direction that are blocked: of a protocol all, or some of its sessions. */
function blockedOf(
    verdicts: readonly DeviceVerdict[],
    from: string,
    needs: Needs & { kind: 'services' },
): readonly string[] {
    return verdicts.flatMap(({ configured, blocked }, at) => {
        const services = needs.each[at];
        if (configured !== 'no' || !services) return blocked;
        return [`${someServices(services)} from ${from}`];
    });
}

/** What the boundary devices of a conduit together do with a region. */
export function askConduit(lookup: Lookup, filters: Filters, devices: readonly string[], region: Region): Configured {
    if (isEmpty(region)) return 'unknown';
    const answers = devices
        .flatMap(id => lookup.asset(id) ?? [])
        .map(device => askDevice(filters, device, region).configured);
    return allOf(answers);
}
