import type { Accept, Fix, Lookup, Origin } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Answer } from '../engine/rule.ts';
import { alsoBlamed } from './related.ts';
import { listed } from './wording.ts';

interface Element {
    readonly id: string;
    readonly origin: Origin;
    readonly accepts: readonly Accept[];
}

/** What several elements lack, in words. */
export interface Lack<T extends Element> {
    /** The id of the rule that asks. */
    readonly rule: string;
    readonly elements: readonly T[];
    /** What they are, in the singular. */
    readonly noun: string;
    /** What they lack, as a clause behind one name, and behind several. */
    readonly clause: readonly [one: string, many: string];
    readonly advice: string;
    /** The fixes for some of them, told together. */
    readonly fixes?: (elements: readonly T[]) => readonly Fix[];
}

/** So many elements are named in the message; of more the first one alone. */
const mostNamed = 3;

function answerFor<T extends Element>({ noun, clause, advice, fixes }: Lack<T>, elements: readonly T[]): Answer {
    const [first, ...others] = elements;
    const who = elements.length <= mostNamed ? listed(elements.map(element => element.id)) : `${first!.id} and ${others.length} more ${noun}s`;
    return {
        at: nameOf(first!.origin),
        subject: first!.id,
        message: `${who} ${others.length === 0 ? clause[0] : clause[1]}. ${advice}`,
        fixes: fixes?.(elements) ?? [],
        related: others.flatMap(element => alsoBlamed(`${element.id} likewise.`, [element])),
    };
}

/**
 * One answer for all elements that lack the same thing: at the first of them, with the others as related places,
 * so that a model in its first week is not buried under notices. Those for which somebody accepts the finding, in their own
 * block or around it, get an answer each, so that no acceptance reaches further than it should.
 */
export function lacking<T extends Element>(lookup: Lookup, lack: Lack<T>): readonly Answer[] {
    const accepts = (element: Element): boolean => element.accepts.some(accept => accept.rule === lack.rule);
    const apart = lack.elements.filter(element => accepts(element) || lookup.chain(element.id).some(accepts));
    const together = lack.elements.filter(element => !apart.includes(element));
    return [...apart.map(element => [element]), ...(together.length === 0 ? [] : [together])].map(elements => answerFor(lack, elements));
}
