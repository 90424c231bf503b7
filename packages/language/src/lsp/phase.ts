import type { Connection, ConnectionOptions, Message, RequestMessage } from 'vscode-languageserver';
import { ErrorCodes, Message as Messages, ResponseError } from 'vscode-languageserver';
import type { Traffic } from './traffic.ts';

/** Where a request goes that comes at the wrong time: its handler answers why. */
const refused = 'iacs/refused';

interface Refusal {
    readonly code: number;
    readonly message: string;
}

const tooEarly: Refusal = {
    code: ErrorCodes.ServerNotInitialized,
    message: 'The server is not initialized: `initialize` is the first request.',
};
const second: Refusal = { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
const tooLate: Refusal = {
    code: ErrorCodes.InvalidRequest,
    message: 'The server was shut down: only `exit` follows.',
};

/**
 * Makes a connection that keeps the order of the protocol: before `initialize` and after `shutdown` a request is
 * answered with an error (`ServerNotInitialized`, `InvalidRequest`), and a notification has no effect, but for `exit`.
 * @param connect makes the connection with the options that it is given
 * @param traffic hears of each message
 */
export function inOrder(connect: (options: ConnectionOptions) => Connection, traffic: Traffic): Connection {
    let phase: 'new' | 'running' | 'ended' = 'new';
    const refusalOf = ({ method }: RequestMessage): Refusal | null => {
        if (phase === 'ended') return tooLate;
        if (phase === 'new') return method === 'initialize' ? null : tooEarly;
        return method === 'initialize' ? second : null;
    };
    const connection = connect({
        messageStrategy: {
            handleMessage(message: Message, next) {
                traffic.arrived();
                if (Messages.isRequest(message)) {
                    const refusal = refusalOf(message);
                    if (refusal) return next({ ...message, method: refused, params: refusal } as RequestMessage);
                    if (message.method === 'initialize') phase = 'running';
                    if (message.method === 'shutdown') phase = 'ended';
                } else if (Messages.isNotification(message) && phase !== 'running') {
                    if (message.method !== 'exit' && !message.method.startsWith('$/')) return;
                }
                return next(message);
            },
        },
    });
    connection.onRequest(refused, ({ code, message }: Refusal) => new ResponseError(code, message));
    return connection;
}
