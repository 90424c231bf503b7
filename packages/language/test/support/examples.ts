import { readdirSync, readFileSync } from 'node:fs';

const examples = new URL('../../../../examples/', import.meta.url);

/** The files of an example as one text, the root first, as `load` reads them. */
export function exampleText(folder: string): string {
    const read = (path: string): string[] =>
        readdirSync(new URL(path, examples), { withFileTypes: true }).flatMap(entry =>
            entry.isDirectory()
                ? read(`${path}${entry.name}/`)
                : entry.name.endsWith('.iacs')
                  ? [`${path}${entry.name}`]
                  : [],
        );
    const files = [
        `${folder}/main.iacs`,
        ...read(`${folder}/`).filter(path => path !== `${folder}/main.iacs`),
        ...read('library/'),
    ];
    return files.map(path => `//- ${path}\n${readFileSync(new URL(path, examples), 'utf8')}`).join('\n');
}

/** The examples that are whole models. */
export const exampleFolders = readdirSync(examples, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, examples)).includes('main.iacs'))
    .map(entry => entry.name);
