import type { Place, Span } from '../model/index.ts';
import type { Said, Shown } from '../project/live/index.ts';

/** What is shown in the place of a finding of several elements, one of which is being typed. */
export interface Reduced {
    /** As it was said before that element was there. */
    readonly said: Said;
    readonly at: Place;
}

/** A finding as an editor shows it. */
export interface MaybeReduced {
    readonly shown: Shown;
    readonly reduced?: Reduced;
}

const key = (parts: Said['parts']): string =>
    parts
        .map(({ subject }) => subject)
        .sort()
        .join('\n');

/** True where a place is in the element that is being typed. */
export function liesInSpan(at: Place, uri: string, span: Span | null): boolean {
    return span !== null && at.file === uri && span.start <= at.start && at.end <= span.end;
}

/**
 * A finding that blames the unfinished element among others waits with that part: as long as it is being typed, what is
 * shown is what was shown of the others. Where these were not blamed together before, it is shown as it is.
 * @param before what is shown now
 */
export function withoutUnfinished<T extends MaybeReduced>(
    each: T,
    uri: string,
    unfinished: Span | null,
    before: readonly MaybeReduced[],
): T {
    const { said } = each.shown;
    if (unfinished === null || said.parts.length < 2) return each;
    const { places } = each.shown;
    if (places.length !== said.parts.length) return each;
    const left = places.flatMap((at, index) =>
        liesInSpan(at, uri, unfinished) ? [] : [{ at, subject: said.parts[index]!.subject }],
    );
    const [first] = left;
    if (!first || left.length === places.length || first.at.file !== uri) return each;
    const old = before
        .map(({ shown, reduced }) => reduced?.said ?? shown.said)
        .find(({ rule, parts }) => rule === said.rule && key(parts) === key(left));
    return old ? { ...each, reduced: { said: old, at: first.at } } : each;
}
