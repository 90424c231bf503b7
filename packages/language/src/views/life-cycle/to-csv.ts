import { stateText } from '../../assessment/index.ts';
import { regulationLines } from '../../catalogue/regulations.ts';
import { placesTitle, toCsv, withPlaces } from '../text/csv.ts';
import type { PartAssessment } from './data.ts';
import { maturityText, saidText, sourceText } from './words.ts';

const titles = [
    'model',
    'part',
    'holder',
    'requirement',
    'title',
    'state',
    'stated',
    'where the state is from',
    'maturity',
    'what is said',
    'evidence until',
    'due',
    'doubt',
    'see also',
];

/** A part of one model, as it is printed. */
export interface PartOfModel {
    readonly file: string;
    readonly assessment: PartAssessment;
    /** How many places of the text were not understood. */
    readonly notUnderstood: number;
}

/** One line for each requirement of each programme or party. */
export function partsToCsv(models: readonly PartOfModel[]): string {
    return toCsv({
        columns: [...titles, placesTitle.toLowerCase()].map(title => ({ title })),
        rows: models.flatMap(({ file, notUnderstood, assessment: { part, holders } }) => {
            const rows = holders.flatMap(({ id, rows }) =>
                rows.map(row => [
                    file,
                    part,
                    id,
                    row.id,
                    row.title,
                    stateText(row.state),
                    row.stated === null ? '' : stateText(row.stated),
                    sourceText(row),
                    maturityText(row.maturity),
                    saidText(row),
                    row.evidenceUntil ?? '',
                    row.due ?? '',
                    row.doubt ?? '',
                    regulationLines(row.seeAlso).join('; '),
                ]),
            );
            return withPlaces(rows, notUnderstood, titles.length, [file, part]);
        }),
    });
}
