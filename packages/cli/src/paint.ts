import type { Paint } from 'iacs-language/findings';
import type { Io } from './io.ts';

const codes = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    yellow: [33, 39],
    cyan: [36, 39],
    green: [32, 39],
} as const;

/** Styles for the terminal; plain text where standard output is none, or NO_COLOR is set. */
export function painter(io: Io): Paint {
    return io.colours
        ? (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m`
        : (_, text) => text;
}
