import type { AddressBook, Leg } from '../../assessment/address-book.ts';
import type { Translated } from '../../assessment/translated.ts';
import { realOf } from '../../assessment/translated.ts';
import type { Point } from '../../filter/index.ts';
import { intersect, meets } from '../../filter/index.ts';
import type { Lookup, Zone } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import type { Answer } from '../engine/rule.ts';
import { listed } from '../say/wording.ts';
import { isNoHost, isOfLink } from './special-addresses.ts';

/** Finds the addresses as which devices show hosts, and which somebody else has as well. */
class ShownTwice {
    readonly #lookup: Lookup;
    readonly #book: AddressBook;

    constructor(lookup: Lookup, book: AddressBook) {
        this.#lookup = lookup;
        this.#book = book;
    }

    #liesIn(zones: readonly Zone[], around: readonly Zone[]): boolean {
        return zones.some(zone => around.some(each => this.#lookup.within(zone.id, each.id)));
    }

    /** The parts of the plant in which a device shows an address; none where its inner side is not known. */
    #realms({ device, zones }: Translated, point: Point): readonly (string | null)[] {
        if (zones.length === 0) return [];
        const outer = this.#book.zonesOf(device).filter(zone => !this.#liesIn([zone], zones));
        return outer.map(zone => this.#book.realmOf(zone.id, point));
    }

    /** An address that both show, of different zones behind them, to one part of the plant; `null` for none. */
    #common(one: Translated, other: Translated): Point | null {
        const [point] = one.device === other.device ? [] : intersect(one.to, other.to);
        if (point === undefined) return null;
        if (this.#liesIn(one.zones, other.zones) || this.#liesIn(other.zones, one.zones)) return null;
        const realms = this.#realms(one, point);
        return this.#realms(other, point).some(realm => realms.includes(realm)) ? point : null;
    }

    #byDevices(one: Translated, other: Translated): Answer {
        return {
            at: placeIn(other.device.origin, other.translation.to.at),
            subject: other.device.id,
            message:
                `${one.device.id} also shows hosts, those of ${listed(one.zones.map(({ id }) => id))}, as ` +
                `${one.translation.to.text}: of two that are shown as one address only one can answer. Let each ` +
                'device show other addresses.',
            related: [
                {
                    message: `${one.device.id} shows them here`,
                    at: placeIn(one.device.origin, one.translation.to.at),
                },
            ],
        };
    }

    /** The host that a device shows as the address that an asset on its outer side has. */
    #hostShownAs(leg: Leg, each: Translated): Leg | undefined {
        const { point, asset, zone } = leg;
        if (asset === each.device || !meets(each.to, [point, point])) return undefined;
        const own = this.#book.zonesOf(asset);
        const home = zone ?? own[0];
        if (isNoHost(leg) || isOfLink(point) || !home || this.#liesIn(own, each.zones)) return undefined;
        if (!this.#realms(each, point).includes(this.#book.realmOf(home.id, point))) return undefined;
        const real = realOf(point, each);
        const shown = real === null ? each.from : [real, real];
        return this.#book.legs.find(
            host =>
                meets(shown, [host.point, host.point]) &&
                host.asset !== each.device &&
                host.zone !== null &&
                this.#liesIn([host.zone], each.zones),
        );
    }

    *answers(): Generator<Answer> {
        const { translated, legs } = this.#book;
        for (const other of translated) {
            const one = translated.find(each => each === other || this.#common(each, other) !== null)!;
            if (one !== other) yield this.#byDevices(one, other);
        }
        const told = new Set<Leg>();
        for (const each of translated)
            for (const leg of legs) {
                // Devices that show the same addresses are a finding of their own.
                const host = told.has(leg) ? undefined : this.#hostShownAs(leg, each);
                if (!host) continue;
                told.add(leg);
                yield {
                    at: placeIn(leg.asset.origin, leg.address.at),
                    subject: leg.asset.id,
                    message:
                        `${leg.address.text} is also the address as which ${each.device.id} shows ` +
                        `${host.asset.id}: only one of them can answer. Correct the address, or let the device ` +
                        'show another one.',
                    related: [
                        {
                            message: `${each.device.id} shows it here`,
                            at: placeIn(each.device.origin, each.translation.to.at),
                        },
                    ],
                };
            }
    }
}

/** What is wrong with addresses as which devices show hosts: two devices show the same, or an asset has one. */
export function shownTwice(lookup: Lookup, book: AddressBook): readonly Answer[] {
    return [...new ShownTwice(lookup, book).answers()];
}
