import { problemFindings } from 'iacs-language';
import {
    diffJson,
    diffMarkdown,
    diffSvg,
    diffText,
    forTerminal,
    judgePolicy,
    lineOf,
    overall,
    policyTextLines,
    questionTextLines,
    type ModelDiff,
    type Policy,
    type Sides,
} from 'iacs-language/diff';
import { elkEngine } from 'iacs-language/node';
import { compare } from '../compare.ts';
import { givenAgreements } from '../compare/agreements.ts';
import { answersOf, questionOf } from '../compare/question.ts';
import { showTrend } from '../compare/trend.ts';
import { forgeOf } from '../compare/forge.ts';
import { bothSides, oneSideTwice } from '../compare/named-sides.ts';
import { GitError } from '../git.ts';
import { driverText } from '../git-driver.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { giveOut, outputsOf, type Formats } from '../outputs.ts';

const diffFormats = ['text', 'markdown', 'json', 'svg'] as const;
type DiffFormat = (typeof diffFormats)[number];
const formats: Formats<DiffFormat> = {
    all: diffFormats,
    endings: [
        ['.json', 'json'],
        ['.md', 'markdown'],
        ['.markdown', 'markdown'],
        ['.svg', 'svg'],
        ['.txt', 'text'],
    ],
};
const thresholds = ['never', 'policy', 'worse', 'path', 'finding', 'change'] as const;
const themes = ['light', 'dark', 'contrast'] as const;

const usage = `Usage: iacs diff BASE [HEAD]
       iacs diff --at DAY..DAY [WHERE]

Compares the meaning of two states, and what the change does to security. BASE and HEAD are git
revisions (A..B and A...B as well), files or folders; without HEAD, a revision is compared with the
working tree. Every model of the repository is compared, from anywhere in it.

  --format FORMAT      ${diffFormats.join(', ')} (default text)
  -o, --output FILE    writes to a file, in the format of its ending: .txt, .md, .json, .svg; may be
                       given several times, with --format for what is printed as well
  --force              overwrites a FILE that iacs did not write
  --path PATH          only this file or folder of the repository; may be given several times
  --fail-on WHAT       exit code 1: ${thresholds.join(', ')} (default never)
                       policy: something is not agreed to that review of the settings of BASE calls
                       an error
                       worse: something got worse
                       path: an asset can newly reach another zone, or an invariant is broken
                       finding: a new error that is not accepted
                       change: anything changed in meaning
  --agreements FILE    who agreed to what: lines such as Agreed: sl-t-lowered at Control by "Risk
                       owner" until 2027-01-31; - reads standard input
  --at DAY..DAY        compares one text as it stands on two days, today against the plan; WHERE is
                       a revision, a file or a folder
  --from X, --to Y     compares both sides: a shortest path between two zones or assets; with one of
                       them, how much is reached
  --protocol NAME      with --from and --to: the last session is over this protocol; may be given
                       several times
  --since TAG          one row for each tag since this one, and for HEAD: what has changed against
                       TAG, and in each step
  --theme THEME        ${themes.join(', ')}, for svg
  --today DATE         evaluates due and expiry dates as of DATE (default: today, UTC)
  --driver             for git itself; see iacs init --git

A side that cannot be read completely is compared as far as it was read, is reported, and exits with
2.`;

async function render(
    diffs: readonly ModelDiff[],
    format: DiffFormat,
    sides: Sides,
    theme: (typeof themes)[number],
): Promise<string> {
    switch (format) {
        case 'json':
            return `${JSON.stringify(diffJson(diffs, sides), null, 2)}\n`;
        case 'markdown':
            return diffMarkdown(diffs, sides);
        case 'text': {
            const touched = diffs.filter(
                diff => diff.changes.length + diff.security.reasons.length + diff.doubts.length > 0,
            );
            const parts = [...questionTextLines(sides), ...touched.map(diff => diffText(diff))];
            const review = policyTextLines(sides);
            return parts.length + review.length > 0
                ? [...parts, ...review].join('\n')
                : 'Nothing changes in meaning.\n';
        }
        case 'svg': {
            const changed = diffs.filter(diff => diff.changes.length > 0);
            if (changed.length > 1)
                throw new Failure(
                    `A picture shows one model, and ${changed.map(({ system }) => system).join(', ')} have ` +
                        'changed: name one with --path.',
                );
            const engine = elkEngine();
            try {
                return await diffSvg((changed[0] ?? diffs[0])!, engine, theme);
            } finally {
                await engine.close();
            }
        }
    }
}

/** True when a comparison reaches what the user set as too much. */
function fails(diffs: readonly ModelDiff[], threshold: (typeof thresholds)[number], policy: Policy): boolean {
    switch (threshold) {
        case 'policy':
            return policy.holds === false;
        case 'never':
            return false;
        case 'worse':
            return ['worse', 'mixed'].includes(overall(diffs.map(diff => diff.security.verdict)));
        case 'path':
            return diffs.some(
                ({ security }) =>
                    security.invariants.broken.length > 0 ||
                    security.crossings.opened.length > 0 ||
                    security.reachability.opened.groups.some(group => group.fromZone !== group.toZone),
            );
        case 'finding':
            return diffs.some(({ security }) =>
                security.findings.added.some(each => each.severity === 'error' && each.accepted === null),
            );
        case 'change':
            return diffs.some(diff => diff.changes.length > 0);
    }
}

/** Tells what was not read or not understood, a line each. */
function tellDoubts(diffs: readonly ModelDiff[], io: Io): boolean {
    const lines = diffs.flatMap(diff =>
        diff.doubts.flatMap(({ side, problems }) => {
            const shown = side === 'base' ? diff.before : diff.after;
            return problemFindings(problems).map(
                ({ at, message }) => `${side} ${shown.fileName(at.file)}:${lineOf(shown, at)} ${message}`,
            );
        }),
    );
    for (const line of lines.slice(0, 10)) io.err(`iacs: ${forTerminal(line)}\n`);
    if (lines.length > 10) io.err(`iacs: and ${lines.length - 10} more\n`);
    return lines.length > 0;
}

/** The two days of `--at A..B`. */
function daysIn(given: string, today: string): readonly [string, string] {
    const [first, second, ...more] = given.split('..');
    if (!first || !second || more.length > 0)
        throw new Failure(`--at expects two days such as 2026-12-01..2027-06-01, not "${given}".`);
    return [dayOption('at', first, today), dayOption('at', second, today)];
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        format: 'string',
        output: 'list',
        force: 'flag',
        path: 'list',
        'fail-on': 'string',
        agreements: 'string',
        from: 'string',
        to: 'string',
        protocol: 'list',
        since: 'string',
        theme: 'string',
        at: 'string',
        today: 'string',
        driver: 'flag',
    });
    const today = dayOption('today', values.today, io.today);
    const outputs = outputsOf(values.format, values.output, formats, io);
    const threshold = oneOf('fail-on', values['fail-on'], thresholds);
    const theme = oneOf('theme', values.theme, themes);
    try {
        if (values.driver) {
            io.out(await driverText(words, io, today));
            return exit.fine;
        }
        if (values.since !== undefined)
            return await showTrend(
                values.since,
                words,
                { paths: values.path, today, outputs, force: values.force },
                io,
            );
        const question = questionOf(values.from, values.to, values.protocol);
        const given = await givenAgreements(values.agreements, io);
        const days = values.at === undefined ? undefined : daysIn(values.at, today);
        if (days && words.length > 1) throw new Failure('--at compares one text: name one revision, file or folder.');
        const { before, after, repository } = days
            ? await oneSideTwice(words[0], days, values.path, io)
            : await bothSides(words, values.path, io);
        const diffs = await compare(before, after, {
            cwd: io.cwd,
            today,
            days,
            hasRead: io.hasRead,
            whole: question !== null || outputs.some(({ format }) => format === 'svg'),
        });
        if (diffs.length === 0)
            throw new Failure('There is no model on either side: no .iacs file there has a system.');
        const policy = judgePolicy(diffs, given, today);
        const sides: Sides = {
            base: before.name,
            head: after.name,
            baseCommit: before.commit ?? null,
            headCommit: after.commit ?? null,
            ...forgeOf(before, after, repository, values.path, io),
            policy,
            policyAsked: threshold === 'policy',
            ...(question ? { question: { ...question, answers: answersOf(question, diffs) } } : {}),
        };
        const contents = new Map<DiffFormat, string>();
        for (const { format } of outputs)
            if (!contents.has(format)) contents.set(format, await render(diffs, format, sides, theme));
        giveOut(outputs, ({ format }) => contents.get(format)!, io, values.force);
        if (tellDoubts(diffs, io)) return exit.failed;
        return fails(diffs, threshold, policy) ? exit.no : exit.fine;
    } catch (error) {
        if (error instanceof GitError) throw new Failure(`git: ${error.message}`);
        throw error;
    }
}

const command: Command = {
    name: 'diff',
    summary: 'what a change does to security, between revisions, files or folders',
    usage,
    run,
};
export default command;
