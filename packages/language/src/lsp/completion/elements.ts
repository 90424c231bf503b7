import { CompletionItemKind } from 'vscode-languageserver';
import type { Element } from '../../model/index.ts';
import type { Loose } from '../../project/live/index.ts';
import type { NamedKind, Slot } from '../../statements/index.ts';
import type { Scope } from '../../syntax/index.ts';
import { resolveElement } from '../../syntax/index.ts';
import type { Cursor } from '../cursor.ts';
import { assetLine, conduitLine, zoneLine } from '../describe.ts';
import { fitAt } from './fit-elements.ts';
import type { Item } from './item.ts';
import { matcher } from './match.ts';
import { liesIn, placeAt } from './place.ts';
import { scopeAt } from './scope.ts';

/** All of some kinds: assets first, then zones and conduits. */
function candidatesOf(kinds: readonly NamedKind[], loose: Loose): readonly (readonly Element[])[] {
    return [
        kinds.includes('asset') ? loose.all('assets') : [],
        kinds.includes('zone') ? loose.all('zones') : [],
        kinds.includes('conduit') ? loose.all('conduits') : [],
    ];
}

/** What is shown beside a name. */
function shownAs(candidate: Element, { lookup }: Loose): Pick<Item, 'kind' | 'detail'> {
    if (candidate.kind === 'asset') return { kind: CompletionItemKind.Field, detail: assetLine(candidate, lookup) };
    if (candidate.kind === 'conduit') return { kind: CompletionItemKind.Struct, detail: conduitLine(candidate) };
    return { kind: CompletionItemKind.Module, detail: zoneLine(candidate, lookup) };
}

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
    const isNear = (each: Element): boolean => home.some(zone => liesIn(each.id, zone)) || fit.isNear?.(each) === true;
    const isMatch = matcher(cursor.prefix);
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

    const ranked = new Map<number, Element[]>();
    for (const candidates of candidatesOf(kinds, loose)) {
        for (const candidate of candidates) {
            const { id, title } = candidate;
            // What may be written is a part of the id: where the id does not match, that does not either.
            if (!isMatch(id, id, title ?? '') || !fit.fits(candidate)) continue;
            const near = isNear(candidate);
            if (nearOnly && !near) continue;
            const rank = fit.rank(candidate) + (near ? 0 : farther);
            const others = ranked.get(rank);
            if (others) others.push(candidate);
            else ranked.set(rank, [candidate]);
        }
    }

    const items: Item[] = [];
    for (const rank of [...ranked.keys()].sort((a, b) => a - b)) {
        for (const candidate of ranked.get(rank)!) {
            const { id, title } = candidate;
            if (items.length >= most) return { items, complete: false };
            if (!names.find('element', id)) continue;
            const written = shortest(id);
            const filter = `${written} ${id} ${title ?? ''}`;
            if (isMatch(filter)) items.push({ label: written, ...shownAs(candidate, loose), rank, filter });
        }
    }
    return { items, complete: true };
}

/** What is added to the rank of an element that lies elsewhere: more than any rank. */
const farther = 100;
