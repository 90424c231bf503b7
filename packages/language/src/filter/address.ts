import type { Point, Ranges } from './ranges.ts';
import { pairsOf, rangesOf } from './ranges.ts';

/**
 * Addresses on one line: IPv4 as numbers from 0, IPv6 after them as bigints. So one set holds both, and neither is
 * taken for the other.
 */

/** Apart from the last IPv4 address, so that no interval reaches from one kind into the other. */
const startOf6 = 1n << 33n;
const bits6 = 128n;

/** All addresses of IPv4. */
export const all4: Ranges = [0, 0xffff_ffff];
/** All addresses of IPv6. */
export const all6: Ranges = [startOf6, startOf6 + (1n << bits6) - 1n];
/** Every address of both kinds: `any`. */
export const everyAddress: Ranges = [...all4, ...all6];

/** Read sign by sign: plants have many addresses, and a model is read on every key. */
function point4(text: string): number | null {
    let value = 0;
    let byte = -1;
    let points = 0;
    let digits = 0;
    for (let at = 0; at <= text.length; at++) {
        const code = at === text.length ? 46 : text.charCodeAt(at);
        if (code >= 48 && code <= 57 && digits < 3) {
            byte = (byte < 0 ? 0 : byte * 10) + code - 48;
            digits += 1;
        } else if (code === 46 && byte >= 0 && byte <= 255 && points < 4) {
            value = value * 256 + byte;
            byte = -1;
            digits = 0;
            points += 1;
        } else return null;
    }
    return points === 4 ? value : null;
}

function groupsOf(half: string): number[] | null {
    if (half === '') return [];
    const groups: number[] = [];
    const parts = half.split(':');
    for (const [index, part] of parts.entries()) {
        const ipv4 = index === parts.length - 1 && part.includes('.') ? point4(part) : null;
        if (ipv4 !== null) groups.push(Math.floor(ipv4 / 65536), ipv4 % 65536);
        else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
        else return null;
    }
    return groups;
}

function point6(text: string): bigint | null {
    const halves = text.split('::');
    if (halves.length > 2) return null;
    const front = groupsOf(halves[0]!);
    const back = halves.length === 2 ? groupsOf(halves[1]!) : [];
    if (!front || !back) return null;
    const missing = 8 - front.length - back.length;
    if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
    const groups = [...front, ...Array.from({ length: missing }, () => 0), ...back];
    return groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n) + startOf6;
}

/** `::ffff:0:0/96`, in which IPv6 writes the addresses of IPv4 (RFC 4291, section 2.5.5.2). */
const mapped6: readonly [bigint, bigint] = [startOf6 + 0xffff_0000_0000n, startOf6 + 0xffff_ffff_ffffn];
const bitsBeforeMapped = 96;

/** The IPv4 address itself for one that is written as IPv6: programs that listen on both kinds log it in that form. */
const unmapped = (point: bigint): Point =>
    point >= mapped6[0] && point <= mapped6[1] ? Number(point - mapped6[0]) : point;

/**
 * The point of an IPv4 or IPv6 address without a prefix length; `null` for any other text. `::ffff:10.0.0.1` is the
 * IPv4 address 10.0.0.1.
 */
export function addressPoint(text: string): Point | null {
    if (!text.includes(':')) return point4(text);
    const point = point6(text);
    return point === null ? null : unmapped(point);
}

/**
 * The addresses of an address, a prefix (`10.1.0.0/16`; bits of a host in it are left aside), a range
 * (`10.1.0.7-10.1.0.9`) or `any`.
 * @returns `null` for a text that is none of these, or a range that runs backwards or from one kind to the other
 */
export function readAddresses(text: string): Ranges | null {
    if (text === 'any') return everyAddress;
    const dash = text.indexOf('-');
    if (dash > 0) {
        const low = addressPoint(text.slice(0, dash).trim());
        const high = addressPoint(text.slice(dash + 1).trim());
        return low !== null && high !== null && typeof low === typeof high && low <= high ? [low, high] : null;
    }
    const slash = text.indexOf('/');
    if (slash < 0) {
        const point = addressPoint(text);
        return point === null ? null : [point, point];
    }
    const address = text.slice(0, slash);
    const point = addressPoint(address);
    const digits = text.slice(slash + 1);
    if (point === null || !/^\d{1,3}$/.test(digits)) return null;
    const length = Number(digits);
    if (typeof point === 'bigint' || !address.includes(':')) return prefixRanges(point, length);
    // A shorter prefix has more in it than the addresses of IPv4.
    return length < bitsBeforeMapped
        ? prefixRanges(point6(address)!, length)
        : length > Number(bits6)
          ? null
          : prefixRanges(point, length - bitsBeforeMapped);
}

/** The addresses that share their first bits with an address; `null` for a length that no address of its kind has. */
export function prefixRanges(point: Point, length: number): Ranges | null {
    if (typeof point === 'number') {
        if (length > 32) return null;
        const size = 2 ** (32 - length);
        const low = Math.floor(point / size) * size;
        return [low, low + size - 1];
    }
    if (length > 128) return null;
    const rest = bits6 - BigInt(length);
    const low = (((point - startOf6) >> rest) << rest) + startOf6;
    return [low, low + (1n << rest) - 1n];
}

/** The union of what several texts name; `null` where one of them is not read. */
export function readAddressList(texts: readonly string[]): Ranges | null {
    if (texts.length === 1) return readAddresses(texts[0]!);
    const pairs: (readonly [Point, Point])[] = [];
    for (const text of texts) {
        const ranges = readAddresses(text);
        if (!ranges) return null;
        pairs.push(...pairsOf(ranges));
    }
    return rangesOf(pairs);
}

function format6(value: bigint): string {
    const groups = Array.from({ length: 8 }, (_, at) => Number((value >> BigInt(112 - 16 * at)) & 0xffffn));
    let best = { start: -1, length: 1 };
    for (let start = 0; start < 8; start++) {
        let end = start;
        while (end < 8 && groups[end] === 0) end++;
        if (end - start > best.length) best = { start, length: end - start };
    }
    const hex = (some: readonly number[]): string => some.map(group => group.toString(16)).join(':');
    return best.start < 0
        ? hex(groups)
        : `${hex(groups.slice(0, best.start))}::${hex(groups.slice(best.start + best.length))}`;
}

/** An address as it is written: dotted, or in the short form of RFC 5952. */
export function addressText(point: Point): string {
    if (typeof point === 'bigint') return format6(point - startOf6);
    return [24, 16, 8, 0].map(shift => Math.floor(point / 2 ** shift) % 256).join('.');
}

/** The bits that all addresses of a prefix share, from its first and last one; `null` for a range that is none. */
export function prefixLength(low: Point, high: Point): number | null {
    const size = (typeof low === 'bigint' ? (high as bigint) - low : BigInt(high) - BigInt(low)) + 1n;
    if ((size & (size - 1n)) !== 0n) return null;
    const start = typeof low === 'bigint' ? low - startOf6 : BigInt(low);
    if (start % size !== 0n) return null;
    return (typeof low === 'bigint' ? 128 : 32) - (size.toString(2).length - 1);
}

/**
 * The texts of a set, in order: addresses, prefixes, ranges; `any` alone for every address. What is read from them is
 * the set again.
 */
export function addressTexts(set: Ranges): readonly string[] {
    if (set.length === 4 && everyAddress.every((point, at) => point === set[at])) return ['any'];
    return pairsOf(set).map(([low, high]) => {
        if (low === high) return addressText(low);
        const length = prefixLength(low, high);
        return length === null ? `${addressText(low)}-${addressText(high)}` : `${addressText(low)}/${length}`;
    });
}

/** The IPv4 prefix of an address and a mask such as `255.255.255.0`, as text; `null` where the mask has holes. */
export function maskedPrefix(address: string, mask: string): string | null {
    const value = point4(mask);
    if (value === null || point4(address) === null) return null;
    const size = 2 ** 32 - value;
    return Math.log2(size) % 1 === 0 ? `${address}/${32 - Math.log2(size)}` : null;
}
