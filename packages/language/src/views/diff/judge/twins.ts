import type { Fact, Flow, Naming } from '../../../model/index.ts';
import { factsOf, ownNames } from '../../../model/index.ts';
import type { Blamed, BlamedSide } from './blamed.ts';
import { namesFrom, type Pairing } from '../pairing.ts';

const said = (facts: readonly Fact[]): string =>
    JSON.stringify(facts.map(({ key, verb, value, item }) => [key, verb ?? null, value, item ?? null]).sort());

const endsOf = ({ from, to }: Flow, { element }: Naming): string => `${element(from.id)} ${element(to.id)}`;

/**
 * Answers for what is blamed in HEAD or BASE, as a change of HEAD names it, between which ends a flow is that came,
 * went or says something else; `null` for what is not a flow, and for a flow of which the same is said.
 */
function changedEnds(before: BlamedSide, after: BlamedSide, pairing: Pairing): (about: string | null) => string | null {
    const names = namesFrom(pairing);
    let known: ReadonlyMap<string, string | null> | undefined;
    const read = (): ReadonlyMap<string, string | null> => {
        const partners = new Map([...pairing.flows].map(([old, now]) => [now, old]));
        const isSame = (old: Flow, now: Flow): boolean =>
            (old.container === null ? null : names.element(old.container)) === now.container &&
            said(factsOf('flow', old, names)) === said(factsOf('flow', now, ownNames));
        return new Map([
            ...before.model.flows.flatMap((old): [string, string][] =>
                pairing.flows.has(old) ? [] : [[`flow ${old.id}`, endsOf(old, names)]],
            ),
            ...after.model.flows.map((now): [string, string | null] => {
                const old = partners.get(now);
                return [`flow ${now.id}`, old && isSame(old, now) ? null : endsOf(now, ownNames)];
            }),
        ]);
    };
    return about => (about?.startsWith('flow ') ? ((known ??= read()).get(about) ?? null) : null);
}

/** The line of the text at which a finding points. */
function lineOf({ textOf }: BlamedSide, { finding, part }: Blamed): string {
    const { file, start, end } = finding.parts[part]!.at;
    const text = textOf(file) ?? '';
    const last = text.indexOf('\n', end);
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, last < 0 ? text.length : last);
    return line.replace(/\s+/g, ' ').trim();
}

const keyOf = ({ key }: Blamed): string => key.slice(0, key.lastIndexOf('#'));

/**
 * Answers for a finding that HEAD does not have any more whether it was one of several about lines that say the same,
 * of which one is still there: to take one of two equal lines away mends nothing.
 */
export function saidTwice(
    before: BlamedSide,
    after: BlamedSide,
    old: readonly Blamed[],
    now: readonly Blamed[],
): (each: Blamed) => boolean {
    let known: readonly ReadonlyMap<string, readonly Blamed[]>[] | undefined;
    return each => {
        if (each.key.endsWith('#0')) return false;
        known ??= [Map.groupBy(old, keyOf), Map.groupBy(now, keyOf)];
        const [was, is] = known.map(all => all.get(keyOf(each)) ?? []) as [readonly Blamed[], readonly Blamed[]];
        // Which of them is gone says the text: their numbers only count.
        const left = is.map(one => lineOf(after, one));
        const gone = was.map(one => lineOf(before, one));
        for (const line of left) if (gone.includes(line)) gone.splice(gone.indexOf(line), 1);
        return gone.length > 0 && gone.every(line => left.includes(line));
    };
}

/**
 * Leaves out what is said on both sides in the same words, only at another place: which of several elements is blamed
 * can be chance. Of a flow that came or changed it is none, unless it was said of a session between the same ends.
 * @param wordsOf what is the same on both sides for the same thing
 */
export function withoutTwins(
    added: readonly Blamed[],
    ended: readonly Blamed[],
    wordsOf: (each: Blamed, isOld: boolean) => string,
    sides: readonly [before: BlamedSide, after: BlamedSide, pairing: Pairing],
): readonly [added: readonly Blamed[], ended: readonly Blamed[]] {
    if (added.length === 0 || ended.length === 0) return [added, ended];
    const endsOfChanged = changedEnds(...sides);
    const left = Map.groupBy(ended, each => wordsOf(each, true));
    const taken = new Set<Blamed>();
    const hasTwin = (each: Blamed, ends: string | null): boolean => {
        const alike = left.get(wordsOf(each, false)) ?? [];
        const twin = alike.find(old => !taken.has(old) && (ends === null || endsOfChanged(old.about) === ends));
        if (twin) taken.add(twin);
        return twin !== undefined;
    };
    // Those that have few twins choose first.
    const changed = added.filter(each => endsOfChanged(each.about) !== null);
    const gone = new Set(changed.filter(each => hasTwin(each, endsOfChanged(each.about))));
    for (const each of added) if (endsOfChanged(each.about) === null && hasTwin(each, null)) gone.add(each);
    return [added.filter(each => !gone.has(each)), ended.filter(each => !taken.has(each))];
}
