import type { Fix, Mention, Missing, Origin, Problem, ProblemKind, Related, Service, Span } from '../model/index.ts';
import { flat } from './flat.ts';
import type * as Ast from './generated/ast.ts';
import type { Declared, Names, NameKind, Namespace } from './names.ts';
import type { NotFound } from './not-found.ts';
import { kindNames, notFound } from './not-found.ts';
import type { Scope } from './resolve.ts';
import { resolveElement } from './resolve.ts';
import type { Parsed } from './parse.ts';
import type { Meant } from './suggest.ts';
import { calledSo, canBeWritten, isAnother, meantElement, meantName, protectionOf } from './suggest.ts';
import type { Leaf, Tree } from './tree.ts';
import { readable, readString, spanOf } from './values.ts';

/** One mention of a declared name in the text: what the editor follows, renames and highlights. */
export interface Link extends Span {
    readonly kind: NameKind;
    readonly id: string;
}

/** What lowering must know and cannot see: which requirements exist. */
export interface Knowledge {
    isRequirement(id: string): boolean;
    readonly requirementIds: readonly string[];
    /** The part of IEC 62443 on organisations that has a requirement: 2-1, 2-4 or 4-1. */
    partOf(id: string): '2-1' | '2-4' | '4-1' | undefined;
    /** Its identifiers, in its order. */
    partIdsOf(part: '2-1' | '2-4' | '4-1'): readonly string[];
}

const noFixes: readonly Fix[] = [];
const noRelated: readonly Related[] = [];

/**
 * After so many unresolved names of a file no nearest one is looked for: each look goes through all names. Those that
 * the library has as another name are found all the same.
 */
export const mostSuggestions = 25;

/** A name as it is written, or what a text in quotes says. */
function textOr(written: string): string {
    return written.startsWith('"') ? readString(written) : written;
}

/** The lowering of one file: collects its problems and links, and resolves its names. */
export class Lowering {
    readonly file: string;
    readonly names: Names;
    readonly knowledge: Knowledge;
    readonly docs: ReadonlyMap<number, string>;
    readonly problems: Problem[] = [];
    readonly links: Link[] = [];
    private readonly keepsLinks: boolean;
    /** The parts of all names that are mentioned; `null` where nobody asks. */
    readonly mentioned: Set<string> | null;
    /** How many names of the file were not resolved. */
    unresolved: number;
    /** Services of rules and of traffic that were read, by their text. */
    readonly services = new Map<string, readonly Service[]>();
    /** Ends of statements whose own problem says better what the parser stumbled over right behind them. */
    readonly explained: number[] = [];
    /** Where names stand that are declared in a comment without an end: its own mistake says enough. */
    private readonly swallowed = new Set<number>();
    /** Ends of the words that the parser blames. */
    private readonly blamed: ReadonlySet<number>;

    constructor(
        { uri: file, docs, mistakes }: Parsed,
        names: Names,
        knowledge: Knowledge,
        keepsLinks: boolean,
        unresolvedBefore: number,
    ) {
        this.file = file;
        this.blamed = new Set(mistakes.map(({ end }) => end));
        this.names = names;
        this.knowledge = knowledge;
        this.docs = docs;
        this.keepsLinks = keepsLinks;
        this.mentioned = keepsLinks ? new Set() : null;
        this.unresolved = unresolvedBefore;
    }

    problem(
        kind: ProblemKind,
        at: Span,
        message: string,
        subject: string | null,
        fixes = noFixes,
        related = noRelated,
        missing: Missing | null = null,
    ): void {
        this.problems.push({
            kind,
            message: readable(message),
            at: { file: this.file, start: at.start, end: at.end },
            subject,
            fixes,
            related,
            ...(missing && { missing }),
        });
    }

    /** Takes back what was reported and is a part of a mistake of the text. */
    withdraw(explained: (problem: Problem) => boolean): void {
        const kept = this.problems.filter(problem => !explained(problem));
        if (kept.length < this.problems.length) this.problems.splice(0, this.problems.length, ...kept);
    }

    /** Takes back that names are missing which are declared in a comment without an end. */
    withdrawSwallowed(): void {
        if (this.swallowed.size > 0)
            this.withdraw(({ kind, at }) => kind === 'unresolved' && this.swallowed.has(at.start));
    }

    /** Reports a statement that ends too early; a mistake of the parser right behind it is the same one. */
    incomplete(at: Span, message: string, subject: string | null, fixes = noFixes): void {
        if (this.blamed.has(at.end)) return;
        this.explained.push(at.end);
        this.problem('syntax', at, message, subject, fixes);
    }

    replacement(title: string, at: Span, text: string, preferred = true): Fix {
        return {
            kind: 'fix',
            title,
            edits: [{ kind: 'replace', at: { file: this.file, start: at.start, end: at.end }, text }],
            preferred,
        };
    }

    origin(node: Span & { readonly open?: Leaf; readonly close?: Leaf }, name: Span = node): Origin {
        return {
            file: this.file,
            whole: spanOf(node),
            name: spanOf(name),
            block: node.open ? { start: node.open.start, end: node.close?.end ?? node.end } : null,
        };
    }

    /**
     * Resolves the name of a zone, conduit or asset of one of the kinds wanted; reports it and returns `null` when
     * there is none.
     */
    element(node: Tree<Ast.QName>, scope: Scope, wanted: readonly NameKind[], subject: string | null): Mention | null {
        const parts = node.parts ?? [];
        const name = parts.map(part => part.text).join('.');
        if (this.mentioned) for (const part of parts) this.mentioned.add(part.text);
        const resolution = resolveElement(this.names, name, scope, wanted);
        const isThere = ({ kind, id }: Declared): boolean => wanted.includes(kind) && id.endsWith(`.${name}`);
        if ('found' in resolution) {
            this.linkParts(parts, resolution.found);
            return { id: resolution.found.id, at: spanOf(node) };
        }
        // Of a conduit whose zones could not be read that is said, and not once more of all that lies in them.
        if (scope.unread && 'nothing' in resolution && this.names.named(parts.at(-1)?.text ?? '').some(isThere))
            return null;
        const expected = wanted.map(kind => kindNames[kind]).join(' or ');
        if ('wrongKind' in resolution) {
            const { kind, id } = resolution.wrongKind;
            this.problem('unresolved', node, `${id} is ${kindNames[kind]}; ${expected} is expected here.`, subject);
        } else if ('ambiguous' in resolution) {
            const ids = resolution.ambiguous.map(declared => declared.id);
            this.problem(
                'unresolved',
                node,
                `${name} may be ${ids.join(' or ')}: write its qualified name.`,
                subject,
                resolution.ambiguous.filter(canBeWritten).map(({ id }) => this.replacement(`Write ${id}`, node, id)),
            );
        } else {
            const sought = textOr(name);
            const meant = ++this.unresolved > mostSuggestions ? null : meantElement(this.names, sought, wanted);
            this.notFound(node, sought, notFound(name, wanted, true), meant, subject);
        }
        return null;
    }

    /** True for a name that no element of the kinds wanted has here, and that one of another namespace has. */
    isOnly(name: string, scope: Scope, wanted: readonly NameKind[], namespace: Namespace & NameKind): boolean {
        return (
            !('found' in resolveElement(this.names, name, scope, wanted)) &&
            this.names.find(namespace, name) !== undefined
        );
    }

    elements(
        nodes: readonly Tree<Ast.QName>[] | undefined,
        scope: Scope,
        wanted: readonly NameKind[],
        subject: string | null,
    ): readonly Mention[] {
        return flat(nodes, node => this.element(node, scope, wanted, subject) ?? []);
    }

    private linkParts(parts: readonly Leaf[], found: Declared): void {
        if (!this.keepsLinks) return;
        let declared: Declared | undefined = found;
        for (let index = parts.length - 1; index >= 0 && declared; index--) {
            const part = parts[index]!;
            this.links.push({ start: part.start, end: part.end, kind: declared.kind, id: declared.id });
            const dot = declared.id.lastIndexOf('.');
            declared = dot < 0 ? undefined : this.names.find('element', declared.id.slice(0, dot));
        }
    }

    /**
     * Reports a name that is none, with those that may have been meant. Only where there is one, and it means the same,
     * is it the one to take.
     */
    private notFound(
        at: Span,
        written: string,
        { message, instead, missing }: NotFound,
        meant: Meant | null,
        subject: string | null,
    ): void {
        if (this.names.isSwallowed(written)) this.swallowed.add(at.start);
        const [first, ...others] = meant?.choices ?? [];
        if (!first) {
            this.problem('unresolved', at, `${message}.${instead}`, subject, noFixes, noRelated, missing);
            return;
        }
        const provides = meant?.byLetters === true && others.length === 0 ? protectionOf(first) : [];
        // Of three letters one is a third: `uds` is more likely another thing than a slip of `dds`.
        const isShort = meant?.byLetters === true && at.end - at.start <= 3;
        const isOther = meant?.byLetters === true && isAnother(written, first.id);
        const certain = others.length === 0 && provides.length === 0 && !isShort && !isOther;
        const choices = [first, ...others].map(({ id }) => id);
        this.problem(
            'unresolved',
            at,
            `${message}; did you mean ` +
                `${choices.join(' or ')}${provides.length > 0 ? `, which provides ${provides.join(', ')}` : ''}?`,
            subject,
            choices.map(id => this.replacement(`Change to ${id}`, at, id, certain)),
            noRelated,
            missing,
        );
    }

    /** Resolves a name of another namespace; reports it and returns `null` when there is none. */
    global(leaf: Leaf, namespace: Namespace & NameKind, subject: string | null): Mention | null {
        this.mentioned?.add(leaf.text);
        const found = this.names.find(namespace, leaf.text);
        if (found) {
            if (this.keepsLinks) this.links.push({ start: leaf.start, end: leaf.end, kind: namespace, id: found.id });
            return { id: found.id, at: spanOf(leaf) };
        }
        const sought = textOr(leaf.text);
        const nearest = ++this.unresolved > mostSuggestions ? calledSo : meantName;
        const meant = nearest(this.names, namespace, sought);
        this.notFound(leaf, sought, notFound(leaf.text, [namespace], false), meant, subject);
        return null;
    }

    globals(
        leaves: readonly Leaf[] | undefined,
        namespace: Namespace & NameKind,
        subject: string | null,
    ): readonly Mention[] {
        return flat(leaves, leaf => this.global(leaf, namespace, subject) ?? []);
    }

    /**
     * The countermeasures on which all of something rests.
     * @returns `null` where one of them is not known, or a word of the statement: then nobody can tell what it rests on
     */
    countermeasures(
        fact: { readonly by?: readonly Leaf[]; readonly broken?: boolean } | undefined,
        subject: string | null,
    ): readonly Mention[] | null {
        const found = this.globals(fact?.by, 'countermeasure', subject);
        return found.length < (fact?.by?.length ?? 0) || fact?.broken === true ? null : found;
    }
}
