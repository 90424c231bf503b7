import { acceptanceChanges } from './acceptance-changes.ts';
import { invariantChanges, threatChanges } from './consequences.ts';
import { lookup } from '../../model/index.ts';
import { changesBetween } from './changes.ts';
import { cutOutZones } from './cut-out.ts';
import { doubtsOf } from './doubts.ts';
import { agreementFacts } from './judge/agreements.ts';
import { askedAlike } from './judge/asked.ts';
import { causesOf } from './judge/causes.ts';
import { findingsOf, judgedFindings } from './judge/finding-changes.ts';
import { judgedSides } from './judge/judged-sides.ts';
import { laterDays, laterReasons, onLaterDay } from './judge/later.ts';
import type { Compared } from './judge/reason.ts';
import { inOrder, judge, verdictOf } from './judge/verdict.ts';
import type { DiffSide, ModelDiff, Security } from './model-diff.ts';
import { concernedBy } from './owners.ts';
import { pairModels, type Pairing } from './pairing.ts';
import { crossingChanges } from './reach/crossing-change.ts';
import { radiusChanges } from './radius.ts';
import { nothingReached, reachChanges } from './reach/reach-change.ts';

/** A side with all that its text says, also of what is not there on the day. */
function asSaid(side: DiffSide): DiffSide {
    return side.whole === side.model ? side : { ...side, model: side.whole, lookup: lookup(side.whole) };
}

/** HEAD without what is only claimed, where that lets more pass. */
function closingLess({ asked, shown }: Compared): DiffSide | null {
    if (!shown) return null;
    const { conduits } = asked.model;
    return shown.side.model.conduits.some(({ oneWay }, index) => oneWay !== conduits[index]!.oneWay)
        ? shown.side
        : null;
}

/** Both sides as they stand on one day, what follows from the change on it, and the verdict. */
function judgedOn(first: DiffSide, second: DiffSide, pairing: Pairing, unchanged: boolean) {
    const judgedOnes = judgedSides(first, second, askedAlike(first, second, pairing), pairing);
    const { before, after, asked } = judgedOnes;
    const compared: Compared = {
        ...judgedOnes,
        pairing,
        partners: new Map([...pairing.elements].map(([old, now]) => [now, old])),
        cutOut: cutOutZones(before.lookup, after.lookup, pairing),
    };
    const findings = judgedFindings(compared, unchanged);
    const flows = new Set([...pairing.flows].flat());
    const reachTo = ({ assessment }: DiffSide): Security['reachability'] =>
        reachChanges(before.assessment, assessment, pairing.elements, flows);
    const crossingsTo = ({ assessment }: DiffSide): Security['crossings'] =>
        crossingChanges(before.assessment, assessment, pairing.elements);
    const { same } = judgedOnes;
    const consequences = {
        reachability: same.reach ? { opened: nothingReached, closed: nothingReached } : reachTo(asked),
        crossings: same.reach ? { opened: [], closed: [] } : crossingsTo(asked),
        invariants: same.invariants ? { broken: [], healed: [] } : invariantChanges(before, asked, pairing),
        acceptances: acceptanceChanges(before, after, pairing),
    };
    const shown = closingLess(compared);
    // A word that a conduit goes one way closes nothing before a device shows it.
    const judgedAs = shown
        ? {
              ...consequences,
              reachability: { ...consequences.reachability, closed: reachTo(shown).closed },
              crossings: { ...consequences.crossings, closed: crossingsTo(shown).closed },
              invariants: { ...consequences.invariants, healed: invariantChanges(before, shown, pairing).healed },
          }
        : consequences;
    return { compared, findings, consequences, judged: judge(compared, findings, judgedAs) };
}

/** The verdict of today, with what follows on later days from what is planned in one of the texts alone. */
function withLaterDays(
    { verdict, reasons }: Pick<Security, 'verdict' | 'reasons'>,
    first: DiffSide,
    second: DiffSide,
    pairing: Pairing,
): Pick<Security, 'verdict' | 'reasons'> {
    const known = new Set(reasons.map(({ kind, text }) => `${kind} ${text}`));
    const later = laterDays(first, second, pairing).flatMap(day => {
        const [before, after] = [onLaterDay(first, day), onLaterDay(second, day)];
        const pairs = pairModels(before.lookup, after.lookup);
        return laterReasons(day, judgedOn(before, after, pairs, false).judged.reasons, known);
    });
    if (later.length === 0) return { verdict, reasons };
    const all = inOrder([...reasons, ...later]);
    return { reasons: all, verdict: verdictOf(all, verdict !== 'incomplete') };
}

/**
 * What changed in meaning between two models, and what follows from it. Formatting, order and comments are no change.
 * The second side is judged with the questions of the first one, so that asking less makes nothing better. Never
 * throws; a side that was not understood as a whole is compared as far as it was, and `doubts` says so.
 */
export function diff(first: DiffSide, second: DiffSide): ModelDiff {
    const [said, now] = [asSaid(first), asSaid(second)];
    const pairing = pairModels(said.lookup, now.lookup);
    const changes = changesBetween(said, now, pairing);
    const { compared, findings, consequences, ...today } = judgedOn(first, second, pairing, changes.length === 0);
    const { before, after, asked } = compared;
    const radius = radiusChanges(
        before.assessment,
        asked.assessment,
        consequences.reachability,
        id => compared.partners.get(id),
        id => pairing.elements.get(id),
    );
    const judged = withLaterDays(today.judged, first, second, pairing);
    const security = {
        ...judged,
        causes: causesOf(changes, judged.reasons, compared),
        ...consequences,
        radius,
        ...compared.ownSteps,
        findings: findingsOf(findings),
        threats: compared.same.risks ? [] : threatChanges(before, asked, pairing),
        agreements: agreementFacts(before, after, pairing, changes),
    };
    return {
        of: 'model',
        system: after.model.system?.id ?? before.model.system?.id ?? null,
        before,
        after,
        changes,
        security,
        ...concernedBy(before, after, changes, security),
        doubts: doubtsOf(before, after),
    };
}
