import { nameOf, placeIn } from '../../model/index.ts';
import { worksAt } from '../fix/claim.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'threat-measure-off-path',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.9'],
    summary: 'A countermeasure is stated to mitigate a threat, but is not applied on its attack path.',
    why:
        'A countermeasure lowers a likelihood only on the attack path. If it is applied elsewhere, its line counts ' +
        'for nothing in the residual risk.',
    falsePositives:
        'The countermeasure is organisational and works everywhere, such as training. Apply it to the zone ' +
        'that the threat is against.',
    steps: ({ assessment }) => assessment.risk.paths(),
    *check({ lookup, assessment }, report) {
        for (const { threat, path, off } of assessment.risk.threats) {
            yield;
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
