import { statSync } from 'node:fs';
import path from 'node:path';
import type { Severity, SeveritySetting } from 'iacs-language';
import { failLevels, nearest, rules, severities, severitySettings, withSeverities } from 'iacs-language';
import { summarise } from 'iacs-language/findings';
import { baselineOf } from '../baseline.ts';
import { checked, type Checked } from '../check/checked.ts';
import { checkFormats, formats, problemKinds, render } from '../check/formats.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { loadModels, type LoadOptions } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { giveOut, outputsOf } from '../outputs.ts';

const usage = `Usage: iacs check [path…]

Asks every rule of the models and prints what is found.

  --format FORMAT       ${checkFormats.join(', ')} (default pretty)
  -o, --output FILE     writes to a file, in the format of its ending: .sarif, .json, .xml (JUnit), .md, .txt,
                        codequality.json (GitLab); may be given several times, with --format for what is printed besides
  --force               replaces a FILE that has other content
  --fail-on SEVERITY    ${failLevels.join(', ')} (default error, or failOn of the settings): exit code 1 from this severity on
  --rule ID=SEVERITY    sets the severity of a rule: ${severitySettings.join(', ')}; may be given several times
  --today DATE          evaluates due and expiry dates as of DATE (default: today, UTC)
  --shard I/N           looks at every N-th model only, starting with the I-th
  --base STATE          reports what an earlier state did not have: a git revision (REVISION... for where it went apart
                        from HEAD), a file or a folder; judged by its settings
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

function folderOf(given: string, io: Io): string {
    const folder = path.resolve(io.cwd, given);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`There is no folder ${given}.`);
    return folder;
}

/** The models with the findings that are reported. */
async function* modelsOf(
    words: readonly string[],
    io: Io,
    options: LoadOptions,
    base: string | undefined,
): AsyncGenerator<Checked> {
    if (base === undefined) for await (const model of loadModels(words, io, options)) yield checked(model, io);
    // Git is loaded for whoever asks for it.
    else yield* (await import('../check/since.ts')).checkedSince(words, io, { ...options, base });
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        format: 'string',
        output: 'list',
        force: 'flag',
        'fail-on': 'string',
        rule: 'list',
        today: 'string',
        shard: 'string',
        base: 'string',
        baseline: 'string',
        within: 'string',
    });
    const outputs = outputsOf(values.format, values.output, formats, io);
    const overrides = severityOverrides(values.rule);
    const failOn = values['fail-on'] === undefined ? undefined : oneOf('fail-on', values['fail-on'], failLevels);
    const known = baselineOf(values.baseline, io);
    const spent = new Map<string, number>();
    const profiled = io.env['IACS_PROFILE'] === '1';
    const shard = shardOf(values.shard);
    const options: LoadOptions = {
        today: dayOption('today', values.today, io.today),
        adjust: settings => withSeverities(settings, overrides),
        ...(shard ? { shard } : {}),
        ...(values.within === undefined ? {} : { within: folderOf(values.within, io) }),
        ...(profiled ? { profile: { clock: () => performance.now(), spent } } : {}),
    };
    const models: Checked[] = [];
    for await (const model of modelsOf(words, io, options, values.base))
        models.push({ ...model, located: model.located.filter(each => !known(each)) });
    const located = models.flatMap(model => model.located);
    const files = new Set(models.flatMap(model => model.files));
    const summary = summarise(located, models.length, files.size, values.base);
    giveOut(outputs, output => render(output, models, summary, io), io, values.force);
    if (profiled)
        io.err(`${JSON.stringify({ phases: { process: performance.now() }, rules: Object.fromEntries(spent) })}\n`);
    return verdict(models, failOn, io);
}

function verdict(models: readonly Checked[], failOn: (typeof failLevels)[number] | undefined, io: Io): number {
    const without = models.find(model => model.system === null);
    if (without) {
        io.err(`iacs: There is no system in ${without.file}: name the root file that imports it.\n`);
        return exit.failed;
    }
    if (models.some(model => !model.understood)) return exit.failed;
    const worst = (severity: Severity): number => severities.indexOf(severity);
    const fails = models.some(({ located, settings }) => {
        const level = failOn ?? settings.failOn;
        return (
            level !== 'never' &&
            located.some(({ finding }) => finding.accepted === null && worst(finding.severity) <= worst(level))
        );
    });
    return fails ? exit.no : exit.fine;
}

const command: Command = { name: 'check', summary: 'what is wrong in a model, and what to do about it', usage, run };
export default command;
