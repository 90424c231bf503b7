import type { Alternatives, Flow } from '../../model/index.ts';

/** What a cut does to something: `not-said` where the model does not say whether it goes on. */
export type Standing = 'kept' | 'not-said' | 'lost';

/** A session that stops, of an asset of which is not said whether it goes on without; or a need without a flow. */
export interface Question {
    readonly asset: string;
    /** What it may need: the other end. */
    readonly peer: string;
    /** The session; `null` where the model shows no flow by which the need is served. */
    readonly flow: Flow | null;
    /** True for a session that only may stop. */
    readonly mayStop?: true;
    /** Other sessions of the two that go on. */
    readonly goesOn: readonly Flow[];
}

/** Where something stands after a cut, and why. */
export interface Loss {
    readonly standing: Standing;
    /** From what was asked about to what is cut, as ids; empty for what is kept. */
    readonly chain: readonly string[];
    /** The last step in words; empty for what is kept. */
    readonly because: string;
    readonly questions: readonly Question[];
}

export const kept: Loss = { standing: 'kept', chain: [], because: '', questions: [] };
const order: readonly Standing[] = ['kept', 'not-said', 'lost'];
export const rank = (loss: Loss): number => order.indexOf(loss.standing);

export function lost(chain: readonly string[], because: string): Loss {
    return { standing: 'lost', chain, because, questions: [] };
}

/** The graver of two losses; of two that are open, both sets of questions. */
export function graver(a: Loss, b: Loss): Loss {
    if (rank(a) === rank(b) && a.standing === 'not-said')
        return { ...a, questions: [...a.questions, ...b.questions.filter(each => !a.questions.some(same(each)))] };
    return rank(b) > rank(a) ? b : a;
}

/**
 * What is left of alternatives: the best of them. Of one that cannot be read it is not known whether it is left.
 * @param id what needs them
 */
export function bestOf(id: string, { unread }: Alternatives, [first, ...others]: readonly Loss[]): Loss {
    if (!first) {
        const because =
            unread === 'retired' ? `something that ${id} needs is retired` : `not all that ${id} needs can be read`;
        return { standing: 'not-said', chain: [id], because, questions: [] };
    }
    const best = others.reduce((one, other) => (rank(other) < rank(one) ? other : one), first);
    if (best.standing !== 'lost' || !unread) return best;
    return { ...best, standing: 'not-said', because: `${best.because}, and its alternative cannot be read` };
}

const same =
    (a: Question) =>
    (b: Question): boolean =>
        a.asset === b.asset && a.peer === b.peer && a.flow === b.flow;
