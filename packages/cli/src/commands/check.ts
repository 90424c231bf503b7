import { statSync } from 'node:fs';
import path from 'node:path';
import type { Severity, SeveritySetting } from 'iacs-language';
import { failLevels, fixesAt, renderEdits, rules, severities, severitySettings, withSeverities } from 'iacs-language';
import { nearest } from 'iacs-language';
import type { LocatedFinding, Shown } from 'iacs-language/findings';
import {
    findingsToGithub,
    findingsToJson,
    findingsToJunit,
    findingsToMarkdown,
    findingsToPretty,
    findingsToSarif,
    locate,
    locatedAt,
    summarise,
} from 'iacs-language/findings';
import { baselineOf } from '../baseline.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { loadModels } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { painter } from '../paint.ts';
import { shownModel } from '../shown.ts';

const formats = ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown'] as const;
const problemKinds = new Set(['syntax', 'unresolved', 'invalid-value', 'duplicate-name']);
const pages = 'https://github.com/iacs-language/iacs/blob/main/docs/rules';

const usage = `Usage: iacs check [path…]

Asks every rule of the models and prints what is found.

  --format FORMAT       ${formats.join(', ')} (default pretty)
  --fail-on SEVERITY    ${failLevels.join(', ')} (default error, or failOn of the settings): exit code 1 from this severity on
  --rule ID=SEVERITY    sets the severity of a rule: ${severitySettings.join(', ')}; may be given several times
  --today DATE          evaluates due and expiry dates as of DATE (default: today, UTC)
  --shard I/N           looks at every N-th model only, starting with the I-th
  --baseline FILE       leaves out what an earlier --format json output holds
  --within FOLDER       reads nothing outside of this folder, whatever imports and links say

Syntax errors always exit with 2, whatever --fail-on says; the rest of the model is still checked.`;

function severityOverrides(given: readonly string[]): (readonly [string, SeveritySetting])[] {
    const ids = rules.map(rule => rule.id);
    return given.map(pair => {
        const [id = '', severity] = pair.split('=');
        if (severity === undefined) throw new Failure(`--rule expects ID=SEVERITY, not "${pair}".`);
        if (problemKinds.has(id))
            throw new Failure(`${id} has no severity to set: a text that is not understood always means exit code 2.`);
        if (!ids.includes(id)) {
            const near = nearest(id, ids);
            throw new Failure(`There is no rule ${id}.${near ? ` Did you mean ${near}?` : ''}`);
        }
        return [id, oneOf('rule', severity, severitySettings)] as const;
    });
}

function shardOf(given: string | undefined): { readonly index: number; readonly count: number } | undefined {
    if (given === undefined) return undefined;
    const [index, count] = /^\d+\/\d+$/.test(given) ? (given.split('/').map(Number) as [number, number]) : [0, 0];
    if (index < 1 || index > count)
        throw new Failure(`--shard expects I/N with I from 1 to N, such as 1/4, not "${given}".`);
    return { index: index - 1, count };
}

/** One `Shown` for each model: it keeps the lines of every file. */
function shownModels(models: readonly LoadedModel[], io: Io): ReadonlyMap<LoadedModel, Shown> {
    return new Map(models.map(model => [model, shownModel(model, io)]));
}

function editsOf(shownOf: ReadonlyMap<LoadedModel, Shown>) {
    const byRoot = new Map([...shownOf].map(([model, shown]) => [model.file, { model, shown }]));
    return (located: LocatedFinding) => {
        const known = byRoot.get(located.root);
        if (!known) return [];
        const { model, shown } = known;
        const textOf = (file: string): string => model.project.texts.state(file)?.text ?? '';
        return fixesAt(located.finding).map(fix => ({
            title: fix.title,
            edits: renderEdits(fix.edits, textOf).map(edit => ({ ...locatedAt(edit, shown), text: edit.text })),
        }));
    };
}

function folderOf(given: string, io: Io): string {
    const folder = path.resolve(io.cwd, given);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`There is no folder ${given}.`);
    return folder;
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        format: 'string',
        'fail-on': 'string',
        rule: 'list',
        today: 'string',
        shard: 'string',
        baseline: 'string',
        within: 'string',
    });
    const format = oneOf('format', values.format, formats);
    const overrides = severityOverrides(values.rule);
    const failOn = values['fail-on'] === undefined ? undefined : oneOf('fail-on', values['fail-on'], failLevels);
    const known = baselineOf(values.baseline, io);
    const spent = new Map<string, number>();
    const profiled = io.env['IACS_PROFILE'] === '1';
    const shard = shardOf(values.shard);
    const models: LoadedModel[] = [];
    for await (const model of loadModels(words, io, {
        today: dayOption('today', values.today, io.today),
        adjust: settings => withSeverities(settings, overrides),
        ...(shard ? { shard } : {}),
        ...(values.within === undefined ? {} : { within: folderOf(values.within, io) }),
        ...(profiled ? { profile: { clock: () => performance.now(), spent } } : {}),
    }))
        models.push(model);

    const shownOf = shownModels(models, io);
    const located = [...shownOf]
        .flatMap(([model, shown]) => locate(model.analysis.findings, shown))
        .filter(each => !known(each));
    const files = new Set(models.flatMap(model => model.analysis.model.files));
    const summary = summarise(located, models.length, files.size);
    switch (format) {
        case 'pretty':
            for (const part of findingsToPretty(located, summary, painter(io))) io.out(part);
            break;
        case 'json':
            io.out(`${JSON.stringify(findingsToJson(located, summary), null, 2)}\n`);
            break;
        case 'markdown':
            io.out(findingsToMarkdown(located, summary));
            break;
        case 'github':
            io.out(findingsToGithub(located));
            break;
        case 'junit': {
            const ids = [...problemKinds, ...rules.map(rule => rule.id)];
            io.out(
                findingsToJunit(
                    located,
                    models.map(model => ({ root: model.file, system: model.analysis.model.system?.id ?? '' })),
                    ids,
                ),
            );
            break;
        }
        case 'sarif': {
            const sarif = findingsToSarif(located, {
                rules,
                version: io.version,
                helpUri: rule => `${pages}/${rule}.md`,
                editsOf: editsOf(shownOf),
            });
            io.out(`${JSON.stringify(sarif, null, 2)}\n`);
        }
    }
    if (profiled)
        io.err(`${JSON.stringify({ phases: { process: performance.now() }, rules: Object.fromEntries(spent) })}\n`);
    return verdict(located, models, failOn, io);
}

function verdict(
    located: readonly LocatedFinding[],
    models: readonly LoadedModel[],
    failOn: (typeof failLevels)[number] | undefined,
    io: Io,
): number {
    const without = models.find(model => model.analysis.model.system === null);
    if (without) {
        io.err(`iacs: There is no system in ${without.file}: name the root file that imports it.\n`);
        return exit.failed;
    }
    if (models.some(model => model.analysis.problems.length > 0)) return exit.failed;
    const worst = (severity: Severity): number => severities.indexOf(severity);
    const fails = models.some(model => {
        const level = failOn ?? model.settings.failOn;
        return (
            level !== 'never' &&
            located.some(
                ({ finding, root }) =>
                    root === model.file && finding.accepted === null && worst(finding.severity) <= worst(level),
            )
        );
    });
    return fails ? exit.no : exit.fine;
}

const command: Command = { name: 'check', summary: 'what is wrong in a model, and what to do about it', usage, run };
export default command;
