import { spawn } from 'node:child_process';

/** `git` could not do what was asked; the message is one line for the user. */
export class GitError extends Error {}

/**
 * A repository may come from anywhere, so nothing of its own making is run: no file system monitor, hook, pager or
 * signature program. Filters and text converters run where git compares or prints contents of the working tree, which
 * no caller may ask for: read blobs. No lock is taken, nothing is fetched, no question is asked.
 */
const safely = [
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'core.pager=cat',
    '-c',
    'log.showSignature=false',
    '-c',
    'protocol.allow=never',
    '--no-replace-objects',
];

/**
 * Runs `git`, the one way in which this product does.
 * @param args the words after `git`
 * @param cwd the folder in which it runs
 * @param input for its standard input
 * @returns what it printed
 * @throws {@link GitError} where git is missing or fails
 */
export async function runGit(args: readonly string[], cwd: string, input = ''): Promise<Buffer> {
    const child = spawn('git', [...safely, ...args], {
        cwd,
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const code = await new Promise<number | null>((resolve, reject) => {
        child.on('error', error =>
            reject(
                new GitError(
                    (error as NodeJS.ErrnoException).code === 'ENOENT'
                        ? 'git was not found: install it, or compare two folders'
                        : error.message,
                ),
            ),
        );
        child.on('close', resolve);
    });
    if (code !== 0) {
        const lines = Buffer.concat(err)
            .toString('utf8')
            .split('\n')
            .filter(line => line.trim() !== '');
        const said = lines.find(line => !line.startsWith('warning: ')) ?? lines[0] ?? `git ${args[0]} failed`;
        throw new GitError(said.replace(/^fatal: /, ''));
    }
    return Buffer.concat(out);
}
