import { highest, nameOf } from '../../model/index.ts';
import { continued } from '../fix/claim.ts';
import { threatDescriber } from '../fix/threat-fix.ts';
import type { Rule } from '../engine/rule.ts';
import { lacking } from '../say/missing.ts';
import { alsoBlamed } from '../say/related.ts';

const rule: Rule = {
    id: 'sl-t-without-threat',
    severity: 'info',
    basis: ['ZCR 5.1', 'ZCR 5.6'],
    summary: 'A zone or conduit has an SL-T, but no threat in the model applies to it.',
    why:
        'The SL-T follows from risk. Without a threat the level may be right, but the model does not show why, ' +
        'and the requirements specification has no reason to print. If a model has no threat at all, this is ' +
        'reported once, at the system.',
    falsePositives: 'The risk assessment is kept elsewhere. Say so after `because`; this settles the finding.',
    restsOnAll: true,
    steps: ({ assessment }) => assessment.risk.paths(),
    check({ model, lookup, assessment }, report) {
        const stated = [...model.zones, ...model.conduits].filter(
            each => each.slT !== null && (highest(each.slT.levels) ?? 0) > 0 && !each.slT.because,
        );
        if (stated.length === 0) return;
        const describe = threatDescriber(model);
        if (!describe) {
            if (!model.system) return;
            report({
                at: nameOf(model.system.origin),
                subject: model.system.id,
                message:
                    'The model has no threats, so it does not show the reason for ' +
                    `${stated.length === 1 ? 'its SL-T' : `its ${stated.length} SL-Ts`}. Add the rows of the ` +
                    `risk assessment as \`threat\` declarations, or import them.`,
                related: alsoBlamed('It has an SL-T.', stated),
                gathers: true,
            });
            return;
        }
        const { targets } = assessment.risk;
        const behind = new Set([...targets.keys()].flatMap(id => [id, ...lookup.chain(id).map(zone => zone.id)]));
        const origins = new Set(
            model.threats.flatMap(threat =>
                threat.from.flatMap(({ id }) => [id, ...lookup.chain(id).map(zone => zone.id)]),
            ),
        );
        lacking(lookup, {
            rule: 'sl-t-without-threat',
            elements: stated.filter(({ id }) => !behind.has(id) && !origins.has(id)),
            noun: 'zone or conduit',
            clause: ['has an SL-T, but no threat applies to it', 'have an SL-T, but no threat applies to them'],
            advice: 'Describe the threat, or give the reason: `SL-T … because "…"`.',
            fixes: subject => [
                describe(subject),
                continued('Add the reason for SL-T', subject.slT!.origin, ['because', 'why this level was chosen']),
            ],
        }).forEach(report);
    },
    examples: [
        {
            title: 'A zone without a threat',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Utilities {
     ^^^^^^^^^
  SL-T 1
  asset Plc2 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 5
}
`,
            after: `system Plant { tolerable-risk 6 }
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Utilities {
  SL-T 1
  asset Plc2 : plc
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 5
}

threat ThreatToUtilities "TODO: what could happen to Utilities" {
  against Utilities
}
`,
        },
        {
            title: 'A model without any threat',
            before: `system Plant { tolerable-risk 6 }
       ^^^^^
zone Control {
  SL-T 2
  asset Plc1 : plc
}
`,
        },
        {
            title: 'The reason is elsewhere',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  SL-T 2 because "Risk assessment RA-17, kept by the safety department"
  asset Plc1 : plc
}
`,
        },
    ],
};

export default rule;
