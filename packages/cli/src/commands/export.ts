import { permissionsFor, remarksOf, toAsa, toFortios, toNft, toRuleTable } from 'iacs-language/rule-export';
import { nearest } from 'iacs-language';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { loadOneModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';
import { reportProblems } from '../problems.ts';

const kinds = ['nft', 'fortios', 'asa', 'csv'] as const;

const usage = `Usage: iacs export rules --device A [path] [-o FILE]
       iacs export model [path…] [-o FILE]

Rules: The rules that a firewall needs for the declared flows of its conduits, and no others: one
rule for each flow, with its id as the comment. What a port filter cannot enforce, and flows for
which no rule can be written, are reported.

  --device ID          the firewall
  --as KIND            ${kinds.join(', ')} (default nft)
  -o, --output FILE    the file to write; default: standard output
      --force          overwrites a FILE that iacs did not write
  --today DATE         the day of the rules: flows that have expired, are planned for a later day or
                       are retired are left out and reported; --at is the same

Model: the resolved model as JSON, for your own scripts: zones, conduits, assets and flows with
inherited values, effective levels, the boundaries that a flow crosses, file and line. Takes -o,
--force and --today.`;

const writers = { nft: toNft, fortios: toFortios, asa: toAsa, csv: toRuleTable };

const mostDevices = 10;

/** The boundary devices to choose from, as a sentence. */
function oneOfThem(devices: readonly string[], model: string): string {
    if (devices.length === 0) return `${model} has no conduit with a boundary device.`;
    const more = devices.length > mostDevices ? ` and ${devices.length - mostDevices} more` : '';
    return `${model} has ${devices.slice(0, mostDevices).join(', ')}${more}.`;
}

async function exportRules(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        device: 'string',
        as: 'string',
        output: 'string',
        today: 'string',
        force: 'flag',
    });
    const as = oneOf('as', values.as ?? 'nft', kinds);
    const today = dayOption('today', values.today, io.today);
    const loaded = await loadOneModel(words.slice(1), io, { today, withoutRules: true });
    const { lookup, model, whole } = loaded.analysis;
    const boundaries = model.assets.filter(each => lookup.boundariesOf(each.id).length > 0).map(each => each.id);
    if (values.device === undefined)
        throw new Failure(`Name the firewall: --device ID. ${oneOfThem(boundaries, model.system?.id ?? 'The model')}`);
    const device = lookup.asset(values.device);
    if (!device) {
        const later = whole.assets.find(each => each.id === values.device);
        if (later)
            throw new Failure(
                `${later.id} is not in the plant on ${today}: it, or what it is in, is planned for a later ` +
                    'day or retired. Choose another day with --today.',
            );
        const same =
            model.assets.find(each => each.name === values.device!.split('.').at(-1))?.id ??
            nearest(
                values.device,
                model.assets.map(each => each.id),
            );
        throw new Failure(`There is no asset ${values.device}.${same ? ` Did you mean ${same}?` : ''}`);
    }
    if (lookup.boundariesOf(device.id).length === 0)
        throw new Failure(
            `No conduit names ${device.id} as its boundary device with via. ` +
                oneOfThem(boundaries, model.system?.id ?? 'The model'),
        );
    const permissions = permissionsFor(lookup, whole, device, today, loaded.analysis.problems.length);
    const text = writers[as](permissions);
    if (values.output === undefined) io.out(text);
    else writeOutput(values.output, text, io, values.force);
    for (const remark of remarksOf(permissions)) io.err(`${remark}\n`);
    return reportProblems({ models: [loaded], unread: [] }, io) ? exit.failed : exit.fine;
}

const command: Command = {
    name: 'export',
    summary: 'least-privilege firewall rules, or the resolved model as JSON for scripts',
    usage,
    async run(args, io) {
        const word = args.find(each => !each.startsWith('-'));
        if (word === 'model') return (await import('./export-model.ts')).exportModel(args, io);
        if (word !== 'rules')
            throw new Failure(`iacs export wants rules or model first${word === undefined ? '' : `, not "${word}"`}.`);
        return exportRules(args, io);
    },
};

export default command;
