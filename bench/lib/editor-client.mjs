import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import rpc from 'vscode-jsonrpc/node';

const patience = 120_000;

/**
 * Starts a language server over standard input and output and opens a folder in it, as an editor does.
 * @param {string[]} command
 * @param {string} folder the workspace
 */
export async function startEditor(command, folder) {
    const server = spawn(command[0], command.slice(1), { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = rpc.createMessageConnection(
        new rpc.StreamMessageReader(server.stdout),
        new rpc.StreamMessageWriter(server.stdin),
    );
    const ended = new Promise((_, reject) => {
        server.on('exit', code => reject(new Error(`the server ended with exit code ${code}`)));
    });
    ended.catch(() => undefined);
    const waiting = new Set();
    connection.onNotification('textDocument/publishDiagnostics', published => {
        for (const waiter of waiting) waiter(published);
    });
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.listen();

    const uri = pathToFileURL(folder).href;
    const ask = (method, parameters) =>
        Promise.race([connection.sendRequest(method, parameters), ended, tooLate(method)]);
    const { capabilities } = await ask('initialize', {
        processId: process.pid,
        rootUri: uri,
        workspaceFolders: [{ uri, name: 'model' }],
        capabilities: {
            workspace: { configuration: true, workspaceFolders: true },
            textDocument: { publishDiagnostics: { versionSupport: true }, completion: {}, hover: {} },
        },
    });
    const sync = capabilities.textDocumentSync;
    if ((sync?.change ?? sync) !== 2) throw new Error('the server takes no incremental edits');
    await connection.sendNotification('initialized', {});

    /**
     * Sends a notification and waits for the findings of that version; without versions, for the next ones of that
     * file.
     * At least so many.
     */
    const findingsAfter = (uri, version, send, atLeast = 0) => {
        let waiter;
        const published = new Promise(resolve => {
            waiter = message => {
                if (
                    message.uri !== uri ||
                    (message.version ?? version) < version ||
                    message.diagnostics.length < atLeast
                )
                    return;
                resolve(message.diagnostics);
            };
            waiting.add(waiter);
        });
        send();
        return Promise.race([published, ended, tooLate('findings')]).finally(() => waiting.delete(waiter));
    };

    return {
        pid: server.pid,
        ask,
        /**
         * Opens a file that has findings and waits for them: a server may first tell that the file alone has no
         * mistake.
         */
        async open(file) {
            const document = { uri: pathToFileURL(file).href, version: 1, text: readFileSync(file, 'utf8') };
            const start = performance.now();
            const findings = await findingsAfter(
                document.uri,
                1,
                () => {
                    connection.sendNotification('textDocument/didOpen', {
                        textDocument: { ...document, languageId: 'iacs' },
                    });
                },
                1,
            );
            const firstFindings = performance.now() - start;
            // A part may have findings of its own before the model that imports it was read: typing begins after that.
            await ask('iacs/shownDay', {});
            return { ...document, firstFindings, count: findings.length };
        },
        /** Replaces a range by a text and gives the milliseconds until the findings of the new version arrive. */
        async edit(document, range, text) {
            document.version++;
            const start = performance.now();
            await findingsAfter(document.uri, document.version, () => {
                connection.sendNotification('textDocument/didChange', {
                    textDocument: { uri: document.uri, version: document.version },
                    contentChanges: [{ range, text }],
                });
            });
            return performance.now() - start;
        },
        /**
         * Replaces a range by a text and gives the milliseconds until the rules have answered for it: a request that
         * waits for them is sent with the edit, so that nothing waits for a pause in typing.
         */
        async settle(document, range, text) {
            document.version++;
            const start = performance.now();
            connection.sendNotification('textDocument/didChange', {
                textDocument: { uri: document.uri, version: document.version },
                contentChanges: [{ range, text }],
            });
            await ask('iacs/shownDay', {});
            return performance.now() - start;
        },
        /** Replaces a range by a text; gives the milliseconds until findings of that version or a later one arrive. */
        type(document, range, text) {
            const version = ++document.version;
            const start = performance.now();
            const change = {
                textDocument: { uri: document.uri, version },
                contentChanges: [{ range, text }],
            };
            return findingsAfter(document.uri, version, () => {
                connection.sendNotification('textDocument/didChange', change);
            }).then(() => performance.now() - start);
        },
        /** Ends the server in the protocol's order, and by force when it stays. */
        async close() {
            const gone = new Promise(resolve => server.on('exit', resolve));
            if (server.exitCode === null) {
                await Promise.race([connection.sendRequest('shutdown').catch(() => undefined), delay(2000)]);
                connection.sendNotification('exit').catch(() => undefined);
                await Promise.race([gone, delay(2000)]);
                server.kill('SIGKILL');
            }
            connection.dispose();
        },
    };
}

const delay = ms =>
    new Promise(resolve => {
        setTimeout(resolve, ms).unref();
    });

function tooLate(what) {
    return new Promise((_, reject) => {
        setTimeout(() => reject(new Error(`no answer to ${what} in ${patience / 1000} s`)), patience).unref();
    });
}
