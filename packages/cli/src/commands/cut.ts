import { cutCase, cutJson, cutMarkdown, cutText } from 'iacs-language/what-if';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { reportProblems } from '../problems.ts';
import { modelsWith, sorted } from '../what-if.ts';

const formats = ['text', 'json', 'markdown'] as const;

const usage = `Usage: iacs cut X… [path…]
       iacs cut --external [path…]

What happens when connections are cut: which functions are kept, which go on for a time, which are
lost and by which chain, and of which nothing is said; where to cut, and what cannot be cut cleanly.
X is a conduit, a zone whose boundary is closed, or an asset that is taken away. A word with a slash
or with .iacs at its end is a path. What is not said is never "kept".

  --external           also closes the boundaries of the enterprise network and of everything
                       outside the site
  --format FORMAT      ${formats.join(', ')} (default text)
  --today DATE         the day on which the cut begins; --at is the same

Exit code 1 when an essential function is lost.`;

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { external: 'flag', format: 'string', today: 'string' });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    const named = sorted(words);
    if (named.ids.length === 0 && !values.external)
        throw new Failure('Name what is cut, such as: iacs cut ControlDmz, or use --external.');
    const { models, loaded } = await modelsWith(named, today, io);
    const cases = models.map(({ analysis: { assessment, problems } }) =>
        cutCase(assessment, named.ids, values.external, problems.length),
    );
    const systemOf = (index: number): string | null => models[index]!.analysis.model.system?.id ?? null;
    if (format === 'json') {
        const shown = cases.map((each, index) => ({
            system: systemOf(index),
            file: models[index]!.file,
            ...cutJson(each),
        }));
        io.out(`${JSON.stringify({ schemaVersion: 1, models: shown }, null, 2)}\n`);
    } else {
        io.out(
            cases
                .map((each, index) =>
                    format === 'markdown'
                        ? cutMarkdown(each, systemOf(index))
                        : (cases.length > 1 ? `${models[index]!.file}\n` : '') + cutText(each),
                )
                .join('\n'),
        );
    }
    if (reportProblems(loaded, io)) return exit.failed;
    const lost = cases.some(({ functions }) =>
        functions.some(each => each.verdict === 'lost' && each.function.traits.includes('essential')),
    );
    return lost ? exit.no : exit.fine;
}

const command: Command = { name: 'cut', summary: 'what goes on when connections are cut', usage, run };
export default command;
