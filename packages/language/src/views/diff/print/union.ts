import { lookup, type Model } from '../../../model/index.ts';
import type { Levels } from '../../../assessment/index.ts';
import { assess } from '../../../assessment/index.ts';
import type { DiagramContext } from '../../diagram/index.ts';
import type { DiffSide, ModelDiff } from '../model-diff.ts';
import { namesFrom, pairModels } from '../pairing.ts';

/** The model after a change together with what the change took away, under the names that things have now. */
export function unionOf({ before, after }: ModelDiff): DiagramContext {
    const pairing = pairModels(before.lookup, after.lookup);
    const { element } = namesFrom(pairing);
    const [old, now] = [before.model, after.model];
    const there = new Set([...now.zones, ...now.conduits, ...now.assets].map(each => each.id));
    const gone = <T extends { readonly id: string }>(elements: readonly T[]): T[] =>
        elements.filter(each => !pairing.elements.has(each.id) && !there.has(each.id));
    const named = <T extends { readonly id: string }>(mentions: readonly T[]): T[] =>
        mentions.map(mention => ({ ...mention, id: element(mention.id) }));
    const zones = gone(old.zones).map(zone => ({
        ...zone,
        parent: zone.parent === null ? null : element(zone.parent),
    }));
    const conduits = gone(old.conduits).map(conduit => ({
        ...conduit,
        between: named(conduit.between),
        via: named(conduit.via),
        over: named(conduit.over),
    }));
    const known = new Set([...there, ...zones.map(zone => zone.id), ...conduits.map(conduit => conduit.id)]);
    const assets = gone(old.assets)
        .map(asset => ({ ...asset, container: element(asset.container), serves: named(asset.serves) }))
        .filter(asset => known.has(asset.container));
    for (const asset of assets) known.add(asset.id);
    const flows = old.flows
        .filter(flow => !pairing.flows.has(flow))
        .map(flow => ({
            ...flow,
            id: `${flow.id} (before)`,
            container: flow.container === null ? null : element(flow.container),
            from: { ...flow.from, id: element(flow.from.id) },
            to: { ...flow.to, id: element(flow.to.id) },
        }))
        .filter(flow => known.has(flow.from.id) && known.has(flow.to.id));
    const types = old.types.filter(type => now.types.every(each => each.id !== type.id));
    const protocols = old.protocols.filter(protocol => now.protocols.every(each => each.id !== protocol.id));
    const model: Model = {
        ...now,
        system: now.system ?? old.system,
        zones: [...now.zones, ...zones],
        conduits: [...now.conduits, ...conduits],
        assets: [...now.assets, ...assets],
        flows: [...now.flows, ...flows],
        types: [...now.types, ...types],
        protocols: [...now.protocols, ...protocols],
    };
    const questions = lookup(model);
    const assessment = assess(questions, after.assessment.yardstick, levelsOf(before, after));
    return { model, lookup: questions, assessment, findings: after.findings };
}

function levelsOf(before: DiffSide, after: DiffSide): Levels {
    return {
        subjects: after.assessment.subjects,
        of: id => after.assessment.of(id) ?? before.assessment.of(id),
    };
}
