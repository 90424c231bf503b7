#!/usr/bin/env node
// Keeps one comment on a pull request or merge request: finds the one it wrote before by its mark, and writes it anew.
//
//   node ci/comment.mjs FILE
//
// GitHub: GITHUB_API_URL, GITHUB_REPOSITORY, PULL_REQUEST and GITHUB_TOKEN (pull-requests: write).
// GitLab: CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID and GITLAB_TOKEN (scope api, role Reporter).
// Without a token, or with one that may not write, it says so and ends with 0: the comment is a service, not a gate.
import { readFileSync } from 'node:fs';

const mark = '<!-- iacs-diff -->';
const pages = 50;

function github(env) {
    const {
        GITHUB_API_URL: api = 'https://api.github.com',
        GITHUB_REPOSITORY: repository,
        PULL_REQUEST: number,
        GITHUB_TOKEN: token,
    } = env;
    if (!repository || !number || !/^\d+$/.test(number)) return null;
    const root = `${api}/repos/${repository}/issues`;
    return {
        token,
        headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
        },
        list: page => `${root}/${number}/comments?per_page=100&page=${page}`,
        create: { method: 'POST', url: `${root}/${number}/comments` },
        update: id => ({ method: 'PATCH', url: `${root}/comments/${id}` }),
    };
}

function gitlab(env) {
    const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: number, GITLAB_TOKEN: token } = env;
    if (!api || !project || !number || !/^\d+$/.test(number)) return null;
    const root = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${number}/notes`;
    return {
        token,
        headers: { 'private-token': token ?? '' },
        list: page => `${root}?per_page=100&page=${page}`,
        create: { method: 'POST', url: root },
        update: id => ({ method: 'PUT', url: `${root}/${id}` }),
    };
}

async function ask(url, options) {
    const answer = await fetch(url, { ...options, redirect: 'error', signal: AbortSignal.timeout(30_000) });
    if (!answer.ok)
        throw Object.assign(new Error(`${options.method ?? 'GET'} answered ${answer.status} ${answer.statusText}`), {
            status: answer.status,
        });
    return answer.json();
}

/** The ids of the comments that begin with the mark; whoever may comment can write one. */
async function earlier(forge) {
    const found = [];
    for (let page = 1; page <= pages; page++) {
        const comments = await ask(forge.list(page), { headers: forge.headers });
        found.push(...comments.filter(comment => comment.body?.startsWith(mark)).map(comment => comment.id));
        if (comments.length < 100) break;
    }
    return found;
}

/** Writes the comment anew: over the one that is our own, else as a new one. */
async function write(forge, body) {
    const send = ({ method, url }) =>
        ask(url, {
            method,
            headers: { ...forge.headers, 'content-type': 'application/json' },
            body: JSON.stringify({ body }),
        });
    for (const id of await earlier(forge)) {
        try {
            await send(forge.update(id));
            return 'renewed';
        } catch (error) {
            // Somebody else's comment with our mark in it cannot be written over.
            if (error.status !== 403 && error.status !== 404) throw error;
        }
    }
    await send(forge.create);
    return 'written';
}

async function main() {
    const [file] = process.argv.slice(2);
    if (!file) {
        console.error('comment: name the file with the comment');
        return 2;
    }
    const forge = github(process.env) ?? gitlab(process.env);
    if (!forge) {
        console.log('comment: not on a pull request or merge request; nothing to write to');
        return 0;
    }
    if (!forge.token) {
        console.log('comment: no token; the comparison is in the summary of the job');
        return 0;
    }
    const body = `${mark}\n${readFileSync(file, 'utf8')}`;
    try {
        console.log(`comment: ${await write(forge, body)}`);
    } catch (error) {
        console.log(
            `comment: could not be written (${error instanceof Error ? error.message : error}); the comparison ` +
                'is in the summary of the job',
        );
    }
    return 0;
}

process.exitCode = await main();
