import type { DiffAnswer, DiffQuestion } from '../question.ts';
import type { Policy } from '../policy.ts';

/** The two sides of a comparison, as a user gave them, and what is known of them besides. */
export interface Sides {
    readonly base: string;
    readonly head: string;
    /** The full hashes of the commits that were compared; `null` for what is no commit. */
    readonly baseCommit?: string | null;
    readonly headCommit?: string | null;
    /** The address of a line of a file on a forge; `null` where there is none. */
    readonly link?: (side: 'base' | 'head', file: string, line: number) => string | null;
    /** A command that shows the same comparison. */
    readonly command?: string;
    /** The address of the run that has the whole result. */
    readonly run?: string;
    /** What was asked of both sides, and what they answer. */
    readonly question?: DiffQuestion & { readonly answers: readonly DiffAnswer[] };
    /** What a review asks for. */
    readonly policy?: Policy;
    /** True where it is said although nobody has set a policy. */
    readonly policyAsked?: boolean;
}

/** A commit by the first of its digits, anything else as it was given. */
export const shortened = (name: string): string => (/^[0-9a-f]{40,64}$/.test(name) ? name.slice(0, 12) : name);
