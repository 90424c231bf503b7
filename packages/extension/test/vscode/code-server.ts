import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const entry = path.join(root, 'build/code-server/node_modules/code-server/out/node/entry.js');
const built = path.join(root, 'packages/extension/iacs-vscode.vsix');

function freePort(): Promise<number> {
    return new Promise((resolve, reject) => {
        const server = createServer()
            .on('error', reject)
            .listen(0, '127.0.0.1', () => {
                const address = server.address();
                server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
            });
    });
}

/** A real VS Code with the packed extension, served on this machine only. */
export interface Served {
    /** Where the folder is shown. */
    readonly url: string;
    /**
     * Where another folder or workspace file is shown by the same server, with the same settings of the user: in a
     * window with processes of its own.
     */
    at(other: { readonly folder: string } | { readonly workspace: string }): string;
    stop(): Promise<void>;
}

/**
 * Installs the VSIX into a fresh VS Code and serves a folder.
 * @param folder absolute; its `.vscode/settings.json` is written
 * @param more `restricted`: nobody has said that the folder is trusted; `vsix`: another package than the built one
 */
export async function serve(
    folder: string,
    settings: object,
    more: { readonly restricted?: boolean; readonly vsix?: string | undefined } = {},
): Promise<Served> {
    const home = mkdtempSync(path.join(tmpdir(), 'iacs-vscode-'));
    const places = [
        '--user-data-dir',
        path.join(home, 'data'),
        '--extensions-dir',
        path.join(home, 'extensions'),
        '--config',
        path.join(home, 'config.yaml'),
    ];
    writeFileSync(path.join(home, 'config.yaml'), 'auth: none\n');
    mkdirSync(path.join(folder, '.vscode'), { recursive: true });
    writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    mkdirSync(path.join(home, 'data/User'), { recursive: true });
    writeFileSync(
        path.join(home, 'data/User/settings.json'),
        JSON.stringify({
            ...settings,
            'security.workspace.trust.enabled': more.restricted === true,
            'security.workspace.trust.startupPrompt': 'never',
        }),
    );
    const env: NodeJS.ProcessEnv = { ...process.env, HOME: home };
    delete env['VSCODE_IPC_HOOK_CLI'];
    install(more.vsix ?? built, home, places, env);
    const port = await freePort();
    const started = spawn(
        process.execPath,
        [
            entry,
            ...places,
            '--bind-addr',
            `127.0.0.1:${port}`,
            '--auth',
            'none',
            '--disable-telemetry',
            '--disable-update-check',
            ...(more.restricted ? [] : ['--disable-workspace-trust']),
            '--disable-getting-started-override',
        ],
        { env, stdio: 'ignore' },
    );
    const url = `http://127.0.0.1:${port}`;
    await answering(url, started);
    const at: Served['at'] = other => {
        const [[kind, where]] = Object.entries(other) as [[string, string]];
        return `${url}/?${kind}=${encodeURIComponent(where)}`;
    };
    return {
        url: at({ folder }),
        at,
        async stop() {
            const ended = new Promise(resolve => started.once('exit', resolve));
            started.kill();
            await ended;
            rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
        },
    };
}

/** Folders with the installed extension, by VSIX: it is unpacked once in a process and copied from there. */
const installed = new Map<string, string>();
process.once('exit', () => {
    for (const folder of installed.values()) rmSync(folder, { recursive: true, force: true });
});

/** Installs a VSIX in the `extensions` of a home. */
function install(vsix: string, home: string, places: readonly string[], env: NodeJS.ProcessEnv): void {
    const target = path.join(home, 'extensions');
    const known = installed.get(vsix);
    if (known !== undefined) return cpSync(known, target, { recursive: true });
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...places, '--install-extension', vsix], {
        env,
        encoding: 'utf8',
        timeout: 120_000,
    });
    if (status !== 0) throw new Error(`The VSIX could not be installed:\n${stdout}${stderr}`);
    const kept = mkdtempSync(path.join(tmpdir(), 'iacs-extensions-'));
    installed.set(vsix, kept);
    cpSync(target, kept, { recursive: true });
}

async function answering(url: string, started: ChildProcess): Promise<void> {
    for (let count = 0; count < 200; count++) {
        if (started.exitCode !== null) throw new Error(`code-server ended with ${started.exitCode}.`);
        const answer = await fetch(`${url}/healthz`).catch(() => null);
        if (answer?.ok) return;
        await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error('code-server did not answer within 40 seconds.');
}
