/**
 * The Model Context Protocol over standard input and output, as far as a server of tools needs it: JSON-RPC 2.0, a
 * message a line (revision 2025-06-18, "Lifecycle", "Tools" and "Transports: stdio").
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/** Revisions in which what is said here is the same, the newest first. */
const revisions = ['2025-06-18', '2025-03-26', '2024-11-05'] as const;
/** A client that sends more in a message is broken, or means harm. */
const longestMessage = 4 * 1024 * 1024;

/** A tool, as a client sees it. */
export interface Tool {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    /** JSON Schema of an object. */
    readonly inputSchema: object;
}

export interface ToolAnswer {
    readonly text: string;
    readonly failed: boolean;
}

export interface ToolServer {
    readonly name: string;
    readonly version: string;
    /** What a client tells its model about all tools. */
    readonly instructions: string;
    readonly tools: readonly Tool[];
    /** @throws {@link UnknownTool} */
    call(name: string, given: Readonly<Record<string, unknown>>): Promise<ToolAnswer>;
}

/** A tool that the server does not have, or arguments that are none. */
export class UnknownTool extends Error {}

interface Request {
    readonly id?: unknown;
    readonly method: string;
    readonly params: Readonly<Record<string, unknown>>;
}

class RpcError extends Error {
    readonly code: number;

    constructor(code: number, message: string) {
        super(message);
        this.code = code;
    }
}

function requestOf(line: string): Request | RpcError {
    if (line.length > longestMessage) return new RpcError(-32600, 'The message is too long.');
    let value: unknown;
    try {
        value = JSON.parse(line);
    } catch {
        return new RpcError(-32700, 'The message is not valid JSON.');
    }
    const { id, method, params } = (typeof value === 'object' && value !== null ? value : {}) as Record<
        string,
        unknown
    >;
    // The answer to a question that was never asked.
    if (typeof method !== 'string') return new RpcError(-32600, 'The message is not a request.');
    const known = typeof params === 'object' && params !== null ? (params as Request['params']) : {};
    return { ...(id === undefined ? {} : { id }), method, params: known };
}

async function answerTo({ method, params }: Request, server: ToolServer): Promise<object> {
    switch (method) {
        case 'initialize': {
            const asked = revisions.find(revision => revision === params['protocolVersion']);
            return {
                protocolVersion: asked ?? revisions[0],
                capabilities: { tools: {} },
                serverInfo: { name: server.name, version: server.version },
                instructions: server.instructions,
            };
        }
        case 'ping':
            return {};
        case 'tools/list':
            return {
                tools: server.tools.map(tool => ({
                    ...tool,
                    annotations: {
                        readOnlyHint: true,
                        destructiveHint: false,
                        idempotentHint: true,
                        openWorldHint: false,
                    },
                })),
            };
        case 'tools/call': {
            const { name } = params;
            const given = params['arguments'] ?? {};
            if (typeof given !== 'object' || Array.isArray(given))
                throw new RpcError(-32602, 'The arguments of a tool have to be an object.');
            try {
                const { text, failed } = await server.call(String(name), given as Record<string, unknown>);
                return { content: [{ type: 'text', text }], isError: failed };
            } catch (error) {
                if (error instanceof UnknownTool) throw new RpcError(-32602, error.message);
                throw error;
            }
        }
        default:
            throw new RpcError(-32601, `There is no method ${method}.`);
    }
}

/**
 * Answers a client, one request after the other, until it closes its end. Meanwhile is read what else comes, so that
 * what is taken back before its turn is not worked on.
 * @param write sends one line
 */
export async function serveTools(input: Readable, write: (line: string) => void, server: ToolServer): Promise<void> {
    const send = (message: object): void => write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    /** The ids of requests whose turn has not come, and which of them were taken back. */
    const waiting = new Set<unknown>();
    const withdrawn = new Set<unknown>();
    const answer = async (request: Request | RpcError): Promise<void> => {
        // What has come meanwhile is heard before the work goes on.
        await setImmediate();
        const id = request instanceof RpcError ? null : request.id;
        waiting.delete(id);
        if (withdrawn.delete(id)) return;
        try {
            if (request instanceof RpcError) throw request;
            send({ id, result: await answerTo(request, server) });
        } catch (error) {
            const code = error instanceof RpcError ? error.code : -32603;
            send({ id, error: { code, message: error instanceof Error ? error.message : String(error) } });
        }
    };
    let work = Promise.resolve();
    const lines = createInterface({ input, crlfDelay: Infinity });
    lines.on('line', line => {
        if (line.trim() === '') return;
        const request = requestOf(line);
        if (request instanceof RpcError || request.id !== undefined) {
            if (!(request instanceof RpcError)) waiting.add(request.id);
            work = work.then(() => answer(request));
        } else if (request.method === 'notifications/cancelled' && waiting.has(request.params['requestId'])) {
            withdrawn.add(request.params['requestId']);
        }
        // No other message without an id wants an answer.
    });
    await once(lines, 'close');
    await work;
}
