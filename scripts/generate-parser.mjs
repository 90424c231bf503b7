/**
 * Writes the parser from the grammar: the kinds of tokens, the shapes of nodes, and one method for each rule,
 * which decides by one token, as the grammar requires.
 *
 *   node scripts/generate-parser.mjs           writes
 * packages/language/src/syntax/parser/generated/{kinds,nodes,parser}.ts
 *   node scripts/generate-parser.mjs --check   exit code 1 when one of them is stale
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { IacsGrammar } from '../packages/language/src/syntax/generated/grammar.ts';
import { GrammarReader } from './parser/grammar-reader.mjs';
import { kindsModule, nodesModule, parserModule } from './parser/modules.mjs';

const folder = new URL('../packages/language/src/syntax/parser/generated/', import.meta.url);
const grammar = new GrammarReader(IacsGrammar());
const modules = {
    'kinds.ts': kindsModule(grammar),
    'nodes.ts': nodesModule(grammar),
    'parser.ts': parserModule(grammar),
};

for (const [name, text] of Object.entries(modules)) {
    const file = new URL(name, folder);
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text) {
        console.error(`packages/language/src/syntax/parser/generated/${name} is stale: run \`npm run generate\``);
        process.exitCode = 1;
    }
}
