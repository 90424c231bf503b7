/** The licence of the Node that an archive carries. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Looks for the licence of a Node. Archives of nodejs.org and of Debian have it beside the binary; the package `node`
 * of npm has it in the package of its platform, which is inside of it or beside it.
 * @param {string} binary absolute
 * @param {{ platform: string, arch: string, version: string }} of as `process` names them, the version without a `v`
 * @returns {{ text: Buffer } | { lookedAt: string[] }} the licence, or the files that are not there
 */
export function nodeLicence(binary, { platform, arch, version }) {
    const folder = dirname(binary);
    const start = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
    const name = `${start}-${platform === 'win32' ? 'win' : platform}-${arch}`;
    // Beside a package there may be one of another version.
    const isOf = candidate => {
        const about = join(candidate, 'package.json');
        return !existsSync(about) || JSON.parse(readFileSync(about, 'utf8')).version === version;
    };
    const places = [
        ...[join(folder, '../node_modules', name), join(folder, '../..', name)].filter(isOf),
        ...['..', '../..', '../share/doc/nodejs', '../share/doc/node'].map(place => join(folder, place)),
    ].map(place => join(place, 'LICENSE'));
    const found = places.find(file => existsSync(file) && /Node\.js/.test(readFileSync(file, 'utf8')));
    return found === undefined ? { lookedAt: places } : { text: readFileSync(found) };
}
