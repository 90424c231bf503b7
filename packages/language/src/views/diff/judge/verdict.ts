import { standings } from '../kinds.ts';
import type {
    AcceptanceChange,
    Crossing,
    ReachChange,
    ReachDirection,
    Reason,
    Security,
    Verdict,
} from '../model-diff.ts';
import type { JudgedFindings } from './finding-changes.ts';
import { judgeFindings } from './findings.ts';
import { judgeAssessment } from './levels.ts';
import { judgeCoverage } from './coverage.ts';
import { judgeEnforcement } from './enforcement.ts';
import { judgeFunctions } from './functions.ts';
import { judgeObserved } from './observed.ts';
import { judgeProgrammes } from './programmes.ts';
import { judgeProofs } from './proofs.ts';
import { judgeProved } from './proved.ts';
import { judgePutOff } from './put-off.ts';
import { judgeRatings } from './ratings.ts';
import { aboutElement, counted, Reasons, type Compared } from './reason.ts';
import { judgeRisks } from './risks.ts';
import { judgeRules } from './rules.ts';
import { judgeServices } from './services.ts';
import { judgeSessions } from './sessions.ts';

/** How many pairs of zones are reported one by one, and how much of a path. */
const mostZonePairs = 6;
const mostOnPath = 5;

/** A path as a reader takes it in at one glance. */
function glance(path: readonly string[]): string {
    return path.length <= mostOnPath
        ? path.join(' → ')
        : [...path.slice(0, 2), `… ${path.length - 4} more …`, ...path.slice(-2)].join(' → ');
}

/** The flows of a path, as changes name them. */
const carriersOf = ({ flows }: ReachChange): readonly string[] =>
    flows.flatMap(flow => (flow === null ? [] : [`flow ${flow}`]));

function reportReach({ groups }: ReachDirection, opened: boolean, { asked, before }: Compared, reasons: Reasons): void {
    const apart = groups.filter(group => group.fromZone !== group.toZone);
    const verb = opened ? 'can now reach' : 'no longer reach';
    const [side, other] = opened ? [asked, before] : [before, asked];
    for (const { fromZone, toZone, pairs, shortest, kinds } of apart.slice(0, mostZonePairs)) {
        // Between zones with other paths on the other side too, only these assets are new or gone.
        const kept = other.assessment.reach.shortestPath(fromZone, toZone) !== null;
        const which = !kept ? '' : opened ? 'more ' : 'some ';
        const text =
            `assets of ${fromZone} ${verb} ${which}assets of ${toZone}: ` +
            `${glance(shortest.path)}${pairs > 1 ? ` (${pairs} pairs)` : ''}`;
        const about = [...carriersOf(shortest), ...shortest.path.map(id => aboutElement(side, id))];
        if (opened) reasons.say('worse', kinds[0]!, text, about, [], false, kinds);
        else reasons.better('path-closed', text, about);
    }
    const rest = apart.slice(mostZonePairs);
    if (rest.length > 0)
        reasons.say(
            opened ? 'worse' : 'better',
            // The gravest of them is the first.
            opened ? rest[0]!.kinds[0]! : 'path-closed',
            `assets ${verb} assets of another zone for ${counted(rest.length, 'more pair')} of zones`,
            [],
            rest.flatMap(group => carriersOf(group.shortest)),
            false,
            opened ? rest.flatMap(({ kinds }) => kinds) : [],
        );
}

function reportCrossings(crossings: readonly Crossing[], opened: boolean, reasons: Reasons): void {
    for (const { from, to, flow } of crossings.slice(0, mostZonePairs)) {
        if (opened)
            reasons.worse('straight-session', `sessions now go straight from ${from} into ${to} (${flow})`, [
                `flow ${flow}`,
            ]);
        else
            reasons.better(
                'straight-session-closed',
                `no session goes straight from ${from} into ${to} any more (${flow})`,
                [`flow ${flow}`],
            );
    }
    const rest = crossings.length - mostZonePairs;
    if (rest > 0)
        reasons.say(
            opened ? 'worse' : 'better',
            opened ? 'straight-session' : 'straight-session-closed',
            `the same for ${counted(rest, 'more pair')} of zones`,
        );
}

/**
 * @param standing whether what an acceptance stood in is still there
 * @param askingLess the invariants that ask for less
 */
function reportAcceptances(
    acceptances: readonly AcceptanceChange[],
    standing: (about: readonly string[]) => boolean,
    askingLess: ReadonlySet<string>,
    reasons: Reasons,
): void {
    for (const { kind, rule, holder, exception, after: until, about, ofNewQuestion } of acceptances) {
        const what =
            exception === null ? `${rule} at ${holder ?? 'a flow'}` : `${exception} as an exception to ${holder}`;
        if (ofNewQuestion) {
            reasons.neutral('acceptance-added', `${what} leaves out nothing that was asked before (added)`, about);
        } else if (kind === 'added' || kind === 'extended' || kind === 'renewed') {
            reasons.worse(
                'acceptance-added',
                `${what} is accepted${until === null ? '' : ` until ${until}`} (${kind})`,
                about,
            );
        } else if (exception !== null && askingLess.has(about[0] ?? '')) {
            continue;
        } else if (about.length === 0 || standing(about)) {
            reasons.better(
                'acceptance-removed',
                `less is accepted: ${what} (${kind}${until === null ? '' : `, until ${until}`})`,
                about,
            );
        }
    }
}

/** Whether an element of the side after is named. */
function standingIn({ after: { model } }: Compared): (about: readonly string[]) => boolean {
    let names: ReadonlySet<string> | undefined;
    return about => {
        names ??= new Set([...standings(model, null)].map(({ element, id }) => `${element} ${id}`));
        return about.some(each => names!.has(each));
    };
}

/** The invariants that ask for less, as a change names them: to take an exception from one of these mends nothing. */
function askingLess({ found }: Reasons): ReadonlySet<string> {
    const less = found.filter(({ kind }) => kind === 'invariant-removed' || kind === 'invariant-coverage-lost');
    return new Set(less.flatMap(({ about }) => about.slice(0, 1)));
}

/** What is compared before it is judged. */
export type Consequences = Pick<Security, 'reachability' | 'crossings' | 'invariants' | 'acceptances'>;

/** What speaks for and against a change, and what has to be known of it; the gravest first. */
function reasonsFor(
    compared: Compared,
    findings: JudgedFindings,
    { reachability, crossings, invariants, acceptances }: Consequences,
): readonly Reason[] {
    const reasons = new Reasons();
    const [was, is] = [compared.before.model.system, compared.after.model.system];
    if (was && !is) {
        reasons.worse('model-removed', `${was.id} is no longer modelled: it is not checked`, [`system ${was.id}`]);
        return reasons.found;
    }
    if (is && !was) {
        const open = compared.after.findings.filter(
            ({ accepted, severity }) => accepted === null && severity !== 'info',
        );
        const errors = open.filter(({ severity }) => severity === 'error').length;
        const said =
            open.length === 0
                ? 'nothing is held against it'
                : `${counted(errors, 'error')} and ${counted(open.length - errors, 'warning')} in it`;
        reasons.neutral('model-added', `${is.id} is modelled now: ${said}`, [`system ${is.id}`]);
        return reasons.found;
    }
    for (const { id, counterexample, flows } of invariants.broken)
        reasons.worse('invariant-broken', `invariant ${id} is broken: ${glance(counterexample)}`, [
            `invariant ${id}`,
            ...flows.map(flow => `flow ${flow}`),
            ...counterexample.map(each => aboutElement(compared.asked, each)),
        ]);
    judgeCoverage(compared, reasons);
    judgeFunctions(compared, reasons);
    reportReach(reachability.opened, true, compared, reasons);
    reportCrossings(crossings.opened, true, reasons);
    judgeRules(compared, reasons);
    judgeEnforcement(compared, reasons);
    judgeSessions(compared, reasons);
    judgeServices(compared, crossings.opened, reasons);
    judgeAssessment(compared, reasons);
    judgeRatings(compared, reasons);
    judgeRisks(compared, reasons);
    judgeProofs(compared, reasons);
    judgeObserved(compared, reasons);
    judgeProgrammes(compared, reasons);
    judgePutOff(compared, reasons);
    reportAcceptances(acceptances, standingIn(compared), askingLess(reasons), reasons);
    judgeFindings(findings, reasons);
    judgeProved(compared, reasons);
    for (const { id, flows } of invariants.healed)
        reasons.better('invariant-healed', `invariant ${id} holds again`, [
            `invariant ${id}`,
            ...flows.map(flow => `flow ${flow}`),
        ]);
    reportCrossings(crossings.closed, false, reasons);
    reportReach(reachability.closed, false, compared, reasons);
    return inOrder(reasons.found);
}

/** Losses first, then what has to be known, then gains; each in its order. */
export function inOrder(reasons: readonly Reason[]): readonly Reason[] {
    const order = ['worse', 'neutral', 'better'] as const;
    return order.flatMap(direction => reasons.filter(reason => reason.direction === direction));
}

/** The verdict on some reasons. */
export function verdictOf(reasons: readonly Pick<Reason, 'direction'>[], understood: boolean): Verdict {
    if (!understood) return 'incomplete';
    const said = new Set(reasons.map(({ direction }) => direction));
    if (said.has('worse')) return said.has('better') ? 'mixed' : 'worse';
    return said.has('better') ? 'better' : 'none';
}

/** The verdict and what it rests on. */
export function judge(
    compared: Compared,
    findings: JudgedFindings,
    consequences: Consequences,
): Pick<Security, 'verdict' | 'reasons'> {
    const reasons = reasonsFor(compared, findings, consequences);
    const understood = compared.before.problems.length === 0 && compared.after.problems.length === 0;
    return { verdict: verdictOf(reasons, understood), reasons };
}
