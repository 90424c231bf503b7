import { CompletionItemKind } from 'vscode-languageserver';
import type { Asset } from '../../model/index.ts';
import type { Loose } from '../../project/live/index.ts';
import type { Cursor } from '../cursor.ts';
import type { Asking, Item } from './item.ts';
import { addressStarts } from './likely.ts';
import { placeAt } from './place.ts';

/** The beginning of an address of an asset, from the network of the zone around it. */
export function addressItems({ cursor, analysis: { loose } }: Asking): Item[] {
    return addressStarts(placeAt(cursor, loose)).map(({ start, zone }) => ({
        label: start,
        kind: CompletionItemKind.Value,
        detail: `the network of ${zone}`,
        rank: -1,
    }));
}

/**
 * Addresses of assets, for an observation, which names no assets: each is also found by the id of its asset. Those that
 * the statement has already are left out.
 */
export function assetAddresses({ cursor, analysis: { loose } }: Asking): Item[] {
    return ownedItems(loose.all('assets').flatMap(ofAsset), cursor);
}

/** What a rule of a firewall may name: addresses of assets, networks of zones, and `any`. */
export function ruleAddresses({ cursor, analysis: { loose } }: Asking, detail: string): Item[] {
    const networks = loose.all('zones').flatMap(zone => zone.networks.map(({ text }) => ({ text, owner: zone.id })));
    return [
        ...ownedItems([...loose.all('assets').flatMap(ofAsset), ...networks], cursor),
        { label: 'any', kind: CompletionItemKind.Keyword, detail },
    ];
}

/** An address, and the element that has it. */
interface Owned {
    readonly text: string;
    readonly owner: string;
}

function ofAsset({ id, addresses }: Asset): readonly Owned[] {
    return addresses.map(({ text }) => ({ text, owner: id }));
}

/** An address that several elements have, as machines of one kind do, is one item with all of them. */
function ownedItems(owned: readonly Owned[], { statement }: Cursor): Item[] {
    const said = new Set(statement.map(({ text }) => text));
    return [...Map.groupBy(owned, ({ text }) => text)]
        .filter(([text]) => !said.has(text))
        .map(([text, all]) => {
            const owners = [...new Set(all.map(({ owner }) => owner))];
            return {
                label: text,
                kind: CompletionItemKind.Value,
                detail: owners.join(', '),
                filter: `${text} ${owners.join(' ')}`,
            };
        });
}

/**
 * Networks for `translates`: those of the zones that the device is in or serves first. Those that the statement has
 * already are left out.
 */
export function networkItems({ cursor, analysis: { loose } }: Asking): Item[] {
    const said = new Set(cursor.statement.map(({ text }) => text));
    if (cursor.statement[0]?.text !== 'translates') return [];
    const near = new Set(zonesOfDevice(placeAt(cursor, loose).subject, loose));
    return loose.all('zones').flatMap(({ id, networks }) =>
        networks
            .filter(({ text }) => !said.has(text))
            .map(({ text }) => ({
                label: text,
                kind: CompletionItemKind.Value,
                detail: `the network of ${id}`,
                rank: near.has(id) ? 0 : 1,
            })),
    );
}

/** The zones that a device is in, connects or serves. */
function zonesOfDevice(device: string | null, { lookup }: Loose): readonly string[] {
    const asset = device === null ? undefined : lookup.asset(device);
    if (!asset) return [];
    const home = lookup.zoneOf(asset.id);
    const conduits = lookup.boundariesOf(asset.id);
    return [
        ...(home ? [home.id] : []),
        ...conduits.flatMap(({ between }) => between.map(({ id }) => id)),
        ...asset.serves.map(({ id }) => id),
    ];
}
