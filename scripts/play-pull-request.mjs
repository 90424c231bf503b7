/**
 * Plays what a runner does with the action, without a network: makes repositories, and runs the action as it is
 * released, in a folder without node_modules, against a server on this machine that answers like the forge.
 *
 *     node scripts/play-pull-request.mjs [--keep] [FOLDER]     (after npm run bundle)
 *
 * FOLDER holds a model before the change in `before/` and after it in `after/`, and is played as a pull request of a
 * fork; without it, the scenes below are played. Prints what happened as JSON.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checkout } from './play/checkout.mjs';
import { startForge } from './play/forge.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(path.join(tmpdir(), 'iacs-play-'));
const released = path.join(temporary, 'action');

/** Runs a use of the action; its log goes to standard error. */
function use(inputs, { checkout, event, forge, runner }) {
    const files = { GITHUB_OUTPUT: path.join(runner, 'output'), GITHUB_STEP_SUMMARY: path.join(runner, 'summary.md') };
    mkdirSync(runner, { recursive: true });
    writeFileSync(files.GITHUB_OUTPUT, '');
    const payload = path.join(runner, 'event.json');
    writeFileSync(payload, JSON.stringify({ repository: { default_branch: 'main' }, ...event.payload }));
    const env = {
        PATH: process.env.PATH,
        HOME: runner,
        // Compiled code is kept from use to use: to compile is most of a short check.
        XDG_CACHE_HOME: path.join(temporary, 'cache'),
        RUNNER_TEMP: runner,
        GITHUB_API_URL: forge.url,
        GITHUB_REPOSITORY: 'plant/model',
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: payload,
        GITHUB_REF: event.ref ?? 'refs/pull/7/merge',
        GITHUB_SHA: checkout.git('rev-parse', 'HEAD'),
        ...files,
        ...Object.fromEntries(
            Object.entries({ token: 'played', ...inputs }).map(([name, value]) => [
                `INPUT_${name.toUpperCase()}`,
                value,
            ]),
        ),
    };
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [path.join(released, 'action/main.mjs')], { cwd: checkout.folder, env });
        let log = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (log += chunk));
        child.on('error', reject);
        child.on('close', code => {
            process.stderr.write(`\n> ${event.name} ${JSON.stringify(inputs)}: ${code}\n${log}`);
            const outputs = Object.fromEntries(
                [...readFileSync(files.GITHUB_OUTPUT, 'utf8').matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(
                    ([, name, , value]) => [name, value],
                ),
            );
            resolve({ code, log, outputs });
        });
    });
}

const plant = `system Terminal { owner "Operations" }
zone Office {
  kind enterprise
  asset Erp : server
}
zone Control {
  kind control
  owner "OT team"
  SL-T 2
  asset Plc : plc
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
`;
const other = plant.replace('Terminal', 'Yard');
const shortcut = 'flow Office.Erp -> Safety.Sis : https "Orders"\n';
const start = { 'a/main.iacs': plant, 'b/main.iacs': other };

/** Each scene: what is in the repository, what happens to it, and what the job has. */
const scenes = {
    async 'two uses in one job'({ checkout, play }) {
        checkout.commit(start, 'Two plants');
        const event = checkout.pullRequest({
            'a/main.iacs': plant + shortcut,
            'b/main.iacs': other.replace('asset Plc : plc', 'asset Plc : plc { criticality high }'),
        });
        const uses = [
            { id: 'a', path: 'a', 'fail-on': 'never', 'diff-fail-on': 'policy' },
            { id: 'b', path: 'b', 'fail-on': 'error', 'diff-fail-on': 'policy' },
        ];
        const rounds = [];
        for (let round = 0; round < 2; round++) for (const each of uses) rounds.push(await play(each, event));
        return [...rounds, await play({ id: 'a', path: 'nowhere' }, event)];
    },
    async 'a comment that gets worse'({ checkout, play }) {
        checkout.commit(start, 'Two plants');
        const first = checkout.pullRequest({ 'a/main.iacs': plant.replace('"Operations"', '"Plant operations"') });
        const before = await play({ path: 'a' }, first);
        checkout.git('checkout', '--quiet', 'main');
        const second = checkout.pullRequest({ 'a/main.iacs': plant + shortcut });
        return [before, await play({ path: 'a', reviewers: 'Operations = @plant/operations, @Author' }, second)];
    },
    async 'a merge queue'({ checkout, play }) {
        const base = checkout.commit(start, 'Two plants');
        checkout.commit({ 'a/main.iacs': plant + shortcut }, 'A change in the queue');
        const event = { name: 'merge_group', payload: { merge_group: { base_sha: base } }, ref: 'refs/heads/queue' };
        return [
            await play({ 'fail-on': 'never', 'diff-fail-on': 'policy' }, event),
            await play({}, { ...event, payload: {} }),
        ];
    },
    async 'a fork'({ checkout, play }) {
        checkout.commit(start, 'Two plants');
        const event = checkout.pullRequest({
            'a/main.iacs': plant + shortcut,
            'iacs.config.json': '{ "rules": { "flow-without-conduit": "off" } }\n',
        });
        return [await play({ token: 'readonly', 'diff-fail-on': 'policy' }, event)];
    },
    async 'a deleted model'({ checkout, play }) {
        checkout.commit(start, 'Two plants');
        const event = checkout.pullRequest({ b: null });
        return [await play({ 'diff-fail-on': 'policy' }, event)];
    },
    async 'a folder that is deleted'({ checkout, play }) {
        checkout.commit(start, 'Two plants');
        return [await play({ path: 'b' }, checkout.pullRequest({ b: null }))];
    },
    async 'a folder with a hyphen'({ checkout, play }) {
        checkout.commit({ '-süd 1/main.iacs': plant }, 'A plant');
        return [await play({ path: '-süd 1' }, checkout.pullRequest({ '-süd 1/main.iacs': plant + shortcut }))];
    },
    async 'a shallow checkout'({ checkout, play, clone }) {
        checkout.commit(start, 'Two plants');
        const event = checkout.pullRequest(
            { 'a/main.iacs': plant.replace('"Operations"', '"Plant operations"') },
            { meanwhile: { 'notes.txt': 'A change of somebody else\n', 'b/main.iacs': other + shortcut } },
        );
        checkout.git('branch', 'merged');
        const uses = [];
        for (const branch of ['merged', 'change']) uses.push(await play({}, event, clone({ branch, depth: 1 })));
        return uses;
    },
    async 'a branch to compare with'({ checkout, play, clone }) {
        checkout.commit(start, 'Two plants');
        checkout.git('checkout', '--quiet', '-b', 'change');
        checkout.commit({ 'a/main.iacs': plant + shortcut }, 'A change');
        const event = { name: 'push', payload: {}, ref: 'refs/heads/change' };
        const uses = [];
        for (const base of ['main', 'nowhere'])
            uses.push(await play({ base, 'fail-on': 'never' }, event, clone({ branch: 'change' })));
        return uses;
    },
    async 'a settings change'({ checkout, play }) {
        checkout.commit(start, 'Two plants');
        const event = checkout.pullRequest({ 'iacs.config.json': '{ "rules": { "zone-without-owner": "off" } }\n' });
        return [
            await play({ 'diff-fail-on': 'policy' }, event),
            await play({ 'diff-fail-on': 'policy', agreements: 'Agreed: settings-lowered by "Operations"' }, event),
        ];
    },
    async 'no model is touched'({ checkout, play }) {
        checkout.commit(start, 'Two plants');
        const event = checkout.pullRequest({ 'readme.txt': 'Words\n' });
        return [await play({ 'diff-fail-on': 'worse' }, event)];
    },
    async 'a push to the default branch'({ checkout, play }) {
        const before = checkout.commit(start, 'Two plants');
        checkout.commit({ 'readme.txt': 'Words\n' }, 'Words');
        return [await play({ 'fail-on': 'never' }, { name: 'push', payload: { before }, ref: 'refs/heads/main' })];
    },
};

async function playScene(name, scene) {
    const folder = path.join(temporary, name.replaceAll(' ', '-'));
    const checkout = new Checkout(path.join(folder, 'checkout'));
    const forge = await startForge();
    let clones = 0;
    try {
        const runner = path.join(folder, 'runner');
        const uses = await scene({
            checkout,
            clone: from => new Checkout(path.join(folder, `clone-${++clones}`), { folder: checkout.folder, ...from }),
            play: (inputs, event, here = checkout) => use(inputs, { checkout: here, event, forge, runner }),
        });
        return {
            uses: uses.map(({ code, log, outputs }) => ({
                code,
                verdict: outputs.verdict ?? null,
                policy: outputs.policy ?? null,
                owners: outputs.owners ?? null,
                log,
            })),
            comments: forge.own().map(({ id, body }) => ({ id, body })),
            people: forge.people(),
            calls: forge.calls,
            analyses: forge.analyses,
            reviews: forge.reviews,
            summary: existsSync(path.join(runner, 'summary.md')),
            folders: readdirSync(runner).filter(each => each.startsWith('iacs-')).length,
        };
    } finally {
        forge.close();
    }
}

try {
    execFileSync(process.execPath, [path.join(top, 'scripts/release-action.mjs'), '--to', released]);
    const given = process.argv.slice(2).find(word => word !== '--keep');
    const folder = given && path.resolve(given);
    const played = folder
        ? {
              async given({ checkout, play }) {
                  checkout.commit(path.join(folder, 'before'), 'The plant');
                  return [await play({}, checkout.pullRequest(path.join(folder, 'after')))];
              },
          }
        : scenes;
    const results = {};
    for (const [name, scene] of Object.entries(played)) results[name] = await playScene(name, scene);
    console.log(JSON.stringify(results, null, 2));
} finally {
    if (process.argv.includes('--keep')) console.error(temporary);
    else rmSync(temporary, { recursive: true, force: true });
}
