import { writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';

/** Heads that an inventory has and an import knows; the other columns are kept as text. */
const known = ['Tag', 'Name', 'Type', 'Zone', 'IP Address', 'MAC', 'Vendor', 'Model', 'Firmware', 'Location', 'Owner'];
const types = ['PLC', 'HMI', 'Switch', 'Workstation', 'Server', 'Drive', 'Sensor', 'Firewall'];
const vendors = ['Siemens', 'Schneider Electric', 'ABB', 'Rockwell', 'Emerson', 'Moxa', 'Hirschmann'];

/** Cell of a column that an import keeps as text: numbers, words that come again, and texts of their own. */
function plainCell(row, column) {
    if (column % 3 === 0) return row * 7 + column;
    return column % 3 === 1 ? `Cabinet ${row % 40}` : `Note ${column} of device ${row}`;
}

function rowOf(row, columns) {
    const cells = [
        `TAG-${String(row).padStart(6, '0')}`,
        `Device ${row}`,
        types[row % types.length],
        `Line ${1 + (row % 40)}`,
        `10.${row >> 16}.${(row >> 8) & 255}.${row & 255}`,
        `02:00:00:${[16, 8, 0].map(shift => ((row >> shift) & 255).toString(16).padStart(2, '0')).join(':')}`,
        vendors[row % vendors.length],
        `Model ${row % 90}`,
        `${row % 9}.${row % 13}`,
        `Building ${row % 12}`,
        `Team ${row % 6}`,
    ];
    for (let column = cells.length; column < columns; column++) cells.push(plainCell(row, column));
    return cells;
}

/**
 * Writes an inventory as a workbook, the same one for the same size.
 * @param {string} file where
 * @param {number} rows devices
 * @param {number} columns 11 or more
 * @returns {Promise<number>} how many bytes its parts have when they are unpacked
 */
export async function writeInventory(file, rows, columns) {
    const heads = [...known, ...Array.from({ length: columns - known.length }, (_, index) => `Remark ${index + 1}`)];
    const table = [heads, ...Array.from({ length: rows }, (_, row) => rowOf(row + 1, columns))];
    const packed = await writeXlsx({ sheets: [{ name: 'Inventory', rows: table }] });
    writeFileSync(file, packed);
    return Object.values(unzipSync(packed)).reduce((sum, part) => sum + part.length, 0);
}
