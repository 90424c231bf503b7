import { CompletionItemKind } from 'vscode-languageserver';
import type { Loose } from '../../project/live/index.ts';
import type { Slot } from '../../statements/index.ts';
import type { Scope } from '../../syntax/index.ts';
import { resolveElement } from '../../syntax/index.ts';
import type { Cursor } from '../cursor.ts';
import { assetLine, conduitLine, zoneLine } from '../describe.ts';
import type { Item } from './items.ts';
import { matches } from './match.ts';

/** A zone and those around it, innermost first. */
function aroundOf(id: string): readonly string[] {
    const parts = id.split('.');
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/** From where names are looked up at a cursor. */
export function scopeAt(cursor: Cursor): Scope {
    const around: string[] = [];
    let connected: string[] = [];
    let id = '';
    for (const head of cursor.heads) {
        if (head.kind !== 'zone' && head.kind !== 'within' && head.kind !== 'conduit') continue;
        id = id === '' ? head.name : `${id}.${head.name}`;
        around.unshift(...(head.kind === 'within' ? aroundOf(id) : [id]));
        if (head.kind === 'conduit') connected = zonesBetween(head.words.map(word => word.text));
    }
    return { around, connected };
}

function zonesBetween(words: readonly string[]): string[] {
    const from = words.indexOf('between');
    const zones: string[] = [''];
    for (const word of from < 0 ? [] : words.slice(from + 1)) {
        if (word === 'and' && zones.at(-1) !== '') zones.push('');
        else zones[zones.length - 1] += word;
    }
    return zones.filter(zone => zone !== '');
}

/**
 * Names of zones, conduits and assets, as short as they may be written here. In a conduit, what lies in its zones and
 * in itself comes
 * first, and alone until something is typed.
 * @param most stop after so many
 */
export function elementItems(
    { names: kinds = [], outward }: Slot,
    cursor: Cursor,
    loose: Loose,
    most: number,
): { items: Item[]; complete: boolean } {
    const { lookup, names } = loose;
    const scope: Scope = outward ? { around: [], connected: [] } : scopeAt(cursor);
    const home = scope.connected.length > 0 ? [...scope.connected, ...scope.around] : scope.around.slice(0, 1);
    const isNear = (id: string): boolean => home.some(zone => id === zone || id.startsWith(`${zone}.`));
    const nearOnly = scope.connected.length > 0 && cursor.prefix === '';
    const items: Item[] = [];
    let complete = true;
    const add = (
        id: string,
        kind: CompletionItemKind,
        near: boolean,
        title: string | null,
        detail: () => string,
    ): void => {
        if (items.length >= most) {
            complete = false;
            return;
        }
        // What may be written is a part of the id: where the id does not match, that does not either.
        if (!matches(cursor.prefix, `${id} ${id} ${title ?? ''}`) || !names.find('element', id)) return;
        const written = shortest(id);
        if (!matches(cursor.prefix, `${written} ${id} ${title ?? ''}`)) return;
        items.push({
            label: written,
            kind,
            detail: detail(),
            rank: near ? 0 : 1,
            filter: `${written} ${id} ${title ?? ''}`,
        });
    };
    const shortest = (id: string): string => {
        const parts = id.split('.');
        for (let from = parts.length - 1; from > 0; from--) {
            const name = parts.slice(from).join('.');
            const found = resolveElement(names, name, scope, kinds);
            if ('found' in found && found.found.id === id) return name;
        }
        return id;
    };
    for (const near of nearOnly ? [true] : [true, false]) {
        if (kinds.includes('asset')) {
            for (const asset of loose.all('assets'))
                if (isNear(asset.id) === near)
                    add(asset.id, CompletionItemKind.Field, near, asset.title, () => assetLine(asset, lookup));
        }
        if (kinds.includes('zone')) {
            for (const zone of loose.all('zones'))
                if (isNear(zone.id) === near)
                    add(zone.id, CompletionItemKind.Module, near, zone.title, () => zoneLine(zone, lookup));
        }
        if (kinds.includes('conduit')) {
            for (const conduit of loose.all('conduits'))
                if (isNear(conduit.id) === near)
                    add(conduit.id, CompletionItemKind.Struct, near, conduit.title, () => conduitLine(conduit));
        }
    }
    return { items, complete };
}
