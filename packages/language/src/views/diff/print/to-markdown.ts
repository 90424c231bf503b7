import type { Direction, ModelDiff, Verdict } from '../model-diff.ts';
import { lineOf } from '../places.ts';
import { mostCharacters, sectionsOf, table } from './details.ts';
import { policyLines, policyText, type PolicyLine } from './policy-lines.ts';
import { code, prose } from './prose.ts';
import { shortened, type Sides } from './sides.ts';
import { answerLines } from '../question.ts';
import { foremost, gravest, storyOf, unsaid, type Line, type Story } from './story.ts';
import { overall } from './to-json.ts';
import { diffMermaid } from './to-mermaid.ts';
import { counted, countText, doubtText, verdictText } from './wording.ts';

/** How many changes are shown in full, and how much of what each of them brings. */
const mostLines = 5;
const mostEffects = 4;
const mostRest = 8;
const mostOwners = 12;

const signs: Record<Verdict, string> = { worse: '🔴', better: '🟢', mixed: '🟠', none: '⚪', incomplete: '🟠' };
const words: Record<Verdict, string> = {
    worse: 'worse',
    better: 'better',
    mixed: 'partly worse, partly better',
    none: 'nothing better or worse',
    incomplete: 'not understood as a whole, so no verdict',
};
const marks: Record<Direction, string> = { worse: '🔻', better: '🔹', neutral: '▫️' };

/** The verdict in one line, with the model where it is one. */
function headline(diffs: readonly ModelDiff[], changed: readonly ModelDiff[]): string {
    const verdict = overall(diffs.map(diff => diff.security.verdict));
    const same = verdict === 'none' && changed.length === 0;
    const [only] = changed.length === 1 ? changed : [];
    const of =
        only?.of === 'settings' || only?.of === 'files'
            ? only.of
            : only?.system
              ? `model ${code(only.system)}`
              : 'model';
    return `${signs[verdict]} IEC 62443 ${of}: ${same ? 'no change of meaning' : words[verdict]}`;
}

/** Where a change is, as a link where the forge is known. */
function place({ changes }: Line, sides: Sides): string {
    const [{ kind, file, line }] = changes as [Line['changes'][number]];
    const url = sides.link?.(kind === 'removed' ? 'base' : 'head', file, line) ?? null;
    const text = code(`${file}:${line}`);
    const rest = new Set(changes.map(change => `${change.file}:${change.line}`)).size - 1;
    return `${url === null ? text : `[${text}](${url})`}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function lineText(line: Line, sides: Sides, several: boolean): string[] {
    const [element, ...id] = line.who.split(' ');
    const who = line.changes.length > 0 && /^\d/.test(line.who) ? prose(line.who) : `${element} ${code(id.join(' '))}`;
    const models = several || line.models.length > 1 ? ` · ${line.models.map(code).join(', ')}` : '';
    const effects = gravest(line.diff, line.effects, mostEffects).map(
        ({ direction, text }) => `  - ${marks[direction]} ${prose(text)}`,
    );
    const rest = line.effects.length - effects.length;
    return [
        `- **${who}** ${prose(line.what)} (${place(line, sides)})${models}`,
        ...effects,
        ...(rest > 0 ? [`  - and ${rest} more`] : []),
    ];
}

/** What of a story is not on the first screen, folded. */
function restLines({ lines, rest }: Story, most: number): string[] {
    const said = foremost(lines, mostLines).flatMap(line => gravest(line.diff, line.effects, mostEffects));
    const rows = [...unsaid(lines, new Set(said)), ...rest.slice(mostRest)].map(({ direction, text }) => [
        `${marks[direction]} ${prose(text)}`,
    ]);
    return rows.length > 0 ? table({ title: counted(rows.length, 'more consequence'), rows }, most) : [];
}

/** What was changed, each with what follows from it, and what follows from all of it. */
function storyLines({ lines, rest }: Story, sides: Sides, several: boolean): string[] {
    const shown = foremost(lines, mostLines);
    const left = lines.filter(line => !shown.includes(line)).flatMap(line => line.changes);
    const others = rest.slice(0, mostRest).map(({ direction, text }) => `- ${marks[direction]} ${prose(text)}`);
    const more = rest.length - others.length;
    return [
        ...(shown.length > 0 ? ['', ...shown.flatMap(line => lineText(line, sides, several))] : []),
        ...(left.length > 0 ? [`- and ${counted(left.length, 'more change')} (${countText(left)})`] : []),
        ...(others.length > 0
            ? ['', shown.length > 0 ? 'From all of this together:' : 'What follows:', '', ...others]
            : []),
        ...(more > 0 ? [`- and ${more} more`] : []),
    ];
}

const policyMarks: Record<PolicyLine['mark'], string> = { missing: '🛑', warning: '⚠️', agreed: '☑️', void: '▫️' };

/** What a review asks for, and who agreed. */
function reviewLines({ policy, policyAsked = false }: Sides): string[] {
    const lines = policy ? policyLines(policy, policyAsked) : [];
    if (!policy || lines.length === 0) return [];
    const shown = lines.slice(0, mostRest).map(({ mark, text }) => `- ${policyMarks[mark]} ${prose(text)}`);
    const more = lines.length - shown.length;
    return ['', `**Review policy**: ${policyText(policy)}`, '', ...shown, ...(more > 0 ? [`- and ${more} more`] : [])];
}

function questionLines({ question }: Sides): string[] {
    if (!question) return [];
    const [asked = '', ...lines] = answerLines(question, question.answers);
    const item = (line: string): string =>
        line.startsWith('  ') ? `- ${prose(line.trim())}` : `\n**${prose(line)}**\n`;
    return ['', `**${prose(asked)}**`, '', ...lines.map(item)];
}

function ownerLines(diffs: readonly ModelDiff[]): string[] {
    const owners = [...new Set(diffs.flatMap(diff => diff.owners))];
    const reached = [...new Set(diffs.flatMap(diff => diff.reached))].filter(owner => !owners.includes(owner));
    const listed = (list: readonly string[]): string =>
        `${list.slice(0, mostOwners).map(prose).join(' · ')}` +
        (list.length > mostOwners ? ` and ${list.length - mostOwners} more` : '');
    return [
        ...(owners.length > 0 ? ['', `Owns what was changed: ${listed(owners)}`] : []),
        ...(reached.length > 0 ? ['', `Reached by it: ${listed(reached)}`] : []),
    ];
}

/** The first problems of the sides that were not understood. */
function doubtLines(diff: ModelDiff): string[] {
    const lines = diff.doubts.flatMap(({ side, problems }) => {
        const shown = side === 'base' ? diff.before : diff.after;
        return problems.map(
            ({ at, message }) =>
                `> - ${side} ${code(`${shown.fileName(at.file)}:${lineOf(shown, at)}`)} ${prose(message)}`,
        );
    });
    const shown = lines.length > 3 ? [...lines.slice(0, 3), `> - and ${lines.length - 3} more`] : lines;
    return diff.doubts.length > 0 ? ['', `> **Incomplete.** ${doubtText(diff)}`, ...shown] : [];
}

/** The folded part of one model. */
function details(diff: ModelDiff, most: number, picture: boolean, several: boolean): string[] {
    const mermaid = picture && diff.of === 'model' && diff.changes.length > 0 ? diffMermaid(diff) : '';
    const sections = sectionsOf(diff).flatMap(section => table(section, most));
    return [
        ...(several && sections.length > 0
            ? ['', `#### ${signs[diff.security.verdict]} ${code(diff.system ?? diff.changes[0]?.file ?? 'no system')}`]
            : []),
        ...(mermaid === '' ? [] : ['', '```mermaid', mermaid, '```']),
        ...sections,
    ];
}

/** Which two states were compared, and how to see it at home. */
function footer({ base, head, baseCommit, headCommit, command, run }: Sides): string {
    const named = (name: string, commit: string | null | undefined): string =>
        commit && !commit.startsWith(name)
            ? `${code(shortened(name))} (${code(shortened(commit))})`
            : code(shortened(name));
    return [
        `${named(base, baseCommit)} → ${named(head, headCommit)}, compared by meaning over the declared flows; ` +
            'what is not declared is not seen.',
        ...(command ? [`At home: ${code(command)}.`] : []),
        ...(run ? [`[All of it](${run}).`] : []),
    ].join(' ');
}

/**
 * The comparison as Markdown for a comment on a pull request: the verdict, then each change with what it brings;
 * details folded, under 60,000 characters.
 * @param diffs one for each model, in their order
 */
export function diffMarkdown(diffs: readonly ModelDiff[], sides: Sides): string {
    const changed = diffs.filter(
        diff => diff.changes.length > 0 || diff.security.reasons.length > 0 || diff.doubts.length > 0,
    );
    const several = changed.length > 1;
    const story = storyOf(changed);
    const quiet =
        changed.length === 0 ||
        (changed.length === 1 && changed[0]!.security.verdict === 'none' && changed[0]!.security.reasons.length === 0);
    const said = quiet ? ['', changed[0] ? verdictText(changed[0]) : 'Nothing changes in meaning.'] : [];
    const render = (models: readonly ModelDiff[], most: number, picture: boolean): string =>
        [
            `### ${headline(diffs, changed)}`,
            ...said,
            ...questionLines(sides),
            ...models.flatMap(doubtLines),
            ...storyLines(story, sides, several),
            ...reviewLines(sides),
            ...ownerLines(changed),
            ...restLines(story, most),
            ...models.flatMap(diff => details(diff, most, picture, several)),
            ...(models.length < changed.length
                ? ['', `and ${counted(changed.length - models.length, 'more model')}`]
                : []),
            '',
            `<sub>${footer(sides)}</sub>`,
            '',
        ].join('\n');
    for (const most of [200, 60, 20, 8, 3]) {
        const text = render(changed, most, most > 3);
        if (text.length <= mostCharacters) return text;
    }
    let count = Math.max(1, changed.length >> 1);
    while (count > 1 && render(changed.slice(0, count), 3, false).length > mostCharacters) count >>= 1;
    return render(changed.slice(0, count), 3, false);
}
