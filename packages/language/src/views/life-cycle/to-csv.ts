import { regulationLines } from '../../catalogue/regulations.ts';
import { toCsv } from '../text/csv.ts';
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

/** One line for each requirement of each programme or party. */
export function partsToCsv(models: readonly { readonly file: string; readonly assessment: PartAssessment }[]): string {
    return toCsv({
        columns: titles.map(title => ({ title })),
        rows: models.flatMap(({ file, assessment: { part, holders } }) =>
            holders.flatMap(({ id, rows }) =>
                rows.map(row => [
                    file,
                    part,
                    id,
                    row.id,
                    row.title,
                    row.state,
                    row.stated ?? '',
                    sourceText(row),
                    maturityText(row.maturity),
                    saidText(row),
                    row.evidenceUntil ?? '',
                    row.due ?? '',
                    row.doubt ?? '',
                    regulationLines(row.seeAlso).join('; '),
                ]),
            ),
        ),
    });
}
