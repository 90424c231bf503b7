import type { EntryZone, Property, RowReader } from './entry.ts';
import { withoutBracket } from './known.ts';
import type { Meeting } from './meet-model.ts';
import { quoted } from './names.ts';
import { unassigned } from './row-zones.ts';
import { readAddresses } from './values.ts';
import { addAll } from './add-all.ts';

/** A title that is an address, or one with a name in brackets: `10.9.2.1 (gw.local)`, as scanners write hosts. */
export function namedByAddress(text: string): { readonly title: string; readonly addresses: readonly string[] } {
    const parts = withoutBracket(text);
    const { addresses, rest, others } = readAddresses(parts?.name ?? text);
    if (addresses.length === 0 || rest !== '' || others.length > 0) return { title: text, addresses: [] };
    return { title: parts?.bracket ?? '', addresses };
}

/** What the cells of addresses of a row say. */
export interface RowAddresses {
    readonly addresses: readonly string[];
    readonly macs: readonly string[];
    /** True where a cell says that the address is not fixed. */
    readonly dhcp: boolean;
}

/**
 * All addresses of a row, wherever they stand; what is none is kept.
 * @param more those that stand in the place of a name
 */
export function addressesOf(reader: RowReader, more: readonly string[]): RowAddresses {
    const addresses: string[] = [...more];
    const macs: string[] = [];
    let dhcp = false;
    for (const field of ['addresses', 'mac']) {
        for (const cell of reader.cells(field)) {
            const read = readAddresses(cell.text);
            addAll(addresses, read.addresses);
            addAll(macs, read.macs);
            dhcp ||= read.dhcp;
            const none = field === 'mac' ? 'is not a MAC address' : 'is not an IP address';
            const others = [...read.others, ...(read.rest === '' ? [] : [{ text: read.rest, why: none }])];
            // What stands beside an address, such as the name of its port, makes sense together with it.
            if (others.length > 0) reader.keepWith(cell, others);
            else if (read.dhcp && read.addresses.length > 0) reader.keepText(cell.head, cell.text);
        }
    }
    return { addresses: [...new Set(addresses)], macs: [...new Set(macs)], dhcp };
}

/** The statements of what {@link addressesOf} read. */
export function addressLines(
    addresses: readonly string[],
    macs: readonly string[],
    dhcp: boolean,
): readonly Property[] {
    const line = (word: string, text: string): Property => ({ word, text: `${word} ${text}` });
    return [
        ...(addresses.length > 0 ? [line('address', addresses.join(', '))] : []),
        ...(addresses.length === 0 && dhcp ? [line('address', 'dhcp')] : []),
        ...(macs.length > 0 ? [line('mac', macs.map(quoted).join(', '))] : []),
    ];
}

/** The addresses of a row as its zone has them, and what is to be said where the row becomes an asset. */
export interface OwnAddresses {
    readonly addresses: readonly string[];
    readonly notices: readonly string[];
}

/** Takes the real address of a device in the place of one that a device of the model shows of it. */
export function ownAddresses(name: string, typed: readonly string[], zone: EntryZone, meeting: Meeting): OwnAddresses {
    const notices: string[] = [];
    const addresses = typed.map(address => {
        const shown = meeting.translated(address);
        const inside = shown.filter(place => place.zone === zone.name || place.zone?.startsWith(`${zone.name}.`));
        const [place] = inside;
        if (place && new Set(inside.map(each => each.address)).size === 1) {
            if (!typed.includes(place.address))
                notices.push(
                    `"${name}": ${place.translator!} shows ${place.address} as ${address}; the address that it has ` +
                        'itself is written.',
                );
            return place.address;
        }
        if (shown.length > 0 && zone !== unassigned)
            notices.push(
                `"${name}" is in ${zone.name} in the inventory, and ${address} is what ` +
                    `${shown[0]!.translator!} shows of ` +
                    `${shown[0]!.zone ?? 'another zone'}; it is written as the inventory ` +
                    'says it.',
            );
        return address;
    });
    return { addresses: [...new Set(addresses)], notices };
}
