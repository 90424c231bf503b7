import type { Fact, Origin } from '../../model/index.ts';
import { joined } from '../../model/index.ts';
import type { ChangedStatement } from './model-diff.ts';

/** One difference between two lists of facts; `undefined` where a side says nothing of it. */
interface Row {
    readonly label: string;
    readonly before: string | null | undefined;
    readonly after: string | null | undefined;
    /** What is said of a requirement. */
    readonly statement: boolean;
    /** Where it is written now, if it has a line of its own. */
    readonly origin?: Origin | undefined;
}

/** What a statement says of some requirements: `meets SR 1.1 by Backup`, from `meets by Backup`. */
function stated(label: string, value: string): string {
    const [verb = '', ...details] = value.split(' ');
    return joined(verb, label, details.join(' '));
}

function sentence({ label, before, after, statement }: Row): string {
    const whole = (value: string | null): string => (statement ? stated(label, value ?? '') : joined(label, value));
    if (before === undefined) return `${whole(after ?? null)} added`;
    if (after === undefined) return `${whole(before)} removed`;
    if (label === 'session') return `session ${before} became ${after}`;
    return `${label === '' ? '' : `${label}: `}${before || 'nothing said'} → ${after || 'nothing said'}`;
}

/** One difference in words, and the statement that it is about. */
export interface Difference {
    readonly what: string;
    readonly statement: ChangedStatement;
    readonly origin: Origin | undefined;
}

/** What a statement of a row begins with, and what is written after it. */
function statementOf(row: Row, list: string | undefined): ChangedStatement {
    const gone = row.after === undefined;
    const value = row.after ?? row.before ?? '';
    const items = (text: string): readonly string[] => text.split(', ').filter(item => item !== '');
    if (row.statement) return { word: value.split(' ')[0]!, items: items(row.label), gone };
    if (list !== undefined) return { word: list, items: items(value), gone };
    // `accept RULE`, `reason of SL-T`: the word of the statement, and what follows it.
    const [word = '', ...rest] = row.label.replace(/^reason of /u, '').split(' ');
    return { word, items: rest, gone: gone && !row.label.startsWith('reason of ') };
}

const valueOf = (fact: Fact): string | null => (fact.verb === undefined ? fact.value : joined(fact.verb, fact.value));

/** How many characters two values begin with alike. */
function beginAlike(one: Fact, other: Fact): number {
    const [a, b] = [valueOf(one) ?? '', valueOf(other) ?? ''];
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    return at;
}

/** Facts without those that say the same again. */
function distinct(facts: readonly Fact[]): readonly Fact[] {
    return [...new Map(facts.map(fact => [JSON.stringify([fact.key, valueOf(fact)]), fact])).values()];
}

/**
 * Which facts are the same on both sides: those with one key. Of a statement that stands several times, such as two
 * `accept` of one rule, first those that say the same, then those that begin most alike.
 */
function partnersOf(before: readonly Fact[], after: readonly Fact[]): ReadonlyMap<Fact, Fact> {
    const found = new Map<Fact, Fact>();
    const known = Map.groupBy(before, ({ key }) => key);
    for (const [key, now] of Map.groupBy(after, fact => fact.key)) {
        const old = known.get(key) ?? [];
        const likeness = (is: Fact, was: Fact): number =>
            valueOf(is) === valueOf(was) ? Infinity : beginAlike(is, was);
        const pairs = now.flatMap(is => old.map(was => ({ is, was, alike: likeness(is, was) })));
        const taken = new Set<Fact>();
        for (const { is, was } of pairs.sort((a, b) => (a.alike === b.alike ? 0 : b.alike - a.alike))) {
            if (found.has(is) || taken.has(was)) continue;
            found.set(is, was);
            taken.add(was);
        }
    }
    return found;
}

/**
 * What differs between two lists of facts, one sentence a difference; members of one list share one, and requirements
 * with the same change.
 */
export function differences(was: readonly Fact[], is: readonly Fact[]): readonly Difference[] {
    const [before, after] = [distinct(was), distinct(is)];
    const partners = partnersOf(before, after);
    const kept = new Set(partners.values());
    const rows: Row[] = [];
    const lists = new Map<string, { went: string[]; came: string[]; row: number; origin?: Origin | undefined }>();
    const note = (fact: Fact, old: string | null | undefined, now: string | null | undefined): void => {
        const statement = fact.verb !== undefined;
        if (fact.list === undefined) {
            const origin = now === undefined ? undefined : fact.origin;
            rows.push({ label: fact.label, before: old, after: now, statement, origin });
            return;
        }
        const list = lists.get(fact.list) ?? {
            went: [],
            came: [],
            row: rows.push({ label: fact.list, before: undefined, after: undefined, statement }) - 1,
        };
        lists.set(fact.list, list);
        (old === undefined ? list.came : list.went).push(fact.item ?? '');
        if (old === undefined) list.origin ??= fact.origin;
    };
    for (const fact of after) {
        const old = partners.get(fact);
        if (!old || valueOf(old) !== valueOf(fact)) note(fact, old ? valueOf(old) : undefined, valueOf(fact));
    }
    for (const fact of before) if (!kept.has(fact)) note(fact, valueOf(fact), undefined);
    for (const [label, { went, came, row, origin }] of lists) {
        const text = (items: readonly string[]): string | undefined =>
            items.length > 0 ? items.join(', ') : undefined;
        rows[row] = { label, before: text(went), after: text(came), statement: false, origin };
    }
    const listOf = new Map(Array.from(lists, ([label, { row }]) => [rows[row]!, label] as const));
    const said = new Map<string, { readonly row: Row; readonly list: string | undefined }>();
    for (const row of rows) {
        const key = JSON.stringify([
            row.statement || row.label,
            row.before ?? 0,
            row.after ?? 0,
            row.before === undefined,
            row.after === undefined,
        ]);
        const earlier = said.get(key);
        const joint = earlier && row.statement ? { ...earlier.row, label: `${earlier.row.label}, ${row.label}` } : row;
        said.set(key, { row: joint, list: listOf.get(row) });
    }
    return Array.from(said.values(), ({ row, list }) => ({
        what: sentence(row),
        statement: statementOf(row, list),
        origin: row.origin,
    }));
}
