import type { Mark } from './mark.ts';
import { hash, marksIn } from './mark.ts';
import { nameFrom } from './names.ts';
import { blockEnd, edited, skipQuiet, statements } from './text-scan.ts';

/** A declaration in an existing file that an import wrote. */
export interface Written {
    readonly mark: Mark;
    /** From the mark to the end of the declaration. */
    readonly start: number;
    readonly end: number;
    readonly indent: string;
    /** Comments that people put between the mark and the declaration, with their line ends. */
    readonly between: string;
    readonly name: string;
    readonly title: string | null;
    readonly type: string | null;
    readonly lines: readonly string[];
}

const headPattern = /(?:threat|asset)\s+([\p{Letter}_][\p{Letter}\p{Number}_-]*)\s*("(?:[^"\\\n]|\\.)*")?\s*(?::\s*([\p{Letter}_][\p{Letter}\p{Number}_-]*))?/uy;

export interface Found {
    readonly written: readonly Written[];
    /** Keys of marks whose declaration people took away. */
    readonly takenAway: ReadonlySet<string>;
}

/** The position of the next thing that is no blank and no comment; a mark ends the search. */
function skipComments(text: string, from: number): number {
    let at = from;
    for (;;) {
        while (/\s/.test(text[at] ?? '')) at += 1;
        const comment = text.startsWith('/', at) && !text.startsWith('// iacs import "', at) ? skipQuiet(text, at) : at;
        if (comment === at) return at;
        at = comment;
    }
}

/** The declarations that an earlier import wrote, wherever people have moved them in the file. */
export function findWritten(text: string): Found {
    const takenAway = new Set<string>();
    const written = marksIn(text).flatMap(({ mark, start, end: afterMark, indent }): readonly Written[] => {
        const { key, hashes } = mark;
        headPattern.lastIndex = skipComments(text, afterMark);
        const between = text.slice(afterMark, headPattern.lastIndex);
        const head = headPattern.exec(text);
        // Behind a comment may stand another declaration than the one that the mark was written for.
        const own = head !== null && (between.trim() === '' || hashes.get('title') === hash(head[2] ?? '') || head[1] === nameFrom(key, ''));
        if (!own) {
            takenAway.add(key);
            return [];
        }
        const afterHead = headPattern.lastIndex;
        const open = afterHead + /^\s*/.exec(text.slice(afterHead, afterHead + 200))![0].length;
        const hasBlock = text[open] === '{';
        const end = hasBlock ? blockEnd(text, open) : afterHead;
        return [{
            mark,
            start,
            end,
            indent,
            between: between.trim() === '' ? '\n' : between,
            name: head[1]!,
            title: head[2] ?? null,
            type: head[3] ?? null,
            lines: hasBlock ? statements(text.slice(open + 1, end - 1)) : [],
        }];
    });
    for (const each of written) takenAway.delete(each.mark.key);
    return { written, takenAway };
}

/** The names of what an existing file declares without a mark before it. */
export function unmarked(text: string, written: readonly Written[]): ReadonlySet<string> {
    const rest = edited(text, written.map(({ start, end }) => ({ start, end, text: '' })));
    return new Set([...rest.matchAll(/^[ \t]*(?:threat|asset)\s+([\p{Letter}_][\p{Letter}\p{Number}_-]*)/gmu)].map(match => match[1]!));
}

/** The ends of the blocks of top-level zones in a file, by name. */
export function zoneBlocks(text: string): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (let at = 0; at < text.length; at++) {
        const after = skipQuiet(text, at);
        if (after > at) {
            at = after - 1;
            continue;
        }
        if (text[at] !== '{') continue;
        const end = blockEnd(text, at);
        const head = /(?:^|\s)zone\s+([\p{Letter}_][\p{Letter}\p{Number}_-]*)\s*(?:"(?:[^"\\\n]|\\.)*")?\s*$/u.exec(text.slice(Math.max(0, at - 500), at));
        if (head) found.set(head[1]!, end - 1);
        at = end - 1;
    }
    return found;
}
