import { CompletionItemKind } from 'vscode-languageserver';
import type { Loose } from '../../project/live/index.ts';
import type { NamedKind, Slot } from '../../statements/index.ts';
import type { Scope } from '../../syntax/index.ts';
import { resolveElement } from '../../syntax/index.ts';
import type { Cursor } from '../cursor.ts';
import { assetLine, conduitLine, zoneLine } from '../describe.ts';
import { fitAt } from './fit-elements.ts';
import type { Item } from './item.ts';
import { matches } from './match.ts';
import { liesIn, placeAt } from './place.ts';
import { scopeAt } from './scope.ts';

/** A zone, conduit or asset that may be named, before it is known how. */
interface Candidate {
    readonly id: string;
    readonly title: string | null;
    readonly kind: CompletionItemKind;
    readonly detail: () => string;
}

function* candidatesOf(kinds: readonly NamedKind[], loose: Loose): Generator<Candidate> {
    const { lookup } = loose;
    if (kinds.includes('asset'))
        for (const asset of loose.all('assets'))
            yield { ...named(asset), kind: CompletionItemKind.Field, detail: () => assetLine(asset, lookup) };
    if (kinds.includes('zone'))
        for (const zone of loose.all('zones'))
            yield { ...named(zone), kind: CompletionItemKind.Module, detail: () => zoneLine(zone, lookup) };
    if (kinds.includes('conduit'))
        for (const conduit of loose.all('conduits'))
            yield { ...named(conduit), kind: CompletionItemKind.Struct, detail: () => conduitLine(conduit) };
}

const named = ({ id, title }: { readonly id: string; readonly title: string | null }) => ({ id, title });

/**
 * Names of zones, conduits and assets, as short as they may be written here, what fits best first. In a conduit, what
 * lies in its zones and in itself comes before the rest, and alone until something is typed.
 * @param most stop after so many
 */
export function elementItems(
    { names: kinds = [], outward }: Slot,
    cursor: Cursor,
    loose: Loose,
    most: number,
): { items: Item[]; complete: boolean } {
    const { names } = loose;
    const scope: Scope = outward ? { around: [], connected: [] } : scopeAt(cursor);
    const home = scope.connected.length > 0 ? [...scope.connected, ...scope.around] : scope.around.slice(0, 1);
    const fit = fitAt(placeAt(cursor, loose, outward));
    const isNear = (id: string): boolean => home.some(zone => liesIn(id, zone)) || fit.isNear?.(id) === true;
    const nearOnly = scope.connected.length > 0 && cursor.prefix === '';
    const shortest = (id: string): string => {
        const parts = id.split('.');
        for (let from = parts.length - 1; from > 0; from--) {
            const name = parts.slice(from).join('.');
            const found = resolveElement(names, name, scope, kinds);
            if ('found' in found && found.found.id === id) return name;
        }
        return id;
    };

    const ranked = new Map<number, Candidate[]>();
    for (const candidate of candidatesOf(kinds, loose)) {
        const { id, title } = candidate;
        // What may be written is a part of the id: where the id does not match, that does not either.
        if (!matches(cursor.prefix, `${id} ${id} ${title ?? ''}`) || !fit.fits(id)) continue;
        const near = isNear(id);
        if (nearOnly && !near) continue;
        const rank = fit.rank(id) + (near ? 0 : farther);
        const others = ranked.get(rank);
        if (others) others.push(candidate);
        else ranked.set(rank, [candidate]);
    }

    const items: Item[] = [];
    for (const rank of [...ranked.keys()].sort((a, b) => a - b)) {
        for (const { id, title, kind, detail } of ranked.get(rank)!) {
            if (items.length >= most) return { items, complete: false };
            if (!names.find('element', id)) continue;
            const written = shortest(id);
            const filter = `${written} ${id} ${title ?? ''}`;
            if (matches(cursor.prefix, filter)) items.push({ label: written, kind, detail: detail(), rank, filter });
        }
    }
    return { items, complete: true };
}

/** What is added to the rank of an element that lies elsewhere: more than any rank. */
const farther = 100;
