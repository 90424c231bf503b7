import { deepEqual, equal, ok } from 'node:assert/strict';
import { elkEngine } from '../src/node/elk-host.ts';
import { layout, toGraph } from '../src/views/diagram/index.ts';
import { sizes } from '../src/views/diagram/measure/measures.ts';
import type { PositionedZone, Rect } from '../src/views/diagram/layout/positioned.ts';
import { exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { allZones } from './support/pictures.ts';

/** On which side of another box a box lies; `over` when they share a stretch on both axes, as nested ones do. */
function side(a: Rect, b: Rect): string {
    if (a.y + a.height <= b.y) return 'above';
    if (b.y + b.height <= a.y) return 'below';
    if (a.x + a.width <= b.x) return 'left';
    return b.x + b.width <= a.x ? 'right' : 'over';
}

/** Pairs of zones that have changed sides. */
function changedSides(before: ReadonlyMap<string, Rect>, after: readonly PositionedZone[]): string[] {
    const changed: string[] = [];
    after.forEach((zone, index) => {
        for (const other of after.slice(index + 1)) {
            const [a, b] = [before.get(zone.node.id), before.get(other.node.id)];
            if (a && b && side(a, b) !== side(zone.rect, other.rect))
                changed.push(`${zone.node.id} ${side(a, b)} ${other.node.id} is now ${side(zone.rect, other.rect)}`);
        }
    });
    return changed;
}

describe('diagram: one asset more', function () {
    const engine = elkEngine({ warmUp: false });
    after(() => engine.close());

    const draw = async (text: string): Promise<PositionedZone[]> => {
        const positioned = await layout(toGraph(load(text)), engine);
        equal(positioned.engine, 'elk', positioned.reason ?? '');
        return allZones(positioned.zones);
    };

    for (const folder of ['truck-loading', 'swat', 'refinery', 'grfics', 'ship']) {
        it(`in any zone of ${folder} leaves the others on their sides, and nearly in their places`, async () => {
            const text = exampleText(folder);
            const before = new Map((await draw(text)).map(zone => [zone.node.id, zone.rect]));
            const openings = [...text.matchAll(/^ *zone [^{\n]*\{ *$/gmu)];
            equal(openings.length, before.size);
            for (const opening of openings) {
                const at = opening.index + opening[0].length;
                const after = await draw(`${text.slice(0, at)}\n  asset OneMore : plc${text.slice(at)}`);
                deepEqual(changedSides(before, after), [], opening[0]);
                for (const { node, rect } of after) {
                    const was = before.get(node.id) as Rect;
                    const far = Math.hypot(rect.x - was.x, rect.y - was.y);
                    ok(far <= 2 * sizes.cellWidth, `${node.id} has moved by ${far} after ${opening[0]}`);
                }
            }
        });
    }
});
