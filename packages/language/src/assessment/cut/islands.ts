import type { Island, Keeping } from '../../model/index.ts';
import { compareSpans } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import type { FunctionVerdict } from './functions.ts';
import { judgeFunctions } from './functions.ts';
import type { Severed } from './severed.ts';
import { sever } from './severed.ts';

/** Whether a function goes on as an island says; `null` where the model does not say it. */
export interface KeepingVerdict {
    readonly keeping: Keeping;
    readonly holds: boolean | null;
    readonly verdict: FunctionVerdict;
}

/** An island as it stands after the cut that makes it one. */
export interface IslandVerdict {
    readonly island: Island;
    readonly cut: Severed;
    readonly keepings: readonly KeepingVerdict[];
}

/** True, false, or `null` for not said. */
function holds({ duration }: Keeping, verdict: FunctionVerdict, today: string): boolean | null {
    switch (verdict.verdict) {
        case 'kept':
            return true;
        case 'lost':
            return false;
        case 'not-said':
            return null;
        case 'degraded': {
            const known = verdict.duration;
            if (duration !== null && known !== null && compareSpans(today, duration, known) <= 0) return true;
            return verdict.mayGoOn ? null : false;
        }
    }
}

/**
 * Judges every island: whether the functions that it keeps go on when its connections are cut.
 * @param assessment whose day is the one on which the cut begins
 */
export function judgeIslands(assessment: Pick<Assessment, 'lookup' | 'reach' | 'today'>): readonly IslandVerdict[] {
    const { lookup, today } = assessment;
    return lookup.model.islands.map(island => {
        const cut = sever(
            lookup,
            island.cut.map(mention => mention.id),
        );
        const verdicts = new Map(judgeFunctions(assessment, cut).map(each => [each.function.id, each]));
        const keepings = island.keeps.map((keeping): KeepingVerdict => {
            const verdict = verdicts.get(keeping.function.id)!;
            return { keeping, verdict, holds: holds(keeping, verdict, today) };
        });
        return { island, cut, keepings };
    });
}
