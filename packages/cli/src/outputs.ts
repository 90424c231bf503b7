import path from 'node:path';
import { Failure, type Io } from './io.ts';
import { oneOf } from './options.ts';
import { assertNoModel, assertWritable, writeOutput } from './output.ts';

/** One thing that a run prints or writes. */
export interface Output<F extends string> {
    readonly format: F;
    /** As the user named it; `null` for standard output. */
    readonly file: string | null;
}

/** The formats of a command, the one that is printed without a word first, and the endings of files that mean one. */
export interface Formats<F extends string> {
    readonly all: readonly F[];
    readonly endings: readonly (readonly [ending: string, format: F])[];
}

function endingOf<F extends string>(file: string, { endings }: Formats<F>): F | undefined {
    const name = path.basename(file).toLowerCase();
    return endings.find(([ending]) => name.endsWith(ending))?.[1];
}

/**
 * What one run gives out: each file in the format of its ending, else in the one of `--format`; and `--format` on
 * standard output, unless a file has that format. Without a file, and for the file `-`, the format is printed.
 * @throws {@link Failure} for an unknown format, a file of which nobody knows the format, and a file named twice
 */
export function outputsOf<F extends string>(
    format: string | undefined,
    named: readonly string[],
    formats: Formats<F>,
    { cwd }: Pick<Io, 'cwd'>,
): readonly Output<F>[] {
    const asked = format === undefined ? undefined : oneOf('format', format, formats.all);
    const files = named.filter(file => file !== '-');
    const printed: Output<F> = { format: asked ?? formats.all[0]!, file: null };
    if (files.length === 0) return [printed];
    for (const file of files) assertNoModel(file);
    const full = files.map(file => path.resolve(cwd, file));
    const twice = files.find((_, index) => full.indexOf(full[index]!) !== index);
    if (twice !== undefined) throw new Failure(`${twice} is named twice: each -o needs a file of its own.`);
    const written = files.map((file): Output<F> => {
        const known = endingOf(file, formats) ?? asked;
        if (known !== undefined) return { format: known, file };
        const endings = [...new Set(formats.endings.map(([ending]) => ending))].join(', ');
        throw new Failure(`The format of ${file} is not known by its ending (${endings}): say it with --format.`);
    });
    const isAskedFor = asked !== undefined && !written.some(each => each.format === asked);
    return isAskedFor || files.length < named.length ? [...written, printed] : written;
}

/**
 * Prints and writes what a run gives out. No file is touched before all of them are known to be replaceable.
 * @param contentOf what an output holds, whole or in parts
 * @throws {@link Failure} where that cannot be done
 */
export function giveOut<F extends string>(
    outputs: readonly Output<F>[],
    contentOf: (output: Output<F>) => string | Iterable<string>,
    io: Io,
    force: boolean,
): void {
    const files = outputs.flatMap(output => {
        const { file } = output;
        if (file === null) return [];
        const content = contentOf(output);
        return [{ file, content: typeof content === 'string' ? content : [...content].join('') }];
    });
    for (const { file, content } of files) assertWritable(file, content, io, force);
    for (const { file, content } of files) writeOutput(file, content, io, force);
    for (const output of outputs.filter(({ file }) => file === null)) {
        const content = contentOf(output);
        if (typeof content === 'string') io.out(content);
        else for (const part of content) io.out(part);
    }
}
