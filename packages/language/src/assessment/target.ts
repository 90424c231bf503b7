import type { Conduit, Flow, Level, Lookup, Vector, Zone } from '../model/index.ts';
import { frCount, silent } from '../model/index.ts';
import type { TargetSource } from './levels.ts';

export interface Target {
    readonly levels: Vector;
    readonly sources: readonly (TargetSource | null)[];
}

/**
 * A zone whose SL-T a conduit has to hold: one that it connects, or one inside of it in which an end of a flow lies.
 */
export interface AskingZone {
    readonly zone: Zone;
    /** The first flow that ends in it; `null` for a zone that the conduit connects. */
    readonly flow: Flow | null;
}

/**
 * The zones of which a conduit takes its SL-T: those that it connects, and the innermost ones in which the ends of its
 * flows lie (an asset by where it stands, not by what it serves); enterprise and external ones left aside, whose
 * targets are their owners'.
 */
export function askingZones(lookup: Lookup, conduit: Conduit): readonly AskingZone[] {
    const found = new Map<string, AskingZone>();
    const add = (zone: Zone | undefined, flow: Flow | null): void => {
        if (!zone || found.has(zone.id)) return;
        const kind = lookup.kindOf(zone.id);
        if (kind !== 'enterprise' && kind !== 'external') found.set(zone.id, { zone, flow });
    };
    for (const end of conduit.between) add(lookup.zone(end.id), null);
    for (const flow of lookup.flowsIn(conduit.id))
        for (const end of [flow.from, flow.to]) add(lookup.zoneOf(end.id), flow);
    return [...found.values()];
}

/**
 * The SL-T of a zone or conduit, FR by FR: as stated, else inherited from the zones around it. A conduit has, for each
 * FR of which it says nothing, the highest of the zones that ask (a convention: the standard has no formula).
 */
export function targetOf(lookup: Lookup, subject: Zone | Conduit): Target {
    if (subject.kind === 'zone') return ofZone(lookup, subject);
    const derived: (Level | null)[] = [...silent];
    if (!subject.slT || subject.slT.levels.includes(null)) {
        for (const { zone } of askingZones(lookup, subject)) {
            ofZone(lookup, zone).levels.forEach((level, fr) => {
                if (level !== null && level > (derived[fr] ?? -1)) derived[fr] = level;
            });
        }
    }
    const stated = subject.slT?.levels ?? silent;
    return {
        levels: stated.map((level, fr) => level ?? derived[fr]!),
        sources: stated.map((level, fr) => (level !== null ? 'stated' : derived[fr] === null ? null : 'derived')),
    };
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
