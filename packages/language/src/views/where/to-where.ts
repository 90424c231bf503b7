import type { Hiding, Whereabouts } from '../../assessment/index.ts';
import { addressBook, pointOf } from '../../assessment/index.ts';
import type { Point } from '../../filter/index.ts';
import { addressText, addressTexts } from '../../filter/index.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import { readMac } from '../../model/index.ts';
import { forTerminal } from '../text/escape.ts';

/** One place where an address belongs. */
export interface WherePlace {
    /**
     * `asset`: a device of the model has the address; `host`: an unknown host in a zone; `hidden`: one of the hosts
     * that a device shows as this address, and the model does not say which or in which zone.
     */
    readonly kind: 'asset' | 'host' | 'hidden';
    readonly asset: string | null;
    readonly title: string | null;
    /** The zone of that leg, of that host or of all hosts that may be meant; `null` where the model does not say it. */
    readonly zone: string | null;
    /** The network that says it, as it is written; `null` for an address of an asset. */
    readonly network: string | null;
    /** The device that shows it as the address that was asked for. */
    readonly translatedBy: string | null;
    readonly why: string;
}

/** Where an address belongs, and why. */
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
        const said = address.zone
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
            why: `${addressText(place.leg.point)} is its address${behind}; ${said}`,
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

/** The hosts that a device shows as one address: which one is meant is not to be seen from the outside. */
function hiddenPlace({ device, from, zones }: Hiding): WherePlace {
    const [zone] = zones;
    const where = zones.length === 0 ? '' : ` in ${zones.map(each => each.id).join(' or ')}`;
    return {
        kind: 'hidden',
        asset: null,
        title: null,
        zone: zones.length === 1 ? zone!.id : null,
        network: null,
        translatedBy: device.id,
        why:
            `${device.id} shows ${addressTexts(from).join(', ')}${where} as this address, and the model does not say ` +
            'which host is meant',
    };
}

/** Where one address belongs; in the place of an outer network that has it the hosts that a device hides as it. */
function placesOf(lookup: Lookup, point: Point, scope: readonly string[]): readonly WherePlace[] {
    const book = addressBook(lookup);
    const found = book.where(point, scope.length > 0 ? scope : undefined);
    const hiding = found.some(place => place.translator) ? [] : book.hidingAs(point, scope);
    const known = hiding.length > 0 ? found.filter(place => place.kind === 'asset') : found;
    return [...known.map(place => placeOf(lookup, place)), ...hiding.map(hiddenPlace)];
}

/**
 * Where an address belongs, and why.
 * @param asked an address as {@link isAddress} knows it
 * @param scope ids of zones to look among first
 */
export function whereIs(lookup: Lookup, asked: string, scope: readonly string[] = []): WhereAnswer {
    const book = addressBook(lookup);
    const point = pointOf(asked);
    if (point !== null) return { address: asked, places: placesOf(lookup, point, scope) };
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

/** What follows the number of places of one address. */
function severalText(places: readonly WherePlace[]): string {
    if (places.some(place => place.kind === 'hidden')) return 'places: the model leaves it open';
    const apart = new Set(places.map(place => place.zone)).size > 1;
    return apart ? 'places: name the zone to look in with --in' : 'assets of one zone have it';
}

/** What has an address on another day than that of the model. */
function otherDayText(all: Lookup, { address }: WhereAnswer): string {
    const names = new Set(whereIs(all, address).places.flatMap(({ asset, zone }) => asset ?? zone ?? []));
    return names.size === 0
        ? 'outside the model: no asset and no network has it'
        : `not there today: ${[...names].join(', ')} has it, which is planned for a later day or retired`;
}

/**
 * Answers as plain text for a terminal, one line a place.
 * @param all the questions of the model of all days
 */
export function whereText(answers: readonly WhereAnswer[], all: Lookup): string {
    const width = Math.max(...answers.map(answer => answer.address.length));
    return answers
        .flatMap(answer => {
            const { address, places } = answer;
            const lines = places.map(({ kind, asset, title, zone, why }) => {
                const name = asset ?? (kind === 'hidden' ? 'one of several hosts' : `unknown host in ${zone}`);
                return `${name}${title ? ` "${title}"` : ''}: ${why}`;
            });
            if (lines.length === 0) lines.push(otherDayText(all, answer));
            if (lines.length > 1) lines.unshift(`${lines.length} ${severalText(places)}`);
            return lines.map((line, index) => `${(index === 0 ? address : '').padEnd(width)}  ${forTerminal(line)}\n`);
        })
        .join('');
}
