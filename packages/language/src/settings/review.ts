import { defaultGravity, type ReasonKind } from './reasons.ts';
import type { SeveritySetting } from './severity.ts';

/** What a review asks for where a change brings a reason of one kind. */
export interface ReviewPolicy {
    readonly severity: SeveritySetting;
    /** Who has to agree: one of these persons or roles. Empty where anybody may. */
    readonly needs: readonly string[];
}

/** What a review asks for each kind of reason that the settings name. */
export type Review = ReadonlyMap<ReasonKind, ReviewPolicy>;

/** What a review asks for, by the settings or by default. */
export function policyFor(review: Review, kind: ReasonKind): ReviewPolicy {
    return review.get(kind) ?? { severity: defaultGravity(kind), needs: [] };
}
