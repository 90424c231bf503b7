/** Packets that are kept from being tracked: sessions of theirs open in a state of their own. */
import type { Region } from 'iacs-language/filter';
import { overlap, regionsMeet, without } from 'iacs-language/filter';
import type { ChainRule } from './chains.ts';
import { addAll } from '../add-all.ts';

/** True where a rule may be asked about packets that are not tracked. */
export const meetsUntracked = (notrack: readonly Region[], region: Region): boolean =>
    notrack.some(each => regionsMeet(each, region));

/** What a rule comes to, before it has its name. */
export type Expanded = Omit<ChainRule, 'label' | 'line'>;

/**
 * What a rule comes to; where it may be asked about packets that are not tracked, with what it is for all others.
 * @param read reads the rule, for packets of which some are not tracked or for those that all are
 */
export function inSight(
    notrack: readonly Region[],
    read: (notrack: boolean) => readonly Expanded[],
): readonly Expanded[] {
    const tracked = read(false);
    if (!tracked.some(({ region }) => meetsUntracked(notrack, region))) return tracked;
    // Both readings have the same parts.
    return read(true).map((each, at) => {
        const { when, trait } = tracked[at]!;
        return meetsUntracked(notrack, each.region) ? { ...each, tracked: { when, trait } } : tracked[at]!;
    });
}

/** Of more stretches that are not tracked a rule stays whole. */
const mostParts = 20;

/** The parts of a rule: for what may not be tracked, and for what is. */
export function inParts({ tracked, ...rule }: ChainRule, notrack: readonly Region[]): readonly ChainRule[] {
    const isAlike = tracked === undefined || (tracked.when === rule.when && tracked.trait === rule.trait);
    if (isAlike || notrack.length > mostParts) return [rule];
    let rest: readonly Region[] = [rule.region];
    const parts: ChainRule[] = [];
    for (const region of notrack) {
        addAll(
            parts,
            rest.flatMap(each => overlap(each, region) ?? []).map(each => ({ ...rule, region: each })),
        );
        rest = rest.flatMap(each => without(each, region));
    }
    return [...parts, ...rest.map(region => ({ ...rule, ...tracked, region }))];
}
