import type { DiagramGraph } from '../content/graph.ts';
import { honours } from '../layout/order.ts';
import type { Rect } from '../layout/positioned.ts';
import type { Canvas } from './canvas.ts';
import { closedKey, type Memory } from './memory.ts';
import type { Scene } from './scene.ts';

/** What may be moved for the lines of new conduits. */
export interface Movable {
    /** Keys of new zones and conduits: they may go anywhere. */
    readonly added: ReadonlySet<string>;
    /** A person has put this, or something in it, where it is: it stays. */
    readonly isFixed: (key: string) => boolean;
    /** True where zones are still as the author of the view wants them. */
    readonly isFollowed: () => boolean;
    /** How far zones may be moved in all, in pixels. */
    readonly allowed: number;
}

/** How far zones may be moved, in pixels for each zone that had a place: they stay, seen over the whole picture. */
const mostFar = 19;

/**
 * What may be moved in a picture: nothing that was moved by hand or that the view has a line about, and no zones far.
 * @param before the earlier picture, with levels that run down
 * @param cards keys of the new conduits
 */
export function movableIn(
    graph: DiagramGraph,
    canvas: Canvas,
    scene: Scene,
    before: Memory,
    cards: ReadonlySet<string>,
): Movable {
    const old = (key: string): Rect | undefined => before.boxes.get(key) ?? before.boxes.get(closedKey(key));
    const fresh = scene.zones.map(({ key }) => key).filter(key => !old(key));
    const far = scene.zones.map(({ key }) => {
        const [was, now] = [old(key), canvas.boxes.get(key)];
        return was && now ? Math.hypot(now.x - was.x, now.y - was.y) : 0;
    });
    const { arranged } = graph;
    const said = new Set(arranged.flatMap(({ zones }) => zones.map(id => `zone:${id}`)));
    const isSaid = (key: string): boolean =>
        said.has(key) || before.byHand?.has(key) === true || before.byHand?.has(closedKey(key)) === true;
    const fixed = [...scene.zones, ...scene.cards].map(({ key }) => key).filter(isSaid);
    return {
        added: new Set([...cards, ...fresh]),
        isFixed: key => fixed.some(each => scene.within(each, key)),
        isFollowed: () =>
            arranged.length === 0 ||
            honours(
                arranged,
                id => canvas.boxes.get(`zone:${id}`),
                true,
                scene.zones.flatMap(({ key }) => canvas.boxes.get(key) ?? []),
            ),
        allowed: mostFar * (scene.zones.length - fresh.length) - far.reduce((sum, each) => sum + each, 0),
    };
}
