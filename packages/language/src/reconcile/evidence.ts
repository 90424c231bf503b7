import type { Lookup } from '../model/index.ts';

/** True where a model has anything to hold against what it declares. */
export function hasEvidence({ model }: Lookup): boolean {
    return model.rulesets.length > 0 || model.observations.length > 0;
}
