/** The licence of the Node that an archive carries. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { plainVersion } from './packed-node.mjs';

/** The folders of the search path that have a Node of a version: its text is the same on every platform. */
function others(version, searchPath) {
    return searchPath.split(delimiter).filter(folder => {
        const file = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
        if (folder === '' || !existsSync(file)) return false;
        return spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`;
    });
}

/**
 * Looks for the licence of a Node. Archives of nodejs.org and of Debian have it beside the binary; the package `node`
 * of npm has it in the package of its platform, which is inside of it or beside it; those of Windows lack it, and it is
 * taken from another Node of the same version.
 * @param {string} binary absolute
 * @param {{ platform: string, arch: string, version: string }} of as `process` names them, the version without a `v`
 * @param {string} searchPath where other ones may be
 * @returns {{ text: Buffer } | { lookedAt: string[] }} the licence, or the files that are not there
 */
export function nodeLicence(binary, { platform, arch, version }, searchPath = process.env.PATH ?? '') {
    const folder = dirname(binary);
    const start = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
    const name = `${start}-${platform === 'win32' ? 'win' : platform}-${arch}`;
    // Beside a package there may be one of another version.
    const isOf = candidate => {
        const about = join(candidate, 'package.json');
        return !existsSync(about) || plainVersion(JSON.parse(readFileSync(about, 'utf8')).version) === version;
    };
    const places = [
        ...[join(folder, '../node_modules', name), join(folder, '../..', name)].filter(isOf),
        ...['..', '../..', '../share/doc/nodejs', '../share/doc/node'].map(place => join(folder, place)),
    ].map(place => join(place, 'LICENSE'));
    const isLicence = file => existsSync(file) && /Node\.js/.test(readFileSync(file, 'utf8'));
    const elsewhere = () =>
        others(version, searchPath)
            .flatMap(each => [join(each, 'LICENSE'), join(each, '../LICENSE')])
            .find(isLicence);
    const found = places.find(isLicence) ?? elsewhere();
    return found === undefined ? { lookedAt: places } : { text: readFileSync(found) };
}
