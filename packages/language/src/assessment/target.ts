import type { Conduit, Level, Lookup, Vector, Zone } from '../model/index.ts';
import { frCount, silent } from '../model/index.ts';
import type { TargetSource } from './assessment.ts';

export interface Target {
    readonly levels: Vector;
    readonly sources: readonly (TargetSource | null)[];
}

/**
 * The SL-T of a zone or conduit: as stated, else inherited from the zones around it, FR by FR. A conduit without a statement has, for each
 * FR, the highest of the zones that it connects, enterprise and external ones left aside (a convention: the standard has no formula).
 */
export function targetOf(lookup: Lookup, subject: Zone | Conduit): Target {
    if (subject.kind === 'zone') return ofZone(lookup, subject);
    if (subject.slT) return { levels: subject.slT.levels, sources: subject.slT.levels.map(level => (level === null ? null : 'stated')) };
    const levels: (Level | null)[] = [...silent];
    for (const end of subject.between) {
        const zone = lookup.zone(end.id);
        const kind = zone ? lookup.kindOf(zone.id) : null;
        if (!zone || kind === 'enterprise' || kind === 'external') continue;
        ofZone(lookup, zone).levels.forEach((level, fr) => {
            if (level !== null && level > (levels[fr] ?? -1)) levels[fr] = level;
        });
    }
    return { levels, sources: levels.map(level => (level === null ? null : 'derived')) };
}

function ofZone(lookup: Lookup, zone: Zone): Target {
    const levels: (Level | null)[] = [];
    const sources: (TargetSource | null)[] = [];
    const chain = lookup.chain(zone.id);
    for (let fr = 0; fr < frCount; fr++) {
        const speaker = chain.find(link => (link.slT?.levels[fr] ?? null) !== null);
        levels.push(speaker?.slT?.levels[fr] ?? null);
        sources.push(speaker ? (speaker === zone ? 'stated' : 'inherited') : null);
    }
    return { levels, sources };
}
