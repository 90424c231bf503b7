import { targetSource } from '../text/target-source.ts';
import { lapseOf, lapseText, stateText, shownSlA } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import { missingHere } from '../../model/index.ts';
import { restingOnContradicted } from '../../rules/ask/contradicted.ts';
import type { Paint } from '../text/paint.ts';
import { forTerminal } from '../text/escape.ts';
import type { ModelLevels, SubjectLevels } from './levels.ts';
import { contradictionText, gapNote, gapTexts, levelText, stateOf } from './levels.ts';

/** How wide a line of names is at most, in characters. */
const lineWidth = 100;

/** Levels for the terminal: a row for each of SL-T, SL-C, SL-A and gap, then the states of what is required. */
export function levelsToTable(models: readonly ModelLevels[], paint: Paint): string {
    return models
        .map(model =>
            [
                paint('bold', forTerminal(`${model.system} (${model.file})`)),
                ...missingHere(model.notUnderstood),
                '',
                ...model.subjects.flatMap(subject => subjectRows(subject, model.day, paint)),
            ].join('\n'),
        )
        .join('\n');
}

function subjectRows(subject: SubjectLevels, day: string, paint: Paint): string[] {
    const cells = (vector: readonly (number | null)[]): string =>
        vector.map(level => levelText(level).padStart(4)).join('');
    const source = targetSource(subject.slTSource);
    const claimed = subject.slAClaimed.some(level => level !== null);
    // A question mark takes the blank before the next level, so that the levels stay below each other.
    const gaps = gapTexts(subject).map((text, fr) => {
        const cell = (text.endsWith('?') ? text : `${text} `).padStart(fr === 0 ? 5 : 4);
        return subject.gapKinds[fr] === 'short' ? paint('red', cell) : cell;
    });
    const note = gapNote(subject);
    const limits = subject.limits.flatMap((ids, fr) =>
        ids.length > 0 ? wrapped(`${frAbbreviations[fr]} is held at ${subject.slA[fr]} by `, ids) : [],
    );
    const contradicted = restingOnContradicted(subject, subject.contradicted).flatMap((ids, fr) =>
        ids.length > 0
            ? wrapped(`${frAbbreviations[fr]} ${subject.slA[fr]} rests on what the model contradicts: `, ids)
            : [],
    );
    return [
        `${subject.kind} ${paint('bold', forTerminal(subject.id))}`,
        paint('dim', `              ${frAbbreviations.map(name => name.padStart(4)).join('')}`),
        `  SL-T        ${cells(subject.slT)}${source === '' ? '' : paint('dim', `  ${source}`)}`,
        `  SL-C        ${cells(subject.slC)}`,
        `  SL-A        ${cells(shownSlA(subject))}`,
        ...(claimed ? [`  SL-A claimed${cells(subject.slAClaimed)}`] : []),
        `  gap         ${gaps.join('')}`.trimEnd(),
        ...(note ? [paint('dim', `              ${note}`)] : []),
        ...(limits.length > 0 ? ['', ...limits] : []),
        ...(contradicted.length > 0 ? ['', ...contradicted] : []),
        ...requirementRows(subject, day),
        '',
    ];
}

/** What is required: one by one what has something behind it, and the rest of each state together. */
function requirementRows(subject: SubjectLevels, day: string): string[] {
    const required = subject.requirements.filter(({ required: wanted }) => wanted);
    if (required.length === 0) return [];
    const states = Map.groupBy(required, each => stateOf(each, subject));
    const width = Math.max(14, ...Array.from(states.keys(), state => state.length + 2));
    const bare: (typeof required)[number][] = [];
    const rows = required.flatMap(requirement => {
        const lapse = lapseOf(requirement, day);
        const who = [
            ...requirement.by,
            ...(requirement.because ? [`"${requirement.because}"`] : []),
            ...(lapse ? [lapseText(lapse)] : []),
            contradictionText(requirement, subject),
        ]
            .filter(text => text !== '')
            .join(', ');
        const from = requirement.inheritedFrom ? ` (from ${requirement.inheritedFrom})` : '';
        if (who + from === '') {
            bare.push(requirement);
            return [];
        }
        const state = stateOf(requirement, subject).padEnd(width);
        return [`    ${requirement.id.padEnd(13)}${state}${forTerminal(who + from)}`];
    });
    const counts = Array.from(states, ([state, all]) => `${all.length} ${state}`);
    return [
        '',
        `  ${required.length} required: ${counts.join(', ')}`,
        ...rows,
        ...[...Map.groupBy(bare, ({ state }) => state)].flatMap(([state, all]) =>
            wrapped(
                `${stateText(state)} `.padEnd(width),
                all.map(({ id }) => id),
            ),
        ),
    ];
}

/** A list of names over as many lines as it takes, set in below its head. */
function wrapped(head: string, names: readonly string[]): string[] {
    const lines: string[] = [];
    let line = `    ${head}`;
    names.forEach((name, index) => {
        const piece = index < names.length - 1 ? `${name},` : name;
        if (line.length + piece.length > lineWidth) {
            lines.push(line.trimEnd());
            line = ' '.repeat(4 + head.length);
        }
        line += `${piece} `;
    });
    return [...lines, line.trimEnd()];
}
