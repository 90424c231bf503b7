import type {
    Accept,
    Asset,
    AssetType,
    Conduit,
    Invariant,
    LevelStatement,
    Mention,
    Mitigation,
    Model,
    Statement,
    Threat,
    Zone,
} from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import { excludedBy, withExclusions, withoutNewExclusions } from './exclusions.ts';

/** A model that is asked what another one was asked. */
export interface AskedModel {
    readonly model: Model;
    /** The same with the exclusions of BASE, which the assessment knows and the rules do not. */
    readonly restored: Model;
}

/** Remembers whether any question was asked differently. */
class Questions {
    differ = false;

    /** The value of BASE where the two are different questions. */
    pick<T>(now: T, old: T, same: boolean): T {
        if (same) return now;
        this.differ = true;
        return old;
    }
}

const words = (value: unknown): string => JSON.stringify(value);
const levels = (statement: LevelStatement | null): string => words(statement?.levels ?? null);
const accepted = (accepts: readonly Accept[]): string =>
    words(accepts.map(({ rule, until }) => [rule, until?.date ?? null]).sort());
const named = (mentions: readonly Mention[]): string => words(mentions.map(({ id }) => id).sort());

function acceptsOf(
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
    const kept = withoutNewExclusions(now.statements, excludedBy(old.statements));
    return asked.pick(now.statements, kept, kept === now.statements);
}

/** An element that is asked differently in some fields; itself where it is asked alike. */
function asking<T extends object>(now: T, asked: Partial<T>): T {
    for (const field in asked) if (asked[field] !== now[field]) return { ...now, ...asked };
    return now;
}

function zoneAsked(now: Zone, old: Zone, asked: Questions): Zone {
    return asking(now, {
        slT: asked.pick(now.slT, old.slT, levels(now.slT) === levels(old.slT)),
        zoneKind: asked.pick(now.zoneKind, old.zoneKind, now.zoneKind === old.zoneKind),
        purdue: asked.pick(now.purdue, old.purdue, now.purdue === old.purdue),
        traits: traitsOf(now.traits, old.traits, asked),
        accepts: acceptsOf(now, old, asked),
        statements: exclusionsOf(now, old, asked),
    });
}

function conduitAsked(now: Conduit, old: Conduit, asked: Questions): Conduit {
    return asking(now, {
        slT: asked.pick(now.slT, old.slT, levels(now.slT) === levels(old.slT)),
        traits: traitsOf(now.traits, old.traits, asked),
        accepts: acceptsOf(now, old, asked),
        statements: exclusionsOf(now, old, asked),
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

function typeAsked(now: AssetType, old: AssetType, asked: Questions): AssetType {
    return asking(now, { slC: capabilityOf(now.slC, old.slC, asked), accepts: acceptsOf(now, old, asked) });
}

function assetAsked(now: Asset, old: Asset, asked: Questions, type: (id: string) => string): Asset {
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
        slC: sameType ? capabilityOf(now.slC, old.slC, asked) : now.slC,
        accepts: acceptsOf(now, old, asked),
        statements: exclusionsOf(now, old, asked),
    });
}

/** Numbers that a person typed are those of BASE; who mitigates what is a fact. */
function threatAsked(now: Threat, old: Threat, asked: Questions, countermeasure: (id: string) => string): Threat {
    const rated = new Map(
        old.mitigations.map(each => [words(each.by.map(({ id }) => countermeasure(id)).sort()), each]),
    );
    const mitigations = now.mitigations.map((each): Mitigation => {
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
        mitigations: mitigations.every((each, index) => each === now.mitigations[index])
            ? now.mitigations
            : mitigations,
        accepts: acceptsOf(now, old, asked),
    });
}

const asked = (invariant: Invariant): string =>
    words([
        invariant.clauses.map(({ verb, from, to, through }) => [verb, from.id, to.id, through?.id ?? null]),
        invariant.exceptions.map(({ from, to, arrow, protocols, until }) => [
            from.id,
            to.id,
            arrow,
            protocols.map(({ id }) => id),
            until?.date ?? null,
        ]),
    ]);

/**
 * The invariants of BASE, as far as their ends are still there, under the names of HEAD. Places in the text of BASE get
 * a file of
 * their own, so that no finding there is taken for one of HEAD.
 */
function invariantsAsked(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
    questions: Questions,
): readonly Invariant[] {
    const names = namesFrom(pairing);
    const there = (mention: Mention | null): boolean =>
        mention === null || after.lookup.element(names.element(mention.id)) !== undefined;
    const renamed = (mention: Mention, name: (id: string) => string): Mention => ({ ...mention, id: name(mention.id) });
    const apart = <T extends { readonly origin: { readonly file: string } }>(each: T): T => ({
        ...each,
        origin: { ...each.origin, file: `${each.origin.file}#base` },
    });
    const known = new Map(after.model.invariants.map(each => [each.id, each]));
    const translated = before.model.invariants.map((old): Invariant => {
        const id = pairing.invariants.get(old.id);
        const now = id === undefined ? undefined : known.get(id);
        const translation: Invariant = {
            ...apart(old),
            ...(now ? { id: now.id, name: now.name, origin: now.origin } : {}),
            clauses: old.clauses
                .filter(({ from, to, through }) => there(from) && there(to) && there(through))
                .map(clause =>
                    apart({
                        ...clause,
                        from: renamed(clause.from, names.element),
                        to: renamed(clause.to, names.element),
                        through: clause.through ? renamed(clause.through, names.element) : null,
                    }),
                ),
            exceptions: old.exceptions
                .filter(({ from, to }) => there(from) && there(to))
                .map(exception =>
                    apart({
                        ...exception,
                        from: renamed(exception.from, names.element),
                        to: renamed(exception.to, names.element),
                        protocols: exception.protocols.map(protocol => renamed(protocol, names.protocol)),
                    }),
                ),
        };
        return now && asked(now) === asked(translation)
            ? { ...now, accepts: acceptsOf(now, old, questions) }
            : translation;
    });
    const same =
        translated.length === known.size && translated.every(each => known.get(each.id)?.clauses === each.clauses);
    return questions.pick(after.model.invariants, translated, same);
}

/** What HEAD no longer knows of types because it was not understood as a whole is taken from BASE. */
function withKnownTypes(
    before: DiffSide,
    after: DiffSide,
    partners: ReadonlyMap<string, string>,
    questions: Questions,
): Pick<Model, 'assets' | 'types'> {
    const { assets, types } = after.model;
    if (after.problems.length === 0) return { assets, types };
    const lost = new Map<string, AssetType>();
    const mended = assets.map((asset): Asset => {
        const old = before.lookup.asset(partners.get(asset.id) ?? '');
        if (asset.type !== null || !old?.type) return asset;
        for (const type of before.lookup.typesOf(old)) if (!after.lookup.type(type.id)) lost.set(type.id, type);
        return { ...asset, type: { id: old.type.id, at: asset.origin.name } };
    });
    const same = mended.every((asset, index) => asset === assets[index]);
    return { assets: questions.pick(assets, mended, same), types: [...types, ...lost.values()] };
}

/**
 * The plant of HEAD, asked what BASE was asked: its SL-T, tolerance, matrix, invariants, acceptances and exclusions,
 * and what people
 * rated by hand. So nothing gets better by asking less, and nothing worse by asking more.
 * @returns `null` where the questions are the same
 */
export function askedAlike(before: DiffSide, after: DiffSide, pairing: Pairing): AskedModel | null {
    const { model } = after;
    if (!model.system || !before.model.system) return null;
    const questions = new Questions();
    const partners = new Map([...pairing.elements].map(([old, now]) => [now, old]));
    const flows = new Map([...pairing.flows].map(([old, now]) => [now, old]));
    const names = namesFrom(pairing);
    const known = withKnownTypes(before, after, partners, questions);
    const old = <T>(
        find: (id: string) => T | undefined,
        pairs: ReadonlyMap<string, string>,
        id: string,
    ): T | undefined => {
        const partner = pairs.get(id);
        return partner === undefined ? undefined : find(partner);
    };
    const turned = (pairs: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
        new Map([...pairs].map(([was, is]) => [is, was]));
    const accepting = <T extends { readonly id: string; readonly accepts: readonly Accept[] }>(
        list: readonly T[],
        others: readonly T[],
        pairs: ReadonlyMap<string, string>,
    ): readonly T[] => {
        const byId = new Map(others.map(each => [each.id, each]));
        const names = turned(pairs);
        return list.map(each => {
            const accepts = acceptsOf(each, byId.get(names.get(each.id) ?? ''), questions);
            return accepts === each.accepts ? each : { ...each, accepts };
        });
    };
    const threats = new Map(before.model.threats.map(threat => [pairing.threats.get(threat.id), threat]));
    const types = new Map(
        before.model.types.flatMap(type =>
            pairing.types.has(type.id) ? [[pairing.types.get(type.id)!, type] as const] : [],
        ),
    );
    const { system } = model;
    const was = before.model.system;
    const plant: Model = {
        ...model,
        system: {
            ...system,
            tolerableRisk: questions.pick(
                system.tolerableRisk,
                was.tolerableRisk,
                system.tolerableRisk === was.tolerableRisk,
            ),
            matrix: questions.pick(system.matrix, was.matrix, sameMatrix(system.matrix, was.matrix)),
            accepts: acceptsOf(system, was, questions),
        },
        zones: model.zones.map(zone => {
            const partner = old(before.lookup.zone, partners, zone.id);
            return partner
                ? zoneAsked(zone, partner, questions)
                : asking(zone, { accepts: acceptsOf(zone, undefined, questions) });
        }),
        conduits: model.conduits.map(conduit => {
            const partner = old(before.lookup.conduit, partners, conduit.id);
            return partner
                ? conduitAsked(conduit, partner, questions)
                : asking(conduit, { accepts: acceptsOf(conduit, undefined, questions) });
        }),
        assets: known.assets.map(asset => {
            const partner = old(before.lookup.asset, partners, asset.id);
            return partner
                ? assetAsked(asset, partner, questions, names.type)
                : asking(asset, { accepts: acceptsOf(asset, undefined, questions) });
        }),
        flows: model.flows.map(flow => {
            const accepts = acceptsOf(flow, flows.get(flow), questions);
            return accepts === flow.accepts ? flow : { ...flow, accepts };
        }),
        types: known.types.map(type => {
            const partner = types.get(type.id);
            return partner && !type.builtIn ? typeAsked(type, partner, questions) : type;
        }),
        protocols: accepting(model.protocols, before.model.protocols, pairing.protocols),
        countermeasures: accepting(model.countermeasures, before.model.countermeasures, pairing.countermeasures),
        threats: model.threats.map(threat => {
            const partner = threats.get(threat.id);
            return partner
                ? threatAsked(threat, partner, questions, names.countermeasure)
                : asking(threat, { accepts: acceptsOf(threat, undefined, questions) });
        }),
        invariants: invariantsAsked(before, after, pairing, questions),
    };
    const restored = withExclusions(plant, before, partners);
    return questions.differ || restored !== plant ? { model: plant, restored } : null;
}

/** Two matrices that say the same, wherever they stand. */
export function sameMatrix(first: unknown, second: unknown): boolean {
    const said = (matrix: unknown): string =>
        JSON.stringify(matrix, (key, value: unknown) => (key === 'origin' || key === 'at' ? undefined : value));
    return said(first) === said(second);
}
