import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { nearest } from 'iacs-language';
import { pathOfUri } from './file-uris.ts';
import { Failure } from './io.ts';

/** Options of a command: `string` takes a value, `list` may be given several times, `flag` takes none. */
export type OptionKinds = Readonly<Record<string, 'string' | 'list' | 'flag'>>;

export type OptionValues<K extends OptionKinds> = {
    readonly [N in keyof K]: K[N] extends 'flag'
        ? boolean
        : K[N] extends 'list'
          ? readonly string[]
          : string | undefined;
};

const shorts: Readonly<Record<string, string>> = { output: 'o', help: 'h' };

/**
 * What a script gives where one of its variables is not set. Taken for a path it would be the working directory, and
 * for a base the model itself, of which nothing is new.
 */
function assertFilled(values: Readonly<Record<string, unknown>>, words: readonly string[]): void {
    const empty = Object.entries(values).find(
        ([, value]) => value === '' || (Array.isArray(value) && value.includes('')),
    );
    if (empty) throw new Failure(`--${empty[0]} is empty: give a value, or leave it out.`);
    if (words.includes('')) throw new Failure('An argument is empty: a variable of a script may not be set.');
}

type NodeOptions = NonNullable<ParseArgsConfig['options']>;

/** The words of a command line by Node's rules. Where none is an option, there is nothing to load Node's parser for. */
function parsed(
    args: readonly string[],
    options: NodeOptions,
): { values: Record<string, unknown>; positionals: string[] } {
    if (!args.some(word => word.startsWith('-'))) return { values: {}, positionals: [...args] };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: { ...values }, positionals };
}

/**
 * Reads the words of a command line.
 * @throws {@link Failure} for an option that the command does not have, with the nearest one
 */
export function readOptions<K extends OptionKinds>(
    args: readonly string[],
    kinds: K,
): { values: OptionValues<K>; words: readonly string[] } {
    // A day may be given by either name where a command judges one day.
    const alsoAt = 'today' in kinds && !('at' in kinds);
    const options = Object.fromEntries(
        Object.entries(alsoAt ? { ...kinds, at: 'string' as const } : kinds).map(([name, kind]) => [
            name,
            {
                type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
                multiple: kind === 'list',
                ...(shorts[name] ? { short: shorts[name] } : {}),
            },
        ]),
    );
    try {
        const { values, positionals } = parsed(args, options);
        assertFilled(values, positionals);
        if (alsoAt && values['at'] !== undefined) {
            if (values['today'] !== undefined) throw new Failure('--at and --today are the same: give one of them.');
            // What is wrong with it is said of the name by which it was given.
            values['today'] = dayOption('at', String(values['at']), '');
        }
        // By the custom of command lines; a list of outputs keeps it, since it may be one of several.
        if (values['output'] === '-') delete values['output'];
        const complete = Object.fromEntries(
            Object.entries(kinds).map(([name, kind]) => [
                name,
                values[name] ?? (kind === 'flag' ? false : kind === 'list' ? [] : undefined),
            ]),
        );
        // Editors and browsers name a file by its URI.
        const words = positionals.map(word => (/^file:\//i.test(word) ? pathOfUri(word) : word));
        return { values: complete as OptionValues<K>, words };
    } catch (error) {
        if (error instanceof Failure) throw error;
        const message = error instanceof Error ? error.message : String(error);
        const unknown = /'(-[^' ]*)/.exec(message)?.[1];
        // Without a value, or with what may be another option in its place.
        if (/ argument (?:missing|is ambiguous)/.test(message) && unknown)
            throw new Failure(`${unknown.replace(/[,=].*/, '')} expects a value.`);
        if (!message.startsWith('Unknown option') || !unknown) throw new Failure(`${message.split(/\.(?:\s|$)/)[0]}.`);
        const near = nearest(unknown.replace(/^-+/, ''), Object.keys(kinds));
        throw new Failure(`There is no option ${unknown}.${near ? ` Did you mean --${near}?` : ''}`);
    }
}

/** Words that mean the same format: each command has one of its own, and takes the others. */
const sameFormats = [
    ['markdown', 'md'],
    ['mermaid', 'mmd'],
    ['pretty', 'table', 'text', 'txt'],
] as const;

/** One of a few words; the first one when nothing was given. */
export function oneOf<W extends string>(option: string, given: string | undefined, allowed: readonly W[]): W {
    if (given === undefined) return allowed[0]!;
    const word = allowed.find(candidate => candidate === given);
    if (word !== undefined) return word;
    const same: readonly string[] =
        option === 'format' ? (sameFormats.find(words => words.some(each => each === given)) ?? []) : [];
    const meant = allowed.find(candidate => same.includes(candidate));
    if (meant !== undefined) return meant;
    const near = nearest(given, allowed);
    throw new Failure(
        `--${option} is one of ${allowed.join(', ')}, not "${given}".${near ? ` Did you mean ${near}?` : ''}`,
    );
}

/** A day of the calendar; the given one when nothing was typed. */
export function dayOption(option: string, given: string | undefined, otherwise: string): string {
    if (given === undefined) return otherwise;
    const date = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : undefined;
    if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== given) {
        throw new Failure(`--${option} expects a day such as 2027-03-31, not "${given}".`);
    }
    return given;
}
