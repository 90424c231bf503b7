import { statSync } from 'node:fs';
import path from 'node:path';
import { filePath, fileUri, formatText, Lines, parse } from 'iacs-language';
import { awayReason, leadsAway } from 'iacs-language/disk';
import { forTerminal } from 'iacs-language/text';
import { decode, readBytes } from 'iacs-language/read-text';
import { encodedAs } from '../encoded-as.ts';
import { modelFilesIn, printedName, projectOnDisk } from '../files.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { readOptions } from '../options.ts';
import { writeWhole } from '../write-whole.ts';

const usage = `Usage: iacs format [path…]

Formats models: one fact per line, two spaces for each block, at most one empty line. Words,
comments and their order stay. A path is an .iacs file, or a folder, which means every .iacs file
below it; without one, the working directory. "-" formats standard input to standard output. A file
with a syntax error is formatted as far as it can be read; the exit code is then 2.

      --check  writes nothing: lists the files that are not formatted, and exits with 1 if there are
               any`;

async function filesAt(given: string, io: Io): Promise<string[]> {
    const full = path.resolve(io.cwd, given);
    let isFolder: boolean;
    try {
        isFolder = statSync(full).isDirectory();
    } catch {
        throw new Failure(`There is no file or folder ${given}.`);
    }
    if (!isFolder) return [full];
    const found = (await modelFilesIn(projectOnDisk(), full, io)).map(uri => filePath(uri)!);
    if (found.length === 0) throw new Failure(`There is no .iacs file in ${given}.`);
    return found;
}

interface Result {
    readonly changed: boolean;
    readonly broken: boolean;
}

/** Formats one text; `write` gets it when its layout changed. */
function formatOne(name: string, text: string, io: Io, write: (formatted: string) => void): Result {
    const formatted = formatText(text);
    const [mistake] = parse(name, text).mistakes;
    if (mistake) {
        io.err(
            `iacs: ${name}:${new Lines(text).at(mistake.start).line}: ${mistake.message.replace(/\s+/g, ' ')} ` +
                'The file is laid out as far as it is understood.\n',
        );
    }
    if (formatted !== text) write(formatted);
    return { changed: formatted !== text, broken: mistake !== undefined };
}

function formatFile(file: string, check: boolean, io: Io): Result {
    const name = printedName(fileUri(file), io.cwd);
    if (leadsAway(file)) throw new Failure(`${name} cannot be read: ${awayReason}`);
    const bytes = readBytes(file);
    if (bytes === undefined) throw new Failure(`There is no file ${name}.`);
    const text = bytes instanceof Uint8Array ? decode(bytes) : bytes;
    if (typeof text !== 'string') throw new Failure(`${name} cannot be read: ${text.unreadable}`);
    return formatOne(name, text, io, formatted => {
        if (!check) writeWhole(file, encodedAs(bytes as Uint8Array, formatted), name);
        io.out(`${forTerminal(name)}\n`);
    });
}

/** One file that cannot be read or written keeps no other from its layout. */
function tried(file: string, check: boolean, io: Io): Result {
    try {
        return formatFile(file, check, io);
    } catch (error) {
        if (!(error instanceof Failure)) throw error;
        io.err(`iacs: ${error.message}\n`);
        return { changed: false, broken: true };
    }
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { check: 'flag' });
    const results: Result[] = [];
    const seen = new Set<string>();
    for (const given of words.length > 0 ? words : ['.']) {
        if (given === '-') {
            const text = await io.stdin();
            let output = text;
            results.push(
                formatOne('stdin', text, io, formatted => {
                    output = formatted;
                }),
            );
            if (!values.check) io.out(output);
            continue;
        }
        for (const file of await filesAt(given, io)) {
            if (seen.has(file)) continue;
            seen.add(file);
            results.push(tried(file, values.check, io));
        }
    }
    const changed = results.filter(result => result.changed).length;
    const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;
    if (io.progress && !words.includes('-')) io.err(summary(changed, results.length, values.check, files));
    if (results.some(result => result.broken)) return exit.failed;
    return values.check && changed > 0 ? exit.no : exit.fine;
}

function summary(changed: number, all: number, check: boolean, files: (count: number) => string): string {
    if (changed === 0) return `${files(all)}: all in canonical layout.\n`;
    return check
        ? `${changed} of ${files(all)} would change: run iacs format.\n`
        : `${changed} of ${files(all)} formatted.\n`;
}

const command: Command = {
    name: 'format',
    summary: 'the canonical layout of .iacs files; --check only reports',
    usage,
    run,
};
export default command;
