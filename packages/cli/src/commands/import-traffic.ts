import path from 'node:path';
import { isDay, isName } from 'iacs-language';
import { assertFile, columnsOf, existingText } from '../import/given.ts';
import { say, single } from '../import/grouped.ts';
import { nameFrom } from '../import/names.ts';
import { blocksOf, goneText, nameThere, putBlock } from '../import/put-block.ts';
import { Conversations } from '../import/traffic/conversations.ts';
import { trafficFields } from '../import/traffic/csv-fields.ts';
import { knownPorts } from '../import/traffic/known-ports.ts';
import type { LogRead } from '../import/traffic/read-logs.ts';
import { logKinds, readLog } from '../import/traffic/read-logs.ts';
import { TrafficError } from '../import/traffic/session.ts';
import { countsOf, dayText, writeObservation } from '../import/traffic/write-observation.ts';
import type { Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { writePart } from '../write-part.ts';
import { Progress } from '../progress.ts';
import { statOf } from '../stat-of.ts';

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

function zonesOf(given: string | undefined): readonly string[] {
    const zones = (given ?? '')
        .split(',')
        .map(zone => zone.trim())
        .filter(zone => zone !== '');
    const wrong = zones.find(zone => !zone.split('.').every(isName));
    if (wrong !== undefined)
        throw new Failure(`--sees expects names of zones with commas, such as Control,Dmz, not "${wrong}".`);
    return zones;
}

function optionalDay(option: string, given: string | undefined): string | null {
    return given === undefined ? null : dayOption(option, given, '');
}

/** `iacs import traffic FILE…`. */
export async function importTraffic(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, {
        output: 'string',
        as: 'string',
        since: 'string',
        until: 'string',
        map: 'list',
        sees: 'string',
        name: 'string',
        today: 'string',
        help: 'flag',
    });
    const [, ...files] = words;
    if (files.length === 0) throw new Failure('iacs import traffic expects one log or several.');
    const as = values.as === undefined ? null : oneOf('as', values.as, logKinds);
    const columns = columnsOf(values.map);
    const unknown = [...columns.keys()].find(field => !Object.hasOwn(trafficFields, field));
    if (unknown !== undefined)
        throw new Failure(
            `There is no field "${unknown}": the fields of traffic are ${Object.keys(trafficFields).join(', ')}.`,
        );
    const [since, until] = [optionalDay('since', values.since), optionalDay('until', values.until)];
    const ports = knownPorts();
    const gathering = new Conversations({
        since: since === null ? null : dayNumber(since),
        until: until === null ? null : dayNumber(until),
        today: dayNumber(dayOption('today', values.today, io.today)),
        ports,
    });
    const progress = new Progress(io);
    const sources: (LogRead & { readonly name: string })[] = [];
    try {
        for (const file of files) {
            assertFile(file);
            const full = path.resolve(io.cwd, file);
            const size = statOf(full)?.size ?? 0;
            const read = await readLog(full, file, as, gathering, columns, ports, bytes =>
                progress.step(`Reading ${file}: ${Math.round((bytes / Math.max(1, size)) * 100)} %`),
            );
            sources.push({ name: path.basename(file), ...read });
        }
        return write(gathering, sources, values, io);
    } catch (error) {
        if (error instanceof TrafficError) throw new Failure(error.message);
        throw error;
    } finally {
        progress.end();
    }
}

/** The first and the last day of an observation in a text; `null` where it does not say both. */
function daysOf(text: string, name: string): readonly [string, string] | null {
    const statements = blocksOf(text, 'observation').find(each => each.name === name)?.statements ?? [];
    const [since, until] = ['since', 'until'].map(
        word => statements.find(each => each.word === word)?.plain.slice(word.length + 1) ?? '',
    );
    return isDay(since!) && isDay(until!) ? [since!, until!] : null;
}

interface Written {
    readonly output: string | undefined;
    readonly sees: string | undefined;
    readonly name: string | undefined;
    readonly since: string | undefined;
    readonly until: string | undefined;
}

function write(
    gathering: Conversations,
    sources: readonly (LogRead & { readonly name: string })[],
    values: Written,
    io: Io,
): number {
    const gathered = gathering.result();
    const notices = sources.flatMap(source => source.notices);
    if (gathered.seen.length === 0) {
        const reasons = [...countsOf(gathered), ...notices].join(' ');
        throw new Failure(
            `No traffic between hosts is left in ${sources.map(each => each.name).join(', ')}: ${reasons}`,
        );
    }
    const proposed =
        values.name ??
        nameFrom(`seen ${values.sees?.split(',')[0]?.split('.').at(-1) ?? sources[0]!.name.replace(/\..*$/, '')}`, 'O');
    if (!isName(proposed)) throw new Failure(`--name expects a name such as CellTap, not "${proposed}".`);
    const sees = zonesOf(values.sees);
    const written = (name: string): string =>
        writeObservation(
            {
                name,
                sees,
                notices,
                sources: [...sources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
                since: values.since ?? (gathered.first === null ? null : dayText(gathered.first)),
                until: values.until ?? (gathered.last === null ? null : dayText(gathered.last)),
            },
            gathered,
        );
    const existing = existingText(values.output, io);
    const first = written(proposed);
    const name = values.name ?? nameThere(existing, 'observation', proposed, first);
    const text = name === proposed ? first : written(name);
    const put = putBlock(existing, 'observation', name, text);
    if (values.output === undefined) io.out(text);
    else writePart(values.output, put.text, io);
    for (const { name: source, kind } of sources) io.err(`${source} is read as ${kind}.\n`);
    say([...countsOf(gathered), ...single(notices)], io);
    const after = blocksOf(values.output === undefined ? text : put.text, 'observation').find(
        each => each.name === name,
    );
    if (!after?.statements.some(each => each.word === 'sees'))
        io.err(
            'State what the sensor sees, otherwise nothing counts as never seen: sees ZONE, … in the observation, or ' +
                '--sees Z,…\n',
        );
    if (values.output === undefined) return exit.fine;
    io.err(`${name} in ${values.output} is ${put.state}.\n`);
    const less = goneText(name, put.gone);
    if (less !== null) io.err(`${less}\n`);
    const [then, now] = [daysOf(existing ?? '', name), daysOf(put.text, name)];
    if (then !== null && now !== null && (then[0] < now[0] || then[1] > now[1]))
        io.err(
            `${name} was of ${then[0]} to ${then[1]}, and is now of ${now[0]} to ${now[1]}: to keep both, import ` +
                'these logs under another name, with --name.\n',
        );
    return exit.fine;
}
