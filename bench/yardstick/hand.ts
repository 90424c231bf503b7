/**
 * The nearest thing to a lower limit: a scanner and a descending parser, written by hand, that read every `.iacs` file
 * below a folder into plain objects and link the names that are mentioned in them. Nothing is checked, lowered or
 * judged. Prints as one line of JSON how much there was: `{ files, statements, linked, unlinked, firstUnlinked }`.
 * Usage: node hand.js FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { link } from './hand-link.ts';
import { parse } from './hand-parse.ts';

const folder = process.argv[2];
if (!folder) {
    console.error('usage: hand FOLDER');
    process.exit(2);
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.iacs'));
const statements = files.flatMap(name => parse(readFileSync(join(folder, name), 'utf8')));
console.log(JSON.stringify({ files: files.length, ...link(statements) }));
