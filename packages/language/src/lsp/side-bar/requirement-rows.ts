import { gapKindOf, isUnsaid } from '../../assessment/index.ts';
import { frAbbreviations, foundationalRequirements } from '../../catalogue/index.ts';
import { nameOf, type Conduit, type Zone } from '../../model/index.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import { contradictedAt, restingOnContradicted } from '../../rules/index.ts';
import { targetText } from '../describe.ts';
import { speaksOf } from '../requirement-mentions.ts';
import { rowOf, type PlaceOf, type TreeRow } from './row.ts';

/** The matrix of requirements: zones and conduits, their levels, and what these ask for. */
export class RequirementRows {
    private readonly analysis: LiveAnalysis;
    private readonly placeOf: PlaceOf;

    constructor(analysis: LiveAnalysis, placeOf: PlaceOf) {
        this.analysis = analysis;
        this.placeOf = placeOf;
    }

    /** The zones and conduits with a target: those of the matrix of requirements. */
    subjects(): readonly (Zone | Conduit)[] {
        const { model, assessment } = this.analysis;
        return [...model.zones, ...model.conduits].filter(({ id }) =>
            assessment.of(id)?.slT.some(level => level !== null),
        );
    }

    subject(subject: Zone | Conduit): TreeRow {
        const row = rowOf(this.placeOf, 'subject', subject, targetText(this.analysis.assessment, subject.id), true);
        return { ...row, is: subject.kind, label: subject.title ?? subject.name };
    }

    levels(id: string): readonly TreeRow[] {
        const { assessment } = this.analysis;
        const assessed = assessment.of(id);
        if (!assessed) return [];
        const contradicted = restingOnContradicted(assessed, contradictedAt(assessment, assessed));
        return frAbbreviations.map((abbreviation, fr): TreeRow => {
            const target = assessed.slT[fr] ?? null;
            const kind = gapKindOf(assessed, fr);
            const claimed = kind === null && contradicted[fr]!.length > 0;
            const state = claimed
                ? ' · contradicted'
                : kind === null
                  ? ''
                  : kind === 'short'
                    ? ` · gap ${assessed.gap[fr]}`
                    : ' · not assessed';
            return {
                key: `fr:${fr} ${id}`,
                label: `${abbreviation} ${foundationalRequirements[fr]!.name}`,
                description: target === null ? 'no SL-T' : `SL-A ${assessed.slA[fr]} of SL-T ${target}${state}`,
                is:
                    target === null
                        ? 'unsaid'
                        : claimed
                          ? 'open'
                          : kind === null
                            ? 'met'
                            : kind === 'short'
                              ? 'short'
                              : 'open',
                hasChildren: target !== null && target > 0,
            };
        });
    }

    /** @param id the number of an FR and a zone or conduit, with a space between */
    requirements(id: string): readonly TreeRow[] {
        const [fr, subject] = [Number(id[0]), id.slice(2)];
        const { assessment } = this.analysis;
        const assessed = assessment.of(subject);
        if (!assessed) return [];
        const contradicted = contradictedAt(assessment, assessed);
        const required = assessed.requirements.filter(each => each.fr === fr && each.required);
        return required.map(({ id: requirement, index, state, by, level }): TreeRow => {
            const place = this.statementOn(requirement, subject, by);
            return {
                key: `requirement:${requirement} ${subject}`,
                label: requirement,
                description: [
                    `SL ${level}`,
                    state.replace('-', ' '),
                    by.length > 0 && `by ${by.join(', ')}`,
                    contradicted.has(index) && 'contradicted',
                ]
                    .filter(Boolean)
                    .join(' · '),
                is:
                    contradicted.has(index) || isUnsaid(state)
                        ? 'open'
                        : state === 'missed' || state === 'planned'
                          ? 'short'
                          : 'met',
                hasChildren: false,
                element: subject,
                ...(place ? { place } : {}),
            };
        });
    }

    /** Where a requirement is stated of for a zone or conduit: in it, in a zone around it, or in a countermeasure. */
    private statementOn(requirement: string, subject: string, by: readonly string[]): TreeRow['place'] {
        const { lookup } = this.analysis;
        const conduit = lookup.conduit(subject);
        for (const { statements } of conduit ? [conduit] : lookup.chain(subject)) {
            const found = statements.find(each => each.requirements.some(mention => speaksOf(mention, requirement)));
            if (found) return this.placeOf(nameOf(found.origin));
        }
        const countermeasure = lookup.countermeasure(by[0] ?? '');
        return countermeasure && this.placeOf(nameOf(countermeasure.origin));
    }
}
