import type { ThreatRisk } from '../../assessment/index.ts';
import { idleOf, idleText, isTolerable, riskLabel } from '../../assessment/index.ts';
import { nameOf } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Why countermeasures that work do not lower the risk, and what to do. */
function unheld(risk: ThreatRisk): string {
    const { threat, mitigations, today, off } = risk;
    if (today.undecided) return 'Name fewer countermeasures in its `mitigated by` lines';
    if (threat.against.length === 0 && mitigations.length > 0) return 'Name what the threat is against';
    if (today.round?.way.unshown) {
        const { measures } = today.round;
        return (
            `Its path is not in the model, so nothing shows that ${listed(measures)} ${are(measures)} on it. ` +
            'Add its flows, or a countermeasure at the target'
        );
    }
    const unlocated = [...new Set(mitigations.flatMap(each => each.offPath))];
    const [elsewhere, nowhere] = [
        unlocated.filter(id => off.get(id)?.size !== 0),
        unlocated.filter(id => off.get(id)?.size === 0),
    ];
    const said = [
        ...(elsewhere.length > 0 ? [`${listed(elsewhere)} ${are(elsewhere)} applied off its path`] : []),
        ...(nowhere.length > 0 ? [`${listed(nowhere)} ${are(nowhere)} applied nowhere`] : []),
        ...(today.round ? [`A path goes round ${listed(today.round.measures)}`] : []),
    ];
    const idle = idleText(idleOf(risk));
    if (said.length === 0 && idle !== '')
        return `${idle[0]!.toUpperCase()}${idle.slice(1)}. Correct that, add a countermeasure that lowers it`;
    return said.length === 0
        ? 'Add a countermeasure that lowers it'
        : `${said.join('. ')}. Apply a countermeasure on every path`;
}

const are = (ids: readonly string[]): string => (ids.length === 1 ? 'is' : 'are');

/** What the planned countermeasures would change, as a sentence. */
function outlook(threat: ThreatRisk): string {
    const { planned, residual } = threat;
    const waiting = [
        ...new Set(threat.mitigations.flatMap(each => (each.counts === 'planned' ? each.waitingFor : []))),
    ];
    if (!planned || !residual || waiting.length === 0) return `${unheld(threat)}, or have the risk accepted.`;
    const names = waiting.join(', ');
    if (planned.label === residual.label) return `${names}, still planned, would not lower it: more is needed.`;
    return isTolerable(threat, threat.later)
        ? `${names}, still planned, would lower it to ${planned.label}: put it into service.`
        : `${names}, still planned, would lower it only to ${planned.label}: more is needed.`;
}

const rule: Rule = {
    id: 'residual-risk-above-tolerable',
    severity: 'warning',
    basis: ['ZCR 5.11', 'ZCR 5.12'],
    summary: 'The residual risk of a threat is above the tolerable risk.',
    why:
        'The detailed risk assessment ends with a comparison: the residual risk with the countermeasures in ' +
        'service has to be tolerable, or more has to be done. Planned countermeasures do not count until they ' +
        'are in service.',
    falsePositives:
        'The owner has decided to tolerate this risk for a time. Accept the finding with the reason and the ' +
        'date of the next review.',
    check({ assessment }, report) {
        const { matrix, threats } = assessment.risk;
        if (!matrix) return;
        for (const each of threats) {
            if (!each.residual || each.tolerable === null || each.residual.risk <= each.tolerable) continue;
            const name = `"${each.threat.title ?? each.threat.name}"`;
            const tolerable = riskLabel(matrix, each.tolerable);
            const isAbove = isTolerable(each, each.today) === false;
            report({
                at: nameOf(each.threat.origin),
                subject: each.threat.id,
                message: isAbove
                    ? `The residual risk of ${name} is ${each.residual.label}, above the tolerable ${tolerable}. ` +
                      outlook(each)
                    : `Whether the residual risk of ${name} is above the tolerable ${tolerable} cannot be told: it ` +
                      `is ${each.residual.label}, since its lines name too many countermeasures to try every path ` +
                      `past them. ${outlook(each)}`,
            });
        }
    },
    examples: [
        {
            title: 'The only countermeasure is planned',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  asset Plc1 : plc { applies Keylock }
}
countermeasure Keylock "Key switch in RUN" { status planned due 2027-03-31 }
threat Reprogram "Someone on site changes the program" {
       ^^^^^^^^^
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
}
`,
        },
        {
            title: 'The countermeasure is in service',
            before: `system Plant { tolerable-risk 6 }
zone Control {
  asset Plc1 : plc { applies Keylock }
}
countermeasure Keylock "Key switch in RUN" { status verified }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
}
`,
        },
    ],
};

export default rule;
