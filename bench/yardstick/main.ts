/**
 * Parses, indexes and links every `.iacs` file below a folder, without validation, and prints as one line of JSON
 * how much there was: `{ documents, references, syntaxErrors, linkingErrors, firstError }`.
 * Usage: node main.js FOLDER
 */
import { resolve } from 'node:path';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createYardstickServices } from './module.ts';

const folder = process.argv[2];
if (!folder) {
    console.error('usage: yardstick FOLDER');
    process.exit(2);
}

const { shared } = createYardstickServices(NodeFileSystem);
await shared.workspace.WorkspaceManager.initializeWorkspace([
    { name: 'model', uri: URI.file(resolve(folder)).toString() },
]);

const counts = { documents: 0, references: 0, syntaxErrors: 0, linkingErrors: 0, firstError: '' };
for (const document of shared.workspace.LangiumDocuments.all) {
    const { lexerErrors, parserErrors } = document.parseResult;
    counts.documents++;
    counts.references += document.references.length;
    counts.syntaxErrors += lexerErrors.length + parserErrors.length;
    counts.firstError ||= lexerErrors[0]?.message ?? parserErrors[0]?.message ?? '';
    for (const reference of document.references) {
        if (reference.error) {
            counts.linkingErrors++;
            counts.firstError ||= reference.error.message;
        }
    }
}
console.log(JSON.stringify(counts));
