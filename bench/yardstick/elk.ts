/**
 * Lays out one ELK JSON graph with bare elkjs, the options being those in the graph, and prints its size.
 * Usage: node elk.js GRAPH.json
 */
import { readFileSync } from 'node:fs';
import ELK from 'elkjs/lib/elk.bundled.js';

const file = process.argv[2];
if (!file) {
    console.error('usage: elk GRAPH.json');
    process.exit(2);
}
const elk = new ELK();
const { width, height } = await elk.layout(JSON.parse(readFileSync(file, 'utf8')));
console.log(JSON.stringify({ width, height }));
