import path from 'node:path';
import type { DiagramContext, DiagramOptions, LayoutEngine, SheetRequest, TitleFields } from 'iacs-language/diagram';
import { cutTexts, paperNames, sheetPictures, sheetsOf, toGraph, type PaperName } from 'iacs-language/diagram';
import type { Io } from '../io.ts';
import { lettersFor, reportLetters } from './lettering.ts';
import { fieldOptions } from './title-fields.ts';
import { Failure } from '../io.ts';
import { oneOf } from '../options.ts';
import { writeOutput } from '../output.ts';

/** The paper that is asked for; `null` where none is. */
export function paperOption(given: string | undefined): PaperName | null {
    return given === undefined ? null : oneOf('sheet', given.toLowerCase(), paperNames);
}

/** The size of the smallest print, in points: `6` or `6pt`; `undefined` where none is given. */
export function printOption(given: string | undefined): number | undefined {
    if (given === undefined) return undefined;
    const points = /^\d+(?:\.\d+)?(?:pt)?$/u.test(given) ? Number.parseFloat(given) : NaN;
    if (!(points >= 3 && points <= 9)) throw new Failure(`--min-text expects points between 3 and 9, not "${given}".`);
    return points;
}

/** Options that say something of a sheet are a mistake where no paper is named. */
export function refuseWithoutSheet(
    values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
    paper: PaperName | null,
): void {
    const stray = ['min-text', ...Object.keys(fieldOptions)].find(name => values[name] !== undefined);
    if (paper === null && stray !== undefined)
        throw new Failure(`--${stray} is for a sheet of paper: add --sheet a3, or another one.`);
    const kept = ['remember', 'deadline'].find(name => values[name] !== undefined && values[name] !== false);
    if (paper !== null && kept !== undefined)
        throw new Failure(`--${kept} is for a single picture, and --sheet lays sheets out: leave one of them out.`);
}

/** The name of the file for one of several sheets: `plant.svg` becomes `plant-2.svg`. */
export function sheetFile(output: string, number: string, of: number): string {
    if (of === 1) return output;
    const { dir, name, ext } = path.parse(output);
    return path.join(dir, `${name}-${number.padStart(String(of).length, '0')}${ext}`);
}

/** How a set of sheets is to be written. */
export interface SheetOutput {
    readonly format: string;
    readonly theme: 'light' | 'dark' | 'contrast';
    readonly fonts: readonly string[];
    /** `null` for standard output, which takes one sheet. */
    readonly output: string | null;
    readonly force: boolean;
    readonly fields: TitleFields;
}

/**
 * Draws on sheets of paper, and writes a file for each.
 * @returns true where a text is smaller than asked for
 */
export async function writeSheets(
    context: DiagramContext,
    options: DiagramOptions,
    engine: LayoutEngine,
    request: SheetRequest,
    { format, theme, fonts, output, force, fields }: SheetOutput,
    io: Io,
): Promise<boolean> {
    if (format !== 'svg' && format !== 'png')
        throw new Failure(`--sheet is for svg and png, not ${format}; iacs binder makes one PDF of all sheets.`);
    const whole = { ...options, conduits: 'cards', assetLimit: Infinity } as const;
    const around = Object.values(fields).filter(text => typeof text === 'string');
    const letters = format === 'png' ? lettersFor(toGraph(context, whole), fonts, around, io) : null;
    const set = await sheetsOf(context, options, engine, { ...request, lettering: letters?.lettering ?? null });
    if (letters) reportLetters(letters, io);
    const pictures = sheetPictures(set, { fields, theme });
    for (const problem of [...set.remarks, ...cutTexts(pictures), ...set.problems]) io.err(`iacs: ${problem}\n`);
    if (output === null && pictures.length > 1)
        throw new Failure(`This takes ${pictures.length} sheets: name a file with -o, and each gets its number.`);
    for (const { number, svg } of pictures) {
        let content: string | Uint8Array = svg;
        if (format === 'png') {
            const { toPng } = await import('iacs-language/node');
            content = await toPng(svg, { moreFonts: letters?.fonts ?? fonts });
        }
        if (output === null) io.out(content);
        else writeOutput(sheetFile(output, number, pictures.length), content, io, force);
    }
    if (output !== null) {
        const [first, ...more] = pictures;
        const last = more.at(-1);
        const names = [first, last].flatMap(each => (each ? [sheetFile(output, each.number, pictures.length)] : []));
        io.err(`iacs: ${pictures.length === 1 ? 'one sheet' : `${pictures.length} sheets`}: ${names.join(' to ')}\n`);
    }
    return set.problems.length > 0;
}
