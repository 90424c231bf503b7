import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editsOf, viewOf } from '../lib/edits.mjs';
import { plantsOf, zonesIn } from '../lib/plants.mjs';
import { mustRun } from '../lib/process.mjs';
import { printTable } from '../lib/table.mjs';

/** What is to hold for the plants of thirty zones: pixels of an edit, and crossings against a fresh layout. */
const bounds = { mean: 20, ratio: 1.1 };

const examples = new URL('../../examples/', import.meta.url);

/** The models: five generated plants of thirty zones, and two examples. */
function modelsOf(place) {
    const copied = ['broken-plant', 'truck-loading'].map(name => {
        const folder = place.file(name);
        cpSync(new URL(`${name}/`, examples), join(folder, name), { recursive: true });
        cpSync(new URL('library/', examples), join(folder, 'library'), { recursive: true });
        return [name, join(folder, name)];
    });
    return [...plantsOf(place), ...copied];
}

/** How far zones that are in both pictures have moved. */
function movesOf(before, after) {
    const old = new Map(zonesIn(before.zones).map(zone => [zone.id, zone]));
    const far = zonesIn(after.zones).flatMap(zone => {
        const was = old.get(zone.id);
        return was ? [Math.hypot(zone.x - was.x, zone.y - was.y)] : [];
    });
    return {
        mean: far.reduce((sum, each) => sum + each, 0) / far.length,
        moved: far.filter(each => each > 20).length,
        all: far.length,
    };
}

/** Places where lines of different conduits cross. */
function crossingsOf({ conduits }) {
    const pieces = conduits.flatMap((conduit, index) =>
        conduit.lines.flatMap(({ points }) => points.slice(1).map((to, at) => ({ index, from: points[at], to }))),
    );
    const level = pieces.filter(({ from, to }) => from.y === to.y);
    const upright = pieces.filter(({ from, to }) => from.x === to.x);
    const between = (value, a, b) => value > Math.min(a, b) + 1 && value < Math.max(a, b) - 1;
    return level.reduce(
        (sum, a) =>
            sum +
            upright.filter(
                b => a.index !== b.index && between(b.from.x, a.from.x, a.to.x) && between(a.from.y, b.from.y, b.to.y),
            ).length,
        0,
    );
}

/** What edits do to a diagram that keeps the places of the one before, and to one that is laid out afresh. */
export async function section(place) {
    if (!place.built) return console.log('not built: no diagrams to compare');
    const sums = [];
    for (const [name, folder] of modelsOf(place)) {
        const rows = [];
        const root = join(folder, 'main.iacs');
        const text = readFileSync(root, 'utf8');
        const file = place.file('before.json');
        const draw = async (...options) =>
            JSON.parse((await mustRun(place.iacs('diagram', '--format', 'json', ...options, root))).stdout);
        const before = await draw('--fresh');
        writeFileSync(file, JSON.stringify(before));
        const sum = { mean: 0, kept: 0, fresh: 0, count: 0, worst: 0, more: 0, edit: '–' };
        for (const [edit, after] of editsOf(text, zonesIn(before.zones))) {
            writeFileSync(root, after);
            const [kept, fresh] = [
                await draw('--like', file, ...viewOf(after)),
                await draw('--fresh', ...viewOf(after)),
            ];
            const [moves, freshMoves] = [movesOf(before, kept), movesOf(before, fresh)];
            const [crossings, freshCrossings] = [crossingsOf(kept), crossingsOf(fresh)];
            rows.push([
                edit,
                kept.engine,
                moves.mean.toFixed(1),
                `${moves.moved} of ${moves.all}`,
                freshMoves.mean.toFixed(0),
                crossings,
                freshCrossings,
            ]);
            sum.mean += moves.mean;
            sum.worst = Math.max(sum.worst, moves.mean);
            sum.kept += crossings;
            sum.fresh += freshCrossings;
            sum.count++;
            if (crossings - freshCrossings > sum.more)
                [sum.more, sum.edit] = [crossings - freshCrossings, `${edit}: ${crossings} for ${freshCrossings}`];
        }
        writeFileSync(root, text);
        printTable(
            `## stability of ${name}: zones that were there before`,
            ['edit', 'places', 'mean px', 'over 20 px', 'afresh, mean px', 'crossings', 'afresh'],
            rows,
        );
        const [mean, ratio] = [sum.mean / sum.count, sum.kept / Math.max(1, sum.fresh)];
        const holds = mean < bounds.mean && ratio <= bounds.ratio;
        sums.push([
            name,
            mean.toFixed(1),
            sum.worst.toFixed(1),
            sum.kept,
            sum.fresh,
            ratio.toFixed(2),
            sum.edit,
            name.startsWith('30 zones') ? (holds ? 'yes' : 'no') : '–',
        ]);
    }
    const plants = sums.filter(([name]) => name.startsWith('30 zones'));
    const [kept, fresh] = [3, 4].map(column => plants.reduce((sum, row) => sum + row[column], 0));
    sums.push(['the plants of 30 zones', '', '', kept, fresh, (kept / Math.max(1, fresh)).toFixed(2), '', '']);
    printTable(
        `## stability, over all edits; at 30 zones to hold: mean below ${bounds.mean} px, ` +
            `at most ${bounds.ratio} times the crossings of a fresh layout`,
        ['model', 'mean px', 'worst mean px', 'crossings', 'afresh', 'ratio', 'worst edit, crossings', 'holds'],
        sums,
    );
}
