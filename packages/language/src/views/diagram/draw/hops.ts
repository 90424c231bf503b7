import { branch } from '../content/branch.ts';
import { crossingsOf, type DrawnLine } from '../layout/crossings.ts';
import type { Line, Point, Positioned, PositionedConduit } from '../layout/positioned.ts';

/** The line of a conduit to one zone, without what it shares with lines that are drawn before it. */
export interface DrawnLeg extends DrawnLine {
    readonly line: Line;
    /** It ends where it joins another line of the conduit. */
    readonly joins: boolean;
}

/** The lines of a conduit as they are drawn. */
export function legsDrawn({ node, lines }: PositionedConduit): DrawnLeg[] {
    return lines.map((line, index) => {
        const before = lines.slice(0, index).map(other => other.points);
        const { points, joins } =
            line.role === 'carrier' ? { points: line.points, joins: false } : branch(line.points, before);
        return { owner: node.key, line, points, joins };
    });
}

/** Where a line jumps over others: places on a stretch, by its index. */
export type Hops = ReadonlyMap<number, readonly Point[]>;

/** Half the width of a jump, and what it keeps clear of the ends of its stretch. */
export const hop = { radius: 4.5, clear: 5.5 } as const;

const none: Hops = new Map();

/** Answers for each line of a picture where it jumps over others: the line that lies across does. */
export function hopsOf(legs: readonly DrawnLeg[]): (leg: DrawnLeg) => Hops {
    const found = new Map<DrawnLine, Map<number, Point[]>>();
    for (const { at, across } of crossingsOf(legs)) {
        const { line, index } = across;
        const [from, to] = [line.points[index], line.points[index + 1]];
        if (!from || !to) continue;
        const clear = Math.min(Math.abs(at.x - from.x), Math.abs(to.x - at.x));
        if (clear < hop.radius + hop.clear) continue;
        const ofLine = found.get(line) ?? new Map<number, Point[]>();
        ofLine.set(index, [...(ofLine.get(index) ?? []), at]);
        found.set(line, ofLine);
    }
    return leg => found.get(leg) ?? none;
}

/** How often lines of different conduits cross in a picture. */
export function crossingCount(positioned: Positioned): number {
    return crossingsOf(positioned.conduits.flatMap(legsDrawn)).length;
}
