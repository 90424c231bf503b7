import path from 'node:path';
import { fileUri, library, matrixOf, readRiskMatrix } from 'iacs-language';
import { readBytes, readText } from 'iacs-language/read-text';
import { projectOnDisk, settingsIn } from '../files.ts';
import type { ImportKind } from '../import/import-file.ts';
import { fieldsOf, importFile, ImportError, mappingText } from '../import/import-file.ts';
import type { Known } from '../import/known.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { loadOneModel } from '../models.ts';
import { readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';

const usage = `Usage: iacs import risks|assets FILE [-o OUT.iacs]

Turns a risk register or an asset inventory (CSV or XLSX) into .iacs to review. Nothing is guessed and nothing is dropped:
what cannot be read as a value stays as text in the description, and is told.

  -o, --output FILE       where it goes; an existing file of an earlier import is brought up to date, and what people wrote there stays
      --model PATH        the model whose zones, assets and countermeasures the register names
      --map FIELD=COLUMN  what a column means: by its head, its letter or its number; may be given several times
      --sheet NAME        one sheet of a workbook, a hidden one too; all visible ones by default

Fields of risks: ${fieldsOf('risks').map(field => field.key).join(', ')}
Fields of assets: ${fieldsOf('assets').map(field => field.key).join(', ')}`;

interface Surroundings {
    readonly known: Known;
    /** Names that the model uses outside of the file that is written. */
    readonly taken: readonly string[];
    /** Ids of zones that the model has outside of that file. */
    readonly zones: ReadonlySet<string>;
}

async function surroundings(kind: ImportKind, model: string | undefined, output: string | undefined, io: Io): Promise<Surroundings> {
    if (model === undefined) {
        const { matrix } = readRiskMatrix(settingsIn(projectOnDisk(), io.cwd).riskMatrix);
        return {
            known: {
                elements: [], measures: [], types: library().files.flatMap(file => file.types), classes: matrix?.classes.map(each => each.name) ?? [],
                likelihoods: matrix?.likelihood.levels.length ?? 5, consequences: matrix?.consequence.levels.length ?? 5,
            },
            taken: [],
            zones: new Set(),
        };
    }
    const { analysis, settings } = await loadOneModel([model], io, { today: io.today, withoutRules: true });
    const { matrix } = matrixOf(analysis.model, settings.riskMatrix);
    const written = output === undefined ? null : fileUri(path.resolve(io.cwd, output));
    const elsewhere = <T extends { readonly origin: { readonly file: string } }>(things: readonly T[]): readonly T[] => things.filter(thing => thing.origin.file !== written);
    return {
        known: {
            elements: [...analysis.model.zones, ...analysis.model.assets],
            measures: analysis.model.measures,
            types: analysis.model.types,
            classes: matrix?.classes.map(each => each.name) ?? [],
            likelihoods: matrix?.likelihood.levels.length ?? 5,
            consequences: matrix?.consequence.levels.length ?? 5,
        },
        taken: kind === 'risks' ? elsewhere(analysis.model.threats).map(threat => threat.name) : [],
        zones: new Set(elsewhere(analysis.model.zones).map(zone => zone.id)),
    };
}

function columnsOf(given: readonly string[]): ReadonlyMap<string, string> {
    return new Map(given.map(each => {
        const at = each.indexOf('=');
        if (at < 1 || at === each.length - 1) throw new Failure(`--map wants FIELD=COLUMN, such as --map title="Threat scenario", not "${each}".`);
        return [each.slice(0, at), each.slice(at + 1)];
    }));
}

function bytesOf(file: string, io: Io): Uint8Array {
    const bytes = readBytes(path.resolve(io.cwd, file));
    if (bytes === undefined) throw new Failure(`There is no file ${file}.`);
    if (!(bytes instanceof Uint8Array)) throw new Failure(`${file} cannot be read: ${bytes.unreadable}`);
    return bytes;
}

function existingText(output: string | undefined, io: Io): string | null {
    const text = output === undefined ? undefined : readText(path.resolve(io.cwd, output));
    if (text === undefined) return null;
    if (typeof text !== 'string') throw new Failure(`${output} cannot be read: ${text.unreadable}`);
    return text;
}

const command: Command = {
    name: 'import',
    summary: 'a risk register or an asset inventory (CSV, XLSX) as .iacs to review',
    usage,
    async run(args, io) {
        const { values, words } = readOptions(args, { output: 'string', model: 'string', map: 'list', sheet: 'string', help: 'flag' });
        const [kind, file, ...more] = words;
        if (kind !== 'risks' && kind !== 'assets') throw new Failure(`iacs import wants risks or assets first, then a file${kind === undefined ? '' : `, not "${kind}"`}.`);
        if (file === undefined || more.length > 0) throw new Failure(`iacs import ${kind} wants one file, CSV or XLSX.`);
        const around = await surroundings(kind, values.model, values.output, io);
        try {
            const answer = importFile({
                kind,
                name: path.basename(file),
                bytes: bytesOf(file, io),
                sheet: values.sheet ?? null,
                columns: columnsOf(values.map),
                known: around.known,
                existing: existingText(values.output, io),
                taken: around.taken,
            });
            if (values.output === undefined) io.out(answer.text);
            else writeOutput(values.output, answer.text, io);
            for (const table of answer.tables) io.err(`${mappingText(table)}\n`);
            for (const { sheet, row, message } of answer.notices) io.err(`${sheet}${row > 0 ? `, row ${row}` : ''}: ${message}\n`);
            for (const zone of answer.zones.filter(each => around.zones.has(each))) io.err(`The model has a zone ${zone} already: move the assets of this file into it.\n`);
            io.err(`${answer.added} added, ${answer.updated} updated, ${answer.unchanged} unchanged.\n`);
            return exit.fine;
        } catch (error) {
            if (error instanceof ImportError) throw new Failure(error.message);
            throw error;
        }
    },
};

export default command;
