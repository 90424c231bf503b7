import type { Origin, Span } from '../place.ts';
import type { Facts, FactsOf } from '../facts.ts';
import { joined, many, mentions, nothingLeft, text, notAFact, word } from '../facts.ts';
import type { Mention, Named } from './common.ts';
import { namedFacts } from './common.ts';

/** One row of the detailed risk assessment (IEC 62443-3-2, ZCR 5). */
export interface Threat extends Named {
    readonly from: readonly Mention[];
    readonly against: readonly Mention[];
    /** 1 to the size of the risk matrix, 5 where no matrix is given. */
    readonly likelihood: number | null;
    readonly consequence: number | null;
    /** Where they are written. */
    readonly likelihoodAt: Span | null;
    readonly consequenceAt: Span | null;
    readonly mitigations: readonly Mitigation[];
    readonly description: string | null;
    /** A consequence class of the risk matrix, such as `safety`. */
    readonly category: string | null;
}

/** Countermeasures that lower a threat, and to what. */
export interface Mitigation {
    readonly by: readonly Mention[];
    readonly toLikelihood: number | null;
    readonly toConsequence: number | null;
    readonly origin: Origin;
}

const mitigations: FactsOf<readonly Mitigation[]> = (all, names) =>
    many(
        'mitigated by',
        all.map(({ by, toLikelihood, toConsequence, origin: _origin, ...rest }) => {
            nothingLeft(rest);
            return joined(
                by
                    .map(each => names.countermeasure(each.id))
                    .sort()
                    .join(', '),
                toLikelihood !== null && `to likelihood ${toLikelihood}`,
                toConsequence !== null && `to consequence ${toConsequence}`,
            );
        }),
    );

/** The facts of a threat. */
export const threatFacts = {
    ...namedFacts,
    from: mentions('from', 'element', 2),
    against: mentions('against', 'element', 2),
    likelihood: word('likelihood'),
    consequence: word('consequence'),
    likelihoodAt: notAFact('where it is written'),
    consequenceAt: notAFact('where it is written'),
    category: word('category'),
    description: text('description'),
    mitigations,
} satisfies Facts<Threat>;
