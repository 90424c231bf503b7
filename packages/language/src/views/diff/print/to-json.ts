import { frAbbreviations } from '../../../catalogue/index.ts';
import type { Problem } from '../../../model/index.ts';
import type { Finding } from '../../../rules/engine/finding.ts';
import type { DiffSide, InvariantChange, ModelDiff, ReachDirection, Verdict } from '../model-diff.ts';
import { lineOf, placeOf } from '../places.ts';
import type { Policy } from '../policy.ts';
import type { Sides } from './sides.ts';

/** The version of `schema/diff.schema.json`. */
export const schemaVersion = 1;

function findingJson(diff: ModelDiff, side: DiffSide, finding: Finding) {
    return {
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        ...placeOf(diff, side, finding),
        subject: finding.subject,
        basis: finding.basis,
        accepted: finding.accepted !== null,
    };
}

function problemJson(side: DiffSide, problem: Problem) {
    return {
        rule: problem.kind,
        message: problem.message,
        file: side.fileName(problem.at.file),
        line: lineOf(side, problem.at),
    };
}

function invariantJson({ id, counterexample }: InvariantChange) {
    return { id, counterexample };
}

function zonesJson(direction: ReachDirection) {
    return direction.groups.map(({ fromZone, toZone, pairs, shortest }) => ({
        from: fromZone,
        to: toZone,
        pairs,
        path: shortest.path,
    }));
}

/**
 * The verdict on several models: what is worse in one is not outweighed by what is better in another, and with one that
 * was not understood as a whole there is none.
 */
export function overall(verdicts: readonly Verdict[]): Verdict {
    const said = new Set(verdicts);
    if (said.has('incomplete')) return 'incomplete';
    if (said.has('mixed') || (said.has('worse') && said.has('better'))) return 'mixed';
    return said.has('worse') ? 'worse' : said.has('better') ? 'better' : 'none';
}

/** Each change that brings something, by its index among the changes of all models, with what it brings. */
function causesOf(diffs: readonly ModelDiff[]) {
    let first = 0;
    return diffs.flatMap(({ changes, security: { causes, reasons } }) => {
        const found = causes.map(({ change, effects }) => ({
            change: first + change,
            effects: effects.map(effect => reasons[effect]!.text),
        }));
        first += changes.length;
        return found;
    });
}

/** What a review asks for; `agreed` are indexes of the agreements. */
function policyJson({ holds, reasons, agreements }: Policy) {
    return {
        holds,
        reasons: reasons.map(({ diff, reason, severity, needs, agreed }) => ({
            model: diff.system,
            kind: reason.kind,
            severity,
            needs,
            text: reason.text,
            agreed: agreed.map(each => agreements.indexOf(each)),
        })),
        agreements: agreements.map(({ from, about, kind, what, by, until, state }) => ({
            from,
            about,
            kind,
            what,
            by,
            until,
            state,
        })),
    };
}

/**
 * The comparison as `diff --format json` prints it; see `schema/diff.schema.json`.
 * @param diffs one for each model, in their order
 */
export function diffJson(
    diffs: readonly ModelDiff[],
    { base, head, baseCommit = null, headCommit = null, policy, question }: Sides,
) {
    const all = <T>(list: (diff: ModelDiff) => readonly T[]): T[] => diffs.flatMap(list);
    return {
        schemaVersion,
        base,
        head,
        baseCommit,
        headCommit,
        models: diffs
            .filter(diff => diff.of === 'model')
            .map(({ system, security }) => ({ system, verdict: security.verdict })),
        complete: diffs.every(diff => diff.doubts.length === 0),
        changes: all(diff =>
            diff.changes.map(({ kind, element, id, before, what, file, line }) => ({
                kind,
                element,
                id,
                before,
                what,
                file,
                line,
                model: diff.system,
            })),
        ),
        security: {
            verdict: overall(diffs.map(diff => diff.security.verdict)),
            reasons: all(diff => diff.security.reasons.map(({ kind, direction, text }) => ({ kind, direction, text }))),
            causes: causesOf(diffs),
            reachability: {
                opened: all(diff => diff.security.reachability.opened.pairs),
                closed: all(diff => diff.security.reachability.closed.pairs),
                openedZones: all(diff => zonesJson(diff.security.reachability.opened)),
                closedZones: all(diff => zonesJson(diff.security.reachability.closed)),
                openedTotal: diffs.reduce((sum, diff) => sum + diff.security.reachability.opened.total, 0),
                closedTotal: diffs.reduce((sum, diff) => sum + diff.security.reachability.closed.total, 0),
            },
            crossings: {
                opened: all(diff => diff.security.crossings.opened),
                closed: all(diff => diff.security.crossings.closed),
            },
            radius: all(diff => diff.security.radius),
            levels: all(diff =>
                diff.security.levels.map(({ subject, fr, what, before, after }) => ({
                    subject,
                    fr: frAbbreviations[fr],
                    what,
                    before,
                    after,
                })),
            ),
            requirements: all(diff => diff.security.requirements),
            findings: {
                new: all(diff => diff.security.findings.added.map(finding => findingJson(diff, diff.after, finding))),
                fixed: all(diff =>
                    diff.security.findings.fixed.map(finding => findingJson(diff, diff.before, finding)),
                ),
                replaced: all(diff =>
                    diff.security.findings.replaced.map(({ before, after }) => ({
                        before: findingJson(diff, diff.before, before),
                        after: findingJson(diff, diff.after, after),
                    })),
                ),
                gone: all(diff => diff.security.findings.gone.map(finding => findingJson(diff, diff.before, finding))),
                claimed: all(diff =>
                    diff.security.findings.claimed.map(finding => findingJson(diff, diff.before, finding)),
                ),
                asked: all(diff => diff.security.findings.asked.map(finding => findingJson(diff, diff.after, finding))),
                silenced: all(diff =>
                    diff.security.findings.silenced.map(finding => findingJson(diff, diff.after, finding)),
                ),
            },
            invariants: {
                broken: all(diff => diff.security.invariants.broken.map(invariantJson)),
                healed: all(diff => diff.security.invariants.healed.map(invariantJson)),
            },
            acceptances: all(diff =>
                diff.security.acceptances.map(({ kind, rule, holder, exception, because, before, after }) => ({
                    kind,
                    rule,
                    holder,
                    exception,
                    because,
                    before,
                    after,
                })),
            ),
            threats: all(diff => diff.security.threats),
            ...(policy ? { policy: policyJson(policy) } : {}),
        },
        ...(question ? { question } : {}),
        owners: [...new Set(all(diff => diff.owners))],
        reached: [...new Set(all(diff => diff.reached))],
        notUnderstood: all(diff =>
            diff.doubts.flatMap(({ side, problems }) =>
                problems.map(problem => ({
                    side,
                    ...problemJson(side === 'base' ? diff.before : diff.after, problem),
                })),
            ),
        ),
    };
}
