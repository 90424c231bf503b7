import { frAbbreviations } from '../../catalogue/index.ts';
import type { RiskMatrix } from '../../assessment/index.ts';
import { judgeInvariants, riskLabel } from '../../assessment/index.ts';
import { achievement } from './consequences.ts';
import type { Finding } from '../../rules/engine/finding.ts';
import type { Crossing, DiffSide, LevelChange, ReachDirection, Reason, Security, Verdict } from './model-diff.ts';
import { clauseText, ownNames } from '../../model/index.ts';
import { namesFrom, type Pairing } from './pairing.ts';
import { sessionReasons } from './session-change.ts';

type Consequences = Omit<Security, 'verdict' | 'reasons'>;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** How many pairs of zones are told one by one, and how much of a path. */
const mostZonePairs = 6;
const mostOnPath = 5;

/** A path as a reader takes it in at one glance. */
function glance(path: readonly string[]): string {
    return path.length <= mostOnPath ? path.join(' → ') : [...path.slice(0, 2), `… ${path.length - 4} more …`, ...path.slice(-2)].join(' → ');
}

function reachReasons({ groups }: ReachDirection, verb: string): string[] {
    const apart = groups.filter(group => group.fromZone !== group.toZone);
    const told = apart.slice(0, mostZonePairs).map(({ fromZone, toZone, pairs, shortest }) =>
        `assets of ${fromZone} ${verb} assets of ${toZone}: ${glance(shortest.path)}${pairs > 1 ? ` (${pairs} pairs)` : ''}`);
    const rest = apart.length - told.length;
    return rest > 0 ? [...told, `assets ${verb} assets of another zone for ${counted(rest, 'more pair')} of zones`] : told;
}

/** Findings that say of a model that it proves nothing; whether they come or go says nothing of the plant. */
const aboutProof: ReadonlySet<string> = new Set(['invariant-vacuous', 'threat-path-missing', 'accept-useless']);
/** Findings that hold something against SL-T: asking less heals them, and asking more brings them, without any change of the plant. */
const againstTarget: ReadonlySet<string> = new Set([
    'assessment-incomplete', 'boundary-device-below-target', 'boundary-without-detection', 'conduit-target-below-zones', 'gap-below-target', 'not-assessed',
    'shared-platform-below-target', 'sl-t-above-risk', 'target-out-of-reach',
]);

/** Leaves out the findings that came or went with the question alone. */
function ofThePlant({ lookup }: DiffSide, list: readonly Finding[], moved: ReadonlySet<string>): readonly Finding[] {
    const home = (id: string): string => lookup.zoneOf(id)?.id ?? lookup.asset(id)?.container ?? id;
    return list.filter(({ rule, subject }) => !aboutProof.has(rule) && !(againstTarget.has(rule) && subject !== null && moved.has(home(subject))));
}

function straightReasons(crossings: readonly Crossing[], say: (from: string, to: string) => string): string[] {
    const told = crossings.slice(0, mostZonePairs).map(({ from, to, flow }) => `${say(from, to)} (${flow})`);
    const rest = crossings.length - told.length;
    return rest > 0 ? [...told, `the same for ${counted(rest, 'more pair')} of zones`] : told;
}

/** The clauses of invariants, by their words as the side after says them. */
function promisesOf({ lookup, today }: DiffSide, pairing: Pairing | null): ReadonlyMap<string, { readonly text: string; readonly holds: boolean }> {
    const names = pairing ? namesFrom(pairing) : ownNames;
    return new Map(judgeInvariants(lookup, today).flatMap(({ invariant, clauses }) => clauses.map(({ clause, holds }) =>
        [clauseText(clause, names), { text: `${clauseText(clause, ownNames)} (${invariant.id})`, holds }] as const)));
}

/** The rules of some findings, each once. */
function named(rules: readonly string[]): string {
    const once = [...new Set(rules)];
    return once.slice(0, 6).join(', ') + (once.length > 6 ? ' …' : '');
}

/** Levels that went one way, a sentence for each subject and kind of level. */
function levelReasons(levels: readonly LevelChange[], up: boolean): string[] {
    const value = (level: number | null): number => level ?? -1;
    const shown = (level: number | null): string => (level === null ? 'not stated' : String(level));
    const groups = Map.groupBy(levels.filter(({ before, after }) => (value(after) > value(before)) === up), ({ subject, what }) => `${what} of ${subject}`);
    return [...groups].map(([name, changes]) => {
        const steps = Map.groupBy(changes, ({ before, after }) => `${shown(before)} → ${shown(after)}`);
        const said = [...steps].map(([step, each]) => `${each.length === 7 ? 'every FR' : each.map(({ fr }) => frAbbreviations[fr]).join(' ')} ${step}`);
        return `${name}: ${said.join(', ')}`;
    });
}

/** What it says that more or less risk is tolerated now; `null` where nothing changed, or the two matrices have other cells. */
function toleranceReason(was: RiskMatrix | null, is: RiskMatrix | null): { direction: 'worse' | 'better'; text: string } | null {
    if (!was || !is || was.tolerable === null || is.tolerable === null || was.tolerable === is.tolerable) return null;
    if (JSON.stringify(was.cells) !== JSON.stringify(is.cells)) return null;
    const text = `a risk of ${riskLabel(is, is.tolerable)} is tolerable, where it was ${riskLabel(was, was.tolerable)}`;
    return { direction: is.tolerable > was.tolerable ? 'worse' : 'better', text };
}

/** What speaks for and against a change. Each sentence for one direction is said for the other one when the sides are turned round. */
function reasonsFor(before: DiffSide, after: DiffSide, pairing: Pairing, { reachability, crossings, levels, requirements, findings, invariants, acceptances, threats }: Consequences): Reason[] {
    const worse: string[] = [];
    const better: string[] = [];
    const [was, is] = [before.model.system, after.model.system];
    if (was && !is) worse.push(`${was.id} is no longer modelled: nothing is asked of it`);
    if (is && !was) better.push(`${is.id} is modelled now`);
    for (const { id, counterexample } of invariants.broken) worse.push(`invariant ${id} is broken: ${glance(counterexample)}`);
    for (const { id } of invariants.healed) better.push(`invariant ${id} holds again`);
    const [promised, promises] = [promisesOf(before, pairing), promisesOf(after, null)];
    for (const [key, { text, holds }] of promised) if (holds && !promises.has(key)) worse.push(`no longer promised: ${text}`);
    for (const [key, { text, holds }] of promises) if (holds && !promised.has(key)) better.push(`now promised: ${text}`);
    worse.push(...straightReasons(crossings.opened, (from, to) => `sessions now go straight from ${from} into ${to}`), ...reachReasons(reachability.opened, 'can now reach'));
    better.push(...straightReasons(crossings.closed, (from, to) => `no session goes straight from ${from} into ${to} any more`), ...reachReasons(reachability.closed, 'no longer reach'));
    for (const { direction, text } of sessionReasons(pairing)) (direction === 'worse' ? worse : better).push(text);
    const tolerance = toleranceReason(before.risk.matrix, after.risk.matrix);
    if (tolerance) (tolerance.direction === 'worse' ? worse : better).push(tolerance.text);
    worse.push(...levelReasons(levels, false));
    better.push(...levelReasons(levels, true));
    const asked = Map.groupBy(requirements.filter(change => change.required), achievement);
    const lost = asked.get(-1)?.length ?? 0;
    const won = asked.get(1)?.length ?? 0;
    if (lost > 0) worse.push(`${counted(lost, 'required requirement')} no longer achieved`);
    if (won > 0) better.push(`${counted(won, 'required requirement')} achieved`);
    const moved = new Set(levels.filter(({ what }) => what === 'SL-T').map(({ subject }) => subject));
    const movedBefore = new Set([...pairing.elements].flatMap(([old, now]) => (moved.has(now) ? [old] : [])));
    const plant = { added: ofThePlant(after, findings.added, moved), fixed: ofThePlant(before, findings.fixed, movedBefore) };
    for (const severity of ['error', 'warning'] as const) {
        const open = (list: readonly Finding[]): string[] =>
            list.filter(finding => finding.severity === severity && finding.accepted === null).map(finding => finding.rule);
        const [added, fixed] = [open(plant.added), open(plant.fixed)];
        if (added.length > 0) worse.push(`${counted(added.length, `new ${severity}`)}: ${named(added)}`);
        if (fixed.length > 0) better.push(`${counted(fixed.length, severity)} fixed: ${named(fixed)}`);
    }
    for (const { kind, rule, holder, exception, after: until } of acceptances) {
        const what = exception === null ? `${rule} at ${holder ?? 'a flow'}` : `${exception} as an exception to ${holder}`;
        if (kind === 'added' || kind === 'extended' || kind === 'renewed') {
            worse.push(`${what} is accepted${until === null ? '' : ` until ${until}`} (${kind})`);
        } else {
            better.push(`less is accepted: ${what} (${kind})`);
        }
    }
    for (const { id, crossed } of threats) {
        if (crossed === 'above') worse.push(`the residual risk of ${id} is above the tolerable one`);
        else better.push(`the residual risk of ${id} is tolerable now`);
    }
    return [...worse.map(text => ({ direction: 'worse' as const, text })), ...better.map(text => ({ direction: 'better' as const, text }))];
}

/** The verdict and what it rests on. */
export function judge(before: DiffSide, after: DiffSide, pairing: Pairing, consequences: Consequences): { readonly verdict: Verdict; readonly reasons: readonly Reason[] } {
    const reasons = reasonsFor(before, after, pairing, consequences);
    const worse = reasons.some(reason => reason.direction === 'worse');
    const better = reasons.some(reason => reason.direction === 'better');
    return { verdict: worse && better ? 'mixed' : worse ? 'worse' : better ? 'better' : 'none', reasons };
}
