import type { Assessment, MitigationState, Path, SearchOptions, ThreatRisk } from '../../assessment/index.ts';
import { pathText } from '../../assessment/index.ts';
import { placesOfCountermeasures } from '../../assessment/off-path.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import { worksAt } from '../fix/claim.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** A path of a threat on which nothing mitigates it, and the lines that count elsewhere. */
interface WayRound {
    readonly path: Path;
    readonly lines: readonly MitigationState[];
    readonly measures: readonly string[];
}

/**
 * How a search goes past every place where one of some countermeasures works; `null` where one of them is applied
 * nowhere, since nobody said where it is.
 */
function pastAll({ lookup, reach }: Assessment, measures: readonly string[]): SearchOptions | null {
    const placesOf = lookup.once(placesOfCountermeasures);
    const places = measures.map(id => placesOf.get(id));
    if (places.some(each => each === undefined)) return null;
    const at = new Set(places.flatMap(each => [...each!]));
    // What works at a device of a conduit works on what the device lets pass.
    const held = new Set(
        lookup.model.conduits
            .filter(({ id, via }) => at.has(id) || via.some(device => at.has(device.id)))
            .map(({ id }) => id),
    );
    return {
        lateral: true,
        without: new Set([...at].flatMap(id => reach.locatedIn(id))),
        except: flow => at.has(flow.id) || (flow.container !== null && held.has(flow.container)),
    };
}

/**
 * A path from an origin to a target past every place where a countermeasure of the threat works; `null` where there is
 * none, and where nobody can say.
 * @param known what was worked out for threats with the same countermeasures
 */
function wayRound(
    assessment: Assessment,
    { threat, mitigations, path }: ThreatRisk,
    known: Map<string, SearchOptions | null>,
): WayRound | null {
    const lines = mitigations.filter(({ reduces, counts }) => reduces && counts !== 'no');
    const measures = [...new Set(lines.flatMap(({ mitigation }) => mitigation.by.map(({ id }) => id)))];
    if (lines.length === 0 || threat.from.length === 0 || path.exists !== true) return null;
    const key = measures.join(' ');
    const options = known.get(key) ?? pastAll(assessment, measures);
    known.set(key, options);
    if (options === null) return null;
    for (const from of threat.from)
        for (const against of threat.against) {
            const found = assessment.reach.shortestPath(from.id, against.id, options);
            if (found) return { path: found, lines, measures };
        }
    return null;
}

const rule: Rule = {
    id: 'threat-measure-off-path',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.9'],
    summary:
        'A countermeasure is stated to mitigate a threat, but is not applied on its attack path, or a path goes ' +
        'round all of them.',
    why:
        'A countermeasure lowers a likelihood only on the attack path. If it is applied elsewhere, its line counts ' +
        'for nothing in the residual risk. An attacker takes the path on which nothing is in the way.',
    falsePositives:
        'The countermeasure is organisational and works everywhere, such as training. Apply it to the zone ' +
        'that the threat is against.',
    steps: ({ assessment }) => assessment.risk.paths(),
    *check({ lookup, assessment }, report) {
        const known = new Map<string, SearchOptions | null>();
        for (const risk of assessment.risk.threats) {
            const { threat, path, off } = risk;
            yield;
            const round = wayRound(assessment, risk, known);
            const [first] = round?.lines ?? [];
            if (round && first)
                report({
                    at: placeIn(first.mitigation.origin, first.mitigation.by[0]!.at),
                    subject: threat.id,
                    message:
                        `A path of this threat passes no place where ${listed(round.measures)} ` +
                        `${round.measures.length === 1 ? 'is' : 'are'} applied: ${pathText(round.path)}. On it ` +
                        'nothing is lower than without countermeasures. Close it, or mitigate the threat there too.',
                    related: round.path.hops.flatMap(({ flow }) =>
                        flow ? [{ message: 'It goes over this flow.', at: nameOf(flow.origin) }] : [],
                    ),
                });
            for (const mitigation of threat.mitigations) {
                for (const mention of mitigation.by) {
                    const places = off.get(mention.id);
                    if (!places) continue;
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
