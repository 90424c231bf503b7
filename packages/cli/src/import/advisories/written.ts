import { readString } from 'iacs-language';
import { blocksOf } from '../put-block.ts';

/** An advisory that an earlier import wrote. */
export interface WrittenAdvisory {
    readonly name: string;
    readonly identifier: string;
    readonly publisher: string | null;
    readonly revision: string | null;
    readonly dated: string | null;
}

function said(inner: string, word: string): string | null {
    const found = new RegExp(`^\\s*${word}\\s+("(?:[^"\\\\]|\\\\.)*"|\\d{4}-\\d{2}-\\d{2})`, 'm').exec(inner)?.[1];
    return found === undefined ? null : found.startsWith('"') ? readString(found) : found;
}

/** The advisories in the text of a file. */
export function advisoriesIn(text: string): readonly WrittenAdvisory[] {
    if (!/\badvisory\b/.test(text)) return [];
    return blocksOf(text, 'advisory').map(({ name, inner: { start, end } }) => {
        const inner = text.slice(start, end);
        return {
            name,
            identifier: said(inner, 'identifier') ?? name,
            publisher: said(inner, 'publisher'),
            revision: said(inner, 'revision'),
            dated: said(inner, 'dated'),
        };
    });
}
