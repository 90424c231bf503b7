import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeInventory } from '../lib/inventory-workbook.mjs';
import { pairs, timeOf } from '../lib/pairs.mjs';
import { printTable, digits, megabytes, ratioHeader, ratioRow } from '../lib/table.mjs';
import { median } from '../lib/statistics.mjs';
import { peakMemory } from '../lib/workplace.mjs';

const [rows, columns] = [10_000, 30];

/**
 * `iacs import assets` of a workbook against hucre, which reads the same cells and writes nothing: whole processes, and
 * the peak memory for each byte of the workbook unpacked.
 */
export async function section(place) {
    const file = place.file('inventory.xlsx');
    const unpacked = await writeInventory(file, rows, columns);
    const model = place.file('inventory.iacs');
    writeFileSync(model, 'system Bench "Bench"\n');
    const output = place.file('imported.iacs');
    const own = place.iacs('import', 'assets', file, '--model', model, '-o', output);
    const library = [process.execPath, fileURLToPath(new URL('../lib/read-workbook.mjs', import.meta.url)), file];
    const fresh = async () => {
        if (existsSync(output)) rmSync(output);
        return place.built ? timeOf(own)() : NaN;
    };
    const name = `${rows.toLocaleString('en')} rows × ${columns} columns`;
    printTable('## import of an inventory from XLSX, whole processes', ratioHeader, [
        await ratioRow(`${name}: import / hucre`, () => pairs(fresh, timeOf(library), place.runs), {
            hold: 2,
            aim: 1.5,
            runs: place.runs,
        }),
    ]);
    const peakOf = async command => {
        const peaks = [];
        for (let run = 0; run < Math.min(3, place.runs); run++) {
            rmSync(output, { force: true });
            peaks.push(await peakMemory(place, command));
        }
        const peak = median(peaks);
        return `${megabytes(peak)}, ${digits(peak / unpacked)} a byte`;
    };
    printTable(
        '## peak memory of that import, in all and for each byte of the workbook unpacked',
        ['workbook', 'unpacked', 'product', 'hucre', 'to hold'],
        [[name, megabytes(unpacked), place.built ? await peakOf(own) : 'not built', await peakOf(library), 20]],
    );
}
