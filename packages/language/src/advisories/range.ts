import { compareVersions, isLine, isVersion } from './version.ts';

type Comparator = '<' | '<=' | '>' | '>=';

interface Bound {
    readonly comparator: Comparator;
    readonly version: string;
}

/** Versions from one bound to another; `null` where it is open. */
interface Interval {
    readonly lower: Bound | null;
    readonly upper: Bound | null;
}

/** Which versions an advisory names, as far as its text can be read. */
export type VersionRange =
    | { readonly kind: 'all' }
    | { readonly kind: 'none' }
    | {
          readonly kind: 'some';
          readonly intervals: readonly Interval[];
          readonly listed: readonly string[];
          readonly excluded: readonly string[];
      }
    /** `why` is a clause that follows the text: `is a sentence`. */
    | { readonly kind: 'unread'; readonly why: string };

/** Whether a version is in a range: `null` where that is not known, and then why. */
export interface Inside {
    readonly inside: boolean | null;
    readonly why: string | null;
    /** True for a version after the last bound, where that bound is named too (`<= 2.1`). */
    readonly beyond: boolean;
}

const operators = /<=|>=|!=|<|>|==?|≤|≥/g;
const mostBounds = 200;

function unread(why: string): VersionRange {
    return { kind: 'unread', why };
}

/**
 * Reads the versions of an advisory: a range of the vers notation (`vers:all/>=V1.0|<V3.1.4`), comparisons (`<= 2.1`,
 * `All versions < V1.2`), `*`, or single versions. Anything else is not read; no sentence is interpreted.
 */
export function readRange(text: string): VersionRange {
    const whole = text.trim();
    if (/^(|-|n\/?a|unknown|unspecified|none|not (?:available|applicable))$/i.test(whole))
        return unread('names no version');
    const [, scheme, given] = /^vers:([a-z0-9.+-]+)\/(.*)$/is.exec(whole) ?? [];
    if (given === undefined && /^vers:/i.test(whole)) return unread('is not of the form `vers:TYPE/RANGE`');
    if (scheme?.toLowerCase() === 'none') return { kind: 'none' };
    const said = given === undefined ? whole : decoded(given);
    if (said === null) return unread('has a wrong `%` escape');
    const [, words, rest = said] = /^(all\s+versions?|versions?)\s*:?\s*(?=[<>=≤≥!*]|$)(.*)$/is.exec(said) ?? [];
    if (rest === '*' || (rest === '' && words !== undefined)) return { kind: 'all' };
    return comparisons(rest, scheme?.toLowerCase() ?? 'all');
}

function decoded(text: string): string | null {
    try {
        return decodeURIComponent(text).trim();
    } catch {
        return null;
    }
}

/** Schemes of which nothing but the order of numbers is known; in others only numbers with dots are compared. */
const ownOrder = new Set(['all', 'generic', 'intdot']);

function comparisons(text: string, scheme: string): VersionRange {
    const intervals: { lower: Bound | null; upper: Bound | null }[] = [];
    const [listed, excluded]: [string[], string[]] = [[], []];
    const terms = text.split('|').flatMap(termsOf);
    if (terms.length > mostBounds) return unread(`has more than ${mostBounds} bounds`);
    for (const { operator, version } of terms) {
        if (version === '' || !/\d/.test(version)) return unread('is a sentence and is not interpreted');
        // One version that cannot be read may still be the same as another text.
        const isSingle = operator === '=' || operator === '!=';
        if (!isVersion(version) && (!isSingle || /[<>=\s]/.test(version)))
            return unread('is a sentence and is not interpreted');
        if (!ownOrder.has(scheme) && !isSingle && !/^v?\d+(?:\.\d+)*$/i.test(version))
            return unread(`is in the order of ${scheme}, which is not known here`);
        const last = intervals.at(-1);
        if (operator === '=' && last && last.upper === null)
            return unread('has a lower bound and a single version after it');
        if (operator === '=') listed.push(version);
        else if (operator === '!=') excluded.push(version);
        else if (operator === '>' || operator === '>=') {
            if (last && last.upper === null) return unread('has two lower bounds in a row');
            intervals.push({ lower: { comparator: operator, version }, upper: null });
        } else if (last && last.upper === null) {
            const order = compareVersions(last.lower!.version, version);
            if (order === 'later') return unread('begins after its end');
            last.upper = { comparator: operator, version };
        } else if (last || listed.length > 0) return unread('has an upper bound without a lower one');
        else intervals.push({ lower: null, upper: { comparator: operator, version } });
    }
    return { kind: 'some', intervals, listed, excluded };
}

interface Term {
    readonly operator: Comparator | '=' | '!=';
    readonly version: string;
}

const spelled: ReadonlyMap<string, Term['operator']> = new Map([
    ['≤', '<='],
    ['≥', '>='],
    ['==', '='],
]);

/** The comparisons of a piece without `|`: `>= V7.80 < V9.30` has two, `V7.80` is one version. */
function termsOf(piece: string): readonly Term[] {
    const found = [...piece.matchAll(operators)];
    const [first] = found;
    if (!first) return [{ operator: '=', version: piece.trim() }];
    const before = piece.slice(0, first.index).trim();
    const terms = found.map((each, index): Term => {
        const end = found[index + 1]?.index ?? piece.length;
        const version = piece.slice(each.index + each[0].length, end).replace(/^\s+|[\s,;_]+$/g, '');
        return { operator: spelled.get(each[0]) ?? (each[0] as Term['operator']), version };
    });
    return before === '' ? terms : [{ operator: '=', version: piece }];
}

/** The bound of a range that names everything up to it, and nothing else; `null` for any other range. */
export function onlyUpperBound(range: VersionRange): string | null {
    if (range.kind !== 'some' || range.listed.length + range.excluded.length > 0) return null;
    const [interval, ...others] = range.intervals;
    return others.length === 0 && interval?.lower === null ? (interval.upper?.version ?? null) : null;
}

/** Three values: both have to hold. */
function and(one: boolean | null, other: boolean | null): boolean | null {
    if (one === false || other === false) return false;
    return one === null || other === null ? null : true;
}

/** Three values: one of them is enough. */
function or(one: boolean | null, other: boolean | null): boolean | null {
    return one === true || other === true ? true : one === null || other === null ? null : false;
}

function holds(version: string, bound: Bound | null): boolean | null {
    if (bound === null) return true;
    const { comparator } = bound;
    const inclusive = comparator === '<=' || comparator === '>=';
    switch (compareVersions(version, bound.version)) {
        case 'earlier':
            return comparator === '<' || comparator === '<=';
        case 'later':
            return comparator === '>' || comparator === '>=';
        case 'same':
            return inclusive;
        case 'finer':
            // `<= 2.1` may mean 2.1 alone or all of its line; `2.1.4` is at or after 2.1 in both readings.
            if (isLine(bound.version)) return inclusive;
            return comparator === '>=' ? true : comparator === '<' ? false : null;
        case 'coarser':
        case null:
            return null;
    }
}

function isListed(version: string, listed: string): boolean | null {
    const order = compareVersions(version, listed);
    if (order === 'same') return true;
    if (order === 'finer' && isLine(listed)) return true;
    return order === 'earlier' || order === 'later' ? false : null;
}

/**
 * Whether a version is in a range. A list of single versions says nothing of others, so another version is `null`.
 * @param version as people write it
 */
export function isInside(version: string, range: VersionRange): Inside {
    if (range.kind === 'all') return { inside: true, why: null, beyond: false };
    if (range.kind === 'none') return { inside: false, why: null, beyond: false };
    if (range.kind === 'unread') return { inside: null, why: range.why, beyond: false };
    const { intervals, listed, excluded } = range;
    if (excluded.some(each => isListed(version, each) === true)) return { inside: false, why: null, beyond: false };
    const between = intervals
        .map(({ lower, upper }) => and(holds(version, lower), holds(version, upper)))
        .reduce(or, false as boolean | null);
    const named = listed.map(each => isListed(version, each)).reduce(or, false as boolean | null);
    const inside = or(between, named);
    if (inside === true && excluded.some(each => isListed(version, each) === null))
        return { inside: null, why: `excludes a version that cannot be compared with ${version}`, beyond: false };
    if (inside === null) return { inside, why: `and ${version} cannot be compared with certainty`, beyond: false };
    if (inside === false && intervals.length === 0 && excluded.length === 0)
        return { inside: null, why: `names single versions only, and ${version} is not among them`, beyond: false };
    const last = intervals.at(-1)?.upper;
    const beyond = last?.comparator === '<=' && compareVersions(version, last.version) === 'later';
    return { inside, why: null, beyond };
}
