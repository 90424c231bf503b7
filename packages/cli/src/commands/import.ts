import path from 'node:path';
import { fileUri, library, matrixOf, readRiskMatrix } from 'iacs-language';
import { projectOnDisk, settingsIn } from '../files.ts';
import { bytesOf, columnsOf, existingText } from '../import/given.ts';
import type { ImportKind } from '../import/import-file.ts';
import { fieldsOf, importFile, ImportError, mappingText } from '../import/import-file.ts';
import type { Known } from '../import/known.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { loadOneModel } from '../models.ts';
import { readOptions } from '../options.ts';
import { writeOutput } from '../output.ts';

const usage = `Usage: iacs import risks|assets FILE [-o OUT.iacs]
       iacs import rules FILE [--device A] [-o OUT.iacs]
       iacs import traffic FILE… [--sees Z,…] [-o OUT.iacs]

Turns a risk register or an asset inventory (CSV or XLSX) into .iacs to review. Nothing is guessed and nothing is dropped:
what cannot be read as a value stays as text in the description, and is told.

  -o, --output FILE       where it goes; an existing file of an earlier import is brought up to date, and what people wrote there stays
      --model PATH        the model whose zones, assets and countermeasures the register names
      --map FIELD=COLUMN  what a column means: by its head, its letter or its number; may be given several times
      --sheet NAME        one sheet of a workbook, a hidden one too; all visible ones by default

Rules: the export of a firewall as a ruleset to review, every rule read or named. Addresses, services, labels and days are written, nothing else.

      --device ID         the device that has these rules; given twice for a redundant pair. With --model its own addresses are known
      --as KIND           nft, iptables, fortios, asa, pf, csv or fwo; found out without it
      --part NAME         one of several firewalls in the export: a VDOM, a gateway, an access list
      --exported DAY      the day of the export, where the file does not say it
      --name NAME         what the ruleset is called

Traffic: logs of what was seen on the wire as an observation to review: conn.log and the protocol logs of Zeek (TSV or JSON), eve.json of
Suricata, tables by their heads (nfdump, Arkime, Malcolm, tshark, consoles); packed with gzip or not, of any size.

      --sees Z,…          the zones whose traffic is visible there
      --since, --until D  only these days
      --as KIND           zeek, eve or csv; found out without it

Fields of risks: ${fieldsOf('risks').map(field => field.key).join(', ')}
Fields of assets: ${fieldsOf('assets').map(field => field.key).join(', ')}`;

interface Surroundings {
    readonly known: Known;
    /** Names that the model uses outside of the file that is written. */
    readonly taken: readonly string[];
    /** Ids of zones that the model has outside of that file. */
    readonly zones: ReadonlySet<string>;
}

async function surroundings(kind: ImportKind, model: string | undefined, output: string | undefined, io: Io): Promise<Surroundings> {
    if (model === undefined) {
        const { matrix } = readRiskMatrix(settingsIn(projectOnDisk(), io.cwd).riskMatrix);
        return {
            known: {
                elements: [], measures: [], types: library().files.flatMap(file => file.types), classes: matrix?.classes.map(each => each.name) ?? [],
                likelihoods: matrix?.likelihood.levels.length ?? 5, consequences: matrix?.consequence.levels.length ?? 5,
            },
            taken: [],
            zones: new Set(),
        };
    }
    const { analysis, settings } = await loadOneModel([model], io, { today: io.today, withoutRules: true });
    const { matrix } = matrixOf(analysis.model, settings.riskMatrix);
    const written = output === undefined ? null : fileUri(path.resolve(io.cwd, output));
    const elsewhere = <T extends { readonly origin: { readonly file: string } }>(things: readonly T[]): readonly T[] => things.filter(thing => thing.origin.file !== written);
    return {
        known: {
            elements: [...analysis.model.zones, ...analysis.model.assets],
            measures: analysis.model.measures,
            types: analysis.model.types,
            classes: matrix?.classes.map(each => each.name) ?? [],
            likelihoods: matrix?.likelihood.levels.length ?? 5,
            consequences: matrix?.consequence.levels.length ?? 5,
        },
        taken: kind === 'risks' ? elsewhere(analysis.model.threats).map(threat => threat.name) : [],
        zones: new Set(elsewhere(analysis.model.zones).map(zone => zone.id)),
    };
}

const command: Command = {
    name: 'import',
    summary: 'a risk register, an asset inventory, the rules of a firewall or traffic logs as .iacs to review',
    usage,
    async run(args, io) {
        const word = args.find(each => !each.startsWith('-'));
        if (word === 'rules') return (await import('./import-rules.ts')).importRules(args, io);
        if (word === 'traffic') return (await import('./import-traffic.ts')).importTraffic(args, io);
        const { values, words } = readOptions(args, { output: 'string', model: 'string', map: 'list', sheet: 'string', help: 'flag' });
        const [kind, file, ...more] = words;
        if (kind !== 'risks' && kind !== 'assets') throw new Failure(`iacs import wants risks, assets, rules or traffic first, then a file${kind === undefined ? '' : `, not "${kind}"`}.`);
        if (file === undefined || more.length > 0) throw new Failure(`iacs import ${kind} wants one file, CSV or XLSX.`);
        const around = await surroundings(kind, values.model, values.output, io);
        try {
            const answer = importFile({
                kind,
                name: path.basename(file),
                bytes: bytesOf(file, io),
                sheet: values.sheet ?? null,
                columns: columnsOf(values.map),
                known: around.known,
                existing: existingText(values.output, io),
                taken: around.taken,
            });
            if (values.output === undefined) io.out(answer.text);
            else writeOutput(values.output, answer.text, io);
            for (const table of answer.tables) io.err(`${mappingText(table)}\n`);
            for (const { sheet, row, message } of answer.notices) io.err(`${sheet}${row > 0 ? `, row ${row}` : ''}: ${message}\n`);
            for (const zone of answer.zones.filter(each => around.zones.has(each))) io.err(`The model has a zone ${zone} already: move the assets of this file into it.\n`);
            io.err(`${answer.added} added, ${answer.updated} updated, ${answer.unchanged} unchanged.\n`);
            return exit.fine;
        } catch (error) {
            if (error instanceof ImportError) throw new Failure(error.message);
            throw error;
        }
    },
};

export default command;
