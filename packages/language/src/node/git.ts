import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

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
 * The program `git` of Windows by its full name. By a short name Windows would start one that lies in the working
 * directory, which may be the repository of somebody else.
 * @param searchPath folders with `;` between them; those that depend on the working directory are passed over
 * @param isThere true for a file that exists; where it throws, as for a drive that is locked, there is none
 * @returns `null` where there is none
 */
export function gitOfWindows(searchPath: string, isThere: (file: string) => boolean): string | null {
    const folders = searchPath.split(';').map(folder => folder.replace(/^"(.*)"$/, '$1'));
    const files = folders.filter(path.win32.isAbsolute).map(folder => path.win32.join(folder, 'git.exe'));
    const found = files.find(file => {
        try {
            return isThere(file);
        } catch {
            return false;
        }
    });
    return found ?? null;
}

const notFound = 'git was not found: install it, or compare two folders';

function program(): string {
    if (process.platform !== 'win32') return 'git';
    const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    const found = gitOfWindows(process.env['PATH'] ?? '', isFile);
    if (found === null) throw new GitError(notFound);
    return found;
}

/**
 * Runs `git`, the one way in which this product does.
 * @param args the words after `git`
 * @param cwd the folder in which it runs
 * @param input for its standard input
 * @returns what it printed
 * @throws {@link GitError} where git is missing or fails
 */
export async function runGit(args: readonly string[], cwd: string, input = ''): Promise<Buffer> {
    const child = spawn(program(), [...safely, ...args], {
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
            reject(new GitError((error as NodeJS.ErrnoException).code === 'ENOENT' ? notFound : error.message)),
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
