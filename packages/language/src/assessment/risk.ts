import type { Threat } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import { offPath } from './off-path.ts';
import type { RiskMatrix } from './risk-matrix.ts';
import type { MatrixReading } from './risk-settings.ts';
import type { TargetSuggestion } from './target-suggestion.ts';
import { suggestTargets } from './target-suggestion.ts';
import type { ThreatPath } from './threat-path.ts';
import type { ThreatGround, ThreatRisk } from './threat-risk.ts';
import { assessThreat } from './threat-risk.ts';

/** The detailed risk assessment of a model. */
export interface RiskAssessment {
    /** The matrix, or what is wrong with the one that was given. */
    readonly reading: MatrixReading;
    readonly matrix: RiskMatrix | null;
    /** In the order of the text. */
    readonly threats: readonly ThreatRisk[];
    /** For each zone and conduit with a threat: what SL-T its threats suggest. In the order of the text. */
    readonly targets: ReadonlyMap<string, TargetSuggestion>;
    /** The path of each threat, in the order of the text: one search after the other. */
    paths(): Iterable<ThreatPath>;
}

function groundOf(assessment: Assessment, threat: Threat): ThreatGround {
    let path: ThreatPath | undefined;
    let off: ThreatGround['off'] | undefined;
    const search = (): ThreatPath => (path ??= assessment.threatPaths.of(threat));
    return {
        get path() {
            return search();
        },
        get off() {
            return (off ??= offPath(assessment, threat, search));
        },
    };
}

/**
 * The risk of every threat of a model, and the SL-T that it suggests. The paths of the threats, and what rests on them,
 * are searched for when they are first asked for.
 */
export function riskOf(assessment: Assessment): RiskAssessment {
    const { lookup, matrix: reading } = assessment;
    const threats = lookup.model.threats.map(threat =>
        assessThreat(assessment, reading.matrix, threat, groundOf(assessment, threat)),
    );
    let targets: RiskAssessment['targets'] | undefined;
    return {
        reading,
        matrix: reading.matrix,
        threats,
        get targets() {
            return (targets ??= suggestTargets(lookup, threats));
        },
        *paths() {
            for (const { path } of threats) yield path;
        },
    };
}
