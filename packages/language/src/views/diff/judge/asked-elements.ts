import type {
    Accept,
    Asset,
    AssetType,
    Conduit,
    Dependency,
    LevelStatement,
    Mention,
    Mitigation,
    Protocol,
    Statement,
    Threat,
    Zone,
} from '../../../model/index.ts';
import { excludedBy, withoutNewExclusions } from './exclusions.ts';
import { statementsWithDays } from './ended.ts';
import { withdrawnNeeds, withdrawnOfAsset, withdrawnOfType, withdrawnOfZone, type Moved } from './withdrawn.ts';

/** Remembers whether any question was asked differently. */
export class Questions {
    differ = false;

    /** The value of BASE where the two are different questions. */
    pick<T>(now: T, old: T, same: boolean): T {
        if (same) return now;
        this.differ = true;
        return old;
    }
}

/** A value as one text, to compare it. */
export const words = (value: unknown): string => JSON.stringify(value);
const levels = (statement: LevelStatement | null): string => words(statement?.levels ?? null);
const accepted = (accepts: readonly Accept[]): string =>
    words(accepts.map(({ rule, until }) => [rule, until?.date ?? null]).sort());
export const named = (mentions: readonly Mention[]): string => words(mentions.map(({ id }) => id).sort());

export function acceptsOf(
    now: { readonly accepts: readonly Accept[] },
    old: { readonly accepts: readonly Accept[] } | undefined,
    asked: Questions,
): readonly Accept[] {
    const before = old?.accepts ?? [];
    return asked.pick(now.accepts, before, accepted(now.accepts) === accepted(before));
}

/** What was said to be risky is still held to be, and what is said so now is a fact. */
function traitsOf<T extends string>(now: readonly T[], old: readonly T[], asked: Questions): readonly T[] {
    const all = [...new Set([...now, ...old])];
    return asked.pick(now, all, all.length === new Set(now).size);
}

function exclusionsOf(
    now: { readonly statements: readonly Statement[] },
    old: { readonly statements: readonly Statement[] },
    asked: Questions,
): readonly Statement[] {
    const kept = statementsWithDays(withoutNewExclusions(now.statements, excludedBy(old.statements)), old.statements);
    return asked.pick(now.statements, kept, kept === now.statements);
}

/** Facts that HEAD says nothing of any more are still asked about. */
export function restored<T extends object>(withdrawn: Partial<T>, questions: Questions): Partial<T> {
    if (Object.keys(withdrawn).length > 0) questions.differ = true;
    return withdrawn;
}

/** An element that is asked differently in some fields; itself where it is asked alike. */
export function asking<T extends object>(now: T, asked: Partial<T>): T {
    for (const field in asked) if (asked[field] !== now[field]) return { ...now, ...asked };
    return now;
}

export function zoneAsked(now: Zone, old: Zone, asked: Questions, moved: Moved): Zone {
    return asking(now, {
        slT: asked.pick(now.slT, old.slT, levels(now.slT) === levels(old.slT)),
        zoneKind: asked.pick(now.zoneKind, old.zoneKind, now.zoneKind === old.zoneKind),
        purdue: asked.pick(now.purdue, old.purdue, now.purdue === old.purdue),
        traits: traitsOf(now.traits, old.traits, asked),
        accepts: acceptsOf(now, old, asked),
        statements: exclusionsOf(now, old, asked),
        ...restored(withdrawnOfZone(now, old, moved), asked),
    });
}

/** @param carriers the zones that carried it, as far as they are still there, under the names of HEAD */
export function conduitAsked(now: Conduit, old: Conduit, asked: Questions, carriers: readonly Mention[]): Conduit {
    return asking(now, {
        slT: asked.pick(now.slT, old.slT, levels(now.slT) === levels(old.slT)),
        traits: traitsOf(now.traits, old.traits, asked),
        accepts: acceptsOf(now, old, asked),
        statements: exclusionsOf(now, old, asked),
        ...restored<Conduit>(carriers.length > 0 && now.over.length === 0 ? { over: carriers } : {}, asked),
    });
}

/** A capability that was typed higher proves nothing; one that was typed lower is believed. */
function capabilityOf(now: LevelStatement | null, old: LevelStatement | null, asked: Questions): LevelStatement | null {
    if (!now) return null;
    const lowest: LevelStatement | null = old && {
        ...now,
        levels: now.levels.map((level, fr) => {
            const was = old.levels[fr] ?? null;
            return level === null || was === null ? null : (Math.min(level, was) as typeof level);
        }),
    };
    return asked.pick(now, lowest, levels(now) === levels(lowest));
}

/** @param base what it rests on, where that was typed anew; `null` else */
export function typeAsked(now: AssetType, old: AssetType, asked: Questions, base: Mention | null): AssetType {
    return asking(now, {
        ...restored<AssetType>(base ? { base } : {}, asked),
        slC: capabilityOf(now.slC, old.slC, asked),
        accepts: acceptsOf(now, old, asked),
        ...restored(withdrawnOfType(now, old), asked),
    });
}

const modes: readonly (string | null)[] = [null, 'none', 'optional', 'mandatory'];

/** Traits by which less can pass over a protocol, or has to. */
export const excusing: ReadonlySet<string> = new Set(['hardwired', 'one-way-capable', 'udp-optional']);

/**
 * A protocol that the site describes itself: to say that it protects more, or is known for less, proves nothing.
 */
export function protocolAsked(now: Protocol, old: Protocol, asked: Questions): Protocol {
    const provides = now.provides.filter(each => old.provides.includes(each));
    const security = modes.indexOf(now.security) > modes.indexOf(old.security) ? old.security : now.security;
    // With its ports it was no contact: they say what it is judged as.
    const isWire = now.traits.includes('hardwired') && !old.traits.includes('hardwired');
    // Without its ports nothing of it can be compared any more: that it does not say them mends nothing.
    const isSilent = now.ports.length === 0 && old.ports.length > 0;
    const believed = now.traits.filter(each => !excusing.has(each) || old.traits.includes(each));
    const traits = [...new Set([...believed, ...old.traits])];
    const sameTraits = traits.length === now.traits.length && traits.every(each => now.traits.includes(each));
    return asking(now, {
        provides: asked.pick(now.provides, provides, provides.length === now.provides.length),
        security: asked.pick(now.security, isWire ? old.security : security, !isWire && security === now.security),
        ...(isWire || isSilent ? restored<Protocol>({ ports: old.ports }, asked) : {}),
        traits: asked.pick(now.traits, traits, sameTraits),
    });
}

/** @param isSame whether nothing says that it is another product than it was */
export function assetAsked(
    now: Asset,
    old: Asset,
    asked: Questions,
    type: (id: string) => string,
    relabelled: boolean,
    isSame: boolean,
    needed: (each: Dependency) => string | null,
    today: string,
    moved: Moved,
): Asset {
    const sameType = (old.type === null ? null : type(old.type.id)) === (now.type?.id ?? null);
    const rated = (traits: Asset['traits']): Asset['traits'] => traits.filter(trait => trait === 'essential');
    const facts = (traits: Asset['traits']): Asset['traits'] => traits.filter(trait => trait !== 'essential');
    const essential = asked.pick(
        rated(now.traits),
        rated(old.traits),
        rated(now.traits).length === rated(old.traits).length,
    );
    const others = traitsOf(facts(now.traits), facts(old.traits), asked);
    const traits = [...essential, ...others];
    const alike = traits.length === now.traits.length && traits.every(trait => now.traits.includes(trait));
    return asking(now, {
        traits: alike ? now.traits : traits,
        criticality: asked.pick(now.criticality, old.criticality, now.criticality === old.criticality),
        slC: sameType || isSame ? capabilityOf(now.slC, old.slC, asked) : now.slC,
        accepts: acceptsOf(now, old, asked),
        statements: exclusionsOf(now, old, asked),
        ...restored(withdrawnNeeds(now, old, needed), asked),
        ...(relabelled && old.type
            ? restored<Asset>({ type: { id: type(old.type.id), at: now.type?.at ?? now.origin.name } }, asked)
            : {}),
        ...(sameType || relabelled ? restored(withdrawnOfAsset(now, old, today, moved), asked) : {}),
    });
}

/**
 * Numbers that a person typed are those of BASE; who mitigates what is a fact.
 * @param byHand mitigations that are only written newly
 */
export function threatAsked(
    now: Threat,
    old: Threat,
    asked: Questions,
    countermeasure: (id: string) => string,
    byHand: readonly Mitigation[],
): Threat {
    const rated = new Map(
        old.mitigations.map(each => [words(each.by.map(({ id }) => countermeasure(id)).sort()), each]),
    );
    const written = new Set(byHand);
    const facts = now.mitigations.filter(each => !written.has(each));
    if (facts.length < now.mitigations.length) asked.differ = true;
    const mitigations = facts.map((each): Mitigation => {
        const was = rated.get(named(each.by));
        if (!was) return each;
        return asked.pick(
            each,
            { ...each, toLikelihood: was.toLikelihood, toConsequence: was.toConsequence },
            each.toLikelihood === was.toLikelihood && each.toConsequence === was.toConsequence,
        );
    });
    return asking(now, {
        likelihood: asked.pick(now.likelihood, old.likelihood, now.likelihood === old.likelihood),
        consequence: asked.pick(now.consequence, old.consequence, now.consequence === old.consequence),
        category: asked.pick(now.category, old.category, now.category === old.category),
        mitigations:
            mitigations.length === now.mitigations.length &&
            mitigations.every((each, index) => each === now.mitigations[index])
                ? now.mitigations
                : mitigations,
        accepts: acceptsOf(now, old, asked),
    });
}
