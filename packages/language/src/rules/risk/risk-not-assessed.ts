import type { Cells, RiskAssessment } from '../../assessment/index.ts';
import { riskLabel } from '../../assessment/index.ts';
import type { Model } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Report, Rule } from '../engine/rule.ts';

/** A matrix that cannot be read: that of the settings once, at the system; that of the model where it is wrong. */
function checkMatrix(model: Model, { reading }: RiskAssessment, report: Report): void {
    const settings = reading.problems.filter(problem => problem.at === null);
    if (settings.length > 0 && model.threats.length > 0) {
        report({
            at: nameOf((model.system ?? model.threats[0]!).origin),
            subject: model.system?.id ?? null,
            message:
                'The risk matrix of the settings cannot be used, so ' +
                `${reading.matrix ? 'it is ignored' : 'no risk is assessed'}. ` +
                `${settings.map(problem => problem.message).join(' ')}`,
        });
    }
    for (const { message, at } of reading.problems) {
        if (at)
            report({
                at: nameOf(at),
                subject: model.system?.id ?? null,
                message:
                    `${message} Until then ` +
                    `${reading.matrix ? 'no risk is compared with it' : 'no risk is assessed'}.`,
                severity: 'error',
            });
    }
    if (reading.leftAside.length > 0 && model.system) {
        report({
            at: nameOf((model.system.matrix ?? model.system).origin),
            subject: model.system.id,
            message:
                `Parts of the risk matrix do not fit together: ${listed(reading.leftAside, 8)} ` +
                `${reading.leftAside.length > 1 ? 'are' : 'is'} ignored. Define them in the matrix, in the terms ` +
                'of its rows.',
        });
    }
}

/** Two neighbouring cells of a matrix of which the graver one has the lower risk. */
interface Falling {
    readonly what: string;
    readonly from: number;
    readonly to: number;
}

function fallingIn(cells: Cells): Falling | null {
    for (const [consequence, row] of cells.entries()) {
        for (const [likelihood, risk] of row.entries()) {
            const likelier = row[likelihood + 1];
            if (likelier !== undefined && likelier < risk)
                return {
                    what: `likelihood rises from ${likelihood + 1} to ${likelihood + 2}`,
                    from: risk,
                    to: likelier,
                };
            const graver = cells[consequence + 1]?.[likelihood];
            if (graver !== undefined && graver < risk)
                return {
                    what: `consequence rises from ${consequence + 1} to ${consequence + 2}`,
                    from: risk,
                    to: graver,
                };
        }
    }
    return null;
}

/** A matrix in which more likelihood or consequence gives less risk: mostly a row or an axis the wrong way round. */
function checkOrder(model: Model, { matrix }: RiskAssessment, report: Report): void {
    if (!matrix || !model.system) return;
    for (const { name, cells } of [{ name: null, cells: matrix.cells }, ...matrix.classes]) {
        const falling = cells && fallingIn(cells);
        if (!falling) continue;
        report({
            at: nameOf((model.system.matrix ?? model.system).origin),
            subject: model.system.id,
            message:
                `The risk matrix${name === null ? '' : ` of consequence class ${name}`} gives ` +
                `${riskLabel(matrix, falling.to)} where ${falling.what} (both counted from the lowest), and ` +
                `${riskLabel(matrix, falling.from)} before: do not rely on its risks, nor on the SL-T that they ` +
                'suggest. Check whether a row, or an axis that begins with the worst level, is reversed.',
        });
    }
}

/** A tolerable risk that is missing, or that tolerates everything: said once, at the system. */
function checkTolerable(model: Model, { matrix, threats }: RiskAssessment, report: Report): void {
    if (!matrix || !model.system) return;
    const highest = Math.max(...matrix.cells.flat());
    const at = nameOf(model.system.origin);
    const without = threats.filter(each => each.unmitigated !== null && each.tolerable === null);
    if (without.length > 0 && model.system.tolerableRisk === null) {
        const scale =
            matrix.bands.length > 0
                ? `one of ${matrix.bands.map(band => `"${band.name}"`).join(', ')}`
                : `a number below ${highest}`;
        report({
            at,
            subject: model.system.id,
            message:
                'No tolerable risk is stated, so ' +
                `${without.length === 1 ? 'one threat is' : `${without.length} threats are`} not compared with ` +
                `anything. Add \`tolerable-risk\` to the system: ${scale}.`,
            severity: 'info',
            basis: tolerableBasis,
        });
    }
    if (matrix.tolerable !== null && matrix.tolerable >= highest && threats.length > 0) {
        report({
            at,
            subject: model.system.id,
            message:
                `The tolerable risk ${riskLabel(matrix, matrix.tolerable)} is not lower than the highest risk of ` +
                `the matrix (${riskLabel(matrix, highest)}), so every risk is tolerated. State it in the units ` +
                'of the matrix.',
            basis: tolerableBasis,
        });
    }
}

/** A threat of a class that the matrix does not know is judged as one without a class. */
function checkCategory({ matrix, threats }: RiskAssessment, report: Report): void {
    if (!matrix || matrix.classes.length === 0) return;
    const names = matrix.classes.map(each => each.name);
    for (const { threat, consequenceClass } of threats) {
        if (threat.category === null || consequenceClass) continue;
        report({
            at: nameOf(threat.origin),
            subject: threat.id,
            message:
                `The risk matrix has no consequence class ${threat.category} (it has ${listed(names)}), so the ` +
                'threat is rated without one. Correct the category, or add the class to the matrix.',
        });
    }
}

const tolerableBasis = ['ZCR 4.1', 'ZCR 5.7', 'ZCR 6.8'];

const rule: Rule = {
    id: 'risk-not-assessed',
    severity: 'warning',
    basis: ['ZCR 5.3', 'ZCR 5.4', 'ZCR 5.5'],
    summary:
        'The risk of a threat is not known: its likelihood or consequence is missing or not in the matrix, ' +
        'or there is no tolerable risk to compare it with.',
    why:
        'A threat without a rating does not count: not in the residual risk, and not in the suggested SL-T. It ' +
        'looks harmless, but is unknown. A matrix that cannot be read, or a tolerable risk that is missing or ' +
        'too high, affects every threat and is reported once.',
    falsePositives: 'The row is a reminder for the next workshop. Accept the finding until its date.',
    check({ model, lookup, assessment }, report) {
        const risk = assessment.risk;
        checkMatrix(model, risk, report);
        checkOrder(model, risk, report);
        checkTolerable(model, risk, report);
        checkCategory(risk, report);
        if (!risk.matrix) return;
        for (const { threat, missing, outsideAt } of risk.threats) {
            if (missing.length === 0) continue;
            // What cannot be read is said already.
            if (['likelihood', 'consequence'].some(word => lookup.isUnread(threat.id, word))) continue;
            report({
                at: outsideAt ? { file: threat.origin.file, ...outsideAt } : nameOf(threat.origin),
                subject: threat.id,
                message: `The risk of "${threat.title ?? threat.name}" is not assessed. ${missing.join(' ')}`,
            });
        }
    },
    examples: [
        {
            title: 'A row of the matrix has one cell too few',
            before: `system Plant {
  tolerable-risk "low"
  matrix {
    likelihood "rare", "possible", "frequent"
    consequence "slight", "grave"
    bands "low", "medium", "high"
    row "low", "low", "medium"
    row "medium", "high"
    ^^^
  }
}
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 2
}
`,
        },
        {
            title: 'The likelihood is missing',
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
            title: 'A grade that the matrix does not have',
            before: `system Plant { tolerable-risk 6 }
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 9
              ^
}
`,
        },
        {
            title: 'The tolerable risk is missing',
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
            title: 'Both are stated',
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
