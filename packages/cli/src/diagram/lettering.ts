import type { DiagramGraph, Lettering } from 'iacs-language/diagram';
import { charactersIn, isCovered, letteringOf } from 'iacs-language/diagram';
import { fontsFor, machineFonts } from 'iacs-language/node';
import type { Io } from '../io.ts';

/** How a picture made of pixels is written, and the fonts that it needs besides the bundled one. */
export interface Letters {
    readonly lettering: Lettering;
    readonly fonts: readonly string[];
    /** Of the texts around the picture those that no font has. */
    readonly unread: readonly string[];
}

/**
 * Looks for fonts for the letters that the bundled font lacks: those that are given, then those of the machine.
 * @param whole has all that is drawn
 * @param around texts around it, such as those of a title block
 */
export function lettersFor(whole: DiagramGraph, given: readonly string[], around: readonly string[], io: Io): Letters {
    const all = new Set([...charactersIn(whole), ...around.flatMap(text => [...text])]);
    const foreign = [...all].filter(character => !isCovered(character));
    const { files, missing } = fontsFor(foreign, given, () => machineFonts(io.env));
    const has = (text: string): boolean => ![...text].some(character => missing.has(character));
    return { lettering: letteringOf(whole, has), fonts: files, unread: around.filter(text => !has(text)) };
}

/** Says on standard error what a picture shows in another way than the model writes it. */
export function reportLetters({ lettering: { renamed, key }, unread }: Letters, io: Io): void {
    if (renamed)
        io.err(
            'iacs: some titles are in a script that no font of this machine has and are shown by their names: ' +
                'add a font with --font FILE, or draw an SVG.\n',
        );
    for (const text of unread)
        io.err(`iacs: no font of this machine has the letters of "${text}": add a font with --font FILE.\n`);
    for (const { word, name } of key) io.err(`iacs: ${word} is ${name}\n`);
}
