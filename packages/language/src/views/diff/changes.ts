import type { Flow, Model, Place } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Origin } from '../../model/index.ts';
import {
    assetFacts, conduitFacts, flowFacts, invariantFacts, measureFacts, ownNames, protocolFacts, systemFacts, threatFacts, typeFacts, viewFacts,
    zoneFacts, type Fact, type Names,
} from './facts.ts';
import type { Change, ChangeKind, DiffSide, ElementKind } from './model-diff.ts';
import { namesFrom, type Pairing } from './pairing.ts';
import { lineOf } from './places.ts';

interface Named {
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
    readonly origin: Origin;
}

const statement = /^(meets|misses|excludes|compensates) (.+)$/;

function sentence(label: string, before: string | null | undefined, after: string | null | undefined): string {
    const spaced = (value: string | null): string => (value === null || value === '' ? label : `${label} ${value}`);
    if (before === undefined) return `${spaced(after ?? null)} added`;
    if (after === undefined) return `${spaced(before)} removed`;
    return `${label}: ${before || 'nothing said'} → ${after || 'nothing said'}`;
}

/** What differs between two lists of facts, one sentence a difference; requirements with one and the same change share one. */
export function differences(before: readonly Fact[], after: readonly Fact[]): readonly string[] {
    const known = new Map(before.map(fact => [fact.key, fact]));
    const now = new Map(after.map(fact => [fact.key, fact]));
    const rows: { label: string; before: string | null | undefined; after: string | null | undefined }[] = [];
    for (const fact of after) {
        const old = known.get(fact.key);
        if (!old || old.value !== fact.value) rows.push({ label: fact.label, before: old ? old.value : undefined, after: fact.value });
    }
    for (const fact of before) if (!now.has(fact.key)) rows.push({ label: fact.label, before: fact.value, after: undefined });
    const said = new Map<string, { label: string; before: string | null | undefined; after: string | null | undefined }>();
    for (const row of rows) {
        const [, verb, requirement] = statement.exec(row.label) ?? [];
        const key = JSON.stringify([verb ?? row.label, row.before ?? 0, row.after ?? 0, row.before === undefined, row.after === undefined]);
        const earlier = said.get(key);
        said.set(key, earlier && verb ? { ...row, label: `${earlier.label}, ${requirement}` } : row);
    }
    return [...said.values()].map(row => sentence(row.label, row.before, row.after));
}

/** Gathers the changes of one pair of models. */
class Listing {
    readonly found: Change[] = [];
    private readonly before: DiffSide;
    private readonly after: DiffSide;
    private readonly names: Names;

    constructor(before: DiffSide, after: DiffSide, names: Names) {
        this.before = before;
        this.after = after;
        this.names = names;
    }

    note(kind: ChangeKind, element: ElementKind, id: string, before: string | null, what: string, origin: Origin): void {
        const side = kind === 'removed' ? this.before : this.after;
        const at: Place = nameOf(origin);
        this.found.push({ kind, element, id, before, what, file: side.fileName(at.file), line: lineOf(side, at), at });
    }

    /** Elements with an id: which came, went, were renamed, moved or changed. */
    named<T extends Named>(
        element: ElementKind, before: readonly T[], after: readonly T[], pairs: ReadonlyMap<string, string>,
        facts: (each: T, names: Names) => readonly Fact[], home: (each: T) => string | null = () => null,
    ): void {
        const titled = (each: T): string => (each.title === null ? '' : `"${each.title.replace(/\s+/g, ' ').trim()}"`);
        const where = (id: string | null): string => id ?? 'top level';
        const partners = new Map([...pairs].map(([old, now]) => [now, old]));
        const known = new Map(before.map(each => [each.id, each]));
        for (const now of after) {
            const old = known.get(partners.get(now.id) ?? '');
            if (!old) {
                this.note('added', element, now.id, null, titled(now), now.origin);
                continue;
            }
            const [oldHome, newHome] = [home(old), home(now)];
            if ((oldHome === null ? null : this.names.element(oldHome)) !== newHome) {
                this.note('moved', element, now.id, old.id, `from ${where(oldHome)} to ${where(newHome)}`, now.origin);
            }
            if (old.name !== now.name) this.note('renamed', element, now.id, old.id, `from ${old.name}`, now.origin);
            for (const what of differences(facts(old, this.names), facts(now, ownNames))) {
                this.note('changed', element, now.id, old.id, what, now.origin);
            }
        }
        for (const old of before) if (!pairs.has(old.id)) this.note('removed', element, old.id, old.id, titled(old), old.origin);
    }

    flows(before: Model, after: Model, pairs: ReadonlyMap<Flow, Flow>): void {
        const partners = new Map([...pairs].map(([old, now]) => [now, old]));
        const said = (flow: Flow): string => [
            flow.protocols.length === 0 ? 'no protocol' : flow.protocols.map(protocol => protocol.id).join(', '),
            flow.container === null ? 'in no conduit' : `in ${flow.container}`,
            ...(flow.purpose === null ? [] : [`"${flow.purpose.replace(/\s+/g, ' ').trim()}"`]),
        ].join(', ');
        for (const now of after.flows) {
            const old = partners.get(now);
            if (!old) {
                this.note('added', 'flow', now.id, null, said(now), now.origin);
                continue;
            }
            const home = old.container === null ? null : this.names.element(old.container);
            if (home !== now.container) {
                this.note('moved', 'flow', now.id, old.id, `from ${old.container ?? 'top level'} to ${now.container ?? 'top level'}`, now.origin);
            }
            for (const what of differences(flowFacts(old, this.names), flowFacts(now, ownNames))) {
                this.note('changed', 'flow', now.id, old.id, what, now.origin);
            }
        }
        for (const old of before.flows) if (!pairs.has(old)) this.note('removed', 'flow', old.id, old.id, said(old), old.origin);
    }

    system(before: Model, after: Model): void {
        const [old, now] = [before.system, after.system];
        if (now && !old) this.note('added', 'system', now.id, null, '', now.origin);
        if (old && !now) this.note('removed', 'system', old.id, old.id, '', old.origin);
        if (!old || !now) return;
        if (old.id !== now.id) this.note('renamed', 'system', now.id, old.id, `from ${old.id}`, now.origin);
        for (const what of differences(systemFacts(old), systemFacts(now))) this.note('changed', 'system', now.id, old.id, what, now.origin);
    }
}

/** The changes of meaning: what stands after the change in the order of its text, then what is gone in the order of the old one. */
export function changesBetween(before: DiffSide, after: DiffSide, pairing: Pairing): readonly Change[] {
    const names = namesFrom(pairing);
    const listing = new Listing(before, after, names);
    const [old, now] = [before.model, after.model];
    listing.system(old, now);
    listing.named('zone', old.zones, now.zones, pairing.elements, zoneFacts, zone => zone.parent);
    listing.named('conduit', old.conduits, now.conduits, pairing.elements, conduitFacts);
    listing.named('asset', old.assets, now.assets, pairing.elements, assetFacts, asset => asset.container);
    listing.flows(old, now, pairing.flows);
    listing.named('countermeasure', old.measures, now.measures, pairing.measures, measureFacts);
    listing.named('type', old.types.filter(type => !type.builtIn), now.types.filter(type => !type.builtIn), pairing.types, typeFacts);
    listing.named('protocol', old.protocols.filter(each => !each.builtIn), now.protocols.filter(each => !each.builtIn),
        pairing.protocols, protocolFacts);
    listing.named('threat', old.threats, now.threats, pairing.threats, threatFacts);
    listing.named('invariant', old.invariants, now.invariants, pairing.invariants, invariantFacts);
    listing.named('view', old.views, now.views, pairing.views, viewFacts);
    const rank = (change: Change): number => {
        const files = change.kind === 'removed' ? old.files : now.files;
        return (change.kind === 'removed' ? files.length + now.files.length : 0) + files.indexOf(change.at.file);
    };
    return listing.found.map((change, index) => ({ change, index }))
        .sort((a, b) => rank(a.change) - rank(b.change) || a.change.at.start - b.change.at.start || a.index - b.index)
        .map(({ change }) => change);
}
