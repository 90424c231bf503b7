import type { RiskAssessment } from '../assessment/index.ts';
import { riskOf } from '../assessment/index.ts';
import type { Model } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import type { Report, Rule } from './rule.ts';

/** A matrix of the settings that cannot be read: said once. One that stands in the model is a problem of the text already. */
function checkMatrix(model: Model, { reading }: RiskAssessment, report: Report): void {
    if (reading.from !== 'settings' || reading.problems.length === 0 || model.threats.length === 0) return;
    report({
        at: nameOf((model.system ?? model.threats[0]!).origin),
        subject: model.system?.id ?? null,
        message: `The risk matrix of the settings cannot be used, so ${reading.matrix ? 'it is left aside' : 'no risk is assessed'}. ${reading.problems.join(' ')}`,
    });
}

/** A missing tolerable risk: said once, at the system. */
function checkTolerable(model: Model, { matrix, threats }: RiskAssessment, report: Report): void {
    const without = threats.filter(each => each.unmitigated !== null && each.tolerable === null);
    if (!matrix || !model.system || without.length === 0) return;
    report({
        at: nameOf(model.system.origin),
        subject: model.system.id,
        message: `No tolerable risk is stated, so ${without.length === 1 ? 'one threat is' : `${without.length} threats are`} compared with nothing. Add tolerable-risk `
            + `to the system, in the units of the risk matrix (at most ${Math.max(...matrix.cells.flat())}).`,
        severity: 'info',
        basis: ['ZCR 4.1', 'ZCR 5.7', 'ZCR 6.8'],
    });
}

const rule: Rule = {
    id: 'risk-not-assessed',
    severity: 'warning',
    basis: ['ZCR 5.3', 'ZCR 5.4', 'ZCR 5.5'],
    summary: 'The risk of a threat is not known: it has no likelihood or consequence that the matrix knows, or nothing to compare it with.',
    why: 'A threat without a rating counts nowhere: not in the residual risk, not in the suggestion of an SL-T. It looks harmless and is '
        + 'only unknown. A matrix that cannot be read, or a tolerable risk that nobody stated, leaves every threat like that, and is said once.',
    falsePositives: 'The row is a reminder for the next workshop: accept the finding until its date.',
    check({ model, lookup, riskMatrix }, report) {
        const risk = riskOf(lookup, riskMatrix);
        checkMatrix(model, risk, report);
        checkTolerable(model, risk, report);
        if (!risk.matrix) return;
        for (const { threat, missing } of risk.threats) {
            if (missing.length === 0) continue;
            report({
                at: nameOf(threat.origin),
                subject: threat.id,
                message: `The risk of "${threat.title ?? threat.name}" is not assessed. ${missing.join(' ')}`,
            });
        }
    },
    examples: [
        {
            title: 'Nobody said how likely it is',
            before: `system Plant { tolerable-risk 6 }
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
       ^^^^^^^^^
  against Control.Plc1
  consequence 4
}
`,
        },
        {
            title: 'Nobody said what is tolerable',
            before: `system Plant
       ^^^^^
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 4
}
`,
        },
        {
            title: 'Both are said',
            before: `system Plant { tolerable-risk 6 }
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 4
}
`,
        },
    ],
};

export default rule;
