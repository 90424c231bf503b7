import type { Access, Outcome } from 'iacs-language';
import type { Point } from 'iacs-language/filter';
import { addressPoint, addressText } from 'iacs-language/filter';

/** Sessions of two ends over one service, taken together. */
export interface Seen {
    readonly from: string;
    readonly to: string;
    readonly arrow: '->' | '--';
    /** `tcp 502`, `icmp`, `ip 47`. */
    readonly service: string;
    readonly protocol: string;
    readonly outcome: Outcome;
    /** Days since 1970, sorted; empty where no row says one. */
    readonly days: readonly number[];
    readonly access: Access | null;
}

/** Addresses that mean many hosts or none: multicast, broadcast, the unset address. */
export function isMulticast(address: string): boolean {
    if (address.includes(':'))
        return (
            /^ff/i.test(address) ||
            address === '::' ||
            /^(ff:){5}ff$/i.test(address) ||
            /^01:00:5e|^33:33/i.test(address)
        );
    const first = Number(address.slice(0, address.indexOf('.')));
    return (first >= 224 && first <= 239) || address === '255.255.255.255' || address === '0.0.0.0';
}

const points = new Map<string, Point | null>();

function pointOf(text: string): Point | null {
    let point = points.get(text);
    if (point === undefined) {
        if (points.size > 100_000) points.clear();
        points.set(text, (point = addressPoint(text)));
    }
    return point;
}

function byEnd(a: string, b: string): number {
    const [one, other] = [pointOf(a), pointOf(b)];
    if (one !== null && other !== null) return one < other ? -1 : one > other ? 1 : 0;
    if (one !== null || other !== null) return one !== null ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}

const portIn = (service: string): number => Number(/\d+$/.exec(service)?.[0] ?? -1);

/** The order in which what was seen is written: by its ends, service and arrow. */
export function bySeen(a: Seen, b: Seen): number {
    return (
        byEnd(a.from, b.from) ||
        byEnd(a.to, b.to) ||
        (a.service.split(' ')[0]! < b.service.split(' ')[0]!
            ? -1
            : a.service.split(' ')[0]! > b.service.split(' ')[0]!
              ? 1
              : 0) ||
        portIn(a.service) - portIn(b.service) ||
        (a.arrow < b.arrow ? -1 : a.arrow > b.arrow ? 1 : 0)
    );
}

/** An address in the one form in which it is written. */
export function plainAddress(text: string): string {
    const point = pointOf(text);
    return point === null ? text : addressText(point);
}

/** Days from first to last. */
export function sorted(days: Iterable<number>): readonly number[] {
    return [...days].sort((a, b) => a - b);
}
