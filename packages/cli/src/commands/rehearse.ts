import type { Flow, FlowReading, Lookup, Ruleset, TrafficReading } from 'iacs-language';
import { missingHere, Places, reconcile, tunnelChanges } from 'iacs-language';
import { serviceText } from 'iacs-language/filter';
import { rulesetOption, withRulesets } from '../found/witnesses.ts';
import type { Command, Io } from '../io.ts';
import { exit, Failure } from '../io.ts';
import { loadOneModel } from '../models.ts';
import { dayOption, oneOf, readOptions } from '../options.ts';
import { reportProblems } from '../problems.ts';

const formats = ['text', 'json'] as const;

const usage = `Usage: iacs rehearse --ruleset A=FILE [path]

Shows which declared and which observed sessions would stop if these rules were loaded into device
A. Essential ones come first. What cannot be evaluated is reported, and not counted as stopped.

  --ruleset A=FILE   the new rules of a device; may be given several times
  --format FORMAT    ${formats.join(', ')} (default text)
  --today DATE       the day of the rehearsal; --at is the same

Exit code 1 if any session would stop.`;

/** A session that passes with the rules of today, or of which nobody knows, and would not pass with the new ones. */
interface Stop {
    readonly what: string;
    readonly conduit: string | null;
    readonly kind: 'flow' | 'traffic';
    readonly essential: boolean;
    readonly seen: boolean;
    readonly before: string;
    readonly after: string;
}

/** A session, and the parts of it that are blocked. */
interface Judged extends Stop {
    readonly parts: { readonly before: readonly string[]; readonly after: readonly string[] };
}

const partsOf = (reading: FlowReading | undefined): readonly string[] =>
    (reading?.devices ?? []).flatMap(each => each.blocked.map(part => `${each.device.id} ${part}`));

/** True where the rules stop more of a session than those of today: what they stop as well is nothing new. */
function isStopped({ before, after, parts }: Judged): boolean {
    if (after === 'no') return before !== 'no';
    return after === 'partly' && before !== 'no' && parts.after.some(part => !parts.before.includes(part));
}

function isEssential(lookup: Lookup, ...ends: readonly (string | undefined)[]): boolean {
    return ends.some(
        id =>
            id !== undefined &&
            (lookup.asset(id)?.traits.includes('essential') === true ||
                (lookup.zone(id) !== undefined &&
                    lookup.assetsWithin(id).some(asset => asset.traits.includes('essential')))),
    );
}

function stopsOf(
    lookup: Lookup,
    before: ReturnType<typeof reconcile>,
    after: ReturnType<typeof reconcile>,
    devices: readonly string[],
): { readonly stops: readonly Stop[]; readonly unclear: readonly Stop[]; readonly unknown: readonly Stop[] } {
    const passes = (conduit: string | null): boolean =>
        conduit !== null && lookup.conduit(conduit)?.via.some(each => devices.includes(each.id)) === true;
    const flows = new Map<Flow, FlowReading>(before.flows.map(each => [each.flow, each]));
    const traffic = new Map<unknown, TrafficReading>(before.traffic.map(each => [each.conversation, each]));
    const all: Judged[] = [
        ...after.flows.map((reading): Judged => {
            const { flow, configured, observed } = reading;
            return {
                what: flow.id,
                conduit: flow.container,
                kind: 'flow',
                essential: isEssential(lookup, flow.from.id, flow.to.id),
                seen: observed.outcome === 'used' || observed.outcome === 'answered',
                before: flows.get(flow)?.configured ?? 'unknown',
                after: configured,
                parts: { before: partsOf(flows.get(flow)), after: partsOf(reading) },
            };
        }),
        ...after.traffic
            .filter(each => each.class === 'undocumented' || each.class === 'past-boundary')
            .map((each): Judged => ({
                what:
                    `${each.from.asset?.id ?? each.from.text} ${each.conversation.arrow} ` +
                    `${each.to.asset?.id ?? each.to.text} : ${each.conversation.services.map(serviceText).join(', ')}`,
                conduit: each.conduit?.id ?? null,
                kind: 'traffic',
                essential: isEssential(lookup, each.from.asset?.id, each.to.asset?.id),
                seen: true,
                before: traffic.get(each.conversation)?.configured ?? 'unknown',
                after: each.configured,
                parts: { before: [], after: ['all'] },
            })),
    ];
    const rank = (stop: Stop): number => (stop.essential ? 0 : 2) + (stop.seen ? 0 : 1);
    const sorted = all
        .map((stop, at) => ({ stop, at }))
        .sort((a, b) => rank(a.stop) - rank(b.stop) || a.at - b.at)
        .map(({ stop }) => stop);
    return {
        stops: sorted.filter(isStopped).map(stopOf),
        unclear: sorted.filter(stop => stop.after === 'not-assessable').map(stopOf),
        unknown: sorted.filter(stop => stop.after === 'unknown' && passes(stop.conduit)).map(stopOf),
    };
}

const stopOf = ({ parts: _, ...stop }: Judged): Stop => stop;

/** The sessions that are carried by tunnels which the new rules stop, or of which they stop a part. */
function inTunnels(
    lookup: Lookup,
    devices: readonly string[],
    rulesets: readonly Ruleset[],
    known: readonly Stop[],
): { readonly stops: readonly Stop[]; readonly unknown: readonly Stop[] } {
    const changes = tunnelChanges(lookup, new Places(lookup), devices, lookup.model.rulesets, rulesets);
    const carried = changes.flatMap(({ conduit, isKnown, isStopped: isAll }) =>
        lookup.flowsIn(conduit.id).map((flow): Stop => ({
            what: flow.id,
            conduit: conduit.id,
            kind: 'flow',
            essential: isEssential(lookup, flow.from.id, flow.to.id),
            seen: false,
            before: isKnown ? 'yes' : 'unknown',
            after: isAll ? 'no' : 'unknown',
        })),
    );
    const fresh = carried.filter(
        each => !known.some(({ what, conduit }) => what === each.what && conduit === each.conduit),
    );
    return {
        stops: fresh.filter(({ after }) => after === 'no'),
        unknown: fresh.filter(({ after }) => after !== 'no'),
    };
}

function line(stop: Stop, tunnelled: ReadonlySet<Stop>): string {
    const { what, conduit, kind, essential, seen, before, after } = stop;
    const notes = [
        essential ? 'essential' : null,
        kind === 'traffic' ? 'seen, not declared' : seen ? 'declared and seen' : 'declared',
        `before: ${before}`,
        after === 'partly' ? 'only a part passes' : null,
        tunnelled.has(stop) ? 'in a tunnel that passes there' : null,
    ];
    return `  ${what}${conduit === null ? '' : ` (${conduit})`}: ${notes.filter(note => note !== null).join(', ')}\n`;
}

async function run(args: readonly string[], io: Io): Promise<number> {
    const { values, words } = readOptions(args, { ruleset: 'list', format: 'string', today: 'string' });
    const format = oneOf('format', values.format, formats);
    if (values.ruleset.length === 0) throw new Failure('Name the new rules: --ruleset DEVICE=FILE.');
    const loaded = await loadOneModel(words, io, {
        today: dayOption('today', values.today, io.today),
        withoutRules: true,
    });
    const { lookup, model } = loaded.analysis;
    const given = values.ruleset.map(each => rulesetOption(each).device);
    for (const device of given)
        if (lookup.asset(device) && lookup.boundariesOf(device).length === 0)
            throw new Failure(
                `No conduit names ${device} as its boundary device with via, so no session is known to pass it: ` +
                    'nothing can be compared with its rules.',
            );
    const before = reconcile(lookup, { staleAfter: 90 });
    const rulesets = withRulesets(lookup, values.ruleset, io);
    const after = reconcile(lookup, { staleAfter: 90, rulesets });
    const devices = given.join(', ');
    const places = loaded.analysis.problems.length;
    const found = stopsOf(lookup, before, after, given);
    const carried = inTunnels(lookup, given, rulesets, found.stops);
    const tunnelled = new Set([...carried.stops, ...carried.unknown]);
    const lines = (all: readonly Stop[]): string => all.map(each => line(each, tunnelled)).join('');
    const essentialFirst = (all: readonly Stop[]): readonly Stop[] => [
        ...all.filter(each => each.essential),
        ...all.filter(each => !each.essential),
    ];
    const stops = essentialFirst([...found.stops, ...carried.stops]);
    const unknown = essentialFirst([...found.unknown, ...carried.unknown]);
    const { unclear } = found;
    if (format === 'json') {
        const answer = {
            system: model.system?.id ?? null,
            file: loaded.file,
            notUnderstood: places,
            stops,
            notAssessable: unclear,
            unknown,
        };
        io.out(`${JSON.stringify({ schemaVersion: 1, models: [answer] }, null, 2)}\n`);
    } else {
        io.out(
            stops.length === 0
                ? 'Nothing ' +
                      (unclear.length + unknown.length + places > 0
                          ? 'that can be evaluated'
                          : 'that is declared or was seen') +
                      ` would stop at ${devices}.\n`
                : `${stops.length} would stop at ${devices}:\n${lines(stops)}`,
        );
        if (unclear.length > 0)
            io.out(`${unclear.length} cannot be evaluated, because a rule has a condition:\n${lines(unclear)}`);
        if (unknown.length > 0)
            io.out(
                `${unknown.length} cannot be compared with the rules, because an end has no address, or the service ` +
                    `is not known:\n${lines(unknown)}`,
            );
        for (const text of missingHere(places)) io.out(`${text}\n`);
        if (model.observations.length === 0) io.out('There is no observation: undeclared traffic is not known.\n');
    }
    if (reportProblems({ models: [loaded], unread: [] }, io)) return exit.failed;
    return stops.length > 0 ? exit.no : exit.fine;
}

const command: Command = { name: 'rehearse', summary: 'what would stop if new firewall rules were loaded', usage, run };
export default command;
