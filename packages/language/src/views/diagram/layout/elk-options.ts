import type { Direction } from '../../../model/index.ts';
import { sizes } from '../measure/measures.ts';
import { stripeOf } from '../measure/zone-box.ts';
import type { Frame } from './frame.ts';

/** Distance between layers in the coordinates by which ELK knows the layers; larger than any box. */
const layerStep = 1_000_000;
/** With more boxes than this, the placement that keeps lines straightest takes too long. */
const mostForStraightest = 90;
/** With more than this, looking for fewer crossings in the order of the text does. */
const mostForOrder = 200;
/** With more than this, the compact placement does. */
const mostForCompact = 800;

/** How far below the head of a zone its nested zones begin at the least, in pixels. */
const belowHead = 14;

/** Where the bands inside a zone begin, below its upper border. */
export const bandsBelow = (frame: Frame): number => (frame.box?.header.height ?? 0) + belowHead - 4;

/**
 * Room inside a zone around its nested zones: above them the head, and a place for the names of the bands, which are
 * beside zones where levels run down and above them where they run to the right.
 */
export function paddingOf(
    frame: Frame,
    direction: Direction,
): { top: number; left: number; right: number; bottom: number } {
    if (frame.zone === null) return { top: 0, left: 0, right: 0, bottom: 0 };
    const top = (frame.box?.header.height ?? 0) + belowHead;
    if (!frame.banded) return { top, left: 18, right: 18, bottom: 18 };
    return direction === 'down'
        ? { top, left: stripeOf(frame.zone) + sizes.innerGutter, right: 18, bottom: 18 }
        : { top: top + sizes.innerName, left: 18, right: 18, bottom: 18 };
}

/** How many boxes are in a frame, at any depth. */
export function countOf(frame: Frame): number {
    return frame.frames.reduce((sum, inner) => sum + countOf(inner), frame.frames.length + frame.conduits.length);
}

/** What conduits are drawn as, which decides the room beside them. */
type Density = 'cards' | 'tags' | 'plain';

/** What the conduits of a picture are drawn as. */
export function densityOf(root: Frame): Density {
    return root.plain ? 'plain' : root.tags ? 'tags' : 'cards';
}

/**
 * How often ELK looks for an order with fewer crossings, for so many boxes. At 30 zones 30 times leave a tenth fewer
 * than 7, for some 40 ms; more times change little.
 */
function thoroughness(count: number): number {
    return count > mostForOrder ? 1 : count > mostForStraightest ? 7 : 30;
}

/** The options of a whole picture with so many boxes. */
export function rootOptions(direction: Direction, count: number, density: Density): Record<string, string> {
    return {
        'elk.algorithm': 'layered',
        'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT',
        'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
        'elk.randomSeed': '1',
        'elk.edgeRouting': 'ORTHOGONAL',
        'elk.json.shapeCoords': 'ROOT',
        'elk.json.edgeCoords': 'ROOT',
        'elk.layered.considerModelOrder.strategy': count > mostForOrder ? 'NONE' : 'NODES_AND_EDGES',
        'elk.layered.thoroughness': String(thoroughness(count)),
        ...layered(direction, count, density),
    };
}

/** Distances that ELK keeps, in pixels. */
function spacingOf(density: Density): Readonly<Record<string, string>> {
    const tight = density === 'tags';
    // Where there are very many lines, they take most of the sheet.
    const edges = density === 'plain' ? '6' : tight ? '9' : '12';
    return {
        'elk.spacing.nodeNode': tight ? '18' : '26',
        'elk.spacing.edgeNode': density === 'plain' ? '10' : tight ? '12' : '16',
        'elk.spacing.edgeEdge': edges,
        'elk.layered.spacing.nodeNodeBetweenLayers': tight ? '15' : '26',
        // The sign of a plain line stands between its end and the first bend.
        'elk.layered.spacing.edgeNodeBetweenLayers': density === 'plain' ? '22' : tight ? '11' : '15',
        'elk.layered.spacing.edgeEdgeBetweenLayers': edges,
    };
}

/** The options by which ELK puts so many boxes into the layers that are given. */
export function layered(direction: Direction, count: number, density: Density): Record<string, string> {
    return {
        'elk.layered.layering.strategy': 'INTERACTIVE',
        'elk.layered.nodePlacement.strategy':
            count > mostForCompact
                ? 'BRANDES_KOEPF'
                : count > mostForStraightest
                  ? 'LINEAR_SEGMENTS'
                  : 'NETWORK_SIMPLEX',
        'elk.layered.nodePlacement.favorStraightEdges': 'true',
        ...spacingOf(density),
        'elk.alignment': direction === 'down' ? 'TOP' : 'LEFT',
    };
}

/** A place in a layer, in the coordinates by which ELK knows the layers. */
export function inLayer(layer: number, direction: Direction): { x: number; y: number } {
    return direction === 'down' ? { x: 0, y: layer * layerStep } : { x: layer * layerStep, y: 0 };
}

/**
 * Where a nested zone is in its layer. At the root ELK keeps the order of the text by itself where lines allow;
 * inside zones it cannot, and takes an order by chance, so the order of the text is given.
 */
export function placeInOrder(layer: number, index: number, direction: Direction): string {
    const { x, y } = inLayer(layer, direction);
    return direction === 'down' ? `(${index * 1000},${y})` : `(${x},${index * 1000})`;
}
