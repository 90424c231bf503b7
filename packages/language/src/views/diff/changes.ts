import type { ElementKind, Elements, Fact, Flow, Model, Naming, Origin, Place } from '../../model/index.ts';
import { agreedFact, factsOf, joined, nameOf, ownNames } from '../../model/index.ts';
import { differences } from './differences.ts';
import { namedKinds, type Listed, type NamedKind } from './kinds.ts';
import type { Change, ChangedKind, ChangeKind, DiffSide } from './model-diff.ts';
import { namesFrom, type Pairing } from './pairing.ts';
import { lineOf } from './places.ts';
import { orderChange } from './rule-order.ts';
import { namesStay, type Repeats } from './same-said.ts';

interface Named {
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
    readonly origin: Origin;
}

/** What of an element is printed where it came or went, besides its title. */
const printed: Readonly<Partial<Record<ElementKind, readonly string[]>>> = {
    zone: ['kind', 'purdue', 'is', 'SL-T'],
    conduit: ['between', 'via', 'one-way', 'is', 'SL-T'],
    asset: ['type', 'is', 'serves'],
    flow: ['access', 'port', 'secured', 'until'],
    countermeasure: ['status', 'due'],
    type: ['base'],
    protocol: ['provides', 'is'],
    threat: ['from', 'against', 'likelihood', 'consequence'],
    invariant: [''],
};

function printedFacts(element: ElementKind, facts: readonly Fact[]): string {
    return (printed[element] ?? [])
        .flatMap(word => {
            const found = facts.filter(fact => (fact.list ?? fact.key) === word);
            return found.length === 0 ? [] : [joined(word, found.map(fact => fact.item ?? fact.value).join(', '))];
        })
        .join(', ');
}

const quoted = (text: string | null): string => (text === null ? '' : `"${text.replace(/\s+/g, ' ').trim()}"`);

function titled(each: Named, element: ElementKind, facts: readonly Fact[]): string {
    return [quoted(each.title), printedFacts(element, facts)].filter(part => part !== '').join(', ');
}

/** Documentation comments are no fact of a model, but reports print them. */
function commentChange(old: { readonly doc: string | null }, now: { readonly doc: string | null }): readonly string[] {
    const [was, is] = [old.doc, now.doc].map(doc => doc?.replace(/\s+/g, ' ').trim() ?? '');
    return was === is
        ? []
        : [`documentation comment: ${was === '' ? 'nothing' : `"${was}"`} → ${is === '' ? 'nothing' : `"${is}"`}`];
}

/** A change, and where its element is: those of one stay together, wherever their statements are. */
interface Found {
    readonly change: Change;
    readonly of: Place;
}

/** Gathers the changes of one pair of models. */
class Listing {
    readonly found: Found[] = [];
    private readonly before: DiffSide;
    private readonly after: DiffSide;
    private readonly names: Naming;
    /** What says the same on both sides; `null` where something was renamed, so that it may mean another thing. */
    private readonly repeats: Repeats | null;

    constructor(before: DiffSide, after: DiffSide, names: Naming, repeats: Repeats | null) {
        this.before = before;
        this.after = after;
        this.names = names;
        this.repeats = repeats;
    }

    note(
        kind: ChangeKind,
        element: ChangedKind,
        id: string,
        before: string | null,
        what: string,
        origin: Origin,
        more: Pick<Change, 'agreement' | 'statement'> = {},
        statement: Origin = origin,
    ): void {
        const side = kind === 'removed' ? this.before : this.after;
        const at: Place = nameOf(statement);
        const place = { file: side.fileName(at.file), line: lineOf(side, at), at };
        this.found.push({ change: { kind, element, id, before, what, ...place, ...more }, of: nameOf(origin) });
    }

    /** What differs between the facts of one element; who agreed to it is kept apart. */
    private changed(
        element: ElementKind,
        old: Pick<Named, 'id'> & { readonly doc: string | null },
        now: Pick<Named, 'id' | 'origin'> & { readonly doc: string | null },
        was: readonly Fact[],
        is: readonly Fact[],
    ): void {
        const agreed = (fact: Fact): boolean => fact.list === agreedFact;
        const others = (fact: Fact): boolean => !agreed(fact);
        for (const { what, statement, origin } of differences(was.filter(others), is.filter(others)))
            this.note('changed', element, now.id, old.id, what, now.origin, { statement }, origin);
        for (const what of commentChange(old, now)) this.note('changed', element, now.id, old.id, what, now.origin);
        for (const { what, statement, origin } of differences(was.filter(agreed), is.filter(agreed)))
            this.note('changed', element, now.id, old.id, what, now.origin, { statement, agreement: true }, origin);
    }

    /** Elements with an id: which came, went, were renamed, moved or changed. */
    named<K extends NamedKind>(element: K, { of, pairs: pairsOf, home }: Listed<K>, pairing: Pairing): void {
        const pairs = pairsOf(pairing);
        const [before, after] = [of(this.before.model), of(this.after.model)];
        const facts = (each: Elements[K], names: Naming): readonly Fact[] => factsOf(element, each, names);
        const where = (id: string | null): string => id ?? 'top level';
        const partners = new Map([...pairs].map(([old, now]) => [now, old]));
        const known = new Map(before.map(each => [each.id, each]));
        for (const now of after) {
            const old = known.get(partners.get(now.id) ?? '');
            if (!old) {
                this.note('added', element, now.id, null, titled(now, element, facts(now, ownNames)), now.origin);
                continue;
            }
            if (this.repeats?.says(old, now)) continue;
            const [oldHome, newHome] = [home?.(old) ?? null, home?.(now) ?? null];
            if ((oldHome === null ? null : this.names.element(oldHome)) !== newHome) {
                this.note('moved', element, now.id, old.id, `from ${where(oldHome)} to ${where(newHome)}`, now.origin);
            }
            if (old.name !== now.name) this.note('renamed', element, now.id, old.id, `from ${old.name}`, now.origin);
            this.changed(element, old, now, facts(old, this.names), facts(now, ownNames));
            const order = 'rules' in old && 'rules' in now ? orderChange(old, now) : null;
            if (order) this.note('changed', element, now.id, old.id, order.what, order.at);
        }
        for (const old of before)
            if (!pairs.has(old.id))
                this.note('removed', element, old.id, old.id, titled(old, element, facts(old, ownNames)), old.origin);
    }

    flows(before: Model, after: Model, pairs: ReadonlyMap<Flow, Flow>): void {
        const partners = new Map([...pairs].map(([old, now]) => [now, old]));
        const said = (flow: Flow): string =>
            [
                ...(flow.protocols.length === 0 ? ['no protocol'] : []),
                flow.container === null ? 'in no conduit' : `in ${flow.container}`,
                quoted(flow.purpose),
                printedFacts('flow', factsOf('flow', flow, ownNames)),
            ]
                .filter(part => part !== '')
                .join(', ');
        for (const now of after.flows) {
            const old = partners.get(now);
            if (!old) {
                this.note('added', 'flow', now.id, null, said(now), now.origin);
                continue;
            }
            if (this.repeats?.says(old, now)) continue;
            const home = old.container === null ? null : this.names.element(old.container);
            if (home !== now.container) {
                this.note(
                    'moved',
                    'flow',
                    now.id,
                    old.id,
                    `from ${old.container ?? 'top level'} to ${now.container ?? 'top level'}`,
                    now.origin,
                );
            }
            this.changed('flow', old, now, factsOf('flow', old, this.names), factsOf('flow', now, ownNames));
        }
        for (const old of before.flows)
            if (!pairs.has(old)) this.note('removed', 'flow', old.id, old.id, said(old), old.origin);
    }

    system(before: Model, after: Model): void {
        const [old, now] = [before.system, after.system];
        if (now && !old) this.note('added', 'system', now.id, null, '', now.origin);
        if (old && !now) this.note('removed', 'system', old.id, old.id, '', old.origin);
        if (!old || !now) return;
        if (old.id !== now.id) this.note('renamed', 'system', now.id, old.id, `from ${old.id}`, now.origin);
        this.changed('system', old, now, factsOf('system', old, this.names), factsOf('system', now));
    }
}

/**
 * The changes of meaning: what stands after the change in the order of its text, then what is gone in the order of the
 * old one.
 */
export function changesBetween(before: DiffSide, after: DiffSide, pairing: Pairing): readonly Change[] {
    const names = namesFrom(pairing);
    const listing = new Listing(before, after, names, namesStay(pairing) ? pairing.repeats : null);
    const [old, now] = [before.model, after.model];
    listing.system(old, now);
    for (const element in namedKinds)
        listing.named(element as NamedKind, namedKinds[element as NamedKind] as Listed<NamedKind>, pairing);
    listing.flows(old, now, pairing.flows);
    const rank = ({ change, of }: Found): number => {
        const files = change.kind === 'removed' ? old.files : now.files;
        return (change.kind === 'removed' ? files.length + now.files.length : 0) + files.indexOf(of.file);
    };
    return listing.found
        .map((each, index) => ({ ...each, index }))
        .sort((a, b) => rank(a) - rank(b) || a.of.start - b.of.start || a.index - b.index)
        .map(({ change }) => change);
}
