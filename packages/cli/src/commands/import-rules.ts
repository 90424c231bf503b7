import path from 'node:path';
import type { Ranges } from 'iacs-language/filter';
import { addressPoint, rangesOf } from 'iacs-language/filter';
import type { Asset, Lookup } from 'iacs-language';
import { addressBook, counted, isName } from 'iacs-language';
import { decode } from 'iacs-language/read-text';
import { bytesOf, columnsOf, existingText } from '../import/given.ts';
import { say, single } from '../import/grouped.ts';
import { ImportError } from '../import/import-error.ts';
import { givenColumns, mappingText } from '../import/read-tables.ts';
import { readSheets } from '../import/read-sheets.ts';
import { kindOf } from '../import/file-kind.ts';
import { nameFrom, quoted } from '../import/names.ts';
import { blocksOf, goneText, nameThere, putBlock } from '../import/put-block.ts';
import type { Dialect } from '../import/rules/readers.ts';
import { dialectOf, dialects, readers } from '../import/rules/readers.ts';
import type { ReadRules } from '../import/rules/reading.ts';
import { RulesError, withSilence } from '../import/rules/reading.ts';
import { readRuleTables } from '../import/rules/table.ts';
import { ruleFields } from '../import/rules/table-fields.ts';
import { digestOf, writeRuleset } from '../import/rules/write-ruleset.ts';
import type { Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { loadOneModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { writePart } from '../write-part.ts';

/** What an export says, whatever its kind; used by every command that takes one. */
export interface RulesGiven {
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly as: string | undefined;
    readonly part: string | null;
    readonly own: Ranges | null;
    readonly columns: ReadonlyMap<string, string>;
    readonly sheet: string | null;
    /** The day of the export; `null` where it is not known. */
    readonly exported: string | null;
}

/**
 * Reads the export of a firewall.
 * @throws {@link Failure} in one line that says what to do
 */
export function readRules(given: RulesGiven): {
    readonly dialect: Dialect;
    readonly read: ReadRules;
    readonly notes: readonly string[];
} {
    try {
        const text = kindOf(given.bytes) === 'workbook' ? '' : decode(given.bytes);
        if (typeof text !== 'string') throw new Failure(`${given.name} cannot be read: ${text.unreadable}`);
        const dialect =
            given.as === undefined
                ? kindOf(given.bytes) === 'workbook'
                    ? 'csv'
                    : dialectOf(text)
                : oneOf('as', given.as, dialects);
        if (dialect !== 'csv')
            return { dialect, read: readers[dialect]({ text, own: given.own, part: given.part }), notes: [] };
        const { sheets } = readSheets(given);
        const read = readRuleTables(sheets, givenColumns(given.columns, 'rules', ruleFields, sheets), given.exported);
        return { dialect, read, notes: read.tables.map(mappingText) };
    } catch (error) {
        if (error instanceof RulesError) throw new Failure(`${given.name}: ${error.message}`);
        if (error instanceof ImportError) throw new Failure(error.message);
        throw error;
    }
}

/** The devices in a model; `null` without one. */
async function devicesIn(
    devices: readonly string[],
    model: string | undefined,
    io: Io,
): Promise<{ readonly lookup: Lookup; readonly assets: readonly Asset[] } | null> {
    if (model === undefined) return null;
    const {
        analysis: {
            lookup,
            model: { assets },
        },
    } = await loadOneModel([model], io, { today: io.today, withoutRules: true });
    return {
        lookup,
        assets: devices.map(id => {
            const asset = lookup.asset(id);
            if (asset) return asset;
            const same = assets.filter(each => each.name === id.split('.').at(-1)).map(each => each.id);
            throw new Failure(
                `There is no asset ${id}.${same.length > 0 ? ` Did you mean ${same.join(' or ')}?` : ''}`,
            );
        }),
    };
}

/** Their addresses; `null` where they have none. */
function ownAddresses(assets: readonly Asset[]): Ranges | null {
    const points = assets.flatMap(asset =>
        asset.addresses
            .map(address => addressPoint(address.text.replace(/\/\d+$/, '')))
            .filter(point => point !== null),
    );
    return points.length === 0 ? null : rangesOf(points.map(point => [point, point]));
}

/**
 * What the interfaces of an export face, as statements for its device: the zones with their networks, where it does not
 * say so already.
 */
function facings(lookup: Lookup, device: Asset, { interfaces }: ReadRules): readonly string[] {
    const book = addressBook(lookup);
    const said = new Set(device.faces.map(each => each.interface));
    return interfaces
        .filter(each => !said.has(each.name))
        .flatMap(({ name, networks }) => {
            const zones = networks.flatMap(network => {
                const point = addressPoint(network.replace(/\/\d+$/, ''));
                return point === null ? [] : book.longest(point, () => true).map(found => found.zone.id);
            });
            return new Set(zones).size === 1 ? [`faces ${zones[0]} by ${quoted(name)}`] : [];
        });
}

/** The kinds of addresses that a model has. */
export function kindsIn(lookup: Lookup): ReadonlySet<4 | 6> {
    const { networks, legs } = addressBook(lookup);
    const points = [
        ...legs.map(leg => leg.point),
        ...networks.filter(each => each.length > 0).map(each => each.ranges[0]!),
    ];
    return new Set(points.map(point => (typeof point === 'number' ? 4 : 6)));
}

/** The day that iptables-save and ip6tables-save write into their first line. */
function dayIn(bytes: Uint8Array): string | null {
    const found = /^# Generated by \S+ \S+ on \w{3} (\w{3}) +(\d+) [\d:]+ (\d{4})/m.exec(
        Buffer.from(bytes.subarray(0, 400)).toString('latin1'),
    );
    const month = found
        ? ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].indexOf(found[1]!)
        : -1;
    return month < 0 ? null : `${found![3]}-${String(month + 1).padStart(2, '0')}-${found![2]!.padStart(2, '0')}`;
}

const mostShown = 20;

/** `iacs import rules FILE --device A`. */
export async function importRules(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        output: 'string',
        model: 'string',
        map: 'list',
        sheet: 'string',
        device: 'list',
        as: 'string',
        part: 'string',
        exported: 'string',
        name: 'string',
        help: 'flag',
    });
    const [, file, ...more] = words;
    if (file === undefined || more.length > 0)
        throw new Failure('iacs import rules expects one file: the export of a firewall.');
    const bytes = bytesOf(file, io);
    const source = path.basename(file);
    const known = await devicesIn(values.device, values.model, io);
    const own = known ? ownAddresses(known.assets) : null;
    const exported = values.exported === undefined ? dayIn(bytes) : dayOption('exported', values.exported, io.today);
    const { dialect, read, notes } = readRules({
        bytes,
        name: source,
        as: values.as,
        part: values.part ?? null,
        own,
        columns: columnsOf(values.map),
        sheet: values.sheet ?? null,
        exported,
    });
    const proposed =
        values.name ?? nameFrom(`${values.device[0]?.split('.').at(-1) ?? source.replace(/\.[^.]*$/, '')} rules`, 'R');
    if (!isName(proposed)) throw new Failure(`--name expects a name such as Fw1Rules, not "${proposed}".`);
    // Without a model it is not known which kinds of addresses it has.
    const rules = withSilence(read, known ? kindsIn(known.lookup) : new Set([4, 6] as const));
    const write = (name: string): string =>
        writeRuleset({ name, title: null, devices: values.device, exported, source, sha256: digestOf(bytes) }, rules);
    const existing = existingText(values.output, io);
    const first = write(proposed);
    const name = values.name ?? nameThere(existing, 'ruleset', proposed, first);
    const written = name === proposed ? first : write(name);
    const { text, state, gone } = putBlock(existing, 'ruleset', name, written);
    if (values.output === undefined) io.out(written);
    else writePart(values.output, text, io);
    if (read.silentOn && rules === read) io.err(`Not known of IPv${read.silentOn.kind}: ${read.silentOn.why}.\n`);
    const open = rules.rules.filter(rule => rule.when !== null).length;
    for (const note of notes) io.err(`${note}\n`);
    io.err(
        `${source} is read as ${dialect}: ${counted(rules.rules.length, 'rule')}, ${open} of them with a ` +
            `condition that cannot be evaluated.\n`,
    );
    const unshown = read.notices.length - mostShown;
    const shown = read.notices
        .slice(0, mostShown)
        .map(each => `${each.line > 0 ? `Line ${each.line}: ` : ''}${each.message}`);
    say(
        [
            ...single(shown),
            ...(unshown > 0 ? [{ line: `And ${unshown} more, which the file lists.`, count: unshown }] : []),
        ],
        io,
    );
    const put = blocksOf(text, 'ruleset').find(each => each.name === name);
    if (!put?.statements.some(each => each.word === 'device'))
        io.err('Name the device that has these rules: device ID in the ruleset, or --device ID.\n');
    if (!put?.statements.some(each => each.word === 'exported'))
        io.err('The day of the export is not known: give it with --exported DAY.\n');
    const faces = known?.assets[0] ? facings(known.lookup, known.assets[0], read) : [];
    if (faces.length > 0)
        io.err(
            `Its interfaces say what it faces; write it into ${values.device[0]}, so that rules with an ` +
                `interface can be evaluated:\n${faces.map(each => `  ${each}\n`).join('')}`,
        );
    else if (read.interfaces.length > 0)
        io.err(`Interfaces: ${read.interfaces.map(each => `${each.name} ${each.networks.join(', ')}`).join('; ')}.\n`);
    if (values.output === undefined) return exit.fine;
    io.err(`${name} in ${values.output} is ${state}.\n`);
    const less = goneText(name, gone);
    if (less !== null) io.err(`${less}\n`);
    return exit.fine;
}
