import type { Arrow, Edit, Fix, Flow, Mention } from '../../model/index.ts';

/** The name as it was written: the last part of the id that has its length. */
export function written(mention: Mention): string {
    const text = mention.id.slice(-(mention.at.end - mention.at.start));
    return mention.id === text || mention.id.endsWith(`.${text}`) ? text : mention.id;
}

/** The edit that gives a flow another arrow. */
export function arrowEdit(flow: Flow, arrow: Arrow): Edit & { readonly kind: 'replace' } {
    return { kind: 'replace', at: { file: flow.origin.file, ...flow.arrowAt }, text: arrow };
}

/**
 * The claim that one end opens the session. Which one does is a fact of the plant that no finding shows: a person has
 * to say it, and what is written first is what has to be confirmed, the end or the arrow.
 */
function opens(end: string, first: Edit & { readonly kind: 'replace' }, ...others: readonly Edit[]): Fix {
    return {
        kind: 'claim',
        title: `State that ${end} opens the session…`,
        fill: [first.text],
        edits: [first, ...others],
    };
}

/** The claim that the first end of the flow alone opens the session. */
export function openForward(flow: Flow): Fix {
    return opens(flow.from.id, arrowEdit(flow, '->'));
}

/**
 * The claim that the second end of the flow alone opens the session: the ends change places. None for a flow that
 * writes or programs: what it may do is said of the end that opens it, so the other one would write or program in its
 * place.
 */
export function openBackward(flow: Flow): readonly Fix[] {
    if (flow.access === 'write' || flow.access === 'program') return [];
    const { file } = flow.origin;
    return [
        opens(
            flow.to.id,
            { kind: 'replace', at: { file, ...flow.from.at }, text: written(flow.to) },
            ...(flow.arrow === '->' ? [] : [arrowEdit(flow, '->')]),
            { kind: 'replace', at: { file, ...flow.to.at }, text: written(flow.from) },
        ),
    ];
}
