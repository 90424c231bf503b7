import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startEditor } from '../lib/editor-client.mjs';
import { mustRun } from '../lib/process.mjs';
import { residentMemory } from '../lib/resident-memory.mjs';
import { editAt, findSpots } from '../lib/spots.mjs';
import { median, quantile } from '../lib/statistics.mjs';
import { digits, megabytes, printTable, time } from '../lib/table.mjs';

const edits = 40;
const warmUp = 9;
const betweenKeys = 100;

const workspaces = [
    { name: '10,000 assets, one file', assets: 10_000, variant: 'flat', hold: 2.2, aim: 1.3 },
    { name: '10,000 assets, 200 files', assets: 10_000, variant: 'files', hold: 8, aim: 2.5 },
    { name: '100,000 assets, 200 files', assets: 100_000, variant: 'files', hold: 8, aim: 2.5 },
];

/**
 * The language server over stdio: from one typed character to its findings, against a bare parse of the edited file.
 */
export async function section(place) {
    const typing = [];
    const answers = [];
    for (const workspace of workspaces) {
        const { name, assets, variant, hold, aim } = workspace;
        const model = place.model({ assets, variant, comments: 'some' });
        try {
            const before = await reparse(place, model.file);
            const typed = place.built ? await measure(place, model) : undefined;
            const bare = median([...before, ...(await reparse(place, model.file))]);
            const shown = typed
                ? [
                      time(typed.firstFindings),
                      time(median(typed.keys)),
                      time(quantile(typed.keys, 0.95)),
                      time(bare),
                      digits(median(typed.keys) / bare),
                      digits(quantile(typed.keys, 0.95) / bare),
                  ]
                : ['not built', '', '', time(bare), '', ''];
            typing.push([name, ...shown, hold, aim]);
            if (typed)
                answers.push(
                    ...typed.answers.map(([what, times]) => [
                        `${what}, ${name}`,
                        time(median(times)),
                        time(quantile(times, 0.95)),
                        assets === 10_000 ? '50 ms' : '',
                    ]),
                );
        } catch (error) {
            typing.push([name, error.message, '', '', '', '', '', hold, aim]);
        }
    }
    printTable(
        `## editor over stdio: one typed character to its findings, ${edits} edits, against a bare Langium parse ` +
            'of the edited file',
        ['workspace', 'opened', 'median', 'p95', 'bare parse', 'median / bare', 'p95 / bare', 'to hold', 'to aim for'],
        typing,
    );
    if (answers.length > 0)
        printTable('## editor over stdio: answers', ['request', 'median', 'p95', 'to hold'], answers);
    if (place.long && place.built) await memory(place);
}

async function reparse(place, file) {
    return JSON.parse((await mustRun(place.yardstick('reparse', file, String(edits / 2), String(warmUp)))).stdout);
}

async function measure(place, model) {
    const editor = await startEditor(place.iacs('lsp'), model.folder);
    try {
        const document = await editor.open(model.file);
        const spots = findSpots(readFileSync(model.file, 'utf8'));
        const keys = [];
        for (let index = -warmUp; index < edits; index++) {
            const ms = await editor.edit(document, ...editAt(spots.edits, index + warmUp, false));
            if (index >= 0) keys.push(ms);
            await pause(betweenKeys);
        }
        const request = async (method, position) => {
            const times = [];
            for (let index = -warmUp; index < edits; index++) {
                const start = performance.now();
                await editor.ask(method, { textDocument: { uri: document.uri }, position });
                if (index >= 0) times.push(performance.now() - start);
            }
            return times;
        };
        const answers = [
            ['completion', await request('textDocument/completion', spots.completion)],
            ['hover', await request('textDocument/hover', spots.hover)],
        ];
        return { firstFindings: document.firstFindings, keys, answers };
    } finally {
        await editor.close();
    }
}

/** Memory of the server over ten thousand edits, each character typed and erased again. */
async function memory(place) {
    const model = place.model({ assets: 1000, variant: 'flat', comments: 'some' });
    const editor = await startEditor(place.iacs('lsp'), model.folder);
    const rows = [];
    try {
        const document = await editor.open(model.file);
        const spots = findSpots(readFileSync(model.file, 'utf8'));
        rows.push(['after opening', megabytes(await residentMemory(editor.pid))]);
        for (let index = 0; index < 10_000; index++) {
            await editor.edit(document, ...editAt(spots.edits, index, true));
            const done = index + 1;
            if ([500, 2500, 5000, 7500, 10_000].includes(done))
                rows.push([`after ${done.toLocaleString('en')} edits`, megabytes(await residentMemory(editor.pid))]);
        }
    } catch (error) {
        rows.push([error.message, '']);
    } finally {
        await editor.close();
    }
    printTable('## memory of the language server, 1,000 assets in one file', ['when', 'resident'], rows);
}
