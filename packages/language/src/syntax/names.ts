import type { Span } from '../model/index.ts';
import { namingWords } from '../statements/index.ts';
import type * as Ast from './generated/ast.ts';
import type { Parsed } from './parse.ts';
import { wordsOfRule } from './strict/generated/kinds.ts';
import type { Tree } from './tree.ts';

/** What names are for. Zones, conduits and assets share one namespace; each of the others has its own. */
export type NameKind = 'zone' | 'conduit' | 'asset' | 'type' | 'protocol' | 'countermeasure' | 'threat' | 'invariant' | 'view' | 'ruleset' | 'observation' | 'system';

export type Declaration = Tree<
    Ast.Zone | Ast.Conduit | Ast.Asset | Ast.AssetType | Ast.Protocol | Ast.Countermeasure | Ast.Threat | Ast.Invariant | Ast.View | Ast.Ruleset
    | Ast.Observation | Ast.System
>;

/** One declared name. */
export interface Declared {
    readonly kind: NameKind;
    /** The qualified name; a second declaration of the same name ends in `#2`, so that nothing in it is lost. */
    readonly id: string;
    readonly file: string;
    /** The name in the text. */
    readonly at: Span;
    readonly node: Declaration;
    /** The declaration that took the name first. */
    readonly first: Declared | null;
}

/** What each type of node declares: its kind of name is the word that it begins with. */
const kinds = new Map<string, NameKind>([...wordsOfRule].flatMap(([type, [word = '']]) =>
    (namingWords.includes(word) ? [[type, word as NameKind] as const] : [])));

/** The kind of name that a node declares; `undefined` for a node that declares none. */
export function kindOfNode(type: string): NameKind | undefined {
    return kinds.get(type);
}

/** The namespaces, each a map from id to its declaration. */
export type Namespace = 'element' | Exclude<NameKind, 'zone' | 'conduit' | 'asset'>;

export function namespaceOf(kind: NameKind): Namespace {
    return kind === 'zone' || kind === 'conduit' || kind === 'asset' ? 'element' : kind;
}

/** Kinds of names that no statement mentions. */
const unmentioned: ReadonlySet<NameKind> = new Set(['view', 'invariant', 'ruleset', 'observation']);

/** The names of one model: what every file of it declares, with the built-in library's below. */
export class Names {
    private readonly spaces = new Map<Namespace, Map<string, Declared>>();
    private readonly ids = new Map<Declaration, string>();
    private readonly byFile = new Map<string, Declared[]>();
    private shortNames: Map<string, Declared[]> | undefined;
    private readonly library: Names | null;
    /** Declarations of a name that was taken. */
    readonly duplicates: Declared[] = [];

    constructor(library: Names | null) {
        this.library = library;
    }

    /** Adds what a file declares, in the order of the text. */
    declare(parsed: Parsed): void {
        for (const statement of parsed.file.statements ?? []) this.declareNode(statement as Declaration, null, parsed.uri);
    }

    private declareNode(node: Declaration, parent: string | null, file: string): void {
        const kind = kinds.get(node.$type);
        if (!kind || !node.name) return;
        const nested = kind === 'zone' || kind === 'asset' || kind === 'conduit';
        const base = parent !== null && nested ? `${parent}.${node.name.text}` : node.name.text;
        const space = this.space(namespaceOf(kind));
        const first = space.get(base) ?? this.library?.find(namespaceOf(kind), base) ?? null;
        let id = base;
        for (let count = 2; space.has(id); count++) id = `${base}#${count}`;
        const declared: Declared = { kind, id, file, at: { start: node.name.start, end: node.name.end }, node, first };
        space.set(id, declared);
        this.ids.set(node, id);
        const inFile = this.byFile.get(file);
        if (inFile) inFile.push(declared);
        else this.byFile.set(file, [declared]);
        if (first) this.duplicates.push(declared);
        if (kind !== 'zone' && kind !== 'conduit') return;
        for (const inner of node.statements ?? []) {
            if (inner.$type === 'Zone' || inner.$type === 'Asset') this.declareNode(inner as Declaration, id, file);
        }
    }

    /**
     * Puts a new tree of a file in the place of the one that was declared, where that changes nothing for the other files: the same
     * names of the same kinds in the same order, views and invariants left aside, which nobody mentions.
     * @returns false, and nothing is changed, where the names have to be declared anew
     */
    redeclare(parsed: Parsed): boolean {
        const before = this.byFile.get(parsed.uri) ?? [];
        const after: { node: Declaration; base: string }[] = [];
        const renamed: string[] = [];
        const visit = (node: Declaration, parent: string | null): boolean => {
            const kind = kinds.get(node.$type);
            if (!kind || !node.name) return true;
            const declared = before[after.length];
            if (!declared || declared.kind !== kind) return false;
            const nested = kind === 'zone' || kind === 'asset' || kind === 'conduit';
            const base = parent !== null && nested ? `${parent}.${node.name.text}` : node.name.text;
            const known = declared.id === base || (declared.first !== null && declared.id.replace(/#\d+$/, '') === base);
            if (!known && !(unmentioned.has(kind) && this.isFree(declared, base))) return false;
            if (!known) renamed.push(`${namespaceOf(kind)} ${base}`);
            after.push({ node, base: known ? declared.id : base });
            if (kind !== 'zone' && kind !== 'conduit') return true;
            return (node.statements ?? []).every(inner => (inner.$type !== 'Zone' && inner.$type !== 'Asset') || visit(inner as Declaration, declared.id));
        };
        const same = (parsed.file.statements ?? []).every(node => visit(node as Declaration, null)) && after.length === before.length
            && new Set(renamed).size === renamed.length;
        if (!same) return false;
        before.forEach((declared, index) => this.replaceNode(declared, after[index]!.node, after[index]!.base));
        return true;
    }

    private isFree(declared: Declared, id: string): boolean {
        const space = this.space(namespaceOf(declared.kind));
        return declared.first === null && !space.has(id) && !space.has(`${declared.id}#2`) && !this.library?.find(namespaceOf(declared.kind), id);
    }

    private replaceNode(declared: Declared, node: Declaration, id: string): void {
        this.ids.delete(declared.node);
        this.ids.set(node, id);
        const space = this.space(namespaceOf(declared.kind));
        if (id !== declared.id) space.delete(declared.id);
        const { start, end } = node.name!;
        space.set(id, Object.assign(declared as { -readonly [K in keyof Declared]: Declared[K] }, { id, node, at: { start, end } }));
    }

    /** What a file declares, in the order of the text. */
    declaredIn(file: string): readonly Declared[] {
        return this.byFile.get(file) ?? [];
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

    /** All ids of a namespace: the model's own, then those of the library. */
    *all(namespace: Namespace): Iterable<Declared> {
        yield* this.spaces.get(namespace)?.values() ?? [];
        if (this.library) yield* this.library.all(namespace);
    }

    /** The elements whose last part is this name. */
    named(lastPart: string): readonly Declared[] {
        if (!this.shortNames) {
            this.shortNames = new Map();
            for (const declared of this.spaces.get('element')?.values() ?? []) {
                const short = declared.node.name!.text;
                const others = this.shortNames.get(short);
                if (others) others.push(declared);
                else this.shortNames.set(short, [declared]);
            }
        }
        return this.shortNames.get(lastPart) ?? [];
    }
}

/** From where a name is looked up. */
export interface Scope {
    /** Ids of the blocks around, innermost first. */
    readonly around: readonly string[];
    /** In a conduit: the ids of the zones that it connects, whose assets are in scope by their short names. */
    readonly connected: readonly string[];
}

export const outermost: Scope = { around: [], connected: [] };

export type Resolution =
    | { readonly found: Declared }
    | { readonly wrongKind: Declared }
    | { readonly ambiguous: readonly Declared[] }
    | { readonly nothing: true };

/**
 * Looks up the name of a zone, conduit or asset: in the blocks around from the inside out, then as it stands, then, in a conduit,
 * among all that lies in the connected zones.
 */
export function resolveElement(names: Names, name: string, scope: Scope, kindsWanted: readonly NameKind[]): Resolution {
    let wrong: Declared | undefined;
    for (const block of scope.around) {
        const found = names.find('element', `${block}.${name}`);
        if (found && kindsWanted.includes(found.kind)) return { found };
        wrong ??= found;
    }
    const whole = names.find('element', name);
    if (whole && kindsWanted.includes(whole.kind)) return { found: whole };
    wrong ??= whole;
    if (scope.connected.length > 0) {
        const last = name.slice(name.lastIndexOf('.') + 1);
        const candidates = names.named(last).filter(declared => kindsWanted.includes(declared.kind)
            && declared.id.endsWith(`.${name}`)
            && scope.connected.some(zone => declared.id.startsWith(`${zone}.`)));
        if (candidates.length === 1) return { found: candidates[0]! };
        if (candidates.length > 1) return { ambiguous: candidates };
    }
    return wrong ? { wrongKind: wrong } : { nothing: true };
}
