import type { ThreatPath } from '../assessment/index.ts';
import { riskOf } from '../assessment/index.ts';
import type { Lookup, Mention } from '../model/index.ts';
import { nameOf, placeIn } from '../model/index.ts';
import type { Rule } from './rule.ts';

/** Where a measure is put to work: ids of zones, conduits, assets, and of flows that it secures. */
function placesOf(lookup: Lookup, measure: string): ReadonlySet<string> {
    const { zones, conduits, assets, flows } = lookup.model;
    const names = (mentions: readonly Mention[]): boolean => mentions.some(each => each.id === measure);
    const subjects = [...zones, ...conduits, ...assets]
        .filter(each => names(each.applies) || each.statements.some(statement => names(statement.by)));
    const secured = flows.filter(flow => flow.secured && names(flow.secured.by));
    return new Set([...subjects, ...secured].map(each => each.id));
}

/** Everything that lies on the path or around it: its assets, their zones with those around, its conduits with their devices, its flows. */
function onPath(lookup: Lookup, path: ThreatPath): ReadonlySet<string> {
    const conduits = path.subjects.flatMap(id => lookup.conduit(id) ?? []);
    const assets = [...path.assets, ...conduits.flatMap(conduit => [
        ...conduit.via.map(device => device.id),
        ...lookup.assetsIn(conduit.id).map(asset => asset.id),
    ])];
    const containers = assets.flatMap(id => lookup.asset(id)?.container ?? id);
    const zones = [...path.subjects, ...containers].flatMap(id => [id, ...lookup.chain(id).map(zone => zone.id)]);
    return new Set([...assets, ...zones, ...path.flows]);
}

const rule: Rule = {
    id: 'threat-measure-off-path',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.9'],
    summary: 'A measure is said to mitigate a threat, but is applied nowhere on the way of the threat.',
    why: 'A measure lowers a likelihood where the attack passes. Where it is at work elsewhere only, the residual risk is better on paper '
        + 'than in the plant.',
    falsePositives: 'The measure is organisational and works everywhere, such as training: apply it to the zone that the threat is against.',
    check({ lookup, riskMatrix }, report) {
        const known = new Map<string, ReadonlySet<string>>();
        for (const { threat, path } of riskOf(lookup, riskMatrix).threats) {
            if (path.subjects.length === 0) continue;
            const near = onPath(lookup, path);
            for (const mitigation of threat.mitigations) {
                for (const mention of mitigation.by) {
                    const places = known.get(mention.id) ?? placesOf(lookup, mention.id);
                    known.set(mention.id, places);
                    if (places.size === 0 || [...places].some(place => near.has(place))) continue;
                    report({
                        at: placeIn(mitigation.origin, mention.at),
                        subject: threat.id,
                        message: `${mention.id} works at ${[...places].slice(0, 3).join(', ')}, none of which lies on the way of this threat, so it does not `
                            + 'mitigate it. Apply it on the path, or name another measure.',
                        related: [...places].slice(0, 3).flatMap(id => {
                            const element = lookup.element(id);
                            return element ? [{ message: `${mention.id} works here`, at: nameOf(element.origin) }] : [];
                        }),
                    });
                }
            }
        }
    },
    examples: [
        {
            title: 'The measure works elsewhere',
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
        },
        {
            title: 'The measure works where the threat is aimed',
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
