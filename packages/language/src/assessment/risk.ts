import type { Lookup } from '../model/index.ts';
import type { RiskMatrix } from './risk-matrix.ts';
import type { MatrixReading } from './risk-settings.ts';
import { matrixOf } from './risk-settings.ts';
import type { TargetSuggestion } from './target-suggestion.ts';
import { suggestTargets } from './target-suggestion.ts';
import type { ThreatRisk } from './threat-risk.ts';
import { assessThreat } from './threat-risk.ts';

/** The detailed risk assessment of a model. */
export interface RiskAssessment {
    readonly reading: MatrixReading;
    readonly matrix: RiskMatrix | null;
    /** In the order of the text. */
    readonly threats: readonly ThreatRisk[];
    /** For each zone and conduit with a threat: what SL-T its threats suggest. In the order of the text. */
    readonly targets: ReadonlyMap<string, TargetSuggestion>;
}

const assessed = new WeakMap<Lookup, { settings: unknown; risk: RiskAssessment }>();

/**
 * The risk of every threat of a model, and the SL-T that it suggests. Computed once for a lookup and settings.
 * @param settings the value of `riskMatrix` in the settings, unchecked; what is wrong with it is in `reading.problems`
 */
export function riskOf(lookup: Lookup, settings: unknown): RiskAssessment {
    const known = assessed.get(lookup);
    if (known && known.settings === settings) return known.risk;
    const reading = matrixOf(lookup.model, settings);
    const threats = lookup.model.threats.map(threat => assessThreat(lookup, reading.matrix, threat));
    const risk = { reading, matrix: reading.matrix, threats, targets: suggestTargets(lookup, threats) };
    assessed.set(lookup, { settings, risk });
    return risk;
}
