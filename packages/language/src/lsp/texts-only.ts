import type { Connection } from 'vscode-languageserver';

/** True for a document that an editor may open: all that is kept of it has the type of the protocol. */
function isDocument(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const { uri, text, version } = value as Readonly<Record<string, unknown>>;
    return typeof uri === 'string' && typeof text === 'string' && typeof version === 'number';
}

/**
 * A connection that takes documents from an editor only as the protocol has them: one without a text would be a fault
 * in all that reads it later, far from where it came in.
 */
export function withTextsOnly(connection: Connection): Connection {
    return {
        ...connection,
        onDidOpenTextDocument: handler =>
            connection.onDidOpenTextDocument(params => {
                if (isDocument((params as typeof params | null)?.textDocument)) handler(params);
                else connection.console.error('A document was opened without a URI, a version or a text.');
            }),
    };
}
