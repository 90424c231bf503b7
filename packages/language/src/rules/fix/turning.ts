import type { Arrow, Edit, Fix, Flow, Mention } from '../../model/index.ts';

/** The name as it was written: the last part of the id that has its length. */
export function written(mention: Mention): string {
    const text = mention.id.slice(-(mention.at.end - mention.at.start));
    return mention.id === text || mention.id.endsWith(`.${text}`) ? text : mention.id;
}

/** The edit that gives a flow another arrow. */
export function arrowEdit(flow: Flow, arrow: Arrow): Edit {
    return { kind: 'replace', at: { file: flow.origin.file, ...flow.arrowAt }, text: arrow };
}

/** The fix by which the first end of the flow alone opens the session. */
export function openForward(flow: Flow): Fix {
    return { kind: 'fix', title: `Let ${flow.from.id} open the session`, edits: [arrowEdit(flow, '->')] };
}

/**
 * The fix by which the second end of the flow alone opens the session: the ends change places. None for a flow that
 * writes or programs: what it may do is said of the end that opens it, so the other one would write or program in its
 * place.
 */
export function openBackward(flow: Flow): readonly Fix[] {
    if (flow.access === 'write' || flow.access === 'program') return [];
    const { file } = flow.origin;
    return [
        {
            kind: 'fix',
            title: `Let ${flow.to.id} open the session`,
            edits: [
                { kind: 'replace', at: { file, ...flow.from.at }, text: written(flow.to) },
                ...(flow.arrow === '->' ? [] : [arrowEdit(flow, '->')]),
                { kind: 'replace', at: { file, ...flow.to.at }, text: written(flow.from) },
            ],
        },
    ];
}
