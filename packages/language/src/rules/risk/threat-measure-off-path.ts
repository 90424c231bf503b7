import type { Assessment } from '../../assessment/index.ts';
import type { Lookup, Mention, Threat } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import { worksAt } from '../fix/claim.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** For each countermeasure, where it is put to work: ids of zones, conduits, assets, and of flows that it secures. */
function placesOfCountermeasures(lookup: Lookup): ReadonlyMap<string, ReadonlySet<string>> {
    const { zones, conduits, assets, flows } = lookup.model;
    const places = new Map<string, Set<string>>();
    const works = (mentions: readonly Mention[], at: string): void => {
        for (const { id } of mentions) {
            const known = places.get(id);
            if (known) known.add(at);
            else places.set(id, new Set([at]));
        }
    };
    for (const subjects of [zones, conduits, assets]) {
        for (const { id, applies, statements } of subjects) {
            works(applies, id);
            for (const statement of statements) works(statement.by, id);
        }
    }
    for (const { id, secured } of flows) if (secured) works(secured.by, id);
    return places;
}

/**
 * Everything that lies on the path or around it: its assets, their zones with those around, its conduits with their
 * devices, its flows.
 */
function onPath({ lookup, threatPaths }: Assessment, threat: Threat, subjects: readonly string[]): ReadonlySet<string> {
    const passed = threatPaths.passedBy(threat);
    const conduits = subjects.flatMap(id => lookup.conduit(id) ?? []);
    const assets = [
        ...passed.assets,
        ...conduits.flatMap(conduit => [
            ...conduit.via.map(device => device.id),
            ...lookup.assetsIn(conduit.id).map(asset => asset.id),
        ]),
    ];
    const containers = assets.map(id => lookup.asset(id)?.container ?? id);
    const zones = [...new Set([...subjects, ...containers])].flatMap(id => [
        id,
        ...lookup.chain(id).map(zone => zone.id),
    ]);
    return new Set([...assets, ...zones, ...passed.flows]);
}

const rule: Rule = {
    id: 'threat-measure-off-path',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.9'],
    summary: 'A countermeasure is stated to mitigate a threat, but is not applied on its attack path.',
    why:
        'A countermeasure lowers a likelihood only on the attack path. If it is applied elsewhere, the residual ' +
        'risk is better in the model than in the plant.',
    falsePositives:
        'The countermeasure is organisational and works everywhere, such as training. Apply it to the zone ' +
        'that the threat is against.',
    steps: ({ assessment }) => assessment.risk.paths(),
    *check({ lookup, assessment }, report) {
        const placesOf = placesOfCountermeasures(lookup);
        for (const { threat, path } of assessment.risk.threats) {
            // Where no flow leads from the origin to the target, another rule says so, and there is no path that a
            // countermeasure could be off.
            if (path.subjects.length === 0 || path.exists === false) continue;
            // The zones and conduits of the path answer for most countermeasures; what lies in them is only gathered
            // for the others.
            const passed = new Set(path.subjects.flatMap(id => [id, ...lookup.chain(id).map(zone => zone.id)]));
            const isOff = (
                places: ReadonlySet<string> | undefined,
                near: ReadonlySet<string>,
            ): places is ReadonlySet<string> => places !== undefined && ![...places].some(place => near.has(place));
            if (!threat.mitigations.some(mitigation => mitigation.by.some(({ id }) => isOff(placesOf.get(id), passed))))
                continue;
            yield;
            const near = onPath(assessment, threat, path.subjects);
            for (const mitigation of threat.mitigations) {
                for (const mention of mitigation.by) {
                    const places = placesOf.get(mention.id);
                    if (!isOff(places, near)) continue;
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
