import type { FlowLabel, Found } from './graph.ts';

/** How what was found is drawn: declared grey, seen solid, seen only red, permitted only dotted. */
export type FoundLook = 'declared' | 'seen' | 'alone' | 'permitted';

const looks: Readonly<Record<Found, FoundLook>> = {
    seen: 'seen',
    'not-seen': 'declared',
    'not-visible': 'declared',
    'seen-only': 'alone',
    'permitted-only': 'permitted',
};

export const lookOf = (found: Found): FoundLook => looks[found];

/** What lines of these looks say. */
export const lookWords: Readonly<Record<FoundLook, string>> = {
    seen: 'declared and seen',
    declared: 'declared, not seen or not visible',
    alone: 'seen only',
    permitted: 'permitted only',
};
export const besideWords = 'seen only, beside what is declared';

/** The order in which one line speaks for all that goes along it. */
const weight: readonly FoundLook[] = ['seen', 'alone', 'declared', 'permitted'];

/** The look of a line along which these go: that of the model, where none is known. */
export function lookOfLine(flows: readonly FlowLabel[]): FoundLook {
    const some = flows.flatMap(flow => (flow.found === null ? [] : [lookOf(flow.found)]));
    return weight.find(look => some.includes(look)) ?? 'declared';
}
