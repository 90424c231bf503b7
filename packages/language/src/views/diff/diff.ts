import { acceptanceChanges, invariantChanges, levelChanges, requirementChanges, threatChanges } from './consequences.ts';
import { changesBetween } from './changes.ts';
import { crossingChanges } from './crossing-change.ts';
import { doubtsOf } from './doubts.ts';
import { findingChanges } from './finding-changes.ts';
import type { DiffSide, ModelDiff } from './model-diff.ts';
import { ownersOf } from './owners.ts';
import { pairModels } from './pairing.ts';
import { reachChanges } from './reach-change.ts';
import { judge } from './verdict.ts';

/**
 * What changed in meaning between two models, and what follows from it. Formatting, order and comments are no change, and
 * turning the sides round gives the same answer the other way round. Never throws; a side that was not understood as a
 * whole is compared as far as it was, and `doubts` says so.
 */
export function diff(before: DiffSide, after: DiffSide): ModelDiff {
    const pairing = pairModels(before.lookup, after.lookup);
    const changes = changesBetween(before, after, pairing);
    const consequences = {
        reachability: reachChanges(before.lookup, after.lookup, pairing.elements, new Set([...pairing.flows].flat())),
        crossings: crossingChanges(before.lookup, after.lookup, pairing.elements),
        levels: levelChanges(before, after, pairing),
        requirements: requirementChanges(before, after, pairing),
        findings: findingChanges(before, after, pairing, changes.length === 0),
        invariants: invariantChanges(before, after, pairing),
        acceptances: acceptanceChanges(before, after, pairing),
        threats: threatChanges(before, after, pairing),
    };
    const security = { ...judge(before, after, pairing, consequences), ...consequences };
    return {
        system: after.model.system?.id ?? before.model.system?.id ?? null,
        before,
        after,
        changes,
        security,
        owners: ownersOf(before, after, changes, security),
        doubts: doubtsOf(before, after),
    };
}
