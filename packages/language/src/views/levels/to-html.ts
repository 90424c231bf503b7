import { shownSlA } from '../../assessment/index.ts';
import { frAbbreviations, titleOf } from '../../catalogue/index.ts';
import { missingHere } from '../../model/index.ts';
import { fittingPages } from '../text/page-style.ts';
import { escapeHtml } from '../text/html.ts';
import type { ModelLevels } from './levels.ts';
import { becauseText, contradictedNote, gapNote, gapTexts, levelText, nothingRequired, stateOf } from './levels.ts';

const style =
    ':root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{max-width:64rem;margin:2rem ' +
    'auto;padding:0 1rem}' +
    'table{border-collapse:collapse;margin:.75rem 0 1.5rem}th,td{border:1px solid #8888;padding:.2rem ' +
    '.6rem;text-align:left;vertical-align:top}' +
    'td.level{text-align:right;font-variant-numeric:tabular-nums}td.gap{font-weight:700}caption{text-align:left;' +
    'font-weight:600;padding:.25rem 0}th[scope=row],.whole{white-space:nowrap}' +
    fittingPages;

/** Levels as one self-contained page without script. */
export function levelsToHtml(models: readonly ModelLevels[]): string {
    return pageOfLevels(
        models.map(({ system }) => system),
        models.map(htmlOfModel),
    );
}

/** What the page says of one model. */
export function htmlOfModel({ system, file, day, notUnderstood, subjects }: ModelLevels): string {
    return (
        `<h1>${escapeHtml(system)}</h1>\n<p>${escapeHtml(file)}, assessed on ${day}</p>\n` +
        missingHere(notUnderstood)
            .map(text => `<p><strong>${text}</strong></p>\n`)
            .join('') +
        subjects.map(subject => subjectHtml(subject, day)).join('\n')
    );
}

/**
 * @param systems the names that are in the title
 * @param bodies what {@link htmlOfModel} gave for each
 */
export function pageOfLevels(systems: readonly string[], bodies: readonly string[]): string {
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" ' +
        'content="width=device-width, initial-scale=1">\n' +
        `<title>Levels of ${systems.map(escapeHtml).join(', ')}</title>\n<style>${style}</style>\n</head>\n` +
        `<body>\n<main>\n${bodies.join('\n')}\n</main>\n</body>\n</html>\n`
    );
}

function subjectHtml(subject: ModelLevels['subjects'][number], day: string): string {
    const head = (name: string): string => `<tr><th scope="row">${name}</th>`;
    const row = (name: string, vector: readonly (number | null)[]): string =>
        `${head(name)}${vector.map(level => `<td class="level">${levelText(level)}</td>`).join('')}</tr>`;
    const gaps = gapTexts(subject)
        .map((text, fr) => `<td class="level${subject.gapKinds[fr] === 'short' ? ' gap' : ''}">${text}</td>`)
        .join('');
    const notes = [gapNote(subject), contradictedNote(subject)].filter(note => note !== null);
    const claimed = subject.slAClaimed.some(level => level !== null) ? row('SL-A claimed', subject.slAClaimed) : '';
    const required = subject.requirements.filter(requirement => requirement.required);
    const rows = required
        .map(
            requirement =>
                `<tr><td class="whole">${requirement.id}</td><td>${escapeHtml(titleOf(requirement.id) ?? '')}` +
                `</td><td class="whole">${stateOf(requirement, subject)}</td><td>` +
                `${escapeHtml(requirement.by.join(', '))}` +
                `</td><td>${escapeHtml(becauseText(requirement, subject, day))}</td></tr>`,
        )
        .join('\n');
    const name = `${subject.kind === 'zone' ? 'Zone' : 'Conduit'} ${escapeHtml(subject.id)}`;
    return (
        // What may move sideways can be moved by keys as well.
        `<section tabindex="0" aria-label="${name}">\n<h2>${name}</h2>\n` +
        `<table>\n<caption>Levels</caption>\n<thead><tr><td></td>` +
        `${frAbbreviations.map(name => `<th scope="col">${name}</th>`).join('')}` +
        `</tr></thead>\n<tbody>${row('SL-T', subject.slT)}${row('SL-C', subject.slC)}` +
        row('SL-A', shownSlA(subject)) +
        `${claimed}${head('gap')}${gaps}</tr></tbody>\n</table>\n` +
        notes.map(note => `<p>${escapeHtml(note)}</p>\n`).join('') +
        (required.length === 0
            ? `<p>${nothingRequired(subject)}</p>\n`
            : `<table>\n<caption>Requirements at the SL-T</caption>\n<thead><tr><th scope="col">Requirement</th><th ` +
              'scope="col">Title</th><th scope="col">State</th><th scope="col">By</th><th ' +
              `scope="col">Because</th></tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>\n`) +
        '</section>'
    );
}
