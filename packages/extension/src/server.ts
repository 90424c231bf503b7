/**
 * The language server as a process of its own; the client starts it with `--node-ipc`, any other editor with `--stdio`.
 */
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { today } from 'iacs-language/clock';
import { NodeDisk } from 'iacs-language/disk';
import { startServer } from 'iacs-language/lsp';
import { elkEngine } from 'iacs-language/node';
import type { ImportAnswer, ImportParams } from './import-messages.ts';

/** The code of imports is loaded when somebody imports. */
async function imported({ args, cwd }: ImportParams): Promise<ImportAnswer> {
    const { command, Failure, ImportError } = await import('iacs-import');
    let said = '';
    const remarks: [line: string, count: number][] = [];
    const take = (text: string | Uint8Array): void => {
        said += typeof text === 'string' ? text : '';
    };
    try {
        await command.run(args, {
            ...{ cwd, version: '', env: {}, today: today(), colours: false, progress: false },
            out: take,
            err: take,
            remarked: (line, count) => remarks.push([line, count]),
            status: () => {},
            stdin: () => Promise.reject(new Failure('There is no standard input here.')),
        });
        return { failed: null, said, remarks, unread: null };
    } catch (error) {
        if (error instanceof Failure) {
            const { message, cause } = error;
            return { failed: message, said, remarks, unread: cause instanceof ImportError ? cause.unread : null };
        }
        throw error;
    }
}

startServer(
    options => {
        const connection = createConnection(ProposedFeatures.all, options);
        connection.onRequest('iacs/import', imported);
        return connection;
    },
    {
        files: new NodeDisk(),
        today,
        engine: () => elkEngine({ file: join(__dirname, 'elk-worker.cjs') }),
    },
);
