import { works } from '../../../assessment/verdicts.ts';
import type { Asset, Conduit, Countermeasure, Model, RequirementMention, Zone } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';

type Block = Zone | Conduit | Asset;

const frOf = (each: RequirementMention): string =>
    each.kind === 'fr' ? String(each.fr + 1) : (/^SR (\d)/.exec(each.id)?.[1] ?? '');

/** True for two mentions of which the one may take in the other: a whole FR speaks of all of it. */
export function meetEachOther(first: RequirementMention, second: RequirementMention): boolean {
    if (first.kind === 'fr' || second.kind === 'fr') return frOf(first) === frOf(second);
    return first.id === second.id;
}

/** What is put to work in a block and around it: its countermeasures by their ids. */
function appliedAt({ zones, conduits, assets }: Model): (id: string) => ReadonlySet<string> {
    let blocks: ReadonlyMap<string, Block> | undefined;
    return id => {
        blocks ??= new Map<string, Block>([...zones, ...conduits, ...assets].map(each => [each.id, each]));
        const found = new Set<string>();
        for (let block = blocks.get(id); block;) {
            for (const each of block.applies) found.add(each.id);
            const around = block.kind === 'zone' ? block.parent : block.kind === 'asset' ? block.container : null;
            block = around === null ? undefined : blocks.get(around);
        }
        return found;
    };
}

/**
 * Answers for a block of HEAD whether a countermeasure meets a requirement there that it did not meet before: it is
 * newly put to work there or around, works now and did not, or meets more. Then who takes back that the requirement is
 * missed says something in its place.
 * @param partners ids of HEAD to ids of BASE
 * @param measure how HEAD calls a countermeasure of BASE
 */
export function newlyMet(
    model: Model,
    before: DiffSide,
    partners: ReadonlyMap<string, string>,
    measure: (id: string) => string,
): (id: string) => (requirement: RequirementMention) => boolean {
    const [was, is] = [appliedAt(before.model), appliedAt(model)];
    const known = new Map(model.countermeasures.map(each => [each.id, each]));
    const olds = new Map(before.model.countermeasures.map(each => [measure(each.id), each]));
    return id => {
        const old = new Set([...was(partners.get(id) ?? '')].map(measure));
        const measures = [...is(id)].flatMap(each => known.get(each) ?? []);
        return requirement => {
            const meets = (each: Countermeasure): boolean => each.meets.some(of => meetEachOther(of, requirement));
            return measures.some(now => {
                if (!meets(now)) return false;
                const before = old.has(now.id) ? olds.get(now.id) : undefined;
                return !before || !meets(before) || (works(now) && !works(before));
            });
        };
    };
}
