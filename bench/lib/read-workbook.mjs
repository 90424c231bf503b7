/** Reads a workbook with hucre alone and prints how many cells are filled. Usage: node read-workbook.mjs FILE.xlsx */
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';

const { sheets } = await readXlsx(readFileSync(process.argv[2]));
const filled = sheets
    .flatMap(sheet => sheet.rows)
    .reduce((sum, row) => sum + row.filter(cell => cell !== null).length, 0);
console.log(filled);
