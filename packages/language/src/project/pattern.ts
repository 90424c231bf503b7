import { posix } from 'node:path';

/** Below this every upper-case letter has its own place in the private use area. */
const mapped = 0x1900;

/**
 * A text with a sign without case for each upper-case letter. Node takes no notice of case where a pattern has a
 * wildcard, but on Windows and macOS alone: what is left out must not depend on the machine.
 */
function withoutCase(text: string): string {
    return text.replace(/\p{Lu}/gu, letter =>
        letter.charCodeAt(0) < mapped ? String.fromCharCode(0xe000 + letter.charCodeAt(0)) : letter,
    );
}

/**
 * True where a pattern of the settings leaves out a file or folder: the same on every system.
 * @param path relative to the folder of the settings, with `/` between its parts
 * @param pattern with `/` or `\` between its parts, and before the first one or after `.`, as shells and `.gitignore`
 *    have it; what is in a folder that it matches is left out too
 */
export function leavesOut(pattern: string, path: string): boolean {
    const [sign, place] = [withoutCase(pattern.replace(/^\.?[/\\]+/, '')), withoutCase(path)];
    return posix.matchesGlob(place, sign) || posix.matchesGlob(place, `${sign}/**`);
}
