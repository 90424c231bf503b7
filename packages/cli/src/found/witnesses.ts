import path from 'node:path';
import type { Lookup, Observation, Ruleset } from 'iacs-language';
import { knowledge, library, lower, parse } from 'iacs-language';
import type { Ranges } from 'iacs-language/filter';
import { addressPoint, rangesOf } from 'iacs-language/filter';
import { kindsIn, readRules } from '../commands/import-rules.ts';
import { bytesOf } from '../import/given.ts';
import { withSilence } from '../import/rules/reading.ts';
import { digestOf, writeRuleset } from '../import/rules/write-ruleset.ts';
import { Conversations } from '../import/traffic/conversations.ts';
import { knownPorts } from '../import/traffic/known-ports.ts';
import { readLog } from '../import/traffic/read-logs.ts';
import { TrafficError } from '../import/traffic/session.ts';
import { dayText, leftOutOf, writeObservation } from '../import/traffic/write-observation.ts';
import type { Io } from '../io.ts';
import { Failure } from '../io.ts';

/** `--ruleset A=FILE`: the device and the export. */
export function rulesetOption(given: string): { readonly device: string; readonly file: string } {
    const at = given.indexOf('=');
    if (at < 1 || at === given.length - 1)
        throw new Failure(`--ruleset wants DEVICE=FILE, such as --ruleset ControlDmz.Fw1=fw1.conf, not "${given}".`);
    return { device: given.slice(0, at), file: given.slice(at + 1) };
}

/** The addresses of a device, for rules that concern itself. */
function ownOf(lookup: Lookup, device: string): Ranges | null {
    const points = (lookup.asset(device)?.addresses ?? [])
        .map(address => addressPoint(address.text.replace(/\/\d+$/, '')))
        .filter(point => point !== null);
    return points.length === 0 ? null : rangesOf(points.map(point => [point, point]));
}

/** What places in a witness begin with: such a text cannot be opened. */
const scheme = 'adhoc:';

/** The file that a place in a witness is of; `null` for one in the model. */
export function witnessOf(file: string): string | null {
    return file.startsWith(scheme) ? file.slice(scheme.length) : null;
}

function modelOf(
    file: string,
    text: string,
): {
    readonly rulesets: readonly Ruleset[];
    readonly observations: readonly Observation[];
} {
    return lower([parse(`${scheme}${file}`, text)], library(), knowledge).model;
}

/**
 * The rules of an export as those of a device of a model, without touching its text.
 * @throws {@link Failure} for an unknown device and for an export that cannot be read
 */
export function adHocRuleset(lookup: Lookup, given: string, io: Io): Ruleset {
    const { device, file } = rulesetOption(given);
    const asset = lookup.asset(device);
    if (!asset) {
        const same = lookup.model.assets.filter(each => each.name === device.split('.').at(-1)).map(each => each.id);
        throw new Failure(
            `There is no asset ${device}.${same.length > 0 ? ` Did you mean ${same.join(' or ')}?` : ''}`,
        );
    }
    const bytes = bytesOf(file, io);
    const name = path.basename(file);
    const { read } = readRules({
        bytes,
        name,
        as: undefined,
        part: null,
        own: ownOf(lookup, device),
        columns: new Map(),
        sheet: null,
        exported: io.today,
    });
    const text = writeRuleset(
        { name: 'AdHoc', title: null, devices: [], exported: null, source: name, sha256: digestOf(bytes) },
        withSilence(read, kindsIn(lookup)),
    );
    for (const { line, message } of read.notices) io.err(`${name}${line > 0 ? `, line ${line}` : ''}: ${message}\n`);
    const [ruleset] = modelOf(file, text).rulesets;
    if (!ruleset) throw new Failure(`${file} gives no rules.`);
    return { ...ruleset, id: file, devices: [{ id: device, at: ruleset.origin.name }] };
}

/** The rule sets of a model with some of them replaced, each by an export. */
export function withRulesets(lookup: Lookup, given: readonly string[], io: Io): readonly Ruleset[] {
    const added = given.map(each => adHocRuleset(lookup, each, io));
    const replaced = new Set(added.flatMap(ruleset => ruleset.devices.map(device => device.id)));
    const kept = lookup.model.rulesets.flatMap((ruleset): readonly Ruleset[] => {
        const devices = ruleset.devices.filter(device => !replaced.has(device.id));
        if (devices.length === ruleset.devices.length) return [ruleset];
        // The others of several devices have these rules still.
        return devices.length === 0 ? [] : [{ ...ruleset, devices }];
    });
    return [...kept, ...added];
}

/**
 * Logs as an observation. What is wrong with them is said on standard error. Which zones their sensor sees is not
 * known, so what they do not have is not "never seen".
 * @throws {@link Failure} for a log that cannot be read
 */
export async function adHocObservation(files: readonly string[], today: string, io: Io): Promise<Observation> {
    const ports = knownPorts();
    const gathering = new Conversations({
        since: null,
        until: null,
        today: Date.parse(`${today}T00:00:00Z`) / 86_400_000,
        ports,
    });
    const sources: { readonly name: string; readonly sha256: string; readonly notices: readonly string[] }[] = [];
    try {
        for (const file of files)
            sources.push({
                name: path.basename(file),
                ...(await readLog(path.resolve(io.cwd, file), file, null, gathering, new Map(), ports, () => {})),
            });
        const gathered = gathering.result();
        const notices = sources.flatMap(source => source.notices);
        for (const notice of [...leftOutOf(gathered), ...notices]) io.err(`${notice}\n`);
        const text = writeObservation(
            {
                name: 'AdHoc',
                sees: [],
                notices,
                sources,
                since: gathered.first === null ? null : dayText(gathered.first),
                until: gathered.last === null ? null : dayText(gathered.last),
            },
            gathered,
        );
        const [observation] = modelOf(files.join(', '), text).observations;
        if (!observation) throw new Failure(`${files.join(', ')} gives no traffic.`);
        return { ...observation, id: files.join(', ') };
    } catch (error) {
        if (error instanceof TrafficError) throw new Failure(error.message);
        throw error;
    }
}
