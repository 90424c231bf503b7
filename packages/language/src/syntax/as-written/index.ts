/*
 * Statements have forms that people write without looking them up: `flow A to B, C modbus-tcp 502`, `conduit A to B`,
 * `zone "Office"`. What the parser says of them word by word does not help. So the whole line is looked at, and where
 * it has such a form, the message says how it is written here, and the fix writes it.
 */
import { blocks, namingWords } from '../../statements/index.ts';
import type { BlockKind } from '../../statements/index.ts';
import type { SyntaxMistake } from '../parser/stumbles.ts';
import { TolerantParser } from '../parser/tolerant-parser.ts';
import { newlineOf } from '../text-edit.ts';
import { conduitAsWritten } from './conduit.ts';
import { assetAsWritten, namelessAsWritten, zoneAsWritten } from './declaration.ts';
import { flowAsWritten } from './flow.ts';
import { levelsAsWritten } from './levels.ts';
import type { Reading } from './line.ts';
import { rowAsWritten } from './table-row.ts';
import { valueAsWritten } from './value.ts';

/** No more of a line is looked at. */
const longestLine = 300;

function readingOf(line: string): Reading | null {
    const word = /^\s*([\w-]+)\s/u.exec(line)?.[1] ?? '';
    if (word === 'flow') return flowAsWritten(line);
    if (word.startsWith('SL-')) return levelsAsWritten(line);
    const nameless = namingWords.includes(word)
        ? namelessAsWritten(line, `the ${blocks[word as BlockKind].name}`)
        : null;
    if (nameless !== null) return nameless;
    if (word === 'conduit') return conduitAsWritten(line);
    if (word === 'asset') return assetAsWritten(line);
    return word === 'zone' ? zoneAsWritten(line) : null;
}

/** Where the line of an offset begins. */
function lineStart(text: string, at: number): number {
    return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

/** An offset in the line before the one that begins at an offset; its own where there is none. */
function lineBefore(text: string, start: number): number {
    return start === 0 ? -1 : start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
}

function isReadAs(text: string): boolean {
    const parser = new TolerantParser(text);
    parser.File();
    return parser.mistakes.length === 0;
}

/** True where a line is read without a mistake, at the top or in a zone; a block that goes on is closed. */
function isRead(line: string): boolean {
    const open = line.split('{').length - line.split('}').length;
    const whole = line + '\n}'.repeat(Math.max(0, open));
    return isReadAs(whole) || isReadAs(`zone Z {\n${whole}\n}`);
}

/** The mistakes that are not the echo of another one: of a line that begins no statement only that is said. */
function withoutEchoes(text: string, shift: number, mistakes: readonly SyntaxMistake[]): readonly SyntaxMistake[] {
    const isFirst = ({ start }: SyntaxMistake): boolean => {
        const at = start - shift;
        return text.slice(lineStart(text, at), at).trim() === '';
    };
    const strange = new Map(
        mistakes
            .filter(each => each.write === undefined && each.kind === 'no-statement' && isFirst(each))
            .map(each => [lineStart(text, each.start - shift), each] as const),
    );
    return mistakes.filter(each => {
        const of = strange.get(lineStart(text, each.start - shift));
        return of === undefined || of === each || each.kind === 'unclosed';
    });
}

/**
 * Says of statements that are written as people write them how they are written here.
 * @param shift what is added to the offsets of the mistakes
 */
export function withStatementsAsWritten(
    text: string,
    shift: number,
    mistakes: readonly SyntaxMistake[],
): readonly SyntaxMistake[] {
    /** Where the lines begin of which all is said. */
    const explained = new Set<number>();
    /** Where the rows of tables begin. */
    const rows = new Set<number>();
    return withoutEchoes(text, shift, mistakes).flatMap(mistake => {
        // However the line is written, the brace of its block is missing.
        if (mistake.kind === 'unclosed') return mistake;
        const at = mistake.start - shift;
        const start = lineStart(text, at);
        if (explained.has(start)) return [];
        const line = /^[^\r\n]*/.exec(text.slice(start, start + longestLine))![0];
        const row = rowAsWritten(line);
        if (row) {
            explained.add(start);
            const isFirst = !rows.has(lineStart(text, lineBefore(text, start)));
            rows.add(start);
            // Of a table that was pasted it is said once.
            if (!isFirst) return [];
        }
        // One wrong sign has its message and its fix, unless it is a part of a longer one.
        else if (mistake.write !== undefined && !/[-=]/.test(text[at - 1] ?? '')) return mistake;
        const write = (reading: Reading): string | undefined => reading.write?.replaceAll('\n', newlineOf(text));
        const reading = [row ?? readingOf(line), row ? null : valueAsWritten(line, at - start)].find(
            each =>
                each &&
                (each.write === undefined || isRead(line.slice(0, each.start) + write(each)! + line.slice(each.end))),
        );
        if (!reading) return mistake;
        explained.add(start);
        const move = start + shift;
        return {
            ...reading,
            ...(reading.write === undefined ? {} : { write: write(reading)! }),
            start: reading.start + move,
            end: reading.end + move,
            line: { start: move, end: move + line.length },
        };
    });
}
