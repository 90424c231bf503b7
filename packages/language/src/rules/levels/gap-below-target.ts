import type { RequirementState, SubjectAssessment } from '../../assessment/index.ts';
import { gapKindOf, isKnownOpen } from '../../assessment/index.ts';
import type { Gap } from '../ask/gaps.ts';
import { gapsOf, isKnown, isUnknown, levelText, limitsOf } from '../ask/gaps.ts';
import { lacking } from '../say/missing.ts';
import { counted, listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** True when it is planned, by a day that is still to come. */
function isPlanned(state: RequirementState, today: string): boolean {
    return (state.state === 'planned' || state.state === 'missed') && state.due !== null && state.due >= today;
}

function idsOf(states: readonly RequirementState[], most = 6): string {
    return listed(
        states.map(({ id }) => id),
        most,
    );
}

/** The requirements of an FR above its next level that are known to be open, where no other is known to block it. */
function aboveOf(assessed: SubjectAssessment, fr: number): readonly RequirementState[] {
    return isUnknown(limitsOf(assessed, fr))
        ? assessed.requirements.filter(each => each.fr === fr && each.required && isKnownOpen(each))
        : [];
}

/** Those that are known to be open, and those that nobody has assessed: by number, or how many. */
function limitsText(limits: readonly RequirementState[], above: readonly RequirementState[]): string {
    const open = limits.filter(isKnownOpen);
    const unknown = limits.filter(limit => !isKnownOpen(limit));
    const [first] = limits;
    if (limits.length > 5 && unknown.length === 0 && first)
        return `${limits.length} requirements of SL ${first.level} from ${first.id} on`;
    const unassessed = limits.length <= 5 ? idsOf(unknown) : `${unknown.length}`;
    return [
        ...(open.length > 0 ? [idsOf(open)] : []),
        ...(unknown.length > 0 ? [`${unassessed} not assessed`] : []),
        ...(above.length > 0 ? [`${idsOf(above)} for a higher level`] : []),
    ].join('; ');
}

/** What is known to be open above the next level, in all FRs of the gap. */
function aboveIn({ assessed, frs }: Gap): readonly RequirementState[] {
    return frs.flatMap(fr => aboveOf(assessed, fr));
}

/** `IAC 1 of 2 (SR 1.2 and SR 1.8); not assessed: SI 0 of 2, RA 0 of 2 (12 requirements)`. */
function gapsText(assessed: SubjectAssessment, frs: readonly number[]): string {
    const known = frs.filter(fr => gapKindOf(assessed, fr) === 'short');
    const unknown = frs.filter(fr => !known.includes(fr));
    const open = unknown.reduce((count, fr) => count + assessed.limits[fr]!.length, 0);
    return [
        ...known.map(fr => `${levelText(assessed, fr)} (${limitsText(limitsOf(assessed, fr), aboveOf(assessed, fr))})`),
        ...(unknown.length === 0
            ? []
            : [
                  `not assessed: ${unknown.map(fr => levelText(assessed, fr)).join(', ')} ` +
                      `(${counted(open, 'requirement')})`,
              ]),
    ].join('; ');
}

/**
 * All that is required in the FRs of the gap and not achieved: the next level's limits, and those of the levels above.
 */
function openOf({ assessed, frs }: Gap): readonly RequirementState[] {
    return assessed.requirements.filter(
        each => each.required && frs.includes(each.fr) && !['met', 'compensated', 'excluded'].includes(each.state),
    );
}

/** What the plans reach: the whole target, the next level alone, or not even that. */
function reachOf(gap: Gap, today: string): 'target' | 'next' | 'nothing' {
    if (!gap.limits.every(limit => isPlanned(limit, today))) return 'nothing';
    return openOf(gap).every(each => isPlanned(each, today)) ? 'target' : 'next';
}

function lastDay(states: readonly RequirementState[]): string {
    return states
        .map(state => state.due!)
        .sort()
        .at(-1)!;
}

function advice(gap: Gap, today: string): string {
    const reach = reachOf(gap, today);
    if (reach === 'target') return `Planned until ${lastDay(openOf(gap))}.`;
    if (reach === 'nothing')
        return `The requirements in brackets block the ${aboveIn(gap).length > 0 ? 'target' : 'next level'}.`;
    const left = openOf(gap)
        .filter(each => !isPlanned(each, today))
        .map(({ id }) => id);
    return (
        `The next level is planned until ${lastDay(gap.limits)}, but the target is not: ${listed(left)} ` +
        `${left.length === 1 ? 'is' : 'are'} not planned.`
    );
}

/** The same for zones and conduits that are blocked by the same requirements: what closes one gap closes the others. */
function sayingOf(gap: Gap, today: string): string {
    const ids = gap.limits.map(limit => limit.id).join();
    return [gapsText(gap.assessed, gap.frs), ids, advice(gap, today)].join(' ');
}

const gapBasis: readonly string[] = ['ZCR 5.12', 'ZCR 5.6'];

export default {
    id: 'gap-below-target',
    severity: 'warning',
    basis: gapBasis,
    summary: 'The SL-A of a zone or conduit is below its SL-T, because requirements are known not to be met.',
    why:
        'The SL-T follows from the risk assessment, so a missing level is an attacker who is not stopped. The ' +
        'message names the requirements that block the next level, which is the shortest way to improve. If the ' +
        'plan reaches the target by a date, the gap is information.',
    falsePositives:
        'The owner has accepted the gap. Accept the finding with the reason and a date for the next review.',
    check(context, report) {
        const gaps = gapsOf(context).filter(isKnown);
        for (const group of Map.groupBy(gaps, gap => sayingOf(gap, context.today)).values()) {
            const [first] = group;
            const text = gapsText(first!.assessed, first!.frs);
            lacking(context.lookup, {
                rule: 'gap-below-target',
                severity: reachOf(first!, context.today) === 'target' ? 'info' : 'warning',
                basis: [...new Set([...first!.limits, ...aboveIn(first!)].map(({ id }) => id)), ...gapBasis],
                elements: group.map(gap => gap.subject),
                noun: 'zone or conduit',
                clause: [`has an SL-A below SL-T: ${text}`, `have an SL-A below SL-T: ${text}`],
                advice: advice(first!, context.today),
            }).forEach(report);
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T { UC 1 RDF 1 }
  asset Plc1 : plc
  misses SR 2.5 because "Screens stay open" due 2020-03-31
  meets SR 5.1, SR 5.2, SR 5.3, SR 5.4 because "Own switches, one firewall, no mail"
}
`,
        },
        {
            title: 'A plan that closes the gap makes it information',
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T { TRE 1 }
  asset Plc1 : plc
  misses SR 6.1 because "Logs stay on the devices" due 2099-06-30
}
`,
        },
    ],
} satisfies Rule;
