/** Talks to a server over its standard input and output, one message after the other. */

/** Messages of the Language Server Protocol: a head with the length, then the body. */
export const framed = {
    write: body => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    /** @returns {[string, Buffer] | null} the first message and the rest */
    read(bytes) {
        const end = bytes.indexOf('\r\n\r\n');
        const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/.exec(String(bytes.subarray(0, end)))?.[1]);
        if (!(bytes.length >= end + 4 + length)) return null;
        return [String(bytes.subarray(end + 4, end + 4 + length)), bytes.subarray(end + 4 + length)];
    },
};

/** Messages of the Model Context Protocol: one a line. */
export const lined = {
    write: body => `${body}\n`,
    read(bytes) {
        const end = bytes.indexOf('\n');
        return end < 0 ? null : [String(bytes.subarray(0, end)), bytes.subarray(end + 1)];
    },
};

/** Methods that have no answer. */
const isNotification = method => /^(initialized|exit|textDocument\/did)/.test(method);

/**
 * Says each message when the one before it is answered; after a file was opened it waits for its findings.
 * @param {import('node:child_process').ChildProcess} child with pipes
 * @param {[string, unknown][]} talk methods with their parameters
 * @param {typeof framed} form
 * @returns {Promise<Record<string, unknown>>} the answers by method, with a number where it is said again, what the
 *   server said of itself last by its method, and the exit code
 */
export async function answersOf(child, talk, form) {
    const answers = {};
    const waiting = new Map();
    const heard = message => {
        const name = message.method === undefined ? message.id : message.method;
        if (message.method === 'textDocument/publishDiagnostics') answers[message.params.uri] = message.params;
        // What the server asks of a client that can do nothing.
        if (message.method !== undefined && message.id !== undefined)
            child.stdin.write(form.write(JSON.stringify({ jsonrpc: '2.0', id: message.id, result: null })));
        waiting.get(name)?.(message);
    };
    let bytes = Buffer.alloc(0);
    child.stdout.on('data', chunk => {
        bytes = Buffer.concat([bytes, chunk]);
        for (let next = form.read(bytes); next !== null; next = form.read(bytes)) {
            bytes = next[1];
            heard(JSON.parse(next[0]));
        }
    });
    const ended = new Promise(resolve => child.on('exit', code => resolve(code)));
    for (const [id, [method, params]] of talk.entries()) {
        const name = method.startsWith('textDocument/did') ? 'textDocument/publishDiagnostics' : id;
        const answer = isNotification(method) && typeof name === 'number' ? null : next(waiting, name, ended);
        const identity = isNotification(method) ? {} : { id };
        child.stdin.write(form.write(JSON.stringify({ jsonrpc: '2.0', ...identity, method, params })));
        if (answer !== null && typeof name === 'number') answers[`${id} ${method}`] = await answer;
        else await answer;
    }
    child.stdin.end();
    return { ...answers, ended: await ended };
}

/** The next message of a name; an error where the server ends before. */
function next(waiting, name, ended) {
    return Promise.race([
        new Promise(resolve => waiting.set(name, resolve)),
        ended.then(code => {
            throw new Error(`The server ended with ${code} before it answered ${name}.`);
        }),
    ]);
}
