import { rootOptions } from '../views/diagram/layout/elk-options.ts';
import { type ElkEdge, type ElkNode } from '../views/diagram/layout/elk-node.ts';

const rows = 4;
const columns = 4;
/** Numbers of boxes for which different parts of ELK are used. */
const counts = [20, 150, 1000];

const boxId = (row: number, column: number): string => `box ${row} ${column}`;
const size = (seed: number): number => 60 + ((seed * 37) % 90);

function card(row: number, column: number): ElkNode {
    const id = `card ${row} ${column}`;
    const port = (name: string, side: string, y: number): ElkNode => ({
        id: `${name} ${id}`,
        x: 20,
        y,
        width: 0,
        height: 0,
        layoutOptions: { 'elk.port.side': side },
    });
    return {
        id,
        x: 0,
        y: (2 * row + 1) * 1000,
        width: size(row + column),
        height: 50,
        ports: [port('before', 'NORTH', 0), port('after', 'SOUTH', 50)],
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    };
}

/** A box; those of the first column hold two others. */
function box(row: number, column: number, options: Record<string, string>): ElkNode {
    const place = { x: 0, y: 2 * row * 1000 };
    if (column > 0)
        return { id: boxId(row, column), ...place, width: size(row * columns + column), height: size(column) };
    return {
        id: `around ${row}`,
        ...place,
        layoutOptions: options,
        children: [
            { id: boxId(row, 0), x: 0, y: 0, width: 80, height: 60 },
            { id: `second ${row}`, x: 0, y: 2000, width: 90, height: 50 },
        ],
        edges: [{ id: `inside ${row}`, sources: [boxId(row, 0)], targets: [`second ${row}`] }],
    };
}

/**
 * A small graph with all that the graph of a picture has: boxes in boxes, layers, cards with ports.
 * @param round graphs of different rounds take different ways through ELK
 */
export function warmUpGraph(round: number): ElkNode {
    const options = rootOptions('down', counts[round % counts.length] ?? 0, 'cards');
    const children: ElkNode[] = [];
    const edges: ElkEdge[] = [];
    for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
            children.push(box(row, column, options));
            if (row === rows - 1) continue;
            children.push(card(row, column));
            edges.push({
                id: `upper ${row} ${column}`,
                sources: [boxId(row, column)],
                targets: [`before card ${row} ${column}`],
            });
            edges.push({
                id: `lower ${row} ${column}`,
                sources: [`after card ${row} ${column}`],
                targets: [boxId(row + 1, (column * 3 + 1) % columns)],
            });
        }
    }
    return { id: 'small', layoutOptions: options, children, edges };
}
