import { missingHere, nearest } from 'iacs-language';
import type { PartId } from 'iacs-language';
import type { RegulationId } from 'iacs-language/catalogue/regulations';
import { assessPart, onlyRelated, partJson, partsToCsv, partToMarkdown, partToText } from 'iacs-language/life-cycle';
import type { PartAssessment } from 'iacs-language/life-cycle';
import { forMarkdown, forTerminal } from 'iacs-language/text';
import type { Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { painter } from '../paint.ts';
import { loadAll, reportProblems } from '../problems.ts';

/** What was asked for. */
export interface PartRequest {
    /** The models. */
    readonly words: readonly string[];
    readonly format: 'table' | 'json' | 'csv' | 'markdown' | 'html';
    /** One party. */
    readonly subject: string | null;
    readonly today: string;
    /** Requirements alone that are related to a law or framework. */
    readonly regulation: RegulationId | null;
}

interface OfModel {
    readonly system: string;
    readonly file: string;
    readonly assessment: PartAssessment;
    /** How many places of the text were not understood. */
    readonly notUnderstood: number;
}

function write(part: PartId, models: readonly OfModel[], { format, today, regulation }: PartRequest, io: Io): string {
    switch (format) {
        case 'table': {
            const paint = painter(io);
            return models
                .map(
                    ({ system, file, assessment, notUnderstood }) =>
                        `${paint('bold', forTerminal(`${system} (${file})`))}\n` +
                        `${missingHere(notUnderstood)
                            .map(text => `${text}\n`)
                            .join('')}\n` +
                        `${partToText(assessment, paint, regulation !== null)}`,
                )
                .join('\n');
        }
        case 'json': {
            const { standard, source } = models[0]?.assessment ?? { standard: '', source: '' };
            return `${JSON.stringify(
                {
                    schemaVersion: 1,
                    date: today,
                    part,
                    regulation,
                    standard,
                    source,
                    models: models.map(({ system, file, assessment, notUnderstood }) => ({
                        system,
                        file,
                        notUnderstood,
                        ...partJson(assessment),
                    })),
                },
                null,
                2,
            )}\n`;
        }
        case 'csv':
            return partsToCsv(models);
        case 'markdown':
            return models
                .map(({ system, file, assessment, notUnderstood }) =>
                    [
                        `# ${forMarkdown(system)}`,
                        '',
                        forMarkdown(file),
                        '',
                        ...missingHere(notUnderstood).flatMap(text => [text, '']),
                        partToMarkdown(assessment),
                    ].join('\n'),
                )
                .join('\n');
        case 'html':
            throw new Failure('--part is for table, json, csv and markdown; the report has it in HTML.');
    }
}

/** `iacs assess --part`: the state of each requirement on an organisation. */
export async function runPart(part: PartId, request: PartRequest, io: Io): Promise<number> {
    const { words, subject, today, regulation } = request;
    const loaded = await loadAll(words, io, { today });
    const models = loaded.models.map(({ analysis, file, settings }): OfModel => {
        const { lookup, findings, model, problems } = analysis;
        const all = assessPart({ lookup, findings, today, settings }, part);
        const assessment = regulation === null ? all : onlyRelated(all, regulation);
        const holders = assessment.holders.filter(({ id }) => subject === null || id === subject);
        return {
            system: model.system?.id ?? '',
            file,
            assessment: { ...assessment, holders },
            notUnderstood: problems.length,
        };
    });
    if (subject !== null && models.every(({ assessment }) => assessment.holders.length === 0)) {
        const near = nearest(
            subject,
            loaded.models.flatMap(({ analysis }) => analysis.model.parties.map(({ id }) => id)),
        );
        throw new Failure(
            `Part ${part} asks nothing of a party ${subject} here.${near ? ` Did you mean ${near}?` : ''}`,
        );
    }
    io.out(write(part, models, request, io));
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}
