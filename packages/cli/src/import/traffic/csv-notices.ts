import { counted } from 'iacs-language';

/** What a table of traffic leaves open. */
export interface Unsaid {
    readonly lacksSummary: boolean;
    /** Rows that say tcp or udp by their port alone, and rows that say no port. */
    readonly byPort: number;
    readonly usual: number;
    readonly saysNoAnswers: boolean;
    /** Columns that are not read and say of so many rows that they were blocked. */
    readonly blocked: readonly (readonly [string, number])[];
    /** Rows that may be answers. */
    readonly answers: number;
    readonly isLocal: boolean;
}

/** The notices about a table, each as what follows its name. */
export function noticesOf(unsaid: Unsaid): readonly string[] {
    const { lacksSummary, byPort, usual, saysNoAnswers, blocked, answers, isLocal } = unsaid;
    return [
        ...(lacksSummary
            ? [
                  'has no summary at its end: nfdump was run with `-q`, or its end is missing. ' +
                      'Later traffic is not in it.',
              ]
            : []),
        ...(byPort > 0
            ? [
                  `does not say tcp or udp in ${counted(byPort, 'row')}: it is taken from the known ` +
                      'protocol of their port.',
              ]
            : []),
        ...(usual > 0
            ? [
                  `does not say the port in ${counted(usual, 'row')}: the usual port of the ` +
                      'protocol that it names is taken.',
              ]
            : []),
        ...(saysNoAnswers ? ['does not say whether sessions were answered: each one counts as used.'] : []),
        ...blocked.map(
            ([head, count]) =>
                `says under "${head}" that nothing was let through, in ${counted(count, 'row')}: these count as ` +
                'tried. Name the column with `--map action=…`, so that each of its words is read.',
        ),
        ...(answers > 0
            ? [
                  `does not say the port of the source, and ${counted(answers, 'row')} of it ` +
                      `${answers === 1 ? 'goes' : 'go'} to a port that clients take: whether that is a session or an ` +
                      'answer is not known. Name that port with `--map fromPort=…`.',
              ]
            : []),
        ...(isLocal
            ? ['gives times without a zone: they are read as UTC, so a day may be one too early or too late.']
            : []),
    ];
}
