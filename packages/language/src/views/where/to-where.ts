import type { Whereabouts } from '../../assessment/index.ts';
import { addressBook, pointOf } from '../../assessment/index.ts';
import { addressText } from '../../filter/index.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import { readMac } from '../../model/index.ts';
import { forTerminal } from '../text/escape.ts';

/** One place where an address belongs. */
export interface WherePlace {
    /** `asset`: a device of the model has the address; `host`: an unknown host in a zone. */
    readonly kind: 'asset' | 'host';
    readonly asset: string | null;
    readonly title: string | null;
    /** The zone in which that leg or host lies; `null` where the model does not say it. */
    readonly zone: string | null;
    /** The network that says it, as it is written; `null` for an address of an asset. */
    readonly network: string | null;
    /** The device that shows it as the address that was asked for. */
    readonly translatedBy: string | null;
    readonly why: string;
}

export interface WhereAnswer {
    /** As it was asked. */
    readonly address: string;
    /** Several where the model leaves it open; none for an address outside of the model. */
    readonly places: readonly WherePlace[];
}

/** True for an IPv4, IPv6 or MAC address: what can be asked for. */
export function isAddress(text: string): boolean {
    return pointOf(text) !== null || readMac(text) !== null;
}

function deviceOf(asset: Asset): Pick<WherePlace, 'kind' | 'asset' | 'title'> {
    return { kind: 'asset', asset: asset.id, title: asset.title };
}

function placeOf(lookup: Lookup, place: Whereabouts): WherePlace {
    const behind = place.translator ? `, which ${place.translator.id} shows as the address that was asked for` : '';
    const translatedBy = place.translator?.id ?? null;
    if (place.kind === 'asset') {
        const { asset, address, zone } = place.leg;
        const told = address.zone
            ? `it says that this leg is in ${zone!.id}`
            : zone === null
              ? 'the model does not say in which of its zones this leg lies'
              : zone.id === asset.container
                ? `it is in ${zone.id}`
                : `a network of ${zone.id} has this address`;
        return {
            ...deviceOf(asset),
            zone: zone?.id ?? null,
            network: null,
            translatedBy,
            why: `${addressText(place.leg.point)} is its address${behind}; ${told}`,
        };
    }
    const { zone, address, length } = place.network;
    const why =
        length === 0
            ? `no asset has it, and ${zone.id} has every address that no other zone has`
            : `no asset has it, and ${address.text} is the longest network with it${behind}`;
    return {
        kind: 'host',
        asset: null,
        title: lookup.zone(zone.id)?.title ?? null,
        zone: zone.id,
        network: address.text,
        translatedBy,
        why,
    };
}

/**
 * Where an address belongs, and why.
 * @param asked an address as {@link isAddress} knows it
 * @param scope ids of zones to look among first
 */
export function whereIs(lookup: Lookup, asked: string, scope: readonly string[] = []): WhereAnswer {
    const book = addressBook(lookup);
    const point = pointOf(asked);
    if (point !== null)
        return {
            address: asked,
            places: book.where(point, scope.length > 0 ? scope : undefined).map(place => placeOf(lookup, place)),
        };
    return {
        address: asked,
        places: book.ofMac(readMac(asked) ?? '').map(asset => ({
            ...deviceOf(asset),
            zone: lookup.zoneOf(asset.id)?.id ?? null,
            network: null,
            translatedBy: null,
            why: 'it says that this is its MAC address',
        })),
    };
}

/** Answers as plain text for a terminal, one line a place. */
export function whereText(answers: readonly WhereAnswer[]): string {
    const width = Math.max(...answers.map(answer => answer.address.length));
    return answers
        .flatMap(({ address, places }) => {
            const lines = places.map(({ asset, title, zone, why }) => {
                const name = asset ?? `unknown host in ${zone}`;
                return `${name}${title ? ` "${title}"` : ''}: ${why}`;
            });
            if (lines.length === 0) lines.push('outside the model: no asset and no network has it');
            const apart = new Set(places.map(place => place.zone)).size > 1;
            if (lines.length > 1)
                lines.unshift(
                    `${lines.length} ` +
                        `${apart ? 'places: name the zone to look in with --in' : 'assets of one zone have it'}`,
                );
            return lines.map((line, index) => `${(index === 0 ? address : '').padEnd(width)}  ${forTerminal(line)}\n`);
        })
        .join('');
}
