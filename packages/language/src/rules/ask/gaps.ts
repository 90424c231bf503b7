import type { RequirementState, SubjectAssessment } from '../../assessment/index.ts';
import { gapKindOf, indexesOf, isUnsaid } from '../../assessment/index.ts';
import { frAbbreviations, requirementById, requirements } from '../../catalogue/index.ts';
import type { Conduit, Countermeasure, Fix, Lookup, Zone } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import { isAssessed } from './said.ts';
import { worksAt } from '../fix/claim.ts';
import { listed } from '../say/wording.ts';

/** A zone or conduit below its target of which somebody has assessed something. */
export interface Gap {
    readonly subject: Zone | Conduit;
    readonly assessed: SubjectAssessment;
    /** The FRs in which SL-A is below SL-T, 0 to 6. */
    readonly frs: readonly number[];
    /** What stops the next level in any of them. */
    readonly limits: readonly RequirementState[];
}

/** The requirements that stop the next level of an FR, with what is known of them. */
export function limitsOf(assessed: SubjectAssessment, fr: number): readonly RequirementState[] {
    return assessed.limits[fr]!.flatMap(id => assessed.requirements[requirementById(id)?.index ?? -1] ?? []);
}

/** True when nobody has said of any of them whether it is met. */
export function isUnknown(limits: readonly RequirementState[]): boolean {
    return limits.every(({ state }) => isUnsaid(state));
}

/** True when it is known of some requirement in the gap that it is not met, and not only that nobody assessed it. */
export function isKnown({ assessed, frs }: Gap): boolean {
    return frs.some(fr => gapKindOf(assessed, fr) === 'short');
}

/** What an FR reaches, and what was asked: `IAC 1 of 2`. */
export function levelText(assessed: SubjectAssessment, fr: number): string {
    return `${frAbbreviations[fr]!} ${assessed.slA[fr]!} of ${assessed.slT[fr]!}`;
}

/** True when the zone around has the same target and is stopped by the same requirements: then it is said there. */
function isSaidOutside(assessed: SubjectAssessment, outer: SubjectAssessment | undefined): boolean {
    return (
        outer !== undefined &&
        String(outer.slT) === String(assessed.slT) &&
        String(outer.limits) === String(assessed.limits)
    );
}

/** The gaps of a model, zones first, without those of nested zones that are the same as around them. */
export function gapsOf({ model, lookup, assessment }: Context): readonly Gap[] {
    const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
    return subjects.flatMap(subject => {
        const assessed = assessment.of(subject.id);
        if (!assessed || !isAssessed(lookup, subject)) return [];
        const frs = assessed.gap.flatMap((gap, fr) => (gap !== null && gap > 0 ? [fr] : []));
        if (frs.length === 0) return [];
        if (subject.kind === 'zone' && isSaidOutside(assessed, assessment.of(subject.parent ?? ''))) return [];
        return [{ subject, assessed, frs, limits: frs.flatMap(fr => limitsOf(assessed, fr)) }];
    });
}

/** The requirements that a countermeasure meets, by their ids: those of whole FRs too. */
function met(countermeasure: Countermeasure): readonly string[] {
    return [...new Set(countermeasure.meets.flatMap(indexesOf))].map(index => requirements[index]!.id);
}

function appliedAt(lookup: Lookup, subject: Zone | Conduit): ReadonlySet<string> {
    const around = subject.kind === 'zone' ? lookup.chain(subject.id) : [subject];
    return new Set(around.flatMap(each => each.applies.map(mention => mention.id)));
}

/**
 * Claims that apply a countermeasure which works and meets some of what nobody has assessed; the most useful ones
 * first, three at most.
 */
export function applyingFixes({ model, lookup }: Context, { subject, limits }: Gap): readonly Fix[] {
    const wanted = new Set(limits.filter(limit => isUnknown([limit]) && limit.origin === null).map(limit => limit.id));
    const applied = appliedAt(lookup, subject);
    return model.countermeasures
        .filter(
            countermeasure =>
                !applied.has(countermeasure.id) &&
                (countermeasure.status === 'implemented' || countermeasure.status === 'verified'),
        )
        .map(countermeasure => ({ countermeasure, meets: met(countermeasure).filter(id => wanted.has(id)) }))
        .filter(({ meets }) => meets.length > 0)
        .sort((a, b) => b.meets.length - a.meets.length)
        .slice(0, 3)
        .map(({ countermeasure, meets }) => worksAt(countermeasure.id, subject, ` (${listed(meets)})`));
}
