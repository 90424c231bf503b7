import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startEditor } from '../lib/editor-client.mjs';
import { mustRun } from '../lib/process.mjs';
import { residentMemory } from '../lib/resident-memory.mjs';
import { median, quantile } from '../lib/statistics.mjs';
import { digits, megabytes, printTable, time } from '../lib/table.mjs';

/** The statement that is typed at the end of a zone, letter by letter: it gives a new name to the model. */
const statement = '\n  asset Added1 "Added later" : plc { criticality high }';
const pace = 150;

const workspaces = [
    { name: '10,000 assets, one file', assets: 10_000, variant: 'flat', hold: 0.5, aim: 0.1 },
    { name: '100,000 assets, 200 files', assets: 100_000, variant: 'files', hold: 20, aim: 5 },
];

/**
 * A new statement, typed letter by letter over stdio: with the findings of every letter and the completions waited for,
 * and at the pace of a person.
 */
export async function section(place) {
    const waited = [];
    const paced = [];
    for (const workspace of workspaces) {
        const { name, assets, hold, aim } = workspace;
        if (!place.built) {
            waited.push([name, 'not built', '', '', '', '', '', hold, aim]);
            continue;
        }
        try {
            const model = place.model({ assets, variant: workspace.variant, comments: 'some' });
            const bare = median(JSON.parse((await mustRun(place.yardstick('reparse', model.file, '9', '4'))).stdout));
            const slow = await withEditor(place, model, letterByLetter);
            waited.push([
                name,
                ...spreadOf(slow.findings),
                ...spreadOf(slow.completions),
                time(bare),
                digits(quantile(slow.findings, 0.95) / bare),
                hold,
                aim,
            ]);
            const fast = await withEditor(place, model, atPace);
            paced.push([
                name,
                ...spreadOf(fast.findings),
                time(fast.last),
                megabytes(fast.memory),
                (fast.memory / model.bytes).toFixed(0),
            ]);
        } catch (error) {
            waited.push([name, error.message, '', '', '', '', '', hold, aim]);
        }
    }
    printTable(
        `## typing a statement of ${statement.length} letters, each waited for`,
        [
            'workspace',
            'findings median',
            'p95',
            'completion median',
            'p95 (hold 50 ms)',
            'bare parse',
            'p95 / bare',
            'to hold',
            'to aim for',
        ],
        waited,
    );
    printTable(
        `## the same with a letter every ${pace} ms`,
        [
            'workspace',
            'findings median',
            'p95',
            'of the last letter (hold 300 ms)',
            'memory of the server',
            'bytes a byte of source (hold 200 at 10,000)',
        ],
        paced,
    );
}

const spreadOf = times => [time(median(times)), time(quantile(times, 0.95))];

/** Opens the file that is edited, and gives where the statement goes: the end of the line that opens a zone. */
async function withEditor(place, model, type) {
    const editor = await startEditor(place.iacs('lsp'), model.folder);
    try {
        const document = await editor.open(model.file);
        const lines = readFileSync(model.file, 'utf8').split('\n');
        const middle = Math.floor(lines.length / 2);
        const found = lines.findIndex((text, index) => index >= middle && /^\s*zone .*\{\s*$/.test(text));
        const line = found >= 0 ? found : lines.findIndex(text => /^\s*zone .*\{\s*$/.test(text));
        return await type(editor, document, { line, character: lines[line].length });
    } finally {
        await editor.close();
    }
}

/** Each letter with the place at which it is typed. */
function* letters({ line, character }) {
    let at = { line, character };
    for (const letter of statement) {
        yield [letter, { start: at, end: at }];
        at = letter === '\n' ? { line: at.line + 1, character: 0 } : { ...at, character: at.character + 1 };
    }
}

async function letterByLetter(editor, document, place) {
    const [findings, completions] = [[], []];
    for (const [letter, range] of letters(place)) {
        findings.push(await editor.edit(document, range, letter));
        const start = performance.now();
        await editor.ask('textDocument/completion', {
            textDocument: { uri: document.uri },
            position:
                letter === '\n'
                    ? { line: range.start.line + 1, character: 0 }
                    : { ...range.start, character: range.start.character + 1 },
        });
        completions.push(performance.now() - start);
    }
    return { findings, completions };
}

async function atPace(editor, document, place) {
    const coming = [];
    for (const [letter, range] of letters(place)) {
        coming.push(editor.type(document, range, letter));
        await pause(pace);
    }
    const findings = await Promise.all(coming);
    return { findings, last: findings.at(-1), memory: await residentMemory(editor.pid) };
}
