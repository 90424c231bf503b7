import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

const bot = { login: 'github-actions[bot]', type: 'Bot' };

/**
 * A server on this machine that answers like the parts of GitHub that the action asks; it remembers what was written.
 * The token `played` may write, any other one may read.
 */
export async function startForge() {
    const comments = [
        { id: 1, body: 'Looks good to me', user: { login: 'engineer', type: 'User' } },
        {
            id: 2,
            body: '<!-- iacs-diff iacs none -->\nAll is well, says somebody else',
            user: { login: 'engineer', type: 'User' },
        },
    ];
    const seen = { calls: [], analyses: [], reviews: [] };
    let last = comments.length;
    const write = (method, path, content) => {
        if (path.endsWith('/code-scanning/sarifs')) {
            const { runs } = JSON.parse(gunzipSync(Buffer.from(content.sarif, 'base64')).toString('utf8'));
            seen.analyses.push({ category: runs[0].automationDetails.id, results: runs[0].results.length });
            return [202, {}];
        }
        if (path.endsWith('/requested_reviewers')) {
            seen.reviews.push(content);
            return [201, {}];
        }
        if (method === 'POST') {
            const comment = { id: ++last, body: content.body, user: bot };
            comments.push(comment);
            return [201, comment];
        }
        const at = comments.findIndex(({ id }) => path.endsWith(`/issues/comments/${id}`));
        if (at < 0) return [404, {}];
        if (method === 'DELETE') {
            comments.splice(at, 1);
            return [204, null];
        }
        comments[at].body = content.body;
        return [200, comments[at]];
    };
    const server = createServer(async (request, response) => {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString('utf8');
        const path = request.url.split('?')[0];
        const { method } = request;
        const mayWrite = request.headers.authorization === 'Bearer played';
        if (method !== 'GET') seen.calls.push(`${method} ${path.replace(/^\/repos\/plant\/model/, '')}`);
        const [status, value] =
            path === '/user' || (method !== 'GET' && !mayWrite)
                ? [403, {}]
                : method === 'GET'
                  ? [200, request.url.endsWith('page=1') ? comments : []]
                  : write(method, path, text === '' ? null : JSON.parse(text));
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(value === null ? undefined : JSON.stringify(value));
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${server.address().port}`,
        ...seen,
        /** The comments of the action; of people, what they wrote. */
        own: () => comments.filter(({ user }) => user.type === 'Bot'),
        people: () => comments.filter(({ user }) => user.type !== 'Bot').map(({ body }) => body),
        close: () => server.close(),
    };
}
