import type { Accept, Agreement } from '../model/index.ts';
import type { Block } from './block.ts';
import { flat } from './flat.ts';
import type { Lowering } from './lowering.ts';
import { readString, spanOf } from './values.ts';

const none: readonly never[] = [];

/**
 * What is accepted in a block, each with its reason and last day; without what ends on a day that there is none,
 * or could not be read to its end.
 */
export function lowerAccepts(lowering: Lowering, block: Block): readonly Accept[] {
    const facts = block.of('AcceptFact', 'accept');
    if (facts.length === 0) return none;
    return flat(facts, (fact): readonly Accept[] => {
        const until = block.lastDay(fact.until?.[0], fact);
        if (!fact.rule || until === undefined) return [];
        return [
            {
                rule: fact.rule.text,
                ruleAt: spanOf(fact.rule),
                because: fact.because?.[0] ? readString(fact.because[0].text) : null,
                until,
                origin: lowering.origin(fact, fact.rule),
            },
        ];
    });
}

/** What was agreed to in a block; a statement without a text or a person says nothing. */
export function lowerAgreements(lowering: Lowering, block: Block): readonly Agreement[] {
    const facts = block.of('AgreedFact', 'agreed');
    if (facts.length === 0) return none;
    return flat(facts, (fact): readonly Agreement[] => {
        const until = block.lastDay(fact.until, fact);
        if (!fact.what || !fact.person || until === undefined) return [];
        return [
            {
                what: readString(fact.what.text),
                by: readString(fact.person.text),
                until,
                origin: lowering.origin(fact, fact.what),
            },
        ];
    });
}
