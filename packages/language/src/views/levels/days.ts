import { shownSlA } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import { missingHere } from '../../model/index.ts';
import { forMarkdown, forTerminal } from '../text/escape.ts';
import type { Paint } from '../text/paint.ts';
import type { ModelLevels } from './levels.ts';
import { contradictedNote, levelText } from './levels.ts';
import { levelsToJson } from './to-json.ts';

/** The levels of some models on one day. */
export interface LevelsOnDay {
    /** `YYYY-MM-DD`. */
    readonly date: string;
    readonly models: readonly ModelLevels[];
}

/** `assess --at … --format json`. */
export function daysToJson(days: readonly LevelsOnDay[]): object {
    return {
        schemaVersion: 1,
        days: days.map(({ date, models }) => ({
            date,
            models: levelsToJson(models).models,
        })),
    };
}

interface Row {
    readonly name: string;
    readonly cells: readonly string[];
}

interface Part {
    readonly kind: string;
    readonly id: string;
    readonly rows: readonly Row[];
    /** What the model contradicts, with the first of the days from which on it is the same. */
    readonly notes: readonly string[];
}

/** Of each zone and conduit SL-T on the first day that has it, and SL-A on each. */
function partsOf(days: readonly LevelsOnDay[], index: number): readonly Part[] {
    const ids = new Map<string, string>();
    for (const { models } of days) for (const { id, kind } of models[index]!.subjects) ids.set(id, kind);
    return [...ids].map(([id, kind]) => {
        const found = days.map(({ date, models }) => ({
            date,
            subject: models[index]!.subjects.find(each => each.id === id),
        }));
        const first = found.find(({ subject }) => subject)?.subject;
        const notes = found.map(({ date, subject }) => ({ date, note: subject ? contradictedNote(subject) : null }));
        return {
            kind,
            id,
            notes: notes.flatMap(({ date, note }, at) =>
                note !== null && note !== notes[at - 1]?.note ? [`${date}: ${note}`] : [],
            ),
            rows: [
                { name: 'SL-T', cells: (first?.slT ?? []).map(levelText) },
                ...found.map(({ date, subject }) => ({
                    name: `SL-A ${date}`,
                    cells: subject ? shownSlA(subject).map(levelText) : frAbbreviations.map(() => ''),
                })),
            ],
        };
    });
}

/** The levels of several days for a terminal. */
export function daysToTable(days: readonly LevelsOnDay[], paint: Paint): string {
    return days[0]!.models
        .map(({ system, file, notUnderstood }, index) =>
            [
                paint('bold', forTerminal(`${system} (${file})`)),
                ...missingHere(notUnderstood),
                '',
                ...partsOf(days, index).flatMap(({ kind, id, rows, notes }) => [
                    `${kind} ${paint('bold', forTerminal(id))}`,
                    paint('dim', `                 ${frAbbreviations.map(name => name.padStart(4)).join('')}`),
                    ...rows.map(({ name, cells }) => {
                        const text = cells.map(each => each.padStart(4)).join('');
                        return `  ${name.padEnd(15)}${cells.every(each => each === '') ? '   not there' : text}`;
                    }),
                    ...notes.map(note => `  ${note}`),
                    '',
                ]),
            ].join('\n'),
        )
        .join('\n');
}

/** The same as Markdown. */
export function daysToMarkdown(days: readonly LevelsOnDay[]): string {
    return days[0]!.models
        .map(({ system, notUnderstood }, index) =>
            [
                `## ${forMarkdown(system)}`,
                '',
                ...missingHere(notUnderstood).flatMap(text => [text, '']),
                `| Zone or conduit | | ${frAbbreviations.join(' | ')} |`,
                `| --- | --- | ${frAbbreviations.map(() => '---').join(' | ')} |`,
                ...partsOf(days, index).flatMap(({ id, rows }) =>
                    rows.map(
                        ({ name, cells }, at) =>
                            `| ${at === 0 ? forMarkdown(id) : ''} | ${name} | ${cells.join(' | ')} |`,
                    ),
                ),
                '',
                ...partsOf(days, index).flatMap(({ id, notes }) =>
                    notes.flatMap(note => [`${forMarkdown(id)}, ${note}`, '']),
                ),
            ].join('\n'),
        )
        .join('\n');
}
