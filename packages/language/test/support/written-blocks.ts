import type { BlockKind } from '../../src/statements/index.ts';
import { blockKinds } from '../../src/statements/index.ts';

/** A stretch of a text between braces, as far as braces can say it: also of a text with mistakes. */
export interface WrittenBlock {
    /** `null` for braces of another kind, such as those of levels. */
    readonly kind: BlockKind | null;
    /** Behind its opening brace. */
    readonly start: number;
    /** Before its closing brace, or the end of the text. */
    readonly end: number;
}

/** A statement of a text, with its block. */
export interface WrittenStatement {
    readonly word: string;
    readonly kind: BlockKind;
    readonly start: number;
    readonly end: number;
}

/** What a text looks like to somebody who reads words and braces only. */
export interface Written {
    readonly blocks: readonly WrittenBlock[];
    readonly statements: readonly WrittenStatement[];
    /** Qualified names, by the word that declares them. */
    readonly names: ReadonlyMap<string, readonly string[]>;
}

interface Open {
    kind: BlockKind | null;
    start: number;
    name: string;
    /** Of the statement around it. */
    word: string;
    from: number;
}

const tokens = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|[{}\n]|[\w-]+(?:\.[\w-]+)*/g;
const kinds: ReadonlySet<string> = new Set(blockKinds);

/** Reads the blocks, statements and names of a text, whatever is wrong with it. */
export function writtenIn(text: string): Written {
    const blocks: WrittenBlock[] = [];
    const statements: WrittenStatement[] = [];
    const names = new Map<string, string[]>();
    const stack: Open[] = [{ kind: 'file', start: 0, name: '', word: '', from: 0 }];
    let word: string | null = null;
    let from = 0;
    let name: string | null = null;

    function close(end: number, upTo: number): void {
        const { kind, start, word: outer, from: began } = stack.pop()!;
        blocks.push({ kind, start, end });
        const around = stack.at(-1)?.kind;
        if (around) statements.push({ word: outer, kind: around, start: began, end: upTo });
    }

    function ended(end: number): void {
        const { kind } = stack.at(-1)!;
        if (word !== null && kind !== null) statements.push({ word, kind, start: from, end });
        word = name = null;
    }

    for (const { 0: token, index } of text.matchAll(tokens)) {
        if (token.startsWith('/')) continue;
        if (token === '\n') ended(index);
        else if (token === '{') {
            const kind = word !== null && kinds.has(word) ? (word as BlockKind) : null;
            const outer = stack.at(-1)!.name;
            const own = name === null ? outer : outer === '' ? name : `${outer}.${name}`;
            stack.push({ kind, start: index + 1, name: own, word: word ?? '', from });
            word = name = null;
        } else if (token === '}') {
            ended(index);
            if (stack.length > 1) close(index, index + 1);
        } else if (word === null) {
            word = token;
            from = index;
        } else if (name === null && !token.startsWith('"')) {
            name = token;
            const outer = stack.at(-1)!.name;
            const known = names.get(word) ?? [];
            names.set(word, known);
            if (word !== 'within') known.push(outer === '' ? token : `${outer}.${token}`);
        }
    }
    ended(text.length);
    while (stack.length > 1) close(text.length, text.length);
    blocks.push({ kind: 'file', start: 0, end: text.length });
    return { blocks, statements, names };
}
