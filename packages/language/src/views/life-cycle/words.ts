import { maturityNames } from '../../catalogue/parts/index.ts';
import type { Judge, PartHolder, PartRowState } from './data.ts';

/** How many requirements are not assessed, as a sentence. There is no score: the others are said one by one. */
export function openText({ rows }: PartHolder): string {
    const open = rows.filter(({ state }) => state === 'not-assessed').length;
    if (open === 0) return `Something is known of all ${rows.length} requirements.`;
    return `${open} of ${rows.length} requirements are not assessed.`;
}

/** What is in doubt about a row, in a few words; empty where nothing is. */
export function doubtText({ doubt, sureness }: PartRowState): string {
    if (doubt === null) return '';
    return doubt.startsWith('Changed') && sureness !== 'low' ? 'changed between editions' : 'number in doubt';
}

function countOf({ rule, found, noted, accepted }: Judge): string {
    const parts = [
        ...(found > 0 ? [`${found}`] : []),
        ...(accepted > 0 ? [`${accepted} accepted`] : []),
        ...(noted > 0 ? [`${noted} noted`] : []),
    ];
    return `${rule} (${parts.join(', ')})`;
}

/** What a person says, and why it does not count where it does not. */
function wordText({ lapse }: PartRowState): string {
    return `a person's word${lapse === null ? '' : `, ${lapse}`}`;
}

/** Where a state comes from: `judged by flow-to-internet (2)`, `a person's word`, `not said`. */
export function sourceText(row: PartRowState): string {
    const { source, stated, contradicted, judgedBy } = row;
    const judges = judgedBy.filter(({ found, noted }) => found + noted > 0).map(countOf);
    if (source === 'rules')
        return (
            `judged by ${judges.join(', ')}` +
            `${contradicted ? `; a person says ${stated}, which this contradicts` : ''}`
        );
    return (
        `${source === 'person' ? wordText(row) : 'not said'}` +
        `${judges.length > 0 ? `; see ${judges.join(', ')}` : ''}`
    );
}

/** The rules that judged and found nothing, and those that are off; empty where no rule judges it. */
export function silentJudges({ judgedBy, state }: PartRowState): string {
    const off = judgedBy.filter(each => each.off).map(({ rule }) => rule);
    const claims = state !== 'excluded' && state !== 'missed';
    const silent = judgedBy
        .filter(each => claims && !each.off && each.found + each.noted === 0)
        .map(({ rule }) => rule);
    return [
        ...(silent.length > 0 ? [`nothing found by ${silent.join(', ')}, which does not show that it is met`] : []),
        ...(off.length > 0 ? [`not judged: ${off.join(', ')} ${off.length === 1 ? 'is' : 'are'} off`] : []),
    ].join('; ');
}

/** A maturity from 1 to 4 with its name; empty where none is stated. */
export function maturityText(maturity: number | null): string {
    return maturity === null ? '' : `${maturity} ${maturityNames[maturity - 1]!}`;
}

/** What was said: by, because, evidence, due. */
export function saidText({ by, because, evidence, due }: PartRowState): string {
    return [
        ...(by.length > 0 ? [`by ${by.join(', ')}`] : []),
        ...(because === null ? [] : [`because "${because}"`]),
        ...(evidence.length > 0 ? [`evidence ${evidence.join(', ')}`] : []),
        ...(due === null ? [] : [`due ${due}`]),
    ].join('; ');
}

export function holderName({ kind, id, title }: PartHolder): string {
    return kind === 'programme'
        ? `Programme${title === null ? '' : ` "${title}"`}`
        : `${id}${title ? ` ${title}` : ''}`;
}

/** What is said where a model has nobody of whom a part asks. */
export function nobodyText(part: '2-1' | '2-4' | '4-1'): string {
    const what = {
        '2-1': 'The model declares no programme',
        '2-4': 'The model declares no party that integrates or maintains',
        '4-1': 'The model declares no party that supplies products',
    }[part];
    return `${what}: nothing of this part is assessed.`;
}
