import type { ThreatRisk } from '../../assessment/index.ts';
import { pathText } from '../../assessment/index.ts';
import { works } from '../../assessment/verdicts.ts';
import type { WayRound } from '../../assessment/way-round.ts';
import type { Lookup, Origin, Span } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import { worksAt } from '../fix/claim.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Where a threat gets past countermeasures, in words. */
function wayText({ path, at }: WayRound): string {
    return path ? pathText(path) : at;
}

interface Named {
    readonly threat: string;
    readonly targets: readonly string[];
    readonly origin: Origin;
    readonly at: Span;
}

/**
 * The countermeasures that would lower a risk if they were applied anywhere, and the lines that name them. One that is
 * not decided, or has no status, counts for nothing wherever it is.
 */
function appliedNowhere(
    lookup: Lookup,
    threats: readonly ThreatRisk[],
): ReadonlyMap<string, readonly [Named, ...Named[]]> {
    const found = new Map<string, [Named, ...Named[]]>();
    for (const { threat, off, mitigations, path } of threats.filter(each => each.threat.against.length > 0))
        for (const { mitigation, offPath } of mitigations)
            for (const { id, at } of mitigation.by) {
                const measure = lookup.countermeasure(id);
                const isDecided = measure !== undefined && (works(measure) || measure.status === 'planned');
                if (!isDecided || !offPath.includes(id) || off.get(id)?.size !== 0) continue;
                const named = { threat: threat.id, targets: path.targets, origin: mitigation.origin, at };
                const known = found.get(id);
                if (!known) found.set(id, [named]);
                else if (known.every(each => each.threat !== threat.id)) known.push(named);
            }
    return found;
}

const rule: Rule = {
    id: 'threat-measure-off-path',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.9'],
    summary:
        'A countermeasure is stated to mitigate a threat, but is not applied on its attack path, or a path goes ' +
        'round it.',
    why:
        'A countermeasure lowers a likelihood only on the attack path. If it is applied elsewhere or nowhere, its ' +
        'line counts for nothing in the residual risk. An attacker takes the path on which the least is in the way, ' +
        'so the residual risk is that of the worst path.',
    falsePositives:
        'The countermeasure is organisational and works everywhere, such as training. Apply it to the zone ' +
        'that the threat is against.',
    steps: ({ assessment }) => assessment.risk.paths(),
    *check({ lookup, assessment }, report) {
        for (const risk of assessment.risk.threats) {
            const { threat, path, off } = risk;
            yield;
            const round = risk.today.round ?? risk.later.round;
            const [first] = round?.lines ?? [];
            // Of a path that is not in the model `threat-path-missing` speaks.
            if (round && first && !round.way.unshown) {
                const are = round.measures.length === 1 ? 'is' : 'are';
                report({
                    at: placeIn(first.mitigation.origin, first.mitigation.by[0]!.at),
                    subject: threat.id,
                    message:
                        `${round.way.path ? 'A path of this threat passes no' : 'An attacker on site meets no'} ` +
                        `place where ${listed(round.measures)} ${are} applied: ${wayText(round.way)}. The risk is ` +
                        'rated there, without what does not hold there. Close it, or mitigate the threat there too.',
                    related: (round.way.path?.hops ?? []).flatMap(({ flow }) =>
                        flow ? [{ message: 'It goes over this flow.', at: nameOf(flow.origin) }] : [],
                    ),
                });
            }
            // Where an end is not known, its path is not either.
            if (['from', 'against'].some(word => lookup.isUnread(threat.id, word))) continue;
            const [unaimed] = threat.against.length === 0 ? threat.mitigations.filter(({ by }) => by.length > 0) : [];
            if (unaimed) {
                report({
                    at: placeIn(unaimed.origin, unaimed.by[0]!.at),
                    subject: threat.id,
                    message:
                        `${threat.id} names nothing that it is against, so nothing says that a countermeasure ` +
                        'works on its path, and none lowers its risk. Add `against`.',
                });
                continue;
            }
            for (const mitigation of threat.mitigations) {
                for (const mention of mitigation.by) {
                    const places = off.get(mention.id);
                    if (!places || places.size === 0) continue;
                    report({
                        at: placeIn(mitigation.origin, mention.at),
                        subject: threat.id,
                        message:
                            `${mention.id} is applied to ${listed([...places])}, which ` +
                            `${places.size === 1 ? 'is' : 'are'} not on the path of this threat, so it does not ` +
                            'mitigate it. Apply it on the path, or name another countermeasure.',
                        fixes: path.targets.flatMap(id => {
                            const zone = lookup.zone(id);
                            return zone ? [worksAt(mention.id, zone)] : [];
                        }),
                        related: [...places].slice(0, 3).flatMap(id => {
                            const element = lookup.element(id);
                            return element
                                ? [{ message: `${mention.id} is applied here`, at: nameOf(element.origin) }]
                                : [];
                        }),
                    });
                }
            }
        }
        for (const [id, [first, ...others]] of appliedNowhere(lookup, assessment.risk.threats))
            report({
                at: placeIn(first.origin, first.at),
                subject: first.threat,
                message:
                    `${id} is applied to no zone, conduit or asset, so nothing says that it works on the path of ` +
                    `${listed([first, ...others].map(each => each.threat))}, and it lowers no risk. Add ` +
                    '`applies` where it works.',
                fixes: first.targets.flatMap(target => {
                    const [zone, measure] = [lookup.zone(target), lookup.countermeasure(id)];
                    return zone && measure && works(measure) ? [worksAt(id, zone)] : [];
                }),
            });
    },
    examples: [
        {
            title: 'The countermeasure is applied elsewhere',
            before: `system Plant
zone Control { asset Plc1 : plc }
zone Laboratory {
  asset Analyser : workstation
  applies Allowlisting
}
countermeasure Allowlisting { status implemented }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Allowlisting to likelihood 2
               ^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control {
  asset Plc1 : plc
  applies Allowlisting
  evidence "TODO: what shows that Allowlisting works in Control"
}
zone Laboratory {
  asset Analyser : workstation
  applies Allowlisting
}
countermeasure Allowlisting { status implemented }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Allowlisting to likelihood 2
}
`,
        },
        {
            title: 'The countermeasure is applied at the target of the threat',
            before: `system Plant
zone Control {
  asset Plc1 : plc
  applies Allowlisting
}
countermeasure Allowlisting { status implemented }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Allowlisting to likelihood 2
}
`,
        },
    ],
};

export default rule;
