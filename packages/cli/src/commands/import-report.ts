import { counted } from 'iacs-language';
import path from 'node:path';
import { bytesOf, existingText } from '../import/given.ts';
import { say, single } from '../import/grouped.ts';
import { ImportError } from '../import/import-error.ts';
import { importReport as readModel } from '../import/report/import-report.ts';
import type { Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { readOptions } from '../options.ts';
import { writePart } from '../write-part.ts';

/** `iacs import report`: the model that a report describes. */
export function importReport(args: readonly string[], io: Io): number {
    const { values, words } = readOptions(args, { output: 'string' });
    const files = words.slice(1);
    if (files.length === 0)
        throw new Failure('iacs import report expects a report as .xlsx or .json, or its tables as .csv.');
    try {
        const { text, notices, counts } = readModel(
            files.map(file => ({ name: path.basename(file), bytes: bytesOf(file, io) })),
        );
        const existing = existingText(values.output, io);
        if (existing !== null && existing.trim() !== '' && existing !== text)
            throw new Failure(
                `${values.output} exists, and a report makes a new model: name another file. Changes of single lists ` +
                    'come in with iacs import assets, risks and requirements.',
            );
        if (values.output === undefined) io.out(text);
        else writePart(values.output, text, io);
        say(single(notices), io);
        io.err(
            `${[
                counted(counts.zones, 'zone'),
                counted(counts.conduits, 'conduit'),
                counted(counts.assets, 'asset'),
                counted(counts.flows, 'flow'),
                counted(counts.threats, 'threat'),
                counted(counts.countermeasures, 'countermeasure'),
            ].join(', ')}.\n`,
        );
        return exit.fine;
    } catch (error) {
        if (error instanceof ImportError) throw new Failure(error.message);
        throw error;
    }
}
