import type { Span } from '../model/index.ts';
import { namingWords } from '../statements/index.ts';
import type * as Ast from './generated/ast.ts';
import { wordsOfRule } from './parser/generated/kinds.ts';
import type { Tree } from './tree.ts';

/** What names are for. Zones, conduits and assets share one namespace; each of the others has its own. */
export type NameKind =
    | 'zone'
    | 'conduit'
    | 'asset'
    | 'type'
    | 'protocol'
    | 'countermeasure'
    | 'threat'
    | 'invariant'
    | 'view'
    | 'ruleset'
    | 'observation'
    | 'function'
    | 'island'
    | 'advisory'
    | 'party'
    | 'system';

/** The tree of a statement that declares a name. */
export type Declaration = Tree<
    | Ast.Zone
    | Ast.Conduit
    | Ast.Asset
    | Ast.AssetType
    | Ast.Protocol
    | Ast.Countermeasure
    | Ast.Threat
    | Ast.Invariant
    | Ast.View
    | Ast.Ruleset
    | Ast.Observation
    | Ast.PlantFunction
    | Ast.Island
    | Ast.Advisory
    | Ast.Party
    | Ast.System
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
const kinds = new Map<string, NameKind>(
    [...wordsOfRule].flatMap(([type, [word = '']]) =>
        namingWords.includes(word) ? [[type, word as NameKind] as const] : [],
    ),
);

/** The kind of name that a node declares; `undefined` for a node that declares none. */
export function kindOfNode(type: string): NameKind | undefined {
    return kinds.get(type);
}

/** The namespaces, each a map from id to its declaration. */
export type Namespace = 'element' | Exclude<NameKind, 'zone' | 'conduit' | 'asset'>;

/** The names that a kind of element shares: zones, conduits and assets have one namespace. */
export function namespaceOf(kind: NameKind): Namespace {
    return kind === 'zone' || kind === 'conduit' || kind === 'asset' ? 'element' : kind;
}

/** Kinds of names that no statement mentions. */
export const unmentioned: ReadonlySet<NameKind> = new Set([
    'view',
    'invariant',
    'ruleset',
    'observation',
    'island',
    'advisory',
]);
