import path from 'node:path';
import { overall, type ModelDiff, type Verdict } from 'iacs-language/diff';
import { forMarkdown, forTerminal } from 'iacs-language/text';
import { compare } from '../compare.ts';
import { Repository, whyNoRepository } from '../git.ts';
import { exit, Failure, type Io } from '../io.ts';
import { giveOut, type Output } from '../outputs.ts';
import { revisionSide, type Side } from '../sides.ts';
import { placesIn } from './places-in.ts';

/** One state, held against the baseline and against the state before it. */
interface Row {
    readonly revision: string;
    readonly commit: string;
    /** Against the baseline. */
    readonly verdict: Verdict;
    /** Against the row before; against the baseline for the first one. */
    readonly step: Verdict;
    /** Of these against the baseline. */
    readonly changes: number;
    readonly worse: number;
    readonly better: number;
    readonly newFindings: number;
    readonly fixedFindings: number;
}

/** How a trend is made and given out. */
export interface TrendOptions {
    readonly paths: readonly string[];
    readonly today: string;
    readonly outputs: readonly Output<string>[];
    readonly force: boolean;
}

const verdictOf = (diffs: readonly ModelDiff[]): Verdict => overall(diffs.map(({ security }) => security.verdict));

function rowOf(side: Side, against: readonly ModelDiff[], step: Verdict): Row {
    const sum = (count: (diff: ModelDiff) => number): number => against.reduce((all, diff) => all + count(diff), 0);
    const reasons = (direction: string): number =>
        sum(({ security }) => security.reasons.filter(each => each.direction === direction).length);
    return {
        revision: side.name,
        commit: side.commit ?? '',
        verdict: verdictOf(against),
        step,
        changes: sum(({ changes }) => changes.length),
        worse: reasons('worse'),
        better: reasons('better'),
        newFindings: sum(({ security }) => security.findings.added.length),
        fixedFindings: sum(({ security }) => security.findings.fixed.length),
    };
}

const heads = ['Revision', 'Since', 'Step', 'Changes', 'Worse', 'Better', 'New', 'Fixed'];
const cells = (row: Row): readonly string[] => [
    row.revision,
    row.verdict,
    row.step,
    ...[row.changes, row.worse, row.better, row.newFindings, row.fixedFindings].map(String),
];

function textTable(rows: readonly Row[]): string {
    const lines = [heads, ...rows.map(cells)].map(line => line.map(forTerminal));
    const widths = heads.map((_, column) => Math.max(...lines.map(line => line[column]!.length)));
    return lines
        .map(
            line =>
                `${line
                    .map((cell, column) => cell.padEnd(widths[column]!))
                    .join('  ')
                    .trimEnd()}\n`,
        )
        .join('');
}

function markdownTable(since: string, rows: readonly Row[]): string {
    const line = (list: readonly string[]): string => `| ${list.join(' | ')} |`;
    return [
        `### Since ${forMarkdown(since)}`,
        '',
        line(heads),
        line(heads.map(() => '---')),
        ...rows.map(row => line(cells(row).map(forMarkdown))),
        '',
    ].join('\n');
}

function written(format: string, since: string, rows: readonly Row[]): string {
    switch (format) {
        case 'json':
            return `${JSON.stringify({ schemaVersion: 1, since, rows }, null, 2)}\n`;
        case 'markdown':
            return markdownTable(since, rows);
        case 'text':
            return textTable(rows);
        default:
            throw new Failure('A trend is printed as text, markdown or json.');
    }
}

/**
 * Holds each tag since a baseline against it, and against the tag before: many small steps cannot hide a large one.
 * @param words a revision to end at, HEAD without one
 */
export async function showTrend(
    since: string,
    words: readonly string[],
    { paths, today, outputs, force }: TrendOptions,
    io: Io,
): Promise<number> {
    if (words.length > 1) throw new Failure('--since TAG goes up to one revision: iacs diff --since TAG [HEAD].');
    const end = words[0] ?? 'HEAD';
    const repository = await Repository.around(io.cwd);
    if (!repository) throw new Failure(`--since compares tags. ${await whyNoRepository(io.cwd)}`);
    const named = placesIn(
        repository,
        paths.map(each => path.resolve(io.cwd, each)),
    );
    const places = named.length > 0 ? named : [repository.top];
    const sideOf = async (revision: string): Promise<Side> => {
        const commit = await repository.commit(revision);
        if (commit === null) throw new Failure(`There is no revision ${revision}.`);
        return revisionSide(revision, repository, commit, places);
    };
    const [base, last] = [await sideOf(since), await sideOf(end)];
    const tags = await repository.tagsBetween(base.commit!, last.commit!);
    const sides = [...(await Promise.all(tags.map(sideOf))), last];
    const rows: Row[] = [];
    const seen = new Set([base.commit]);
    let before = base;
    for (const side of sides) {
        if (seen.has(side.commit)) continue;
        seen.add(side.commit);
        const against = await compare(base, side, { cwd: io.cwd, today });
        const step =
            before === base ? verdictOf(against) : verdictOf(await compare(before, side, { cwd: io.cwd, today }));
        rows.push(rowOf(side, against, step));
        before = side;
    }
    giveOut(outputs, ({ format }) => written(format, since, rows), io, force);
    return rows.some(({ verdict, step }) => verdict === 'incomplete' || step === 'incomplete')
        ? exit.failed
        : exit.fine;
}
