import type { BlockKind } from '../../statements/index.ts';
import { statementIn } from '../../statements/index.ts';
import { code } from '../code-marks.ts';
import type { Line, Reading } from './line.ts';

/**
 * Statements that stand behind a declaration without the braces of its block: `asset Plc : plc address 10.1.1.1`.
 * @param line at the first word behind the declaration
 * @returns `null` where something else follows
 */
export function blockBehind(line: Line, block: BlockKind, what: string): Reading | null {
    const { start } = line.word;
    const text = line.rest.replace(/^,\s*/, '');
    const [word = ''] = /^[\w-]+/.exec(text) ?? [];
    if (!statementIn(block, word) || /[{}]|\/[/*]/.test(text)) return null;
    const written = `{ ${text} }`;
    return {
        start,
        end: line.length,
        message: `What is said of ${what} is written in its block: ${code(written)}.`,
        title: `Write ${written}`,
        write: line.text[start - 1] === ' ' ? written : ` ${written}`,
    };
}
