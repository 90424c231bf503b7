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
    summary: 'A zone or conduit has an SL-T, and no threat in the model is aimed at it or goes through it.',
    why:
        'SL-T follows from risk. Where no threat stands behind a level, the level may be right, but nothing in ' +
        'the model shows it, ' +
        'and the requirements specification has no reason to print. Where a model has no threat at all, this is ' +
        'said once, at the system.',
    falsePositives: 'The risk assessment is kept elsewhere: say so after `because`, which also silences this.',
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
                    'No threat is described, so nothing in the model shows why ' +
                    `${stated.length === 1 ? 'its SL-T is' : `its ${stated.length} SL-Ts are`} what ` +
                    `${stated.length === 1 ? 'it is' : 'they are'}. Add the rows of the risk assessment as ` +
                    'threat declarations, or import them.',
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
            clause: [
                'has an SL-T, and no threat is aimed at it or goes through it',
                'have an SL-T, and no threat is aimed at them or goes through them',
            ],
            advice: 'Describe the threat, or give the reason: SL-T … because "…".',
            fixes: subject => [
                describe(subject),
                continued('Add the reason for SL-T', subject.slT!.origin, ['because', 'why the level is what it is']),
            ],
        }).forEach(report);
    },
    examples: [
        {
            title: 'A zone that no threat concerns',
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
