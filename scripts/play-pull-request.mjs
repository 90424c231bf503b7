/**
 * Plays a pull request from end to end, without a network: makes a repository with a model, a branch that changes it,
 * and runs the
 * steps of `action.yml` as a runner would, against a server on this machine that answers like the forge's comment
 * interface.
 * The pull request is played twice, so that the one comment is seen to be written and then renewed.
 *
 *     node scripts/play-pull-request.mjs [--keep] [FOLDER]     (after npm run build)
 *
 * FOLDER holds the model before the change in `before/` and after it in `after/`; without it, the truck loading example
 * gets a short cut
 * from the office to the controller.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load as readYaml } from 'js-yaml';

const top = fileURLToPath(new URL('..', import.meta.url));
const number = 7;

/** A server with the three calls that `ci/comment.mjs` makes; remembers the comments. */
async function forge() {
    const comments = [
        { id: 1, body: 'Looks good to me' },
        { id: 2, body: '<!-- iacs-diff -->\nAll is well, says somebody else', foreign: true },
    ];
    const calls = [];
    const server = createServer(async (request, response) => {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        const { method, url } = request;
        calls.push(`${method} ${url.split('?')[0]}`);
        const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')).body : '';
        const answer = (status, value) =>
            response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
        if (request.headers.authorization !== 'Bearer played') return answer(401, {});
        if (method === 'GET') return answer(200, url.includes('page=1') ? comments : []);
        if (method === 'POST') return answer(201, comments[comments.push({ id: comments.length + 1, body }) - 1]);
        const comment = comments.find(each => url.endsWith(`/issues/comments/${each.id}`));
        if (!comment) return answer(404, {});
        if (comment.foreign) return answer(403, {});
        comment.body = body;
        return answer(200, comment);
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return { comments, calls, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function run(command, args, options) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
        child.on('error', reject);
        child.on('close', resolve);
    });
}

/** The value of an expression of the workflow language, as far as `action.yml` uses it. */
function valueOf(expression, context) {
    return (
        expression
            .split('||')
            .map(part => part.trim())
            .map(part =>
                part.startsWith("'")
                    ? part.slice(1, -1)
                    : part.split('.').reduce((value, key) => value?.[key], context),
            )
            .find(value => value !== undefined && value !== '') ?? ''
    );
}

const filled = (text, context) =>
    String(text).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression) => valueOf(expression, context));

function holds(condition, context) {
    const comparison = part => {
        const [, left, sign, right] = /^(.+?)\s*(==|!=)\s*(.+)$/.exec(part.trim()) ?? [];
        return sign === '=='
            ? valueOf(left, context) === valueOf(right, context)
            : String(valueOf(left, context)) !== valueOf(right, context);
    };
    return condition.split('||').some(each => each.split('&&').every(comparison));
}

/** Runs the steps of the action in a checkout, as a runner does; actions of others are named and left out. */
async function play(action, checkout, temporary, context) {
    let failed = false;
    const uses = [];
    for (const step of action.runs.steps) {
        if (failed || (step.if !== undefined && !holds(step.if, context))) continue;
        if (step.uses) {
            uses.push(step.uses);
            continue;
        }
        const files = {
            GITHUB_OUTPUT: path.join(temporary, 'output'),
            GITHUB_STEP_SUMMARY: path.join(temporary, 'summary.md'),
        };
        writeFileSync(files.GITHUB_OUTPUT, '');
        console.log(`\n> ${step.name}`);
        const env = Object.fromEntries(
            Object.entries(step.env ?? {}).map(([key, value]) => [key, filled(value, context)]),
        );
        const code = await run('bash', ['-c', step.run], {
            cwd: checkout,
            env: {
                PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
                HOME: temporary,
                ...context.runner,
                ...files,
                ...env,
            },
        });
        if (step.id) {
            const outputs = Object.fromEntries(
                readFileSync(files.GITHUB_OUTPUT, 'utf8')
                    .split('\n')
                    .filter(Boolean)
                    .map(line => {
                        const at = line.indexOf('=');
                        return [line.slice(0, at), line.slice(at + 1)];
                    }),
            );
            context.steps[step.id] = { outputs };
        }
        failed = code !== 0;
    }
    return { failed, uses };
}

async function main() {
    const given = process.argv
        .slice(2)
        .filter(word => word !== '--keep')
        .at(0);
    const temporary = mkdtempSync(path.join(tmpdir(), 'iacs-pull-request-'));
    const checkout = path.join(temporary, 'checkout');
    mkdirSync(checkout);
    const git = (...args) =>
        execFileSync(
            'git',
            [
                '-c',
                'user.name=Engineer',
                '-c',
                'user.email=engineer@example.org',
                '-c',
                'commit.gpgsign=false',
                ...args,
            ],
            { cwd: checkout, encoding: 'utf8' },
        );
    const server = await forge();
    try {
        git('init', '--quiet', '--initial-branch=main');
        if (given) cpSync(path.join(path.resolve(given), 'before'), checkout, { recursive: true });
        else
            for (const part of ['truck-loading/main.iacs', 'library'])
                cpSync(path.join(top, 'examples', part), path.join(checkout, part), { recursive: true });
        git('add', '-A');
        git('commit', '--quiet', '-m', 'The plant');
        const base = git('rev-parse', 'HEAD').trim();
        git('checkout', '--quiet', '-b', 'change');
        if (given) cpSync(path.join(path.resolve(given), 'after'), checkout, { recursive: true });
        else {
            const file = path.join(checkout, 'truck-loading/main.iacs');
            writeFileSync(
                file,
                `${readFileSync(file, 'utf8')}\nflow Enterprise.Erp -> Control.Plc1 : https "Orders straight to ` +
                    'the controller"\n',
            );
        }
        git('add', '-A');
        git('commit', '--quiet', '-m', 'A routine change');
        const head = git('rev-parse', 'HEAD').trim();
        // The base goes on meanwhile, and what is checked out is the merge, as on GitHub.
        git('checkout', '--quiet', 'main');
        mkdirSync(path.join(checkout, 'neighbour'));
        writeFileSync(path.join(checkout, 'neighbour/main.iacs'), 'system Neighbour\nzone Yard { kind field }\n');
        git('add', '-A');
        git('commit', '--quiet', '-m', 'A change of somebody else');
        git('checkout', '--quiet', '--detach');
        git('merge', '--quiet', '--no-ff', '-m', 'Merge', head);

        const action = readYaml(readFileSync(path.join(top, 'action.yml'), 'utf8'));
        const inputs = {
            ...Object.fromEntries(Object.entries(action.inputs).map(([key, input]) => [key, input.default ?? ''])),
            token: 'played',
            'fail-on': 'never',
            'diff-fail-on': 'worse',
        };
        const runs = [];
        for (let round = 0; round < 2; round++) {
            runs.push(
                await play(action, checkout, temporary, {
                    inputs,
                    github: {
                        action_path: top,
                        event: { pull_request: { number, base: { sha: base }, head: { sha: head } } },
                    },
                    runner: { RUNNER_TEMP: temporary, GITHUB_API_URL: server.url, GITHUB_REPOSITORY: 'plant/model' },
                    steps: {},
                }),
            );
        }
        const own = server.comments.filter(
            comment => comment.body.startsWith('<!-- iacs-diff -->') && !comment.foreign,
        );
        const sarif = JSON.parse(readFileSync(path.join(temporary, 'iacs/findings.sarif'), 'utf8'));
        const result = {
            comments: own.length,
            comment: own[0]?.body ?? null,
            calls: server.calls,
            sarif: { version: sarif.version, results: sarif.runs[0].results.length },
            failed: runs.map(each => each.failed),
            uses: runs[0].uses,
            summary: existsSync(path.join(temporary, 'summary.md')),
        };
        console.log(`\n${JSON.stringify(result, null, 2)}`);
        process.exitCode = own.length === 1 && runs.every(each => each.failed) ? 0 : 1;
    } finally {
        server.close();
        if (process.argv.includes('--keep')) console.log(temporary);
        else rmSync(temporary, { recursive: true, force: true });
    }
}

await main();
