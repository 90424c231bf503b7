import { hash } from './mark.ts';

const textsMark = /^\/\/ iacs import texts((?: [0-9a-f]{8})*)[ \t]*\r?$/m;

function comment(text: string): string {
    return `// ${text}`;
}

function markOf(hashes: Iterable<string>): string {
    return `// iacs import texts ${[...hashes].join(' ')}`;
}

/**
 * The comments for what stands around the tables of a register, with the line that remembers them; empty where nothing
 * stands there.
 */
export function looseTexts(texts: readonly string[]): string {
    const different = [...new Set(texts)];
    return different.length === 0 ? '' : `${different.map(comment).join('\n')}\n${markOf(different.map(hash))}\n`;
}

/**
 * Adds the comments that are new in the register to a file that an earlier import wrote. What people changed or took
 * away there stays so: a text that was written once is not written again.
 */
export function withLooseTexts(existing: string, texts: readonly string[]): string {
    const mark = textsMark.exec(existing);
    const lines = new Set(existing.split(/\r?\n/).map(line => line.trim()));
    const remembered = (mark?.[1] ?? '').split(' ').filter(each => each !== '');
    const fresh = [...new Set(texts)].filter(text => !remembered.includes(hash(text)) && !lines.has(comment(text)));
    const all = new Set([...remembered, ...texts.map(hash)]);
    if (all.size === 0) return existing;
    const added = `${fresh.map(text => `${comment(text)}\n`).join('')}${markOf(all)}`;
    if (mark)
        return (
            `${existing.slice(0, mark.index)}${added}` +
            `${existing.slice(mark.index + mark[0].replace(/\r$/, '').length)}`
        );
    return fresh.length === 0 ? existing : `${added}\n\n${existing}`;
}
