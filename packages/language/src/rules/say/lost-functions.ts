import type { KeepingVerdict } from '../../assessment/index.ts';
import type { EssentialFunction, Island, Lookup } from '../../model/index.ts';
import { durationText, nameOf } from '../../model/index.ts';
import type { Answer } from '../engine/rule.ts';
import { related } from './related.ts';
import { listed } from './wording.ts';

/** What goes wrong with a function that an island keeps. */
function fault({ keeping, verdict }: KeepingVerdict): string {
    const name = keeping.function.id;
    if (verdict.verdict !== 'degraded') return `${name} is lost`;
    const wanted = keeping.duration ? durationText(keeping.duration) : 'as long as the cut lasts';
    return `${name} continues for ${verdict.endures} and not for ${wanted}`;
}

/** The elements of a chain that have a place. */
function steps({ element, model }: Lookup, chain: readonly string[]) {
    return chain.flatMap(id => element(id) ?? model.functions.find(each => each.id === id) ?? []);
}

/** Of an island that does not keep one of its functions. */
export function notKept(lookup: Lookup, island: Island, each: KeepingVerdict): Answer {
    const { chain, because } = each.verdict;
    return {
        at: nameOf(each.keeping.origin),
        subject: island.id,
        message:
            `${island.id} is broken: ${fault(each)}: ${chain.join(' → ')} (${because}). Move what it needs inside, ` +
            'name an alternative with `or`, or write how long it `endures` the loss.',
        related: related('On the path from the function to what is cut.', steps(lookup, chain)),
    };
}

/**
 * Of a function that the plant does not have when what is outside is lost.
 * @param chain from the function to what it stops without; `null` for one that rests on nothing inside
 * @param outside what it depends on there
 */
export function notInside(
    lookup: Lookup,
    { id, origin }: EssentialFunction,
    chain: readonly string[] | null,
    because: string,
    outside: readonly string[],
): Answer {
    const what = chain
        ? `depends on something outside the plant: ${chain.join(' → ')} (${because})`
        : `is essential and rests on nothing inside the plant: all that it needs is ${listed(outside)}`;
    return {
        at: nameOf(origin),
        subject: id,
        message:
            `${id} ${what}. Move it inside, name an alternative with \`or\`, or write how long the function ` +
            '`endures` the loss.',
        related: related(
            'What it depends on.',
            outside.flatMap(each => lookup.element(each) ?? []),
        ),
    };
}
