import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

const bin = path.join(repository, 'packages/cli/bin/iacs.js');

export interface Outcome {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs the built command line as a process. */
export function iacs(args: readonly string[], options: { cwd?: string; input?: string | Uint8Array; env?: Record<string, string> } = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
        cwd: options.cwd ?? repository,
        encoding: 'utf8',
        input: options.input ?? '',
        env: { ...process.env, NODE_OPTIONS: '', ...options.env },
        maxBuffer: 1 << 28,
    });
    return { code: status, stdout, stderr };
}

/** Makes a folder of files for the time of a test. */
export function withFiles<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T {
    const folder = mkdtempSync(path.join(tmpdir(), 'iacs test # %41 ä '));
    try {
        for (const [name, content] of Object.entries(files)) {
            const file = path.join(folder, name);
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, content);
        }
        return use(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
