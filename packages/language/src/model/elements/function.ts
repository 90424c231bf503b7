import type { Facts } from '../facts.ts';
import { text, words } from '../facts.ts';
import type { FunctionTrait } from '../words.ts';
import type { Named } from './common.ts';
import { namedFacts } from './common.ts';
import type { Alternatives, Dependency, Endurance, Without } from './dependency.ts';
import { alternatives, dependencies, endurances, withouts } from './dependency.ts';

/** What the plant must keep doing (IEC 62443-3-3 clause 4, SR 5.2 RE 2). */
export interface EssentialFunction extends Named {
    readonly needs: readonly Dependency[];
    readonly needsOneOf: readonly Alternatives[];
    readonly worksWithout: readonly Without[];
    readonly endures: readonly Endurance[];
    readonly traits: readonly FunctionTrait[];
    /** What is done by hand while it is lost. */
    readonly fallback: string | null;
    readonly owner: string | null;
    readonly description: string | null;
}

/** The facts of an essential function. */
export const functionFacts = {
    ...namedFacts,
    needs: dependencies('needs'),
    needsOneOf: alternatives,
    worksWithout: withouts,
    endures: endurances,
    traits: words('is'),
    fallback: text('fallback'),
    owner: text('owner'),
    description: text('description'),
} satisfies Facts<EssentialFunction>;
