import { areOthers } from 'iacs-language';

/** As many protocols in the sessions of one conversation are written; there are rarely two. */
const mostNames = 4;

/**
 * What the sensor took the sessions for: the name of most of them, and those that are no other name of the same: a few
 * sessions of a shell among many of a controller have to be seen.
 */
export function namesOf(protocols: ReadonlyMap<string, number>): string {
    const [first, ...rest] = [...protocols].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
    if (first === undefined) return '';
    const names = [first];
    for (const name of rest)
        if (names.length < mostNames && names.every(known => areOthers(known, name))) names.push(name);
    return names.join('; ');
}
