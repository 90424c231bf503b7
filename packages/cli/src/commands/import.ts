import path from 'node:path';
import { bytesOf, columnsOf, existingText } from '../import/given.ts';
import { noticeLines, say, type Remark } from '../import/grouped.ts';
import type { ImportAnswer } from '../import/import-file.ts';
import { flowFields } from '../import/flows/flow-fields.ts';
import { requirementFields } from '../import/requirements/requirement-fields.ts';
import { fieldsOf, importFile } from '../import/import-file.ts';
import { ImportError } from '../import/import-error.ts';
import { mappingText } from '../import/read-tables.ts';
import { assessorStates } from '../import/requirements/status-words.ts';
import { surroundings } from '../import/surroundings.ts';
import type { Command } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { readOptions } from '../options.ts';
import { writePart } from '../write-part.ts';

/** The fields that `--map` knows of one kind of table, in lines of at most 100 columns. */
function fieldList(kind: string, fields: readonly { readonly key: string }[]): string {
    const lines = [`Fields of ${kind}:`];
    fields.forEach(({ key }, index) => {
        const word = index < fields.length - 1 ? `${key},` : key;
        const line = `${lines.at(-1)} ${word}`;
        if (line.length <= 100) lines[lines.length - 1] = line;
        else lines.push(`  ${word}`);
    });
    return lines.join('\n');
}

const usage = `Usage: iacs import risks|assets FILE [-o OUT.iacs]
       iacs import flows FILE --model PATH [-o OUT.iacs]
       iacs import requirements FILE [--zone Z] [--component C] [-o OUT.iacs]
       iacs import report FILE… [-o OUT.iacs]
       iacs import rules FILE [--device A] [-o OUT.iacs]
       iacs import traffic FILE… [--sees Z,…] [-o OUT.iacs]
       iacs import advisories FOLDER… [--model PATH] [-o OUT.iacs]

Turns a risk register or an asset inventory (CSV or XLSX) into .iacs to review. Nothing is guessed
and nothing is dropped: what cannot be read as a value stays as text in the description, and is
reported.

  -o, --output FILE       the file to write; the file of an earlier import is updated, and manual
                          changes stay
      --model PATH        the model whose zones, assets and countermeasures the register names
      --map FIELD=COLUMN  sets the column of a field: by its header, its letter or its number;
                          repeatable
      --sheet NAME        one sheet of a workbook, a hidden one too; all visible ones by default
      --encoding NAME     the encoding of a text file: utf-8, windows-1252, windows-1250,
                          windows-1254, macintosh, shift_jis …
      --ignore HEAD       leaves out a column, such as one that changes with every export;
                          repeatable
      --without STATE,…   leaves out rows of an inventory with these states, such as decommissioned

Flows: a table of connections as flows, each within its conduit or zone. --model names the assets;
--map, --sheet, --encoding and --ignore as above.

Requirements: the status sheet of an assessor as statements of zones, conduits, assets and types.
Contradictions with the model are reported and never overwritten.

      --zone Z            the zone of rows that name none; where rows name zones, the only one that
                          is read
      --component C       the asset or type of rows on component requirements (CR, EDR …) that name
                          none
      --status WORD=STATE what a status word means; may be given several times:
                          ${assessorStates.join(', ')}
      --days ORDER        day-first or month-first, for days such as 03/04/2027 of which nothing
                          else shows the order

Report: what "iacs report" wrote as .xlsx, .json or .csv, as a new model.

Rules: the export of a firewall as a ruleset for review; every rule is read or reported. Only
addresses, services, labels and dates are written.

      --device ID         the device with these rules; twice for a redundant pair. With --model its
                          own addresses are known
      --as KIND           nft, iptables, fortios, asa, pf, csv or fwo; default: recognised
      --part NAME         one of several firewalls in the export: a VDOM, a gateway, an access list
      --exported DAY      the date of the export, if it is not in the file
      --name NAME         the name of the ruleset

Traffic: traffic logs as an observation for review: conn.log and the protocol logs of Zeek (TSV or
JSON), eve.json of Suricata, tables with headers (nfdump, Arkime, Malcolm, tshark, consoles);
compressed with gzip or not, of any size.

      --sees Z,…          the zones that the sensor sees
      --since, --until D  only these days
      --as KIND           zeek, eve or csv; default: recognised

Advisories: security advisories as CSAF 2.0 (also VEX), from folders and files. A .sha512 or .sha256
file beside a document is checked; a document that differs is not read, and the exit code is 1. Of
one advisory the newest revision counts. With --model only advisories that name a product of the
model are written, by a confirmed name or one to confirm.

${fieldList('risks', fieldsOf('risks'))}
${fieldList('flows', flowFields)}
${fieldList('requirements', requirementFields)}
${fieldList('assets', fieldsOf('assets'))}`;

/** What is reported of an import: how the columns were read, what needs a look, and what became of the rows. */
function report(answer: ImportAnswer): readonly (string | Remark)[] {
    const { added, updated, unchanged, met } = answer;
    const missing =
        met === null || met.missing.length === 0
            ? ''
            : `: ${met.missing.slice(0, 20).join(', ')}${met.missing.length > 20 ? ' and others' : ''}`;
    return [
        ...answer.tables.map(
            (table, index) =>
                (answer.sources[index] ? `${table.sheet} is ${answer.sources[index]}.\n` : '') + mappingText(table),
        ),
        ...noticeLines(answer.notices),
        `${added} added, ${updated} updated, ${unchanged} unchanged.`,
        ...(met === null
            ? []
            : [
                  `Of the model ${met.matched} matched; in the model and not in the table ` +
                      `${met.missing.length}${missing}.`,
              ]),
    ];
}

const command: Command = {
    name: 'import',
    summary: 'registers, inventories, status sheets, rules, traffic or advisories as .iacs to review',
    usage,
    async run(args, io) {
        const word = args.find(each => !each.startsWith('-'));
        if (word === 'rules') return (await import('./import-rules.ts')).importRules(args, io);
        if (word === 'flows') return (await import('./import-flows.ts')).importFlows(args, io);
        if (word === 'requirements') return (await import('./import-requirements.ts')).importRequirements(args, io);
        if (word === 'report') return (await import('./import-report.ts')).importReport(args, io);
        if (word === 'advisories') return (await import('./import-advisories.ts')).importAdvisories(args, io);
        if (word === 'traffic') return (await import('./import-traffic.ts')).importTraffic(args, io);
        const { values, words } = readOptions(args, {
            output: 'string',
            model: 'string',
            map: 'list',
            sheet: 'string',
            ignore: 'list',
            without: 'list',
            encoding: 'string',
            help: 'flag',
        });
        const [kind, file, ...more] = words;
        if (kind !== 'risks' && kind !== 'assets')
            throw new Failure(
                'iacs import expects risks, assets, flows, requirements, report, rules, traffic or advisories first, ' +
                    `then a file${kind === undefined ? '' : `, not "${kind}"`}.`,
            );
        if (file === undefined || more.length > 0)
            throw new Failure(`iacs import ${kind} expects one file, CSV or XLSX.`);
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
                encoding: values.encoding,
                ignore: values.ignore,
                without: values.without.flatMap(each => each.split(',')).map(each => each.trim()),
            });
            if (values.output === undefined) io.out(answer.text);
            else writePart(values.output, answer.text, io);
            say(report(answer), io);
            return exit.fine;
        } catch (error) {
            if (error instanceof ImportError) throw new Failure(error.message, { cause: error });
            throw error;
        }
    },
};

export default command;
