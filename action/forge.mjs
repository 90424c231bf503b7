/** The two forges whose comments, reviews and findings are written, by the same few questions. */

async function ask(url, options) {
    const answer = await fetch(url, { ...options, redirect: 'error', signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(`${options.method ?? 'GET'} answered ${answer.status} ${answer.statusText}`.trim());
    return answer.status === 204 ? null : answer.json();
}

const send = (method, url, headers, content) =>
    ask(url, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });

export class Forge {
    constructor(env, token) {
        const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = env;
        this.root = `${api}/repos/${repository}`;
        this.api = api;
        this.known = repository !== '' && token !== '';
        this.headers = {
            authorization: `Bearer ${token}`,
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
        };
    }

    async send(method, path, content) {
        if (!this.known) throw new Error('there is no token');
        return send(method, `${this.root}${path}`, this.headers, content);
    }

    /**
     * Which comments this token wrote. The token of a workflow or an app may not ask who it is: its comments are those
     * of a bot, and no person can write as one.
     */
    async isOwn() {
        try {
            const { login } = await ask(`${this.api}/user`, { headers: this.headers });
            return comment => comment.user?.login === login;
        } catch {
            return comment => comment.user?.type === 'Bot';
        }
    }

    /** The comments of a pull request. */
    comments(number) {
        return {
            isOwn: () => this.isOwn(),
            list: page => this.send('GET', `/issues/${number}/comments?per_page=100&page=${page}`),
            create: body => this.send('POST', `/issues/${number}/comments`, { body }),
            update: (id, body) => this.send('PATCH', `/issues/comments/${id}`, { body }),
            remove: id => this.send('DELETE', `/issues/comments/${id}`),
        };
    }
}

/** The notes of a merge request; `null` outside of one. */
export function gitlabNotes(env) {
    const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: number, GITLAB_TOKEN: token } = env;
    if (!api || !project || !/^\d+$/.test(number ?? '')) return null;
    const root = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${number}/notes`;
    const headers = { 'private-token': token ?? '' };
    return {
        known: Boolean(token),
        isOwn: async () => {
            const { username } = await ask(`${api}/user`, { headers });
            return note => note.author?.username === username;
        },
        list: page => ask(`${root}?per_page=100&page=${page}`, { headers }),
        create: body => send('POST', root, headers, { body }),
        update: (id, body) => send('PUT', `${root}/${id}`, headers, { body }),
        remove: id => send('DELETE', `${root}/${id}`, headers),
    };
}
