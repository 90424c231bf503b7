import type { Assessment } from '../../assessment/index.ts';
import { indexesOf } from '../../assessment/index.ts';
import { requirementById } from '../../catalogue/index.ts';
import type {
    Asset,
    Conduit,
    Countermeasure,
    Related,
    RequirementMention,
    Span,
    Statement,
    Zone,
} from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import { named } from './boundary-claims.ts';
import { againstInherited } from './inherited-claims.ts';
import type { Refuted } from './refuted.ts';
import { decidedBy, refutedMeasures, refutedMention } from './refuted.ts';

type Subject = Zone | Conduit | Asset;

/** A claim on a zone, conduit or asset that cannot be true beside something else that the model says. */
export interface Contradiction {
    /** Where it is claimed: a requirement of a statement, or the countermeasure that is applied. */
    readonly mention: { readonly at: Span };
    /** True where it says that something is missing. */
    readonly admits?: boolean;
    /** What stands against what: a sentence without the advice. */
    readonly text: string;
    readonly related: readonly Related[];
}

/** The countermeasures that work here: applied to the subject itself or to a zone around it. */
function working({ lookup, day }: Assessment, subject: Zone | Conduit): readonly Countermeasure[] {
    const around = subject.kind === 'zone' ? lookup.chain(subject.id) : [subject];
    const ids = new Set(around.flatMap(each => each.applies.map(mention => mention.id)));
    return [...ids]
        .flatMap(id => lookup.countermeasure(id) ?? [])
        .filter(countermeasure => day.standingOf(countermeasure) === 'works');
}

/** What is missed or excluded at a place where a countermeasure that works claims to meet it. */
function againstCountermeasures(
    assessment: Assessment,
    subject: Zone | Conduit,
    statement: Statement,
    decided: readonly number[],
): Omit<Contradiction, 'mention'> | null {
    if (statement.verb !== 'misses' && statement.verb !== 'excludes') return null;
    for (const countermeasure of working(assessment, subject)) {
        const met = new Set(countermeasure.meets.flatMap(indexesOf));
        const both = decided.filter(index => met.has(index));
        if (both.length === 0) continue;
        const claims =
            `which ${countermeasure.id} ${statement.verb === 'misses' ? 'claims to meet' : 'meets'} here and is ` +
            `${countermeasure.status!}`;
        return {
            text: `${subject.name} ${statement.verb} ${named(both)}, ${claims}`,
            related: [{ message: `${countermeasure.id} meets ${named(both)}.`, at: nameOf(countermeasure.origin) }],
        };
    }
    return null;
}

/** An enhancement that is said to be met while its requirement is missed. */
function againstBase(
    assessment: Assessment,
    subject: Zone | Conduit,
    statement: Statement,
    mention: RequirementMention,
): Omit<Contradiction, 'mention'> | null {
    if (statement.verb !== 'meets' || mention.kind !== 'requirement') return null;
    const base = requirementById(requirementById(mention.id)?.base ?? '');
    const state = base && assessment.of(subject.id)?.requirements[base.index];
    if (!base || state?.state !== 'missed') return null;
    return {
        text:
            `${subject.name} meets ${mention.id}, and ${base.id} is missed: an enhancement is not met without its ` +
            'requirement',
        // What is missed is missed by a statement.
        related: [{ message: `${base.id} is missed.`, at: nameOf(state.origin!) }],
    };
}

/**
 * What the day by which a statement is to be done says against it: a clause. A requirement that is compensated or
 * excluded until a day to come is so today.
 * @param today `YYYY-MM-DD`
 * @returns `null` where it says nothing against it
 */
export function againstDay({ verb, due }: Statement, today: string): string | null {
    if (due === null) return null;
    if (due.date < today) return `it was due on ${due.date}`;
    return verb === 'meets' ? `it is due on ${due.date} only` : null;
}

/** What is to be done, and counts as met. A day that has passed is a finding of its own. */
function againstDue(
    assessment: Assessment,
    subject: Subject,
    statement: Statement,
    decided: readonly number[],
): Omit<Contradiction, 'mention'> | null {
    if (statement.verb !== 'meets' || statement.due === null || statement.due.date < assessment.today) return null;
    const states = assessment.of(subject.id)?.requirements;
    const met = decided.filter(index => states?.[index]?.state === 'met');
    if (met.length === 0) return null;
    return {
        text: `${subject.name} meets ${named(met)}, and ${againstDay(statement, assessment.today)!}`,
        related: [],
    };
}

/** The first of what is shown against a claim, as a sentence; what nested zones show comes last. */
function firstOf(assessment: Assessment, subject: Subject, claim: Refuted): Contradiction | null {
    const { mention, says, decided, against } = claim;
    for (const { refuted, text, related: shown } of against)
        return { mention, text: `${subject.name} ${says} ${named(refuted)}, and ${text}`, related: shown };
    const inner = subject.kind === 'zone' ? againstInherited(assessment, subject, decided) : null;
    if (!inner) return null;
    const { refuted, where, text, related: shown } = inner;
    return { mention, text: `${subject.name} ${says} ${named(refuted)}, ${where}, and ${text}`, related: shown };
}

/**
 * What the statements of a zone, conduit or asset say against the rest of the model; one contradiction for each mention
 * at most.
 */
export function contradictionsAt({ assessment }: Context, subject: Subject): readonly Contradiction[] {
    return subject.statements.flatMap(statement =>
        statement.requirements.flatMap(mention => {
            const decided = decidedBy(assessment, subject, statement, mention);
            const between =
                subject.kind === 'asset'
                    ? null
                    : (againstCountermeasures(assessment, subject, statement, decided) ??
                      againstBase(assessment, subject, statement, mention));
            if (between) return [{ mention, admits: statement.verb === 'misses', ...between }];
            const due = againstDue(assessment, subject, statement, decided);
            if (due) return [{ mention, ...due }];
            const refuted = refutedMention(assessment, subject, statement, mention, decided);
            return (refuted && firstOf(assessment, subject, refuted)) ?? [];
        }),
    );
}

/**
 * What the countermeasures that are applied to a zone, conduit or asset claim against the rest of the model; one
 * contradiction for each of them at most.
 */
export function contradictedMeasures({ assessment }: Context, subject: Subject): readonly Contradiction[] {
    const found = new Map<object, Contradiction>();
    for (const refuted of refutedMeasures(assessment, subject)) {
        if (found.has(refuted.mention)) continue;
        const first = firstOf(assessment, subject, refuted);
        if (first) found.set(refuted.mention, first);
    }
    return [...found.values()];
}
