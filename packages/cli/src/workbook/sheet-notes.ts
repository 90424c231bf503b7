import type { Sheet } from './workbook.ts';

/** Counts things of one kind and remembers where the first one is. */
export class Counted {
    count = 0;
    row = 0;
    first = '';

    add(row: number, first: string): void {
        this.count += 1;
        if (this.count > 1) return;
        this.row = row;
        this.first = first;
    }
}

/** What a sheet has that is read in another way than it may be meant, or not at all. */
export interface Noted {
    readonly formulas: Counted;
    /** Formulas without a result. */
    readonly unknown: Counted;
    readonly errors: Counted;
    /** Cells that are too far to the right. */
    readonly beyond: Counted;
    readonly hiddenRows: Counted;
}

function several(count: number, one: string): string {
    return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** What the reader of a report is to know, in sentences; rows count from 1. */
export function notesOf({ formulas, unknown, errors, beyond, hiddenRows }: Noted): Sheet['notes'] {
    return [
        ...(hiddenRows.count > 0
            ? [
                  {
                      row: hiddenRows.row,
                      text:
                          `${several(hiddenRows.count, 'row')} of this sheet ` +
                          `${hiddenRows.count === 1 ? 'is' : 'are'} hidden, the first one in row ` +
                          `${hiddenRows.first}; hidden rows are read like all others.`,
                  },
              ]
            : []),
        ...(formulas.count > 0
            ? [
                  {
                      row: formulas.row,
                      text:
                          `${several(formulas.count, 'cell')} hold${formulas.count === 1 ? 's' : ''} a formula, the ` +
                          `first one ${formulas.first}; what the program calculated last is read, nothing is ` +
                          'calculated again.',
                  },
              ]
            : []),
        ...(unknown.count > 0
            ? [
                  {
                      row: unknown.row,
                      text:
                          `${several(unknown.count, 'formula')} ${unknown.count === 1 ? 'has' : 'have'} no result in ` +
                          `the file, the first one ${unknown.first}, and ${unknown.count === 1 ? 'is' : 'are'} read ` +
                          'as empty: open the workbook in a spreadsheet program and save it.',
                  },
              ]
            : []),
        ...(errors.count > 0
            ? [
                  {
                      row: errors.row,
                      text:
                          `${several(errors.count, 'cell')} hold${errors.count === 1 ? 's' : ''} an error, the first ` +
                          `one ${errors.first}; it is read as that text.`,
                  },
              ]
            : []),
        ...(beyond.count > 0
            ? [
                  {
                      row: beyond.row,
                      text:
                          `${several(beyond.count, 'cell')} to the right of column ALL ` +
                          `${beyond.count === 1 ? 'is' : 'are'} not read, the first one ${beyond.first}: move the ` +
                          `table to the left where ${beyond.count === 1 ? 'it belongs' : 'they belong'} to it.`,
                  },
              ]
            : []),
    ];
}
