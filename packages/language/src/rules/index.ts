/** The rules: questions asked of a model and its assessment, in families. One import and one line a rule. */
import type { Rule } from './rule.ts';
import assetWithoutThreat from './asset-without-threat.ts';
import consequenceAgainstCriticality from './consequence-against-criticality.ts';
import invariantBroken from './invariant-broken.ts';
import invariantExceptionExpired from './invariant-exception-expired.ts';
import invariantVacuous from './invariant-vacuous.ts';
import mitigationWithoutEffect from './mitigation-without-effect.ts';
import residualRiskAboveTolerable from './residual-risk-above-tolerable.ts';
import riskMatrixUnusable from './risk-matrix-unusable.ts';
import slTAboveRisk from './sl-t-above-risk.ts';
import slTBelowRisk from './sl-t-below-risk.ts';
import slTWithoutThreat from './sl-t-without-threat.ts';
import threatMeasureOffPath from './threat-measure-off-path.ts';
import threatNotRated from './threat-not-rated.ts';
import threatPathMissing from './threat-path-missing.ts';
import tolerableRiskMissing from './tolerable-risk-missing.ts';

export * from './finding.ts';
export * from './rule.ts';

/** Rules that ask the same kind of question, under the heading that the documentation gives them. */
export interface Family {
    readonly title: string;
    readonly rules: readonly Rule[];
}

export const families: readonly Family[] = [
    { title: 'Partition', rules: [] },
    { title: 'Documentation', rules: [] },
    { title: 'Conduits and flows', rules: [] },
    { title: 'Paths', rules: [] },
    { title: 'Invariants', rules: [invariantBroken, invariantVacuous, invariantExceptionExpired] },
    { title: 'Protocols', rules: [] },
    { title: 'Essential functions', rules: [] },
    { title: 'Levels', rules: [] },
    { title: 'Evidence', rules: [] },
    { title: 'Monitoring and ownership', rules: [] },
    {
        title: 'Risk',
        rules: [
            residualRiskAboveTolerable,
            slTBelowRisk,
            slTAboveRisk,
            slTWithoutThreat,
            threatPathMissing,
            threatMeasureOffPath,
            threatNotRated,
            mitigationWithoutEffect,
            consequenceAgainstCriticality,
            assetWithoutThreat,
            tolerableRiskMissing,
            riskMatrixUnusable,
        ],
    },
    { title: 'Text', rules: [] },
    { title: 'Acceptances', rules: [] },
];

/** All rules, in the order of the families. */
export const rules: readonly Rule[] = families.flatMap(family => family.rules);
