/**
 * Parses one file again and again with nothing but Langium's parser, as an editor would after each typed character,
 * and prints the milliseconds of every parse as one line of JSON.
 * Usage: node reparse.js FILE RUNS WARM-UP
 */
import { readFileSync } from 'node:fs';
import { EmptyFileSystem } from 'langium';
import { createYardstickServices } from './module.ts';

const [file, runs, warmUp] = process.argv.slice(2);
if (!file) {
    console.error('usage: reparse FILE RUNS WARM-UP');
    process.exit(2);
}
const text = readFileSync(file, 'utf8');
const parser = createYardstickServices(EmptyFileSystem).yardstick.parser.LangiumParser;

const times: number[] = [];
for (let run = -Number(warmUp); run < Number(runs); run++) {
    // A text of its own for every parse, as after a typed character.
    const edited = `${text}// ${run}\n`;
    const start = performance.now();
    parser.parse(edited);
    if (run >= 0) times.push(performance.now() - start);
}
console.log(JSON.stringify(times));
