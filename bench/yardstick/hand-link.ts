import type { Statement } from './hand-parse.ts';

const declaring = new Set(['zone', 'conduit', 'asset', 'type', 'countermeasure', 'threat', 'view', 'system']);
const mentioning = new Set(['serves', 'needs', 'via', 'one-way', 'applies', 'from', 'against', 'include', 'mitigated']);

interface Scope {
    names: Map<string, Scope>;
    outer?: Scope;
}

export interface Counts {
    statements: number;
    linked: number;
    unlinked: number;
    firstUnlinked: string;
}

/** Gives every name that a statement mentions the scope that it is declared as, and counts both. */
export function link(statements: readonly Statement[]): Counts {
    const root: Scope = { names: new Map() };
    const scopes = new Map<Statement, Scope>();
    const counts: Counts = { statements: 0, linked: 0, unlinked: 0, firstUnlinked: '' };
    declareAll(statements, root, scopes);
    linkAll(statements, root, scopes, counts);
    return counts;
}

function declareAll(statements: readonly Statement[], scope: Scope, scopes: Map<Statement, Scope>): void {
    for (const statement of statements) {
        let own = scope;
        if (declaring.has(statement.words[0])) {
            own = { names: new Map(), outer: scope };
            scope.names.set(statement.words[1], own);
            scopes.set(statement, own);
        }
        if (statement.block) declareAll(statement.block, own, scopes);
    }
}

function linkAll(
    statements: readonly Statement[],
    scope: Scope,
    scopes: ReadonlyMap<Statement, Scope>,
    counts: Counts,
): void {
    for (const statement of statements) {
        counts.statements++;
        const own = scopes.get(statement) ?? scope;
        for (const name of mentions(statement.words)) {
            if (resolve(name, own)) counts.linked++;
            else {
                counts.unlinked++;
                counts.firstUnlinked ||= name;
            }
        }
        if (statement.block) linkAll(statement.block, own, scopes, counts);
    }
}

/** The words of a statement that are names of elements: those of the models here begin with a capital letter. */
function mentions(words: readonly string[]): string[] {
    const first = words[0];
    if (first === 'conduit' || first === 'flow') return words.slice(first === 'flow' ? 1 : 2).filter(isName);
    if (mentioning.has(first)) return words.filter(isName);
    const by = words.indexOf('by');
    return by < 0 ? [] : words.slice(by + 1).filter(isName);
}

function isName(word: string): boolean {
    const code = word.charCodeAt(0);
    return code >= 65 && code <= 90;
}

function resolve(name: string, from: Scope): Scope | undefined {
    const parts = name.split('.');
    for (let scope: Scope | undefined = from; scope; scope = scope.outer) {
        let found: Scope | undefined = scope;
        for (const part of parts) found = found?.names.get(part);
        if (found) return found;
    }
    return undefined;
}
