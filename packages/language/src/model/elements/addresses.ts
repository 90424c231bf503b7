import type { Origin, Span } from '../place.ts';
import type { FactsOf } from '../facts.ts';
import { joined, many, nothingLeft, quoted } from '../facts.ts';
import type { Mention } from './common.ts';

/** An IPv4 or IPv6 address or prefix, as written. */
export interface Address {
    readonly text: string;
    readonly at: Span;
}

/** An address of an asset. */
export interface AssetAddress extends Address {
    /** The zone in which this leg lies, where it is said. */
    readonly zone: Mention | null;
    /** The statement, where it says this address alone; `null` where it says several. */
    readonly statementAt: Span | null;
}

/** A MAC address: six pairs of lower-case digits with colons. */
export interface Mac {
    readonly text: string;
    readonly at: Span;
}

/** The interface of a device on the side of a zone. */
export interface Facing {
    readonly zone: Mention;
    readonly interface: string;
    readonly origin: Origin;
}

/** Addresses that a device shows as others on its other side. */
export interface Translation {
    /** The real ones. */
    readonly from: Address;
    readonly to: Address;
    readonly origin: Origin;
}

/** An address as it is written, with the zone that it says it lies in. */
export function addressText({ text, zone }: AssetAddress, zoneName: (id: string) => string = id => id): string {
    return joined(text, zone && `in ${zoneName(zone.id)}`);
}

/** Facts of the addresses of an asset. */
export const assetAddresses: FactsOf<readonly AssetAddress[]> = (all, names) =>
    many(
        'address',
        all.map(address => {
            const { text: _text, zone: _zone, at: _at, statementAt: _statement, ...rest } = address;
            nothingLeft(rest);
            return addressText(address, id => names.element(id));
        }),
        4,
    );

/** Facts of the MAC addresses of an asset. */
export const macs: FactsOf<readonly Mac[]> = all =>
    many(
        'mac',
        all.map(({ text, at: _at, ...rest }) => {
            nothingLeft(rest);
            return quoted(text);
        }),
        4,
    );

/** Facts of the sides of a device. */
export const facings: FactsOf<readonly Facing[]> = (all, names) =>
    many(
        'faces',
        all.map(each => {
            const { zone, interface: by, origin: _origin, ...rest } = each;
            nothingLeft(rest);
            return `${names.element(zone.id)} by ${quoted(by)}`;
        }),
    );

/** Facts of the addresses that a device shows as others. */
export const translations: FactsOf<readonly Translation[]> = all =>
    many(
        'translates',
        all.map(({ from, to, origin: _origin, ...rest }) => {
            nothingLeft(rest);
            return `${from.text} to ${to.text}`;
        }),
    );

/** Facts of addresses or networks under a label. */
export function addresses(label: string, weight: number): FactsOf<readonly Address[]> {
    return all =>
        many(
            label,
            all.map(({ text, at: _at, ...rest }) => {
                nothingLeft(rest);
                return text;
            }),
            weight,
        );
}
