import { frAbbreviations } from '../../catalogue/index.ts';
import { judgeInvariants } from '../../assessment/index.ts';
import { achievement } from './consequences.ts';
import type { DiffSide, LevelChange, ReachDirection, Reason, Security, Verdict } from './model-diff.ts';
import type { Pairing } from './pairing.ts';

type Consequences = Omit<Security, 'verdict' | 'reasons'>;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function reachReasons(direction: ReachDirection, verb: string): string[] {
    return direction.groups.filter(group => group.fromZone !== group.toZone).map(({ fromZone, toZone, pairs, shortest }) =>
        `assets of ${fromZone} ${verb} assets of ${toZone} (${counted(pairs, 'pair')}, such as ${shortest.from} to ${shortest.to})`);
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

/** What speaks for and against a change. Each sentence for one direction is said for the other one when the sides are turned round. */
function reasonsFor(before: DiffSide, after: DiffSide, pairing: Pairing, { reachability, crossings, levels, requirements, findings, invariants, acceptances, threats }: Consequences): Reason[] {
    const worse: string[] = reachReasons(reachability.opened, 'can now reach');
    const better: string[] = reachReasons(reachability.closed, 'no longer reach');
    const [was, is] = [before.model.system, after.model.system];
    if (was && !is) worse.push(`${was.id} is no longer modelled: nothing is asked of it`);
    if (is && !was) better.push(`${is.id} is modelled now`);
    for (const { from, to, flow } of crossings.opened) worse.push(`sessions go straight from ${from} into ${to} (${flow})`);
    for (const { from, to, flow } of crossings.closed) better.push(`no session goes straight from ${from} into ${to} any more (${flow})`);
    for (const { id } of invariants.broken) worse.push(`invariant ${id} is broken`);
    for (const { id } of invariants.healed) better.push(`invariant ${id} holds again`);
    const kept = new Set(pairing.invariants.values());
    for (const { invariant, holds } of judgeInvariants(before.lookup, before.today)) {
        if (holds && !pairing.invariants.has(invariant.id)) worse.push(`invariant ${invariant.id} is no longer promised`);
    }
    for (const { invariant, holds } of judgeInvariants(after.lookup, after.today)) {
        if (holds && !kept.has(invariant.id)) better.push(`invariant ${invariant.id} is promised, and holds`);
    }
    worse.push(...levelReasons(levels, false));
    better.push(...levelReasons(levels, true));
    const asked = Map.groupBy(requirements.filter(change => change.required), achievement);
    const lost = asked.get(-1)?.length ?? 0;
    const won = asked.get(1)?.length ?? 0;
    if (lost > 0) worse.push(`${counted(lost, 'required requirement')} no longer achieved`);
    if (won > 0) better.push(`${counted(won, 'required requirement')} achieved`);
    for (const severity of ['error', 'warning'] as const) {
        const open = (list: typeof findings.added): string[] =>
            list.filter(finding => finding.severity === severity && finding.accepted === null).map(finding => finding.rule);
        const [added, fixed] = [open(findings.added), open(findings.fixed)];
        if (added.length > 0) worse.push(`${counted(added.length, `new ${severity}`)}: ${named(added)}`);
        if (fixed.length > 0) better.push(`${counted(fixed.length, severity)} fixed: ${named(fixed)}`);
    }
    for (const { kind, rule, holder, after: until } of acceptances) {
        const where = holder === null ? 'a flow' : holder;
        if (kind === 'added' || kind === 'extended' || kind === 'renewed') {
            worse.push(`${rule} is accepted at ${where}${until === null ? '' : ` until ${until}`} (${kind})`);
        } else {
            better.push(`less is accepted: ${rule} at ${where} (${kind})`);
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
