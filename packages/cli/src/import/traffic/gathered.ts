import type { Unmatched } from './functions.ts';
import type { KnownPorts } from './known-ports.ts';
import type { Seen } from './seen.ts';

/** Rows that were not taken over, each reason with how many and the first line. */
export type LeftOut = ReadonlyMap<string, { readonly count: number; readonly line: number }>;

/** What was seen in logs, with how many rows were read, turned or left out. */
export interface Gathered {
    readonly seen: readonly Seen[];
    readonly rows: number;
    /** Rows of which the ends were turned round. */
    readonly turned: number;
    readonly multicast: number;
    readonly future: number;
    /** Rows from before the first day that a log can have: the clock of their source was not set. */
    readonly ancient: number;
    /** Rows of which the time is missing, or cannot be read. */
    readonly undated: number;
    /** Rows outside of the days that were asked for. */
    readonly outside: number;
    readonly leftOut: LeftOut;
    /** Ends of functions that belong to no session of the logs. */
    readonly unmatched: readonly Unmatched[];
    readonly first: number | null;
    readonly last: number | null;
    /** First and last day of each longer time between these of which no row is. */
    readonly gaps: readonly (readonly [number, number])[];
}

/** The days that are asked for, and the ports of known protocols. */
export interface GatherOptions {
    /** Days since 1970, both included; `null` for no limit. */
    readonly since: number | null;
    readonly until: number | null;
    readonly today: number;
    readonly ports: KnownPorts;
}

/** Fewer days without a row are a weekend. */
const shortestGap = 3;

/** The longer times between days, sorted, of which none is: the first and the last day of each. */
export function gapsIn(days: readonly number[]): Gathered['gaps'] {
    return days.flatMap((day, at) => {
        const before = days[at - 1] ?? day;
        return day - before > shortestGap ? [[before + 1, day - 1] as const] : [];
    });
}
