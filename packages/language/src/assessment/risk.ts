import type { Threat } from '../model/index.ts';
import { WhenAsked } from '../model/index.ts';
import type { Assessment } from './assessment.ts';
import { offPath } from './off-path.ts';
import type { RiskMatrix } from './risk-matrix.ts';
import type { MatrixReading } from './risk-settings.ts';
import type { TargetSuggestion } from './target-suggestion.ts';
import { suggestTargets } from './target-suggestion.ts';
import type { ThreatPath } from './threat-path.ts';
import { WaysRound } from './way-round.ts';
import { offWhenAsked, pathWhenAsked, type ThreatGround } from './threat-ground.ts';
import type { ThreatRisk } from './threat-risk.ts';
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

const targetsWhenAsked = new WhenAsked<'targets', RiskAssessment['targets']>('targets');

function groundOf(assessment: Assessment, threat: Threat): ThreatGround {
    const withPath = pathWhenAsked.give({ ways: new WaysRound(assessment, threat) }, () =>
        assessment.threatPaths.of(threat),
    );
    return offWhenAsked.give(withPath, () => offPath(assessment, threat, () => withPath.path));
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
    const risk = { reading, matrix: reading.matrix, threats, paths: () => pathsOf(threats) };
    return targetsWhenAsked.give(risk, () => suggestTargets(lookup, threats));
}

function* pathsOf(threats: readonly ThreatRisk[]): Iterable<ThreatPath> {
    for (const threat of threats) {
        yield threat.path;
        // What goes round countermeasures is searched for in the same turns.
        if (threat.threat.mitigations.length > 0) void threat.later;
    }
}
