import {
    type InvariantVerdict,
    isTolerable,
    riskLabel,
    type State,
    type SubjectAssessment,
} from '../../assessment/index.ts';
import { type Exception, frCount, type Naming, type Origin } from '../../model/index.ts';
import type {
    AcceptanceChange,
    DiffSide,
    InvariantChange,
    LevelChange,
    RequirementChange,
    ThreatChange,
} from './model-diff.ts';
import { accesses, exceptionText, ownNames } from '../../model/index.ts';
import { standings } from './kinds.ts';
import { namesFrom, type Pairing } from './pairing.ts';
import { cutOutZones } from './cut-out.ts';
import { acceptsOf, around } from '../../rules/engine/acceptance.ts';
import { unprovedBy } from '../../rules/index.ts';

/** A zone or conduit on both sides, and what was cut out of a zone, with that zone. */
function* subjects(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
): Iterable<readonly [old: SubjectAssessment, now: SubjectAssessment, isCutOut: boolean]> {
    const partners = new Map([...pairing.elements].map(([old, now]) => [now, old]));
    const homes = cutOutZones(before.lookup, after.lookup, pairing);
    for (const now of after.assessment.subjects) {
        const old = before.assessment.of(partners.get(now.id) ?? homes.get(now.id) ?? '');
        if (old) yield [old, now, homes.has(now.id)];
    }
}

/** Where SL-T, SL-A or SL-C of a zone or conduit that is on both sides has changed, for each FR. */
export function levelChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly LevelChange[] {
    const found: LevelChange[] = [];
    for (const [old, now, isCutOut] of subjects(before, after, pairing)) {
        for (const [what, was, is] of [
            ['SL-T', old.slT, now.slT],
            ['SL-A', old.slA, now.slA],
            ['SL-C', old.slC, now.slC],
        ] as const) {
            // What a part of the assets is capable of says nothing of a step.
            for (let fr = what === 'SL-C' && isCutOut ? frCount : 0; fr < frCount; fr++) {
                const [first, second] = [was[fr] ?? null, is[fr] ?? null];
                if (first !== second) found.push({ subject: now.id, fr, what, before: first, after: second });
            }
        }
    }
    return found;
}

/** Where the state of a requirement has changed. */
export function requirementChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly RequirementChange[] {
    const found: RequirementChange[] = [];
    for (const [old, now] of subjects(before, after, pairing)) {
        const was = old.requirements;
        now.requirements.forEach((is, index) => {
            const first = was[index];
            if (!first || first.state === is.state) return;
            found.push({
                subject: now.id,
                id: is.id,
                before: first.state,
                after: is.state,
                required: first.required || is.required,
            });
        });
    }
    return found;
}

/**
 * Met above compensated above excluded above planned; of what is missed, capable or not assessed nothing is achieved.
 */
const stateRanks: Readonly<Record<State, number>> = {
    met: 4,
    compensated: 3,
    excluded: 2,
    planned: 1,
    capable: 0,
    missed: 0,
    'not-assessed': 0,
};

export function stateRank(state: State): number {
    return stateRanks[state];
}

/** Which invariants that are on both sides no longer hold, and which hold again. */
export function invariantChanges(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
): { readonly broken: readonly InvariantChange[]; readonly healed: readonly InvariantChange[] } {
    const path = (verdict: InvariantVerdict): InvariantChange => {
        const counterexample = verdict.clauses.find(clause => clause.counterexample)?.counterexample;
        return {
            id: verdict.invariant.id,
            counterexample: counterexample ? [counterexample.from, ...counterexample.hops.map(hop => hop.to)] : [],
        };
    };
    const old = before.assessment.invariants;
    const now = after.assessment.invariants;
    const partners = new Map(now.map(verdict => [verdict.invariant.id, verdict]));
    const pairs = old.flatMap(was => {
        const is = partners.get(pairing.invariants.get(was.invariant.id) ?? '');
        return is ? [{ was, is }] : [];
    });
    return {
        broken: pairs.filter(({ was, is }) => was.holds && !is.holds).map(({ is }) => path(is)),
        // What nobody knows of HEAD is no gain: a connection that is not described may lead there.
        healed: pairs
            .filter(({ was, is }) => !was.holds && is.holds && unprovedBy(after.assessment, is.clauses).length === 0)
            .map(({ was }) => path(was)),
    };
}

/** What is accepted, and in whose block: an `accept` of a finding, or an exception to an invariant. */
interface Acceptance {
    readonly key: string;
    readonly rule: string;
    readonly holder: string | null;
    readonly exception: string | null;
    readonly because: string | null;
    readonly until: string | null;
    readonly about: readonly string[];
    /** Of an exception: what it takes in, under the names of HEAD. */
    readonly scope: Exception | null;
}

/** What holds the statements of a model, by its place, as a change names it and the other side calls it. */
function holdersOf({ model }: DiffSide, pairing: Pairing | null): ReadonlyMap<Origin, string> {
    return new Map(
        [...standings(model, pairing)].map(({ element, id, origin, other }) => [origin, `${element} ${other ?? id}`]),
    );
}

/** A system has its acceptances under any name. */
const keyOf = (holder: string): string => (holder.startsWith('system ') ? 'system' : holder);

function aboutOf(holders: ReadonlyMap<Origin, string>, origin: Origin): readonly string[] {
    const holder = holders.get(origin);
    return holder === undefined ? [] : [holder];
}

/** @param pairing for the side before, whose names are turned into those of the other one */
function acceptancesOf(side: DiffSide, pairing: Pairing | null): ReadonlyMap<string, Acceptance> {
    const holders = holdersOf(side, pairing);
    const names = pairing ? namesFrom(pairing) : ownNames;
    const all: Acceptance[] = acceptsOf(side.model).map(({ accept, holder, origin }) => ({
        key: JSON.stringify([keyOf(holders.get(origin) ?? ''), accept.rule]),
        rule: accept.rule,
        holder,
        exception: null,
        about: aboutOf(holders, origin),
        because: accept.because,
        until: accept.until?.date ?? null,
        scope: null,
    }));
    for (const { id, origin, exceptions } of side.model.invariants) {
        for (const each of exceptions) {
            const text = exceptionText(each, names);
            all.push({
                key: JSON.stringify([holders.get(origin) ?? '', 'except', text]),
                rule: 'invariant-broken',
                holder: id,
                exception: exceptionText(each, ownNames),
                about: aboutOf(holders, origin),
                because: each.because,
                until: each.until?.date ?? null,
                scope: renamed(each, names),
            });
        }
    }
    const found = new Map<string, Acceptance>();
    const order = (each: Acceptance): string => JSON.stringify([each.key, each.until, each.because]);
    const counts = new Map<string, number>();
    for (const each of [...all].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))) {
        const count = counts.get(each.key) ?? 0;
        counts.set(each.key, count + 1);
        found.set(`${each.key}#${count}`, each);
    }
    const places = new Map(all.map((each, index) => [each, index]));
    return new Map([...found].sort(([, a], [, b]) => places.get(a)! - places.get(b)!));
}

/** An exception under the names of the other side. */
function renamed(exception: Exception, names: Naming): Exception {
    const { from, to, protocols } = exception;
    return {
        ...exception,
        from: { ...from, id: names.element(from.id) },
        to: { ...to, id: names.element(to.id) },
        protocols: protocols.map(each => ({ ...each, id: names.protocol(each.id) })),
    };
}

/** True where one exception takes in whatever another one does, and for as long. */
function takesIn(wide: Exception, narrow: Exception, { lookup }: DiffSide): boolean {
    const covers = (outer: string, inner: string): boolean =>
        outer === inner || lookup.within(lookup.zoneOf(inner)?.id ?? inner, outer);
    const protocols = new Set(wide.protocols.map(({ id }) => id));
    const rank = ({ access }: Exception): number => (access === null ? accesses.length : accesses.indexOf(access));
    return (
        covers(wide.from.id, narrow.from.id) &&
        covers(wide.to.id, narrow.to.id) &&
        (wide.arrow === narrow.arrow || wide.arrow !== '->') &&
        (protocols.size === 0 ||
            (narrow.protocols.length > 0 && narrow.protocols.every(({ id }) => protocols.has(id)))) &&
        rank(wide) >= rank(narrow) &&
        (wide.until?.date ?? '9999') >= (narrow.until?.date ?? '9999')
    );
}

/** True where an acceptance takes in another one of its rule: it stands around it, and lasts as long. */
function standsAround(wide: Acceptance, narrow: Acceptance, { lookup, model }: DiffSide): boolean {
    const [outer, inner] = [wide.about[0] ?? '', narrow.about[0] ?? ''];
    if (wide.scope !== null || wide.rule !== narrow.rule || outer === inner) return false;
    if ((wide.until ?? '9999') < (narrow.until ?? '9999')) return false;
    const flow = inner.startsWith('flow ') ? model.flows.find(({ id }) => `flow ${id}` === inner) : undefined;
    const id = flow ? (flow.container ?? '') : inner.slice(inner.indexOf(' ') + 1);
    return (
        outer.startsWith('system ') ||
        around(lookup, id).some(each => outer === `${lookup.element(each)?.kind} ${each}`)
    );
}

/** True where what is accepted is accepted by another one: of the same invariant, or of the same rule. */
function isLeftOutBy(each: Acceptance, others: ReadonlyMap<string, Acceptance>, side: DiffSide): boolean {
    if (each.scope === null) return [...others.values()].some(other => standsAround(other, each, side));
    const [about] = each.about;
    return [...others.values()].some(
        other => other.scope !== null && other.about[0] === about && takesIn(other.scope, each.scope!, side),
    );
}

function acceptanceKind(before: string | null, after: string | null, today: string): AcceptanceChange['kind'] {
    const over = (day: string | null): boolean => day !== null && day < today;
    if (!over(before) && over(after)) return 'expired';
    if (over(before) && !over(after)) return 'renewed';
    return (after ?? '9999') > (before ?? '9999') ? 'extended' : 'shortened';
}

/**
 * What has become of `accept` statements and of the exceptions to invariants: added, removed, or with another last day.
 * What gave way to a wider one is still accepted, and what was cut out of a wider one is not new.
 */
export function acceptanceChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly AcceptanceChange[] {
    const old = acceptancesOf(before, pairing);
    const now = acceptancesOf(after, null);
    const found: AcceptanceChange[] = [];
    for (const [key, each] of now) {
        const { rule, holder, exception, because, until, about } = each;
        const was = old.get(key);
        const said = { rule, holder, exception, because, before: was?.until ?? null, after: until, about };
        if (!was) {
            if (!isLeftOutBy(each, old, after)) found.push({ kind: 'added', ...said });
        } else if (said.before !== said.after)
            found.push({ kind: acceptanceKind(said.before, said.after, after.today), ...said });
    }
    for (const [key, each] of old) {
        const { rule, holder, exception, because, until, about } = each;
        if (!now.has(key) && !isLeftOutBy(each, now, after))
            found.push({ kind: 'removed', rule, holder, exception, because, before: until, after: null, about });
    }
    return found;
}

/** Threats whose residual risk has crossed the one that is tolerated. */
export function threatChanges(before: DiffSide, after: DiffSide, pairing: Pairing): readonly ThreatChange[] {
    const old = new Map(
        before.assessment.risk.threats.map(risk => [pairing.threats.get(risk.threat.id) ?? null, risk]),
    );
    return after.assessment.risk.threats.flatMap((now): ThreatChange[] => {
        const was = old.get(now.threat.id);
        const fits = (risk: typeof now | undefined): boolean | null => (risk ? isTolerable(risk, risk.today) : null);
        const [first, second] = [fits(was), fits(now)];
        if (first === null || second === null || first === second) return [];
        return [
            {
                id: now.threat.id,
                before: was!.residual!.risk,
                after: now.residual!.risk,
                tolerable: now.tolerable!,
                labels: {
                    before: was!.residual!.label,
                    after: now.residual!.label,
                    tolerable: riskLabel(after.assessment.risk.matrix!, now.tolerable!),
                },
                crossed: second ? 'below' : 'above',
            },
        ];
    });
}
