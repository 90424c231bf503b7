import type { Lookup } from 'iacs-language';
import { lookup as lookupOf, missingHere } from 'iacs-language';
import type { WhereAnswer } from 'iacs-language/where';
import { isAddress, whereIs, whereText } from 'iacs-language/where';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { loadAll, reportProblems } from '../problems.ts';

const formats = ['text', 'json'] as const;

const usage = `Usage: iacs where ADDRESS… [path…]

Shows where an address belongs, and why: to the asset that has it, else to the zone with the longest
network, else to a zone that says network 0.0.0.0/0, else to nothing in the model. IPv4, IPv6 and
MAC addresses; any other argument is a path.

  --in ZONE,…          looks in these zones first; needed if identical machines use the same
                       addresses with NAT
  --format FORMAT      ${formats.join(', ')} (default text)
  --today DATE         looks on DATE; --at is the same`;

/** The zones that were named and the model has; a name that no model has is refused. */
function scopeIn({ analysis: { lookup } }: LoadedModel, zones: readonly string[]): readonly string[] {
    return zones.filter(zone => lookup.zone(zone) !== undefined);
}

/** The questions of the model of all days. */
const wholeOf = ({ analysis: { lookup, model, whole } }: LoadedModel): Lookup =>
    whole === model ? lookup : lookupOf(whole);

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { in: 'list', format: 'string', today: 'string' });
    const format = oneOf('format', values.format, formats);
    const today = dayOption('today', values.today, io.today);
    const asked = words.filter(isAddress);
    if (asked.length === 0) throw new Failure('Name an address, such as: iacs where 10.10.2.11');
    const zones = values.in
        .flatMap(each => each.split(','))
        .map(each => each.trim())
        .filter(each => each !== '');
    const paths = words.filter(word => !isAddress(word));
    const loaded = await loadAll(paths, io, { today, withoutRules: true });
    const { models } = loaded;
    const missing = zones.find(zone => !models.some(model => scopeIn(model, [zone]).length > 0));
    if (missing !== undefined) throw new Failure(`There is no zone ${missing}.`);
    const answers = models.map((model): readonly WhereAnswer[] =>
        asked.map(address => whereIs(model.analysis.lookup, address, scopeIn(model, zones))),
    );
    if (format === 'json') {
        const shown = models.map(({ analysis, file }, index) => ({
            system: analysis.model.system?.id ?? null,
            file,
            date: today,
            notUnderstood: analysis.problems.length,
            answers: answers[index],
        }));
        io.out(`${JSON.stringify({ schemaVersion: 1, models: shown }, null, 2)}\n`);
    } else {
        io.out(
            answers
                .map(
                    (each, index) =>
                        (models.length > 1 ? `${models[index]!.file}\n` : '') +
                        whereText(each, wholeOf(models[index]!)) +
                        missingHere(models[index]!.analysis.problems.length)
                            .map(text => `${text}\n`)
                            .join(''),
                )
                .join('\n'),
        );
    }
    return reportProblems(loaded, io) ? exit.failed : exit.fine;
}

const command: Command = { name: 'where', summary: 'the zone and asset of an address, and why', usage, run };
export default command;
