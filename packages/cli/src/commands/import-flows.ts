import path from 'node:path';
import { importFlows as importSheet } from '../import/flows/import-flows.ts';
import { knownFlows } from '../import/flows/known-flows.ts';
import { bytesOf, columnsOf, existingText } from '../import/given.ts';
import { noticeLines, say } from '../import/grouped.ts';
import { ImportError } from '../import/import-error.ts';
import { mappingText } from '../import/read-tables.ts';
import type { Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { readOptions } from '../options.ts';
import { writePart } from '../write-part.ts';

/** `iacs import flows`: a table of connections as flows of conduits and zones to review. */
export async function importFlows(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        output: 'string',
        model: 'string',
        map: 'list',
        sheet: 'string',
        ignore: 'list',
        encoding: 'string',
    });
    const [, file, ...more] = words;
    if (file === undefined || more.length > 0) throw new Failure('iacs import flows expects one file, CSV or XLSX.');
    if (values.model === undefined)
        throw new Failure('iacs import flows needs the model whose assets the table names: give --model PATH.');
    const known = await knownFlows(values.model, values.output, io);
    try {
        const answer = importSheet({
            name: path.basename(file),
            bytes: bytesOf(file, io),
            sheet: values.sheet ?? null,
            columns: columnsOf(values.map),
            known,
            existing: existingText(values.output, io),
            encoding: values.encoding,
            ignore: values.ignore,
        });
        if (values.output === undefined) io.out(answer.text);
        else writePart(values.output, answer.text, io);
        say([...answer.tables.map(mappingText), ...noticeLines(answer.notices)], io);
        io.err(
            `${answer.added} added, ${answer.updated} updated, ${answer.unchanged} unchanged; ` +
                `${answer.matched} are in the model already.\n`,
        );
        return exit.fine;
    } catch (error) {
        if (error instanceof ImportError) throw new Failure(error.message, { cause: error });
        throw error;
    }
}
