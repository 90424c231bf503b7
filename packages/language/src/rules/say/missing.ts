import type { Accept, Fix, Lookup, Origin, Place, Related } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Answer, Severity } from '../engine/rule.ts';
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
    /** What they are, in the singular: `zone`, `zone or conduit`. */
    readonly noun: string;
    /** What they lack, as a clause after one name, and after several. */
    readonly clause: readonly [one: string, many: string];
    /** What to do; in two sentences where it differs for one and for several. */
    readonly advice: string | readonly [one: string, many: string];
    /** What is said of one of them beyond that, at its own place. */
    readonly detail?: (element: T) => string;
    /** Where it is blamed; at its name, where nothing is given. */
    readonly placeOf?: (element: T) => Place;
    /** The fixes for one of them; the first is offered to all readers, the others where their element is. */
    readonly fixes?: (element: T) => readonly Fix[];
    /** The fixes for all of them at once, or for whatever is around them. */
    readonly together?: (elements: readonly T[]) => readonly Fix[];
    /** Other places that belong to it, and that are not blamed. */
    readonly beside?: readonly Related[];
    readonly severity?: Severity;
    readonly basis?: readonly string[];
}

/** So many elements are named in the message; of more the first one alone. */
const mostNamed = 3;

/** `zones`, `zones and conduits`. */
function plural(noun: string): string {
    return noun
        .split(' or ')
        .map(each => `${each}s`)
        .join(' and ');
}

function answerFor<T extends Element>(lack: Lack<T>, elements: readonly T[]): Answer {
    const { noun, clause, advice, detail, fixes, together, beside = [], severity, basis } = lack;
    const [first, ...others] = elements;
    const placeOf = lack.placeOf ?? ((element: T): Place => nameOf(element.origin));
    const who =
        elements.length <= mostNamed
            ? listed(elements.map(element => element.id))
            : `${first!.id} and ${others.length} more ${plural(noun)}`;
    const at = placeOf(first!);
    const number = others.length === 0 ? 0 : 1;
    const more = others.length === 0 && detail ? ` ${detail(first!)}` : '';
    return {
        at,
        subject: first!.id,
        message: `${who} ${clause[number]}.${more} ${typeof advice === 'string' ? advice : advice[number]}`,
        fixes: [
            ...elements.flatMap(
                element =>
                    fixes?.(element).map(fix => (others.length === 0 ? fix : { ...fix, at: placeOf(element) })) ?? [],
            ),
            ...(together?.(elements) ?? []),
        ],
        related:
            others.length === 0
                ? beside
                : [
                      ...(detail ? [{ message: `${first!.id}: ${detail(first!)}`, at }] : []),
                      ...others.flatMap(element =>
                          alsoBlamed(
                              detail ? `${element.id}: ${detail(element)}` : `Also ${element.id}.`,
                              [element],
                              lack.placeOf,
                          ),
                      ),
                      ...beside,
                  ],
        severity,
        basis,
    };
}

/**
 * One answer for all elements that lack the same thing: at the first of them, with the others as related places, so
 * that a model in its first week is not buried under notices. Those for which somebody accepts the finding, in their
 * own block or around it, get an answer each, so that no acceptance reaches further than it should.
 */
export function lacking<T extends Element>(lookup: Lookup, lack: Lack<T>): readonly Answer[] {
    const accepts = (element: Element): boolean => element.accepts.some(accept => accept.rule === lack.rule);
    const apart = new Set(lack.elements.filter(element => accepts(element) || lookup.chain(element.id).some(accepts)));
    const together = lack.elements.filter(element => !apart.has(element));
    return [...[...apart].map(element => [element]), ...(together.length === 0 ? [] : [together])].map(elements =>
        answerFor(lack, elements),
    );
}
