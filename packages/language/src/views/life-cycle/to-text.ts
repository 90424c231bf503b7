import { stateText } from '../../assessment/index.ts';
import { partById } from '../../catalogue/parts/index.ts';
import { regulationLines } from '../../catalogue/regulations.ts';
import type { Paint } from '../text/paint.ts';
import { forTerminal } from '../text/escape.ts';
import type { PartAssessment, PartHolder, PartRowState } from './data.ts';
import {
    doubtText,
    holderName,
    maturityText,
    nobodyText,
    openText,
    saidText,
    silentJudges,
    sourceText,
} from './words.ts';

/**
 * A part for the terminal: each requirement of which something is known, with where its state comes from.
 * @param related shows all requirements, each with where in laws and frameworks it is related to something
 */
export function partToText(
    { part, standard, on, source, holders }: PartAssessment,
    paint: Paint,
    related = false,
): string {
    return [
        paint('bold', `${standard}, on ${on}`),
        paint('dim', source),
        '',
        ...(holders.length === 0
            ? [nobodyText(part), '']
            : holders.flatMap(holder => holderLines(part, holder, paint, related))),
    ].join('\n');
}

function holderLines(part: PartAssessment['part'], holder: PartHolder, paint: Paint, related: boolean): string[] {
    const isShort = (row: PartRowState): boolean => !related && isSilent(row);
    const groups = Map.groupBy(holder.rows, row => row.group);
    const { groups: titles } = partById(part);
    return [
        paint('bold', forTerminal(holderName(holder))),
        ...(holder.roles.length > 0 ? [`  roles: ${holder.roles.join(', ')}`] : []),
        ...holder.certificates.map(
            ({ text, until, unread, expired }) =>
                `  certificate: ${forTerminal(text)}${until === null ? '' : `, valid until ${until}`}` +
                (unread ? `, ${paint('red', 'with a time that cannot be read')}` : '') +
                (expired ? ` ${paint('red', 'expired')}` : ''),
        ),
        `  ${openText(holder)}`,
        ...[...groups].flatMap(([group, rows]) => [
            '',
            `  ${paint('bold', group)} ${titles.get(group) ?? ''}`,
            ...rows.filter(row => !isShort(row)).flatMap(row => rowLines(row, paint, related)),
            ...silentLines(rows.filter(isShort).map(({ id }) => id)),
        ]),
        '',
    ];
}

/** True for a requirement of which nothing is known. */
function isSilent({ source, judgedBy }: PartRowState): boolean {
    return source === 'nothing' && judgedBy.every(({ found, noted }) => found + noted === 0);
}

/** What nothing is known of, by its ids: the other formats have a row for each. */
function silentLines(ids: readonly string[]): string[] {
    const lines: string[] = [];
    for (const id of ids) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + id.length < 90) lines[lines.length - 1] = `${last}, ${id}`;
        else lines.push(id);
    }
    return lines.map((line, index) => {
        const head = index === 0 ? 'not said       ' : ' '.repeat(15);
        return `    ${head}${line}${index < lines.length - 1 ? ',' : ''}`;
    });
}

function rowLines(row: PartRowState, paint: Paint, related: boolean): string[] {
    const indent = ' '.repeat(33);
    const said = [row.maturity === null ? '' : `maturity ${maturityText(row.maturity)}`, saidText(row)]
        .filter(text => text !== '')
        .join('; ');
    const silent = silentJudges(row);
    const doubt = doubtText(row);
    const state = stateText(row.state).padEnd(14);
    return [
        `    ${row.id.padEnd(15)}${row.state === 'missed' ? paint('red', state) : state}` +
            `${row.title}${doubt === '' ? '' : paint('dim', ` (${doubt})`)}`,
        paint('dim', `${indent}${forTerminal(sourceText(row))}`),
        ...(said === '' ? [] : [paint('dim', `${indent}${forTerminal(said)}`)]),
        ...(related ? regulationLines(row.seeAlso).map(line => paint('dim', `${indent}see also ${line}`)) : []),
        ...(silent === '' || row.source === 'rules' ? [] : [paint('dim', `${indent}${silent}`)]),
    ];
}
