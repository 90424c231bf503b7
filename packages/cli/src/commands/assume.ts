import { assumeCase, assumeJson, assumeMarkdown, assumeText } from 'iacs-language/what-if';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { reportProblems } from '../problems.ts';
import { modelsWith, sorted } from '../what-if.ts';

const formats = ['text', 'json', 'markdown'] as const;

const usage = `Usage: iacs assume X… [path…]

What follows when X, an asset or a zone, is compromised: what it reaches over the declared flows by
hops, which functions depend on that, and the fewest conduits that end the reach beyond its own
zone. A word with a slash or with .iacs at its end is a path.

  --lateral            counts movement between the assets of one zone without a flow too
  --format FORMAT      ${formats.join(', ')} (default text)
  --today DATE         evaluates the model as of DATE; --at is the same`;

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { lateral: 'flag', format: 'string', today: 'string' });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    const named = sorted(words);
    if (named.ids.length === 0) throw new Failure('Name what is compromised, such as: iacs assume Dmz.Jump');
    const { models, loaded } = await modelsWith(named, today, io);
    const conduit = named.ids.find(id => models.some(({ analysis: { lookup } }) => lookup.conduit(id)));
    if (conduit !== undefined) throw new Failure(`${conduit} is a conduit; name a device of it, or a zone or asset.`);
    const cases = models.map(({ analysis: { assessment, problems } }) =>
        assumeCase(assessment, named.ids, values.lateral, problems.length),
    );
    const systemOf = (index: number): string | null => models[index]!.analysis.model.system?.id ?? null;
    if (format === 'json') {
        const shown = cases.map((each, index) => ({
            system: systemOf(index),
            file: models[index]!.file,
            date: today,
            ...assumeJson(each),
        }));
        io.out(`${JSON.stringify({ schemaVersion: 1, models: shown }, null, 2)}\n`);
    } else {
        io.out(
            cases
                .map((each, index) =>
                    format === 'markdown'
                        ? assumeMarkdown(each, systemOf(index))
                        : (cases.length > 1 ? `${models[index]!.file}\n` : '') + assumeText(each),
                )
                .join('\n'),
        );
    }
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}

const command: Command = { name: 'assume', summary: 'what a compromised asset reaches, and what ends it', usage, run };
export default command;
