import { ownId } from '../layout/elk-graph.ts';
import type { Frame } from '../layout/frame.ts';
import { gridPlaces } from '../layout/grid.ts';
import type { Rect } from '../layout/positioned.ts';
import { turnedRect } from './memory.ts';
import type { ZoneItem } from './scene.ts';

/**
 * Places for a zone with nested ones, and for all inside of it, where nothing of it was in the picture before: layer by
 * layer.
 */
export function insideOf(item: ZoneItem, right: boolean): Map<string, Rect> {
    const root = {
        zone: null,
        box: null,
        own: null,
        frames: [item.frame],
        conduits: [],
        joints: [],
        layers: new Map([[item.key, 0]]),
        plain: false,
        tags: false,
        banded: false,
        arranged: [],
    };
    const places = gridPlaces(root, right ? 'right' : 'down');
    const found = new Map<string, Rect>();
    const read = (frame: Frame): void => {
        const keys = [
            frame.zone?.key,
            frame.zone && frame.own ? ownId(frame.zone.key) : undefined,
            ...frame.conduits.map(box => box.node.key),
        ];
        for (const key of keys) {
            if (key === undefined) continue;
            const rect = places.rect(key);
            found.set(key, right ? turnedRect(rect) : rect);
        }
        frame.frames.forEach(read);
    };
    read(item.frame);
    return found;
}
