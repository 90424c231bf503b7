import path from 'node:path';
import { bytesOf, columnsOf, existingText } from '../import/given.ts';
import { noticeLines, say, type Remark } from '../import/grouped.ts';
import { ImportError } from '../import/import-error.ts';
import { mappingText } from '../import/read-tables.ts';
import type { RequirementsAnswer } from '../import/requirements/import-requirements.ts';
import { importRequirements as importSheet } from '../import/requirements/import-requirements.ts';
import { componentOf, knownStates, subjectOf } from '../import/requirements/known-subjects.ts';
import type { AssessorState } from '../import/requirements/status-words.ts';
import { assessorStates } from '../import/requirements/status-words.ts';
import type { Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { oneOf, readOptions } from '../options.ts';
import { writePart } from '../write-part.ts';

const dayOrders = ['day-first', 'month-first'] as const;

/** `--status WORD=STATE`, by the word in lower case. */
function wordsOf(given: readonly string[]): ReadonlyMap<string, AssessorState> {
    return new Map(
        given.map(each => {
            const at = each.lastIndexOf('=');
            if (at < 1)
                throw new Failure(`--status expects WORD=STATE, such as --status "open=misses", not "${each}".`);
            return [each.slice(0, at).trim().toLowerCase(), oneOf('status', each.slice(at + 1), assessorStates)];
        }),
    );
}

/** How many required ones are named that have no row. */
const mostNamed = 12;

function report(
    { tables, notices, rows, ...answer }: RequirementsAnswer,
    modelled: boolean,
): readonly (string | Remark)[] {
    const missing = [...rows.missing].map(
        ([subject, ids]) =>
            `Required of ${subject} and not in the sheet: ${ids.length} ` +
            `(${ids.slice(0, mostNamed).join(', ')}${ids.length > mostNamed ? ' …' : ''}).`,
    );
    return [
        ...tables.map(mappingText),
        ...noticeLines(notices),
        `${answer.added} added, ${answer.updated} updated, ${answer.unchanged} unchanged; ` +
            `${rows.unsaid} not assessed in the sheet.`,
        ...(modelled
            ? [`Of the model ${rows.matched} matched, ${rows.contradicted} contradicted and not written.`, ...missing]
            : []),
    ];
}

/** `iacs import requirements`: an assessor's sheet as statements of zones, conduits, assets and types to review. */
export async function importRequirements(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        output: 'string',
        model: 'string',
        zone: 'string',
        component: 'string',
        status: 'list',
        days: 'string',
        map: 'list',
        sheet: 'string',
        ignore: 'list',
        encoding: 'string',
    });
    const [, file, ...more] = words;
    if (file === undefined || more.length > 0)
        throw new Failure('iacs import requirements expects one file, CSV or XLSX.');
    const known = await knownStates(values.model, values.output, io);
    if (values.zone !== undefined && known.subjects !== null && !subjectOf(values.zone, known.subjects))
        throw new Failure(
            `The model has no zone or conduit ${values.zone}: it has ` +
                `${known.subjects.map(subject => subject.id).join(', ')}.`,
        );
    if (values.component !== undefined && known.subjects !== null) {
        if (!componentOf(values.component, null, known))
            throw new Failure(`The model has no asset and no type of its own ${values.component}.`);
    }
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
            reading: {
                zone: values.zone ?? null,
                component: values.component ?? null,
                days: values.days === undefined ? null : oneOf('days', values.days, dayOrders),
                words: wordsOf(values.status),
            },
        });
        if (values.output === undefined) io.out(answer.text);
        else writePart(values.output, answer.text, io);
        say(report(answer, known.subjects !== null), io);
        return exit.fine;
    } catch (error) {
        if (error instanceof ImportError) throw new Failure(error.message, { cause: error });
        throw error;
    }
}
