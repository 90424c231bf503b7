import type { Interfaces, Ranges, Region } from 'iacs-language/filter';
import {
    all4,
    all6,
    anyInterface,
    commonInterfaces,
    defaultBudget,
    everyAddress,
    everyService,
    interfaces,
    namesInterface,
    noInterface,
    otherInterfaces,
    overlap,
    subtract,
    without,
} from 'iacs-language/filter';
import type { ReadRule } from './reading.ts';
import { both } from './reading.ts';
import { addAll } from '../add-all.ts';

/** What a rule of a chain does with what it matches. */
export type Verdict =
    | { readonly kind: 'accept' | 'drop' | 'return' }
    | { readonly kind: 'jump' | 'goto'; readonly chain: string }
    /** Something else decides, such as a program: it may permit and it may block. */
    | { readonly kind: 'unknown'; readonly by: string }
    /** The session goes to another target than the one that it names. */
    | { readonly kind: 'elsewhere' };

/** What is said of a session that a rule sends to another target. */
export const elsewhere = 'another target, to which a rule of translation sends it';

export interface ChainRule {
    readonly region: Region;
    readonly enters: Interfaces;
    readonly leaves: Interfaces;
    readonly when: string | null;
    readonly trait: 'established' | 'invalid' | null;
    readonly verdict: Verdict;
    readonly label: string;
    readonly line: number;
    /** Of a rule as it is for packets that may not be tracked: what it is for all others. */
    readonly tracked?: Pick<ChainRule, 'when' | 'trait'>;
}

/** A rule that sees targets as they are shown: what it says of one does not hold for the real address. */
export function untranslated(rule: ChainRule): ChainRule {
    const { to, services } = rule.region;
    const isWide = (isAll(to, everyAddress) || isAll(to, all4) || isAll(to, all6)) && isAll(services, everyService);
    return isWide ? rule : { ...rule, when: both(rule.when, 'the target before it is translated') };
}

const isAll = (some: Ranges, all: Ranges): boolean =>
    subtract(all, some).length === 0 && subtract(some, all).length === 0;

/** Whether a chain, or one that it calls, may stop a session: one that only marks and counts is not asked. */
export function blockersOf(chains: ReadonlyMap<string, readonly ChainRule[]>): (key: string) => boolean {
    const asked = new Set<string>();
    const blocks = (key: string): boolean => {
        if (asked.has(key)) return false;
        asked.add(key);
        return (chains.get(key) ?? []).some(
            ({ verdict, trait }) =>
                (trait === null && (verdict.kind === 'drop' || verdict.kind === 'unknown')) ||
                ((verdict.kind === 'jump' || verdict.kind === 'goto') && blocks(verdict.chain)),
        );
    };
    return key => {
        asked.clear();
        return blocks(key);
    };
}

/** A chain that the device asks first, with what becomes of sessions at its end. */
export interface BaseChain {
    readonly name: string;
    /** What can come here at all. */
    readonly domain: Region;
    readonly leaves?: string;
    /** The interface that a packet does not have here: no rule that names one matches, and each that excludes one. */
    readonly lacks?: 'enters' | 'leaves' | null;
    /** `null` where nothing happens at its end. */
    readonly policy: 'accept' | 'drop' | null;
    readonly policyLabel: string;
    readonly policyLine: number;
}

interface Guard {
    readonly region: Region;
    readonly enters: Interfaces;
    readonly leaves: Interfaces;
    readonly when: string | null;
    readonly trait: 'established' | 'invalid' | null;
}

/** Says that chains call each other in a circle, or fall into more rules than anybody could review. */
export class ChainFault extends Error {}

function bothInterfaces(a: Interfaces, b: Interfaces): Interfaces {
    const among = (some: Interfaces, others: Interfaces): readonly string[] =>
        some.names.filter(name => others.names.some(each => namesInterface(each, name)) !== others.not);
    if (a.not && b.not) return commonInterfaces(a, b);
    return interfaces(...(a.not ? [] : among(a, b)), ...(b.not ? [] : among(b, a)));
}

function narrowed(guard: Guard, rule: Guard): Guard | null {
    const region = overlap(guard.region, rule.region);
    const enters = bothInterfaces(guard.enters, rule.enters);
    const leaves = bothInterfaces(guard.leaves, rule.leaves);
    if (!region || noInterface(enters) || noInterface(leaves)) return null;
    return { region, enters, leaves, when: both(guard.when, rule.when), trait: guard.trait ?? rule.trait };
}

/** What goes on in a chain that a rule has left. What a condition decides stays, under the contrary condition. */
function remaining(guard: Guard, rule: Guard): readonly Guard[] {
    if (rule.trait !== null) return [guard];
    const common = narrowed(guard, rule);
    if (!common) return [guard];
    const { region, enters, leaves } = common;
    const parts: Guard[] = [
        ...without(guard.region, region).map(part => ({ ...guard, region: part })),
        { ...guard, region, enters: commonInterfaces(guard.enters, otherInterfaces(enters)) },
        { ...guard, region, enters, leaves: commonInterfaces(guard.leaves, otherInterfaces(leaves)) },
        ...(rule.when === null
            ? []
            : [{ ...guard, region, enters, leaves, when: both(guard.when, `not (${rule.when})`) }]),
    ];
    return parts.filter(part => !noInterface(part.enters) && !noInterface(part.leaves));
}

/**
 * Chains that call each other as one list, in which the first rule that matches decides. Of several base chains every
 * one has to permit: a session that one of them accepts goes on to the next.
 * @throws {@link ChainFault}
 */
export function flatten(chains: ReadonlyMap<string, readonly ChainRule[]>, bases: readonly BaseChain[]): ReadRule[] {
    const rules: ReadRule[] = [];
    let here: Partial<Guard> = {};
    const emit = (permits: boolean, guard: Guard, label: string, line: number): void => {
        if (rules.length >= defaultBudget) throw new ChainFault('its chains unfold into too many rules');
        rules.push({
            permits,
            ...guard,
            ...here,
            label,
            line,
        });
    };
    const walk = (name: string, entry: readonly Guard[], calls: readonly string[], last: boolean): readonly Guard[] => {
        if (calls.includes(name))
            throw new ChainFault(`its chains call each other in a circle (${[...calls, name].join(' → ')})`);
        let guards = entry;
        const accepted: Guard[] = [];
        for (const rule of chains.get(name) ?? []) {
            const matched = guards.flatMap(guard => narrowed(guard, rule) ?? []);
            if (matched.length === 0) continue;
            const { verdict } = rule;
            if (verdict.kind === 'jump' || verdict.kind === 'goto') {
                const inner = walk(verdict.chain, matched, [...calls, name], last);
                addAll(accepted, inner);
                for (const gone of inner) guards = guards.flatMap(guard => remaining(guard, gone));
                if (verdict.kind === 'goto') guards = guards.flatMap(guard => remaining(guard, rule));
            } else if (verdict.kind === 'return') guards = guards.flatMap(guard => remaining(guard, rule));
            else if (verdict.kind === 'accept' && !last) {
                addAll(accepted, matched);
                for (const gone of matched) guards = guards.flatMap(guard => remaining(guard, gone));
            } else {
                for (const guard of matched) {
                    if (verdict.kind === 'elsewhere')
                        emit(false, { ...guard, when: both(guard.when, elsewhere) }, rule.label, rule.line);
                    else if (verdict.kind !== 'unknown') emit(verdict.kind === 'accept', guard, rule.label, rule.line);
                    else
                        for (const permits of [true, false])
                            emit(permits, { ...guard, when: both(guard.when, verdict.by) }, rule.label, rule.line);
                }
            }
            if (guards.length > 1000) throw new ChainFault('its chains unfold into too many parts');
        }
        return accepted;
    };
    bases.forEach((base, index) => {
        const last = index === bases.length - 1;
        const start: Guard = {
            region: base.domain,
            enters: base.lacks === 'enters' ? interfaces('') : anyInterface,
            leaves: base.lacks === 'leaves' ? interfaces('') : base.leaves ? interfaces(base.leaves) : anyInterface,
            when: null,
            trait: null,
        };
        here = base.lacks ? { [base.lacks]: anyInterface } : {};
        const accepted = walk(base.name, [start], [], last);
        const left = accepted.reduce<readonly Guard[]>(
            (guards, gone) => guards.flatMap(guard => remaining(guard, gone)),
            [start],
        );
        if (base.policy === 'drop') for (const guard of left) emit(false, guard, base.policyLabel, base.policyLine);
        if (base.policy === 'accept' && last) emit(true, start, base.policyLabel, base.policyLine);
    });
    return rules;
}
