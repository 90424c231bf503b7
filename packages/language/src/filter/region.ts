import type { Point, Ranges } from './ranges.ts';
import { includes, intersect, meets, subtract } from './ranges.ts';

/**
 * Sessions: every one from an address of the first set to one of the second with a service of the third. Never empty in
 * one set alone.
 */
export interface Region {
    readonly from: Ranges;
    readonly to: Ranges;
    readonly services: Ranges;
}

/** True for a region without a session. */
export function isEmpty({ from, to, services }: Region): boolean {
    return from.length === 0 || to.length === 0 || services.length === 0;
}

/** The sessions of both; `null` where there are none. */
export function overlap(a: Region, b: Region): Region | null {
    const services = intersect(a.services, b.services);
    if (services.length === 0) return null;
    const from = intersect(a.from, b.from);
    if (from.length === 0) return null;
    const to = intersect(a.to, b.to);
    return to.length === 0 ? null : { from, to, services };
}

/** True where a session is in both regions. */
export function regionsMeet(a: Region, b: Region): boolean {
    return meets(a.services, b.services) && meets(a.from, b.from) && meets(a.to, b.to);
}

/** True where every session of the inner region is in the outer one. */
export function regionIncludes(outer: Region, inner: Region): boolean {
    return includes(outer.services, inner.services) && includes(outer.from, inner.from) && includes(outer.to, inner.to);
}

/** What is left of the first without the second: at most three parts that share no session. */
export function without(a: Region, b: Region): readonly Region[] {
    const both = overlap(a, b);
    if (!both) return [a];
    const parts: Region[] = [
        { from: subtract(a.from, both.from), to: a.to, services: a.services },
        { from: both.from, to: subtract(a.to, both.to), services: a.services },
        { from: both.from, to: both.to, services: subtract(a.services, both.services) },
    ];
    return parts.filter(part => !isEmpty(part));
}

/** Whether a point lies in a region: for tests by single sessions. */
export function hasSession({ from, to, services }: Region, source: Point, target: Point, service: number): boolean {
    const at = (set: Ranges, point: Point): boolean => meets(set, [point, point]);
    return at(from, source) && at(to, target) && at(services, service);
}
