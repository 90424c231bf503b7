import type { Mention } from './elements/common.ts';
import type { Operated } from './elements/party.ts';
import type { Element, Lookup } from './lookup.ts';

/** What a party does for an element: the field that names it. */
export type Duty = keyof Operated;

/** What a party may do for an element. */
export const duties = ['operatedBy', 'integratedBy', 'maintainedBy', 'suppliedBy'] as const satisfies readonly Duty[];

/** Who does something for an element, and where that is said. */
export interface Responsible {
    readonly parties: readonly Mention[];
    /** The id of the asset, type, zone or conduit that says it. */
    readonly from: string;
}

/**
 * Who does something for an asset, zone or conduit. The innermost statement wins: that of the asset, then of its type,
 * then of the zone or conduit in which it is and of the zones around.
 * @returns `null` where nobody is named
 */
export function responsibleFor(lookup: Lookup, element: Element, duty: Duty): Responsible | null {
    const around = element.kind === 'asset' ? element.container : element.id;
    const conduit = lookup.conduit(around);
    const own = element.kind === 'asset' ? [element] : [];
    const types = element.kind === 'asset' && duty !== 'operatedBy' ? lookup.typesOf(element) : [];
    for (const each of [...own, ...types, ...(conduit ? [conduit] : lookup.chain(around))]) {
        const parties = (each as Partial<Operated>)[duty] ?? [];
        if (parties.length > 0) return { parties, from: each.id };
    }
    return null;
}
