import type { SeveritySetting } from 'iacs-language';
import { failLevels, nearest, rules, severitySettings } from 'iacs-language';
import { checkFormats, formats, problemKinds } from '../check/formats.ts';
import type { CheckRequest } from '../check/job.ts';
import { readShard } from '../check/read-shard.ts';
import type { RunOptions } from '../check/run.ts';
import { checkAll } from '../check/run.ts';
import type { Command, Io } from '../io.ts';
import { folderOf } from '../files.ts';
import { Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { outputsOf } from '../outputs.ts';
import { watch } from '../watch.ts';

const usage = `Usage: iacs check [path…]

Runs all rules on the models and prints the findings.

  --format FORMAT       ${checkFormats.join(', ')} (default pretty)
  -o, --output FILE     writes to a file, in the format of its ending: .sarif, .json, .xml (JUnit),
                        .md, .txt, codequality.json (GitLab); may be given several times, with
                        --format for what is printed as well
  --force               overwrites a FILE that iacs did not write
  --fail-on SEVERITY    ${failLevels.join(', ')} (default error, or failOn of the settings): exit
                        code 1 from this severity on
  --rule ID=SEVERITY    sets the severity of a rule: ${severitySettings.join(', ')}; may be given
                        several times
  --today DATE          evaluates due and expiry dates as of DATE; --at is the same (default: today,
                        UTC)
  --shard I/N           checks every N-th model only, starting with the I-th
  --base STATE          reports what an earlier state did not have: a git revision (REVISION... for
                        where it went apart from HEAD), a file or a folder; judged by its settings
  --baseline FILE       leaves out findings that are in an earlier --format json output
  --watch               checks again whenever a file changes
  --within FOLDER       reads nothing outside this folder, even if imports or links point there

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
        watch: 'flag',
    });
    if (values.watch)
        return watch(words, io, each =>
            run(
                args.filter(word => word !== '--watch'),
                each,
            ),
        );
    const outputs = outputsOf(values.format, values.output, formats, io);
    const failOn = values['fail-on'] === undefined ? undefined : oneOf('fail-on', values['fail-on'], failLevels);
    const shard = values.shard === undefined ? undefined : readShard(values.shard);
    if (typeof shard === 'string') throw new Failure(shard);
    const request: CheckRequest = {
        outputs,
        today: dayOption('today', values.today, io.today),
        overrides: severityOverrides(values.rule),
        ...(failOn === undefined ? {} : { failOn }),
        ...(values.baseline === undefined ? {} : { baseline: values.baseline }),
        ...(values.within === undefined ? {} : { within: folderOf(values.within, io) }),
        // As a number is written: a job may have filled it up with zeros.
        ...(shard ? { shard: `${shard.index + 1}/${shard.count}` } : {}),
    };
    const options: RunOptions = {
        force: values.force,
        ...(shard ? { shard } : {}),
        ...(values.base === undefined ? {} : { base: values.base }),
    };
    if (io.env['IACS_PROFILE'] !== '1') return checkAll(words, request, options, io);
    const profile = new Map<string, number>();
    const code = await checkAll(words, request, { ...options, profile }, io);
    io.err(`${JSON.stringify({ phases: { process: performance.now() }, rules: Object.fromEntries(profile) })}\n`);
    return code;
}

const command: Command = { name: 'check', summary: 'what is wrong in a model, and what to do about it', usage, run };
export default command;
