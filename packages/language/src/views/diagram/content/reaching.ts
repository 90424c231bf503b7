import type { Assessment, Path } from '../../../assessment/index.ts';

/** Which reach is asked for: what an asset or zone reaches, what reaches it, or both. */
export const reachSides = ['both', 'out', 'in'] as const;

/** Whose reach a picture shows, and to which side. */
export interface ReachAsked {
    /** Id of an asset or zone. */
    readonly id: string;
    readonly side: (typeof reachSides)[number];
    /** At most so many hops; `null` for all. */
    readonly depth: number | null;
}

/** Who reaches whom from one place, both ways apart: hops by id. */
export interface Reaching extends ReachAsked {
    readonly out: ReadonlyMap<string, number>;
    readonly into: ReadonlyMap<string, number>;
    /** The hops of the farthest, whatever depth was asked for; 0 where nothing is reached. */
    readonly farthest: number;
    /** Ids of what lies on the paths. */
    readonly ids: readonly string[];
}

const onPath = ({ hops }: Path): string[] =>
    hops.flatMap(({ from, to, flow, conduit }) => [from, to, flow?.id ?? '', conduit ?? '']).filter(id => id !== '');

/**
 * What an asset or zone reaches over the declared flows, and what reaches it.
 * @returns `null` for an id that the model does not have
 */
export function reachingOf({ lookup, reach }: Assessment, asked: ReachAsked): Reaching | null {
    if (!lookup.element(asked.id)) return null;
    const ids = new Set([asked.id]);
    let farthest = 0;
    const within = (paths: ReadonlyMap<string, Path>): Map<string, number> => {
        const hops = new Map<string, number>();
        for (const [id, path] of paths) {
            const count = path.hops.length;
            farthest = Math.max(farthest, count);
            if (id === asked.id || (asked.depth !== null && count > asked.depth)) continue;
            hops.set(id, count);
            for (const each of onPath(path)) ids.add(each);
        }
        return hops;
    };
    const none = new Map<string, number>();
    return {
        ...asked,
        out: asked.side === 'in' ? none : within(reach.spread([asked.id])),
        into: asked.side === 'out' ? none : within(reach.spreadInto([asked.id])),
        farthest,
        ids: [...ids],
    };
}

const counted = (count: number): string => (count === 1 ? '1 asset' : `${count} assets`);

/** The reach in a sentence. */
export function reachingNote({ id, side, depth, out, into }: Reaching): string {
    const parts = [
        ...(side === 'in' ? [] : [`reaches ${counted(out.size)}`]),
        ...(side === 'out' ? [] : [`is reached from ${counted(into.size)}`]),
    ];
    const limit = depth === null ? '' : depth === 1 ? ' in one hop' : ` in at most ${depth} hops`;
    return `${id} ${parts.join(' and ')} over the declared flows${limit}.`;
}
