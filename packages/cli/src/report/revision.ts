import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The revision of the folder that a model stands in, as git names it: a tag or a short commit, `-dirty` when files differ from it.
 * @returns `null` where there is no git, no repository and no commit
 */
export async function revisionOf(folder: string): Promise<string | null> {
    try {
        const options = { cwd: folder, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' } };
        const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', 'describe', '--always', '--dirty', '--tags'], options);
        return stdout.trim() || null;
    } catch {
        return null;
    }
}
