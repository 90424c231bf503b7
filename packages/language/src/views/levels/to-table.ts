import { frAbbreviations } from '../../catalogue/index.ts';
import type { Paint } from '../text/paint.ts';
import { forTerminal } from '../text/escape.ts';
import type { ModelLevels } from './levels.ts';
import { levelText } from './levels.ts';

/** Levels for the terminal: a row for each of SL-T, SL-C, SL-A and gap, then the states of what is required. */
export function levelsToTable(models: readonly ModelLevels[], paint: Paint): string {
    return models
        .map(model =>
            [
                paint('bold', forTerminal(`${model.system} (${model.file})`)),
                '',
                ...model.subjects.flatMap(subject => subjectRows(subject, paint)),
            ].join('\n'),
        )
        .join('\n');
}

type Subject = ModelLevels['subjects'][number];

function subjectRows(subject: Subject, paint: Paint): string[] {
    const cells = (vector: readonly (number | null)[]): string =>
        vector.map(level => levelText(level).padStart(4)).join('');
    const inherited = [...new Set(subject.slTSource.filter(source => source === 'inherited' || source === 'derived'))];
    const claimed = subject.slAClaimed.some(level => level !== null);
    const required = subject.requirements.filter(({ required: wanted }) => wanted);
    const counts = new Map<string, number>();
    for (const { state } of required) counts.set(state, (counts.get(state) ?? 0) + 1);
    const limits = subject.limits.flatMap((ids, fr) =>
        ids.length > 0 ? [`    ${frAbbreviations[fr]} is held at ${subject.slA[fr]} by ${ids.join(', ')}`] : [],
    );
    return [
        `${subject.kind} ${paint('bold', forTerminal(subject.id))}`,
        paint('dim', `              ${frAbbreviations.map(name => name.padStart(4)).join('')}`),
        `  SL-T        ${cells(subject.slT)}${inherited.length > 0 ? paint('dim', `  ${inherited.join(', ')}`) : ''}`,
        `  SL-C        ${cells(subject.slC)}`,
        `  SL-A        ${cells(subject.slA)}`,
        ...(claimed ? [`  SL-A claimed${cells(subject.slAClaimed)}`] : []),
        '  gap         ' +
            `${subject.gap.map(gap => (gap !== null && gap > 0 ? paint('red', levelText(gap).padStart(4)) : levelText(gap).padStart(4))).join('')}`,
        ...(limits.length > 0 ? ['', ...limits] : []),
        ...(required.length > 0
            ? [
                  '',
                  `  ${required.length} required: ` +
                      `${[...counts].map(([state, count]) => `${count} ${state}`).join(', ')}`,
              ]
            : []),
        ...required.map(requirement => {
            const who = [...requirement.by, ...(requirement.because ? [`"${requirement.because}"`] : [])].join(', ');
            const from = requirement.inheritedFrom ? ` (from ${requirement.inheritedFrom})` : '';
            return `    ${requirement.id.padEnd(13)}${requirement.state.padEnd(14)}${forTerminal(who + from)}`.trimEnd();
        }),
        '',
    ];
}
