import path from 'node:path';
import { failLevels, severities } from 'iacs-language';
import type { Severity } from 'iacs-language';
import { readText } from 'iacs-language/read-text';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { isProblem, readOutputs } from '../merge/outputs.ts';
import { assertComplete } from '../merge/shards.ts';
import { oneOf, readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';

const usage = `Usage: iacs merge FILE…

Puts outputs of iacs check together: JSON, SARIF or JUnit of shards, or of several folders. A
missing shard is an error.

  -o, --output FILE     writes to a file, and not to standard output
  --fail-on SEVERITY    ${failLevels.join(', ')}: exit code 1 from this severity on, 2 where a
                        text was not understood. Without it the exit codes of the shards decide. Not
                        for JUnit, which does not say how severe a failure is
      --force           overwrites a FILE that iacs did not write; a model is never overwritten`;

function textOf(file: string, io: Io): string {
    const text = readText(path.resolve(io.cwd, file));
    if (text === undefined) throw new Failure(`There is no file ${file}.`);
    if (typeof text !== 'string') throw new Failure(`${file} cannot be read: ${text.unreadable}`);
    return text;
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { output: 'string', 'fail-on': 'string', force: 'flag' });
    if (words.length === 0) throw new Failure('Name the outputs to merge, such as: iacs merge shard-*.json');
    const level = values['fail-on'] === undefined ? 'never' : oneOf('fail-on', values['fail-on'], failLevels);
    const { format, parts } = readOutputs(words.map(file => ({ file, text: textOf(file, io) })));
    assertComplete(parts);
    const open = format.open(parts);
    if (values['fail-on'] !== undefined && open === null)
        throw new Failure('--fail-on needs JSON or SARIF: JUnit does not say how severe a failure is.');
    const merged = format.merged(parts);
    if (values.output === undefined) io.out(merged);
    else writeOutput(values.output, merged, io, values.force);
    if (values['fail-on'] === undefined) return exit.fine;
    if (open?.some(isProblem)) return exit.failed;
    const worst = (severity: string): number => severities.indexOf(severity as Severity);
    return level !== 'never' && open?.some(({ severity }) => worst(severity) <= worst(level)) ? exit.no : exit.fine;
}

const command: Command = { name: 'merge', summary: 'the outputs of several checks as one', usage, run };
export default command;
