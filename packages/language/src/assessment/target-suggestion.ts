import type { Lookup } from '../model/index.ts';
import { frCount } from '../model/index.ts';
import type { ThreatRisk } from './threat-risk.ts';

/** What SL-T the threats against a zone or conduit, or through it, suggest. Never set by itself. */
export interface TargetSuggestion {
    readonly subject: string;
    /** One level for each FR, 0 to 4; `null` where no threat with a rating says anything of it. */
    readonly levels: readonly (number | null)[];
    /** For each FR the threat that asks for most; the first of these. */
    readonly because: readonly (ThreatRisk | null)[];
    /** Every threat against the subject or through it, rated or not. */
    readonly threats: readonly ThreatRisk[];
}

/**
 * For each zone and conduit the highest level that its threats suggest, FR by FR: a threat of a consequence class that
 * names foundational requirements moves only these.
 */
export function suggestTargets(lookup: Lookup, threats: readonly ThreatRisk[]): ReadonlyMap<string, TargetSuggestion> {
    const bySubject = new Map<string, ThreatRisk[]>();
    for (const threat of threats) {
        for (const subject of threat.path.subjects) {
            const known = bySubject.get(subject);
            if (known) known.push(threat);
            else bySubject.set(subject, [threat]);
        }
    }
    const found = new Map<string, TargetSuggestion>();
    for (const { id } of [...lookup.model.zones, ...lookup.model.conduits]) {
        const behind = bySubject.get(id);
        if (behind) found.set(id, suggest(id, behind));
    }
    return found;
}

function suggest(subject: string, threats: readonly ThreatRisk[]): TargetSuggestion {
    const because = Array.from({ length: frCount }, (_, fr) =>
        threats.reduce<ThreatRisk | null>((most, each) => {
            const speaks = each.suggests !== null && (each.consequenceClass?.targets?.includes(fr) ?? true);
            return speaks && (most === null || each.suggests! > most.suggests!) ? each : most;
        }, null),
    );
    return { subject, levels: because.map(each => each?.suggests ?? null), because, threats };
}
