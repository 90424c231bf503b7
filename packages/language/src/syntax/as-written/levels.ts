import { code } from '../code-marks.ts';
import type { Reading } from './line.ts';

const statement = /^\s*SL-[TCA]\s+/u;
/** Seven levels with signs between them, in any brackets or in none. */
const seven = /^[{([]?\s*([0-4](?:\s*[,;/]\s*[0-4]){6})\s*[})\]]?/u;
/** A level, and others for some requirements in round or square brackets. */
const exceptions = /^([0-4])\s*[([]\s*([A-Z]{2,3}\s+[0-4](?:[\s,;]+[A-Z]{2,3}\s+[0-4])*)\s*[)\]]/u;
/** Levels for some requirements, with commas between them. */
const named = /^\{\s*([A-Z]{2,3}\s+[0-4](?:\s*[,;]\s*[A-Z]{2,3}\s+[0-4])+)\s*\}/u;

/** Levels as sheets have them: `SL-T {2,2,1,1,2,1,2}`, `SL-T 2 (RDF 3)`; `null` for any other line. */
export function levelsAsWritten(text: string): Reading | null {
    const start = statement.exec(text)?.[0].length;
    if (start === undefined) return null;
    const value = text.slice(start);
    const [all = '', levels] = seven.exec(value) ?? [];
    if (levels !== undefined) {
        const write = `{${levels.split(/\s*[,;/]\s*/u).join(' ')}}`;
        const message = `Levels are written in braces, with blanks between them: ${code(write)}.`;
        return { start, end: start + all.length, message, write };
    }
    const [exact = '', some] = named.exec(value) ?? [];
    if (some !== undefined) {
        const write = `{ ${some.split(/\s*[,;]\s*/u).join(' ')} }`;
        const message = `Levels are written with blanks between them: ${code(write)}.`;
        return { start, end: start + exact.length, message, write };
    }
    const [whole = '', level, others] = exceptions.exec(value) ?? [];
    if (others === undefined) return null;
    const write = `${level} { ${others.split(/[\s,;]+/u).join(' ')} }`;
    const message = `Other levels for some requirements are written in braces: ${code(write)}.`;
    return { start, end: start + whole.length, message, write };
}
