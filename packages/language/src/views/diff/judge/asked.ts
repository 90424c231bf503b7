import type {
    Accept,
    Asset,
    AssetType,
    Conduit,
    Dependency,
    Duration,
    Flow,
    Mention,
    Model,
    Party,
} from '../../../model/index.ts';
import { durationText } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';
import {
    acceptsOf,
    asking,
    assetAsked,
    conduitAsked,
    protocolAsked,
    Questions,
    restored,
    threatAsked,
    typeAsked,
    zoneAsked,
} from './asked-elements.ts';
import { mitigationsByHand } from './by-hand.ts';
import { documentsWithDays } from './ended.ts';
import { withExclusions } from './exclusions.ts';
import { functionAsked, islandsAsked } from './functions.ts';
import { isRelabelled, isRelabelledType, roleOf, sameProduct } from './relabelled.ts';
import { liesElsewhere, withInherited } from './moved-zones.ts';
import { undeclaredFlows } from './undeclared.ts';
import { hasWithdrawnAccess, movedTo, withdrawnCertificates, withdrawnPorts } from './withdrawn.ts';
import { judgedAs } from './called-otherwise.ts';
import { becomesHardwired } from './words-of-flows.ts';
import { invariantsAsked } from './asked-invariants.ts';

/** A model that is asked what another one was asked. */
export interface AskedModel {
    readonly model: Model;
    /** The same with the exclusions of BASE, which the assessment knows and the rules do not. */
    readonly restored: Model;
}

const lastingOf = (time: Duration | null): string | null => time && durationText(time);

/** The islands of BASE, and its functions as far as they are still there. */
function functionsAsked(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
    questions: Questions,
): Pick<Model, 'islands' | 'functions'> {
    const { islands, functions } = after.model;
    const { asked, same } = islandsAsked(before, after, pairing);
    const olds = new Map(before.model.functions.map(each => [pairing.functions.get(each.id), each]));
    const isThere = ({ of, id }: Dependency): boolean => of === 'function' || after.lookup.element(id) !== undefined;
    return {
        islands: questions.pick(islands, asked, same),
        functions: functions.map(each => {
            const old = olds.get(each.id);
            if (!old) return each;
            const turned = functionAsked(each, old, before.lookup, pairing, isThere);
            return questions.pick(each, turned.asked, turned.same);
        }),
    };
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
 * and what people rated by hand. So nothing gets better by asking less, and nothing worse by asking more.
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
    /** The protocols of BASE as far as HEAD has them; none of them is one that nobody said. */
    const protocolsOf = (was: Flow, now: Flow, word: ReturnType<typeof judgedAs> | undefined): readonly Mention[] => {
        const more = word === 'both' ? now.protocols : [];
        return was.protocols
            .map(({ id }) => ({ id: names.protocol(id), at: now.origin.name }))
            .filter(({ id }) => after.lookup.protocol(id) !== undefined && more.every(each => each.id !== id))
            .concat(more);
    };
    /** What secures a flow of BASE, by countermeasures under their names in HEAD. */
    const securedOf = ({ secured }: Flow): Flow['secured'] =>
        secured && { ...secured, by: secured.by.map(each => ({ ...each, id: names.countermeasure(each.id) })) };
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
    /** The type of an asset under its name in HEAD, and its role where HEAD has no such type. */
    const typeName =
        (was: Asset) =>
        (id: string): string =>
            after.lookup.type(names.type(id)) ? names.type(id) : (roleOf(before.lookup, was) ?? id);
    const carriersOf = (now: Conduit, was: Conduit): readonly Mention[] =>
        was.over
            .map(each => ({ id: names.element(each.id), at: now.origin.name }))
            .filter(({ id }) => after.lookup.zone(id) !== undefined);
    /** What is needed, under its name in HEAD; `null` where it is gone. */
    const needed = (each: Dependency): string | null => {
        const id = names[each.of](each.id);
        return each.of === 'function' || after.lookup.element(id) !== undefined ? id : null;
    };
    const byHand = mitigationsByHand(before, after, pairing);
    const moved = movedTo(
        model,
        id => old(before.lookup.asset, partners, id),
        id => old(before.lookup.zone, partners, id),
    );
    const undeclared = undeclaredFlows(before, after, pairing);
    if (undeclared.length > 0) questions.differ = true;
    const countermeasures = new Map(
        before.model.countermeasures.map(each => [pairing.countermeasures.get(each.id), each]),
    );
    const parties = new Map(before.model.parties.map(each => [pairing.parties.get(each.id), each]));
    const threats = new Map(before.model.threats.map(threat => [pairing.threats.get(threat.id), threat]));
    const types = new Map(
        before.model.types.flatMap(type =>
            pairing.types.has(type.id) ? [[pairing.types.get(type.id)!, type] as const] : [],
        ),
    );
    const protocolsBefore = new Map(
        before.model.protocols.flatMap(each => {
            const id = pairing.protocols.get(each.id);
            return id === undefined ? [] : [[id, each] as const];
        }),
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
            evidenceValid: questions.pick(
                system.evidenceValid,
                was.evidenceValid,
                lastingOf(system.evidenceValid) === lastingOf(was.evidenceValid),
            ),
            accepts: acceptsOf(system, was, questions),
        },
        zones: model.zones.map(zone => {
            const partner = old(before.lookup.zone, partners, zone.id);
            const was =
                partner && liesElsewhere(partner, zone, pairing) ? withInherited(before.lookup, partner) : partner;
            return was
                ? zoneAsked(zone, was, questions, moved)
                : asking(zone, { accepts: acceptsOf(zone, undefined, questions) });
        }),
        conduits: model.conduits.map(conduit => {
            const partner = old(before.lookup.conduit, partners, conduit.id);
            return partner
                ? conduitAsked(conduit, partner, questions, carriersOf(conduit, partner))
                : asking(conduit, { accepts: acceptsOf(conduit, undefined, questions) });
        }),
        assets: known.assets.map(asset => {
            const partner = old(before.lookup.asset, partners, asset.id);
            return partner
                ? assetAsked(
                      asset,
                      partner,
                      questions,
                      typeName(partner),
                      after.problems.length === 0 && isRelabelled(before.lookup, partner, after.lookup, asset),
                      sameProduct(before.lookup, partner, after.lookup, asset),
                      needed,
                      after.today,
                      moved,
                  )
                : asking(asset, { accepts: acceptsOf(asset, undefined, questions) });
        }),
        flows: [
            ...model.flows.map(flow => {
                const partner = flows.get(flow);
                const accepts = acceptsOf(flow, partner, questions);
                const withdrawn = partner !== undefined && hasWithdrawnAccess(flow, partner);
                const word = partner && judgedAs(before.lookup, after.lookup, partner, flow, names);
                const isWord = partner !== undefined && (word || becomesHardwired(before, after, partner, flow));
                return asking(flow, {
                    accepts,
                    ...(partner ? restored(withdrawnPorts(flow, partner), questions) : {}),
                    ...(isWord
                        ? restored<Flow>(
                              {
                                  protocols: protocolsOf(partner, flow, word),
                                  ports: partner.ports,
                                  // What the word is said to provide secures nothing under the other one.
                                  ...(word && flow.secured?.by.length === 0 ? { secured: securedOf(partner) } : {}),
                              },
                              questions,
                          )
                        : {}),
                    ...(withdrawn
                        ? restored<Flow>({ access: partner.access, accessAt: flow.origin.name }, questions)
                        : {}),
                });
            }),
            ...undeclared,
        ],
        types: known.types.map(type => {
            const partner = types.get(type.id);
            if (!partner || type.builtIn) return type;
            const old = partner.base && names.type(partner.base.id);
            const relabelled = old !== null && isRelabelledType(before.lookup, partner, after.lookup, type);
            const base = relabelled && after.lookup.type(old) ? { id: old, at: type.origin.name } : null;
            return typeAsked(type, partner, questions, base);
        }),
        protocols: accepting(model.protocols, before.model.protocols, pairing.protocols).map(protocol => {
            const partner = protocolsBefore.get(protocol.id);
            return partner && !protocol.builtIn ? protocolAsked(protocol, partner, questions) : protocol;
        }),
        countermeasures: accepting(model.countermeasures, before.model.countermeasures, pairing.countermeasures).map(
            each => {
                const partner = countermeasures.get(each.id);
                const evidence = partner
                    ? documentsWithDays(each.evidence, partner.evidence, each.origin)
                    : each.evidence;
                return asking(each, { evidence: questions.pick(each.evidence, evidence, evidence === each.evidence) });
            },
        ),
        threats: model.threats.map(threat => {
            const partner = threats.get(threat.id);
            return partner
                ? threatAsked(threat, partner, questions, names.countermeasure, byHand(threat, partner))
                : asking(threat, { accepts: acceptsOf(threat, undefined, questions) });
        }),
        parties: model.parties.map(party => {
            const partner = parties.get(party.id);
            return partner ? asking<Party>(party, restored(withdrawnCertificates(party, partner), questions)) : party;
        }),
        invariants: invariantsAsked(before, after, pairing, questions),
        ...functionsAsked(before, after, pairing, questions),
    };
    const excluding = withExclusions(plant, before, partners, names.countermeasure);
    return questions.differ || excluding !== plant ? { model: plant, restored: excluding } : null;
}

/** Two matrices that say the same, wherever they stand. */
export function sameMatrix(first: unknown, second: unknown): boolean {
    const said = (matrix: unknown): string =>
        JSON.stringify(matrix, (key, value: unknown) => (key === 'origin' || key === 'at' ? undefined : value));
    return said(first) === said(second);
}
