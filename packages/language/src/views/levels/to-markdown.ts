import { shownSlA } from '../../assessment/index.ts';
import { frAbbreviations, titleOf } from '../../catalogue/index.ts';
import { missingHere } from '../../model/index.ts';
import { forMarkdown } from '../text/escape.ts';
import type { ModelLevels } from './levels.ts';
import { becauseText, contradictedNote, gapNote, gapTexts, levelText, nothingRequired, stateOf } from './levels.ts';

/** Levels as a table for each zone and conduit, with the required requirements below. */
export function levelsToMarkdown(models: readonly ModelLevels[]): string {
    return models
        .map(({ system, file, day, notUnderstood, subjects }) =>
            [
                `# ${forMarkdown(system)}`,
                '',
                `${forMarkdown(file)}, assessed on ${day}`,
                '',
                ...missingHere(notUnderstood).flatMap(text => [text, '']),
                ...subjects.flatMap(subject => subjectLines(subject, day)),
            ].join('\n'),
        )
        .join('\n');
}

function subjectLines(subject: ModelLevels['subjects'][number], day: string): string[] {
    const cells = (name: string, texts: readonly string[]): string => `| ${name} | ${texts.join(' | ')} |`;
    const row = (name: string, vector: readonly (number | null)[]): string => cells(name, vector.map(levelText));
    const notes = [gapNote(subject), contradictedNote(subject)].filter(note => note !== null);
    const required = subject.requirements.filter(requirement => requirement.required);
    return [
        `## ${subject.kind === 'zone' ? 'Zone' : 'Conduit'} ${forMarkdown(subject.id)}`,
        '',
        `| | ${frAbbreviations.join(' | ')} |`,
        `| --- |${' ---: |'.repeat(frAbbreviations.length)}`,
        row('SL-T', subject.slT),
        row('SL-C', subject.slC),
        row('SL-A', shownSlA(subject)),
        ...(subject.slAClaimed.some(level => level !== null) ? [row('SL-A claimed', subject.slAClaimed)] : []),
        cells('gap', gapTexts(subject)),
        '',
        ...notes.flatMap(note => [note, '']),
        ...(required.length === 0
            ? [nothingRequired(subject), '']
            : [
                  '| Requirement | Title | State | By | Because |',
                  '| --- | --- | --- | --- | --- |',
                  ...required.map(
                      requirement =>
                          `| ${requirement.id} | ${forMarkdown(titleOf(requirement.id) ?? '')} | ` +
                          `${stateOf(requirement, subject)} | ` +
                          `${forMarkdown(requirement.by.join(', '))} | ` +
                          `${forMarkdown(becauseText(requirement, subject, day))} |`,
                  ),
                  '',
              ]),
    ];
}
