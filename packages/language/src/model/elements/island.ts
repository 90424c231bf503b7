import type { Origin } from '../place.ts';
import type { Facts } from '../facts.ts';
import { mentions, nothingLeft, text } from '../facts.ts';
import type { Mention, Named } from './common.ts';
import { namedFacts } from './common.ts';
import type { Duration } from './dependency.ts';
import { durationText } from './dependency.ts';

/** What has to go on when connections are cut. */
export interface Island extends Named {
    /** Conduits, zones whose boundary is closed, and assets. */
    readonly cut: readonly Mention[];
    readonly keeps: readonly Keeping[];
    readonly description: string | null;
}

/** `keeps F for 72 hours`. */
export interface Keeping {
    /** A function. */
    readonly function: Mention;
    /** `null` for as long as the cut lasts. */
    readonly duration: Duration | null;
    readonly origin: Origin;
}

/** The facts of an island. */
export const islandFacts = {
    ...namedFacts,
    cut: mentions('cut', 'element'),
    keeps: (all, names) =>
        all.map(({ function: kept, duration, origin: _origin, ...rest }) => {
            nothingLeft(rest);
            const label = `keeps ${names.function(kept.id)}`;
            return { key: label, label, value: duration && `for ${durationText(duration)}`, weight: 1 };
        }),
    description: text('description'),
} satisfies Facts<Island>;
