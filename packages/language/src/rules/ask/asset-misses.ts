import type { Assessment, RequirementState, State } from '../../assessment/index.ts';
import { indexesOf } from '../../assessment/index.ts';
import type { Asset, RequirementMention, Statement, Zone } from '../../model/index.ts';

/** States that say of the whole zone that the requirement is taken care of. */
const settled: readonly State[] = ['met', 'compensated', 'excluded'];

/** What a part of a zone misses and the zone as a whole does not. */
export interface MissedInPart {
    /** The id of the zone or conduit around. */
    readonly around: string;
    readonly statement: Statement;
    readonly mention: RequirementMention;
    /** The states of the whole; one at least. */
    readonly settled: readonly RequirementState[];
}

/** What an asset or a nested zone is said to miss, and what it is a part of takes care of. */
export function missedInPart(assessment: Assessment, part: Asset | Zone): readonly MissedInPart[] {
    const around = (part.kind === 'asset' ? part.container : part.parent) ?? '';
    const assessed = assessment.of(around);
    if (!assessed) return [];
    return part.statements
        .filter(({ verb }) => verb === 'misses')
        .flatMap(statement =>
            statement.requirements.flatMap(mention => {
                const known = indexesOf(mention)
                    .flatMap(index => assessed.requirements[index] ?? [])
                    .filter(({ state }) => settled.includes(state));
                return known.length > 0 ? [{ around, statement, mention, settled: known }] : [];
            }),
        );
}
