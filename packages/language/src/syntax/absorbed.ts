import type { Origin, Span } from '../model/index.ts';
import { parse } from './parse.ts';
import { statementsOf } from './tree.ts';

/** A statement that goes above another one, since the one before it would read it as its own words. */
export interface Absorbed {
    readonly statement: Span;
    readonly above: Span;
}

/** Words with which a statement begins, and with which others go on: `evidence` of a zone, or of what it meets. */
const goingOn = /^\s*(?:evidence|due|until|access|maintained|dated|valid|author)\b/;

/**
 * Where statements are taken away, the ones around them come together: `misses SR 1.1`, and then the `evidence` of the
 * zone, would be one statement.
 * @param taken the places of statements that are taken away, in the order of the text
 */
export function absorbedWithout(taken: readonly Span[], text: string): readonly Absorbed[] {
    if (!taken.some(({ end }) => goingOn.test(text.slice(end).replace(hidden, '')))) return [];
    const isTaken = (each: Span): boolean => taken.some(({ start, end }) => start === each.start && end === each.end);
    const found: Absorbed[] = [];
    const walk = (node: object): void => {
        const all = statementsOf(node);
        const left: Span[] = [];
        let gap = false;
        for (const each of all) {
            if (isTaken(each)) gap = true;
            else {
                let above = left.length;
                while (gap && above > 0 && isOne(left[above - 1]!, each, text)) above--;
                if (above < left.length) found.push({ statement: each, above: left[above]! });
                else {
                    gap = false;
                    left.push(each);
                }
                walk(each);
            }
        }
    };
    walk(parse('', text).file);
    return found;
}

/** Comments between two statements. */
const hidden = /^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)+/;

/** True where a statement reads the next one as a part of itself. */
function isOne(before: Span, next: Span, text: string): boolean {
    return reads(text.slice(before.start, before.end), text.slice(next.start, next.end));
}

function reads(before: string, next: string): boolean {
    return goingOn.test(next) && statementsOf(parse('', `${before}\n${next}`).file).length === 1;
}

/**
 * True where the last statement of a block would read one that comes below it as a part of itself: `accept`, and then
 * the `until` of a flow. What a countermeasure says behind `meets` is its own in either case.
 */
export function isAbsorbedIn({ whole, block }: Origin, statement: string, text: string): boolean {
    if (!block || !goingOn.test(statement)) return false;
    const element = text.slice(whole.start, whole.end);
    const [read] = statementsOf(parse('', element).file);
    const last = read && statementsOf(read).at(-1);
    if (!last || (read.$type === 'Countermeasure' && last.$type === 'RequirementFact')) return false;
    return reads(element.slice(last.start, last.end), statement);
}
