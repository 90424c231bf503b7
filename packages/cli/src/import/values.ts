import { halfWidth } from './names.ts';
import type { Point } from 'iacs-language/filter';
import { addressPoint, addressText, prefixRanges } from 'iacs-language/filter';
import { readMac } from 'iacs-language';
import type { Read } from './scale.ts';

const criticalityWords: ReadonlyMap<string, string> = new Map([
    ...(['low', 'minor', 'niedrig', 'gering', 'faible', 'bajo', 'baja'] as const).map(word => [word, 'low'] as const),
    ...(['medium', 'moderate', 'med', 'normal', 'mittel', 'moyen', 'moyenne', 'medio', 'media'] as const).map(
        word => [word, 'medium'] as const,
    ),
    ...(['high', 'major', 'hoch', 'élevé', 'élevée', 'alto', 'alta'] as const).map(word => [word, 'high'] as const),
    ...(
        [
            'critical',
            'very high',
            'vital',
            'kritisch',
            'sehr hoch',
            'critique',
            'très élevé',
            'très élevée',
            'crítico',
            'crítica',
            'critico',
            'muy alto',
            'muy alta',
        ] as const
    ).map(word => [word, 'critical'] as const),
]);

/** One of the four words of the language. */
export function readCriticality(text: string): Read<string> {
    if (text === '') return { kind: 'empty' };
    const word = criticalityWords.get(text.normalize('NFC').toLowerCase().trim());
    return word
        ? { kind: 'value', value: word, more: false }
        : { kind: 'text', text, why: 'is not low, medium, high or critical' };
}

/** Whether a cell says yes or no, in the words of four languages; `null` for any other text. */
export function readYes(text: string): boolean | null {
    if (/^(yes|y|true|x|✓|✔|1|ja|j|wahr|oui|vrai|sí|si|verdadero)$/i.test(text)) return true;
    return /^(no|n|false|0|-|–|nein|falsch|non|faux|falso)$/i.test(text) ? false : null;
}

/** What a cell of addresses holds. */
export interface ReadAddresses {
    /** IPv4 and IPv6, without a mask. */
    readonly addresses: readonly string[];
    /** MAC addresses, in one form. */
    readonly macs: readonly string[];
    /** True where the cell says that the address is not fixed. */
    readonly dhcp: boolean;
    /** What else is in it. */
    readonly rest: string;
    /** What is in it that is no address of one device, with the end of a sentence that says why. */
    readonly others: readonly { readonly text: string; readonly why: string }[];
}

/** What stands between the first and the last address of a range. */
const between = /^(?:[-–—…]|\.{2,3}|to|bis|à|a|hasta)$/iu;

/** Addresses that no device has: that of nobody, that of all, the own one of each, those of groups. */
function isNobodys(point: Point): boolean {
    if (typeof point === 'bigint') return /^::1?$|^ff..:/u.test(addressText(point));
    return point === 0 || point >>> 24 === 127 || point >= 0xe0_00_00_00;
}

/** Why an address of which this is the point, with this mask behind it, is not that of a device; `null` for one. */
function noDevice(point: Point, mask: number | null): string | null {
    if (isNobodys(point)) return 'is not the address of a device';
    if (mask === null) return null;
    const bits = typeof point === 'number' ? 32 : 128;
    if (mask > bits) return `has a prefix longer than ${bits}`;
    const [low] = prefixRanges(point, mask)!;
    return mask < bits - 1 && low === point ? 'is a network, and not the address of a device' : null;
}

/** An address as it is typed, but without zeros before its numbers, and as IPv4 where it is one written as IPv6. */
function plainAddress(text: string, point: Point): string {
    return typeof point === 'bigint' ? text : addressText(point);
}

/** The addresses in a cell, and what else is in it. A mask behind an address says nothing of the device. */
export function readAddresses(text: string): ReadAddresses {
    const found = { addresses: [] as string[], macs: [] as string[], dhcp: false };
    const others: { text: string; why: string }[] = [];
    const rest: string[] = [];
    const parts = halfWidth(text)
        .split(/[\s,;|]+|(?<=\d)\/(?=$|\s|[0-9A-Fa-f]{2}:)/)
        .filter(each => each !== '' && each !== '/');
    for (let at = 0; at < parts.length; at++) {
        const part = parts[at]!;
        const plain = part.replace(/^\(|\)$/g, '');
        const [, address = '', mask] = /^(.*?)(?:%\w+)?(?:\/(\d{1,3}))?$/su.exec(plain)!;
        const mac = readMac(plain);
        const point = addressPoint(address);
        const last = parts[at + 2];
        if (point !== null && last !== undefined && between.test(parts[at + 1]!) && addressPoint(last) !== null) {
            others.push({ text: parts.slice(at, at + 3).join(' '), why: 'is a range of addresses' });
            at += 2;
        } else if (mac !== null && !/^\d+$/.test(plain)) {
            if (/^(?:00:){5}00$|^(?:ff:){5}ff$/.test(mac))
                others.push({ text: part, why: 'is no address of a device' });
            else found.macs.push(mac);
        } else if (point !== null) {
            const why = noDevice(point, mask === undefined ? null : Number(mask));
            if (why === null) found.addresses.push(plainAddress(address, point));
            else others.push({ text: part, why });
        } else if (/^dhcp$/i.test(plain)) found.dhcp = true;
        else rest.push(part);
    }
    return {
        addresses: [...new Set(found.addresses)],
        macs: [...new Set(found.macs)],
        dhcp: found.dhcp,
        rest: rest.join(' ').replace(/^[\s/]+|[\s/]+$/g, ''),
        others,
    };
}

/** An address without its mask, in the form that all ways to write it share. */
export function canonicalAddress(text: string): string {
    const plain = text.replace(/\/\d+$/u, '');
    const point = addressPoint(plain);
    return point === null ? plain : addressText(point);
}

const arrow = /→|⟶|⇒|->|=>|➔|»/u;

/** Whether a cell has a path, `Office → Control`, and not a list. */
export function hasArrow(text: string): boolean {
    return arrow.test(text);
}

function entriesOf(text: string, between: RegExp): readonly string[] {
    return text
        .split(between)
        .map(part => part.replace(/^[\s•·*–—-]+/u, '').trim())
        .filter(part => part !== '');
}

/** The entries of a cell that lists several: by lines, semicolons, bars or commas. */
export function readList(text: string): readonly string[] {
    return entriesOf(text, /\n|;|,|\|/u);
}

/** The stations of a way, first one first. */
export function readWay(text: string): readonly string[] {
    return entriesOf(text, new RegExp(`\\n|;|,|${arrow.source}`, 'u'));
}
