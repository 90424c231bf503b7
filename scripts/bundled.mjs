import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = path => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** What is bundled: the dependencies of the packages, and theirs, as keys of the lock file. */
export function bundled() {
    const lock = read('package-lock.json').packages;
    const found = new Map();
    const visit = (name, from) => {
        const parts = from === '' ? [] : from.split('/node_modules/');
        let key;
        for (let depth = parts.length; depth >= 0; depth--) {
            const candidate = [...parts.slice(0, depth), name].join('/node_modules/');
            key = [candidate, `node_modules/${name}`].find(each => lock[each]);
            if (key) break;
        }
        if (!key || found.has(key) || lock[key].link) return;
        found.set(key, lock[key]);
        for (const inner of Object.keys(lock[key].dependencies ?? {})) visit(inner, key);
    };
    for (const name of ['language', 'cli', 'extension', 'playground']) {
        const folder = `packages/${name}`;
        for (const dependency of Object.keys(read(`${folder}/package.json`).dependencies ?? {})) {
            if (!dependency.startsWith('iacs-')) visit(dependency, folder);
        }
    }
    return [...found.keys()].sort();
}
