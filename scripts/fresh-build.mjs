// One guard for all that uses the built command line: an old build is not measured, released or judged.
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../', import.meta.url));
/** What the bundles of the command line are made of. */
const sources = ['packages/{cli,language}/src/**/*.{ts,iacs}', 'packages/cli/start/*.js', 'packages/cli/build*.mjs'];

/**
 * What is wrong with the built command line.
 * @param {string} command that builds it, which ends the sentence
 * @param {string} root the folder of the repository
 * @returns {{ built: boolean, message: string } | null} `null` where it is there and no source is newer
 */
export function buildFault(command = 'node packages/cli/build.mjs', root = top) {
    const entry = join(root, 'packages/cli/dist/iacs.js');
    if (!existsSync(entry)) return { built: false, message: `The command line is not built. Run: ${command}` };
    const made = statSync(entry).mtimeMs;
    const newer = sources
        .flatMap(pattern => globSync(pattern, { cwd: root }))
        .map(name => name.replaceAll('\\', '/'))
        .sort()
        .find(name => statSync(join(root, name)).mtimeMs > made);
    if (newer === undefined) return null;
    return { built: true, message: `The built command line is older than ${newer}. Run: ${command}` };
}

/**
 * Throws what {@link buildFault} says.
 * @param {string} [command] that builds the command line
 */
export function assertFreshBuild(command) {
    const fault = buildFault(command);
    if (fault) throw new Error(fault.message);
}
