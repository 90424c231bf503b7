import type { Declaration, Declared, NameKind, Namespace } from './declared.ts';
import { kindOfNode, namespaceOf, unmentioned } from './declared.ts';
import type * as Ast from './generated/ast.ts';
import type { Parsed } from './parse.ts';
import { swallowedNames } from './swallowed.ts';
import type { Top } from './tops.ts';
import { idsOf, topOf, topsOf, zoneName } from './tops.ts';
import type { Tree } from './tree.ts';

export type { Declaration, Declared, NameKind, Namespace } from './declared.ts';
export { kindOfNode, namespaceOf } from './declared.ts';

/** What has become different when declarations came and went. */
export interface NamesChange {
    /**
     * Last parts of names that may be mentioned and were not there before, are there no more, or name another kind of
     * thing.
     */
    readonly lastParts: ReadonlySet<string>;
    /** Pieces that stayed, but in which ids are others now, because a duplicate before them came or went. */
    readonly renumbered: ReadonlySet<Parsed>;
}

/** The names that may be mentioned of what comes and goes, each with its namespace before it. */
type ExchangedNames = Readonly<Record<'gone' | 'come', Map<string, NameKind>>>;

/** Names that are in scope everywhere, below those of a model. */
export interface OuterNames {
    /** The same object each time. */
    find(namespace: Namespace, id: string): Declared | undefined;
    all(namespace: Namespace): Iterable<Declared>;
}

/**
 * The names of one model: what every file of it declares, with the built-in library's below. Files, or pieces of files,
 * can be taken out and put in: two declarations of the top level share nothing but their name, so a change costs what
 * is changed.
 */
export class Names implements OuterNames {
    private readonly spaces = new Map<Namespace, Map<string, Declared>>();
    private readonly ids = new Map<Declaration, string>();
    private readonly tops = new Map<Parsed, readonly Top[]>();
    private readonly claims = new Map<string, readonly Top[]>();
    /** Declarations of a name that was taken, and those of one that the library has. */
    private readonly taken = new Set<Top>();
    /** By the id of a top-level zone, conduit or asset: its declaration, then what adds to it. */
    private readonly elements = new Map<string, Top[]>();
    /** By the pieces that end in a comment without an end: what is declared in it. */
    private readonly swallowed = new Map<Parsed, ReadonlySet<string>>();
    private readonly library: OuterNames | null;
    /** The files or pieces in their order. */
    private order: readonly Parsed[] = [];
    private ranks: ReadonlyMap<Parsed, number> | undefined;

    constructor(library: OuterNames | null) {
        this.library = library;
    }

    /** Adds what files declare, behind all others. */
    declare(files: readonly Parsed[]): void {
        this.exchange([...this.order, ...files], [], files, false, null);
    }

    /**
     * Takes files or pieces out and puts others in.
     * @param order all that is there afterwards, in the order of the model
     * @param inOrder true where it is known that what stays has kept its order
     */
    update(
        order: readonly Parsed[],
        removed: readonly Parsed[],
        added: readonly Parsed[],
        inOrder = false,
    ): NamesChange {
        const names = { gone: new Map<string, NameKind>(), come: new Map<string, NameKind>() };
        const lastParts = new Set(removed.flatMap(parsed => [...(this.swallowed.get(parsed) ?? [])]));
        const renumbered = this.exchange(order, removed, added, inOrder, names);
        for (const parsed of added) for (const name of this.swallowed.get(parsed) ?? []) lastParts.add(name);
        for (const [key, kind] of names.gone) if (names.come.get(key) !== kind) lastParts.add(lastPartOf(key));
        for (const key of names.come.keys()) if (!names.gone.has(key)) lastParts.add(lastPartOf(key));
        return { lastParts, renumbered };
    }

    /**
     * See {@link update}.
     * @param names gets the names that come and go; `null` where nobody asks for them
     * @returns the pieces that stayed, but in which ids are others now
     */
    private exchange(
        order: readonly Parsed[],
        removed: readonly Parsed[],
        added: readonly Parsed[],
        inOrder: boolean,
        names: ExchangedNames | null,
    ): ReadonlySet<Parsed> {
        const before = this.order;
        this.order = order;
        this.ranks = undefined;
        const gone = removed.flatMap(parsed => this.tops.get(parsed) ?? []);
        for (const parsed of removed) {
            this.tops.delete(parsed);
            this.swallowed.delete(parsed);
        }
        const come = added.flatMap(parsed => {
            const swallowed = swallowedNames(parsed.comments);
            if (swallowed) this.swallowed.set(parsed, swallowed);
            const tops = topsOf(parsed);
            this.tops.set(parsed, tops);
            return tops;
        });
        const reordered = !inOrder && isReordered(before, order, new Set([...removed, ...added]));
        const renumbered = new Set<Parsed>();
        const stays: Top[] = [];
        const leaving = new Set(gone);
        const shared = reordered ? [...this.claims].flatMap(([claim, tops]) => (tops.length > 1 ? [claim] : [])) : [];
        for (const claim of new Set([...gone.map(top => top.claim), ...come.map(top => top.claim), ...shared])) {
            const kept = (this.claims.get(claim) ?? []).filter(top => !leaving.has(top));
            if (kept.length === 0) this.claims.delete(claim);
            else {
                this.claims.set(claim, kept);
                stays.push(...kept);
            }
        }
        const ids = new Map(stays.map(top => [top, idsOf(top)]));
        for (const top of [...gone, ...stays]) this.withdraw(top, names);
        for (const top of come) this.claims.set(top.claim, [...(this.claims.get(top.claim) ?? []), top]);
        for (const claim of new Set([...stays, ...come].map(top => top.claim))) {
            const claimants = this.claims.get(claim)!;
            const sorted = claimants.length === 1 ? claimants : [...claimants].sort((a, b) => this.compare(a, b));
            this.claims.set(claim, sorted);
            const declaring = sorted.filter(top => top.addsTo === null);
            declaring.forEach((top, index) => this.enter(top, index, declaring[0]!, names));
            if (declaring.length < sorted.length)
                this.enterAdditions(
                    sorted.filter(top => top.addsTo !== null),
                    names,
                );
        }
        for (const [top, id] of ids) if (idsOf(top) !== id) renumbered.add(top.parsed);
        return renumbered;
    }

    /** True for a name whose declaration, or that of what is around it, is in a comment without an end. */
    isSwallowed(name: string): boolean {
        if (this.swallowed.size === 0) return false;
        const parts = name.split('.');
        return [...this.swallowed.values()].some(names => parts.some(part => names.has(part)));
    }

    private compare(a: Top, b: Top): number {
        this.ranks ??= new Map(this.order.map((parsed, index) => [parsed, index]));
        return this.ranks.get(a.parsed)! - this.ranks.get(b.parsed)! || a.node.start - b.node.start;
    }

    private withdraw(top: Top, names: ExchangedNames | null): void {
        const space = this.space(namespaceOf(top.kind));
        for (const { id, kind, node } of top.declared) {
            space.delete(id);
            this.ids.delete(node);
            if (names && !unmentioned.has(kind)) names.gone.set(`${namespaceOf(kind)} ${id}`, kind);
        }
        this.taken.delete(top);
        if (namespaceOf(top.kind) === 'element' && top.id !== undefined) this.elements.delete(topOf(top.id));
    }

    /** Enters what is added to zones and conduits that are there; one addition may declare the zone of another. */
    private enterAdditions(additions: readonly Top[], names: ExchangedNames | null): void {
        for (let waiting = additions, before = -1; waiting.length !== before;) {
            before = waiting.length;
            waiting = waiting.filter(top => {
                if (!this.holds(top.addsTo!)) {
                    top.declare([]);
                    return true;
                }
                this.enter(top, 0, top, names);
                return false;
            });
        }
    }

    /** True for the id of a zone or conduit, in which assets are declared. */
    private holds(id: string): boolean {
        const kind = this.spaces.get('element')?.get(id)?.kind;
        return kind === 'zone' || kind === 'conduit';
    }

    /** The id of the zone or conduit that a `within` adds to; `null` where there is none of that name. */
    subjectOf(node: Tree<Ast.Within>): string | null {
        const id = zoneName(node);
        return this.holds(id) ? id : null;
    }

    /** Enters the names of a declaration: the first one of a name has it, the others get a number. */
    private enter(top: Top, index: number, firstTop: Top, names: ExchangedNames | null): void {
        const namespace = namespaceOf(top.kind);
        const space = this.space(namespace);
        const declared: Declared[] = [];
        const add = (node: Declaration, kind: NameKind, id: string, first: Declared | null): void => {
            const { start, end } = node.name!;
            const each: Declared = { kind, id, file: top.parsed.uri, at: { start, end }, node, first };
            space.set(id, each);
            this.ids.set(node, id);
            if (names && !unmentioned.has(kind)) names.come.set(`${namespace} ${id}`, kind);
            if (first) this.taken.add(top);
            declared.push(each);
        };
        const addInside = (node: Declaration, parent: string): void => {
            const kind = kindOfNode(node.$type);
            if (!kind || !node.name) return;
            const base = `${parent}.${node.name.text}`;
            let id = base;
            for (let count = 2; space.has(id); count++) id = `${base}#${count}`;
            add(node, kind, id, space.get(base) ?? null);
            visit(node, kind, id);
        };
        const visit = (node: Declaration | Tree<Ast.Within>, kind: NameKind, id: string): void => {
            if (kind !== 'zone' && kind !== 'conduit') return;
            for (const inner of node.statements ?? [])
                if (inner.$type === 'Zone' || inner.$type === 'Asset') addInside(inner as Declaration, id);
        };
        const { node, addsTo } = top;
        if (node.$type === 'Within') visit(node, space.get(addsTo!)!.kind, addsTo!);
        else {
            const name = node.name!.text;
            const id = index === 0 ? name : `${name}#${index + 1}`;
            add(
                node,
                top.kind,
                id,
                index === 0 ? (this.library?.find(namespace, name) ?? null) : firstTop.declared[0]!,
            );
            visit(node, top.kind, id);
        }
        top.declare(declared);
        if (namespace !== 'element') return;
        const outermost = topOf(top.id!);
        this.elements.set(outermost, [...(this.elements.get(outermost) ?? []), top]);
    }

    /** Declarations of a name that was taken, in the order of the model. */
    get duplicates(): readonly Declared[] {
        const tops = [...this.taken];
        if (tops.length > 1) tops.sort((a, b) => this.compare(a, b));
        return tops.flatMap(top => top.declared.filter(each => each.first !== null));
    }

    /** What a file or a piece of one declares, in the order of the text. */
    declaredIn(parsed: Parsed): readonly Declared[] {
        return (this.tops.get(parsed) ?? []).flatMap(top => top.declared);
    }

    private space(namespace: Namespace): Map<string, Declared> {
        const known = this.spaces.get(namespace);
        if (known) return known;
        const made = new Map<string, Declared>();
        this.spaces.set(namespace, made);
        return made;
    }

    /** The id under which a declaration is known; `undefined` for one without a name. */
    idOf(node: Declaration): string | undefined {
        return this.ids.get(node);
    }

    find(namespace: Namespace, id: string): Declared | undefined {
        return this.spaces.get(namespace)?.get(id) ?? this.library?.find(namespace, id);
    }

    /** True for a declaration of the built-in library. */
    isBuiltIn(declared: Declared): boolean {
        return this.library?.find(namespaceOf(declared.kind), declared.id) === declared;
    }

    /** All names of a namespace: the model's own in its order, then those of the library. */
    *all(namespace: Namespace): Iterable<Declared> {
        for (const parsed of this.order) {
            for (const top of this.tops.get(parsed)!) if (namespaceOf(top.kind) === namespace) yield* top.declared;
        }
        if (this.library) yield* this.library.all(namespace);
    }

    /** The elements whose last part is this name, in the order of the model. */
    named(lastPart: string): readonly Declared[] {
        return this.order.flatMap(parsed =>
            this.tops.get(parsed)!.flatMap(top => (namespaceOf(top.kind) === 'element' ? top.named(lastPart) : [])),
        );
    }

    /**
     * The elements in some zones, at any depth, that may be called by a name there; each once, in the order of the
     * model.
     */
    within(zones: readonly string[], name: string): readonly Declared[] {
        const lastPart = name.slice(name.lastIndexOf('.') + 1);
        const tops = new Set(zones.flatMap(zone => this.elements.get(topOf(zone)) ?? []));
        const inOrder = tops.size > 1 ? [...tops].sort((a, b) => this.compare(a, b)) : [...tops];
        return inOrder.flatMap(top =>
            top
                .named(lastPart)
                .filter(({ id }) => id.endsWith(`.${name}`) && zones.some(zone => id.startsWith(`${zone}.`))),
        );
    }
}

/**
 * True where what stays comes in another order than before: of a name that several declare, another one is the first
 * then.
 */
function isReordered(before: readonly Parsed[], after: readonly Parsed[], moving: ReadonlySet<Parsed>): boolean {
    const stayed = before.filter(parsed => !moving.has(parsed));
    const stays = after.filter(parsed => !moving.has(parsed));
    return stayed.some((parsed, index) => parsed !== stays[index]);
}

/** The last part of the id in a key, without the number of a duplicate. */
function lastPartOf(key: string): string {
    return key.slice(Math.max(key.lastIndexOf('.'), key.indexOf(' ')) + 1).replace(/#\d+$/, '');
}
