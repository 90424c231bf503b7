import type { Facts } from '../facts.ts';
import { mention, mentions, one, text, word } from '../facts.ts';
import type { Arranging, Colouring, Detail, Direction } from '../words.ts';
import type { Mention, Named } from './common.ts';
import { namedFacts } from './common.ts';

/** Zones of one level: in one row, with nothing between them, or in this order where they are in one row. */
export interface Arrangement {
    readonly word: Arranging;
    readonly zones: readonly Mention[];
}

/** What one diagram shows. Ids are those of zones, conduits and assets. */
export interface View extends Named {
    readonly include: readonly Mention[];
    readonly exclude: readonly Mention[];
    readonly focus: readonly Mention[];
    readonly hide: readonly Mention[];
    readonly highlight: readonly Mention[];
    readonly direction: Direction | null;
    readonly detail: Detail | null;
    readonly colour: Colouring | null;
    readonly path: { readonly from: Mention; readonly to: Mention } | null;
    readonly threat: Mention | null;
    /** What stops when these are cut. */
    readonly cut: readonly Mention[];
    /** What these reach when they are compromised. */
    readonly assume: readonly Mention[];
    readonly description: string | null;
    /** Where the author wants zones, in the order of the text. */
    readonly arranged: readonly Arrangement[];
}

/** The facts of a view. */
export const viewFacts = {
    ...namedFacts,
    include: mentions('include', 'element'),
    exclude: mentions('exclude', 'element'),
    focus: mentions('focus', 'element'),
    hide: mentions('hide', 'element'),
    highlight: mentions('highlight', 'element'),
    direction: word('direction'),
    detail: word('detail'),
    colour: word('colour'),
    threat: mention('threat', 'threat'),
    cut: mentions('cut', 'element'),
    assume: mentions('assume', 'element'),
    description: text('description'),
    // The second row of a view is compared with the second one before.
    arranged: (all, names) =>
        all.map(({ word: label, zones }, index) => ({
            key: `${label} ${all.slice(0, index).filter(each => each.word === label).length}`,
            label,
            value: zones.map(({ id }) => names.element(id)).join(', '),
            weight: 1,
        })),
    path: (path, names) => one('path', path && `from ${names.element(path.from.id)} to ${names.element(path.to.id)}`),
} satisfies Facts<View>;
