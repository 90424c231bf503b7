import { defaultBudget } from './cover.ts';
import { HullIndex } from './region-index.ts';
import type { Region } from './region.ts';
import { overlap, regionIncludes, without } from './region.ts';

/**
 * A rule of a packet filter, ready to be judged. What it matches is a region; the first rule that matches a session
 * decides it.
 */
export interface FilterRule extends Region {
    readonly permits: boolean;
    /** A condition that cannot be judged here: whether the rule matches at all is then not known. `null` for none. */
    readonly when: string | null;
}

/** Sessions with one verdict, and the rules that have part in it, by their index. */
export interface Decided {
    readonly region: Region;
    readonly rules: readonly number[];
}

/**
 * What a rule set does with the sessions of a question. No session is in two of the lists, and together they are the
 * question.
 */
export interface Verdict {
    readonly permitted: readonly Decided[];
    /** Those that no rule matches have no rules. */
    readonly blocked: readonly Decided[];
    /** Those that a rule with a condition would decide, where the rules after it decide otherwise. */
    readonly unclear: readonly Decided[];
    /**
     * False where the question fell into more parts than the budget allows: what is missing is in none of the lists.
     */
    readonly complete: boolean;
}

/** A part of the question that no rule has decided yet. */
interface Open {
    readonly region: Region;
    readonly mayPermit: boolean;
    readonly mayBlock: boolean;
    readonly doubts: readonly number[];
}

/** A rule set with what makes many questions quick. */
export interface Filter {
    readonly rules: readonly FilterRule[];
    readonly hulls: HullIndex;
}

/** Rules in their order, ready to be asked. */
export function filterOf(rules: readonly FilterRule[]): Filter {
    return { rules, hulls: new HullIndex(rules) };
}

/**
 * What a rule set does with the sessions of a region. The first rule that matches decides; what none matches is
 * blocked. A rule with a condition leaves open what it would decide: where the rules after it come to the same verdict
 * the verdict stands, else it is unclear.
 * @param budget how many parts the question may fall into
 */
export function evaluate({ rules, hulls }: Filter, question: Region, budget = defaultBudget): Verdict {
    const permitted: Decided[] = [];
    const blocked: Decided[] = [];
    const unclear: Decided[] = [];
    const decide = ({ region, mayPermit, mayBlock, doubts }: Open, permits: boolean, rule: number | null): void => {
        const contrary = permits ? mayBlock : mayPermit;
        const list = contrary ? unclear : permits ? permitted : blocked;
        list.push({ region, rules: [...(contrary ? doubts : []), ...(rule === null ? [] : [rule])] });
    };
    let open: Open[] = [{ region: question, mayPermit: false, mayBlock: false, doubts: [] }];
    let spent = 0;
    for (const index of hulls.near(question)) {
        if (open.length === 0) break;
        const rule = rules[index]!;
        const next: Open[] = [];
        for (const part of open) {
            // Most questions are of one session, and most rules match all of it or nothing.
            if (rule.when === null && regionIncludes(rule, part.region)) {
                decide(part, rule.permits, index);
                continue;
            }
            const both = overlap(part.region, rule);
            if (!both) {
                next.push(part);
                continue;
            }
            if (rule.when === null) decide({ ...part, region: both }, rule.permits, index);
            else {
                next.push({
                    region: both,
                    mayPermit: part.mayPermit || rule.permits,
                    mayBlock: part.mayBlock || !rule.permits,
                    doubts: [...part.doubts, index],
                });
            }
            for (const left of without(part.region, both)) next.push({ ...part, region: left });
        }
        open = next;
        spent += open.length;
        if (spent > budget) return { permitted, blocked, unclear, complete: false };
    }
    for (const part of open) decide(part, false, null);
    return { permitted, blocked, unclear, complete: true };
}

/** One word for a question: `partly` where some of it is blocked and the rest is not, or not surely. */
export type Permission = 'yes' | 'no' | 'partly' | 'not-assessable';

/** What a verdict answers to its question, in one word. */
export function permissionOf({ permitted, blocked, unclear, complete }: Verdict): Permission {
    if (!complete) return 'not-assessable';
    if (blocked.length > 0) return permitted.length === 0 && unclear.length === 0 ? 'no' : 'partly';
    return unclear.length > 0 ? 'not-assessable' : 'yes';
}
