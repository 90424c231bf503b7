import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startEditor } from '../lib/editor-client.mjs';
import { pairs } from '../lib/pairs.mjs';
import { processorTime } from '../lib/processor-time.mjs';
import { median } from '../lib/statistics.mjs';
import { digits, printTable, ratioHeader, ratioRow, time } from '../lib/table.mjs';
import { whenBuilt } from '../lib/when-built.mjs';

const shape = { assets: 10_000, variant: 'nested', comments: 'some' };
const shares = { 'nine tenths': 90, half: 50 };

const rounds = 25;
const warmUp = 4;
/** Milliseconds between two edits. */
const pause = 100;

/** What is typed over: the one character after a match in the text, by one that leaves a text without mistakes. */
const edits = [
    { what: 'a title', after: /asset \w+ "/g, signs: 'ABCDEFG' },
    { what: 'an owner', after: /\n {2}owner "/g, signs: 'ABCDEFG' },
    { what: 'the criticality of an asset', after: /\n +criticality (?=high|low)/g, words: ['low', 'high'] },
    { what: 'the protocol of a flow', after: /\n {2}flow \S+ -> \S+ : (?=https |ssh )/g, words: ['https', 'ssh'] },
    { what: 'an address', after: /\n {4}address \d+\.\d+\.\d+\.1/g, signs: '0123456789' },
];

/**
 * What 5,000 rules of firewalls and 10,000 observed lines cost: a check, and an edit in the editor until the rules have
 * answered, against the same model without them.
 */
export async function section(place) {
    const plain = place.model(shape);
    const checks = [];
    const found = {};
    for (const [name, evidence] of Object.entries(shares)) {
        found[name] = place.model({ ...shape, evidence });
        checks.push(
            await ratioRow(
                `check, 10,000 assets, nested, ${name} documented`,
                () =>
                    pairs(
                        whenBuilt(place, 'check', found[name].root),
                        whenBuilt(place, 'check', plain.root),
                        place.runs,
                    ),
                { hold: 1.5, aim: 1.3, runs: place.runs },
            ),
        );
    }
    printTable('## check with 5,000 rules and 10,000 observed lines against check without', ratioHeader, checks);
    if (place.built) await inEditor(place, plain, found['nine tenths']);
}

/** Where an edit is made: a line and a character in the middle of the text, and what is typed there in turn. */
function spotOf(text, { what, after, signs, words = [...signs] }) {
    const all = [...text.matchAll(after)];
    const match = all[Math.floor(all.length / 2)];
    if (!match) throw new Error(`no place for an edit of ${what} in the generated file`);
    const offset = match.index + match[0].length;
    const line = text.slice(0, offset).split('\n').length - 1;
    const character = offset - text.lastIndexOf('\n', offset - 1) - 1;
    const written = words.find(word => text.startsWith(word, offset)) ?? text[offset];
    return { what, words, start: { line, character }, written, times: [], processor: 0 };
}

async function inEditor(place, plain, found) {
    const sides = [];
    try {
        for (const { file, folder } of [plain, found]) {
            const editor = await startEditor(place.iacs('lsp'), folder);
            sides.push({ editor, document: null, spots: [] });
            const side = sides.at(-1);
            side.document = await editor.open(file);
            const text = readFileSync(file, 'utf8');
            side.spots = edits.map(edit => spotOf(text, edit));
        }
        for (let round = -warmUp; round < rounds; round++)
            for (const at of edits.keys())
                // The two sides begin in turn: what disturbs the machine for a while disturbs both alike.
                for (const { editor, document, spots } of round % 2 === 0 ? sides : sides.toReversed()) {
                    const spot = spots[at];
                    const { words, start, written, times } = spot;
                    const next = words[(words.indexOf(written) + 1) % words.length];
                    const end = { ...start, character: start.character + written.length };
                    const before = processorTime(editor.pid);
                    const ms = await editor.settle(document, { start, end }, next);
                    // What is collected after the answer belongs to it.
                    await delay(pause);
                    spot.written = next;
                    if (round < 0) continue;
                    times.push(ms);
                    spot.processor += processorTime(editor.pid) - before;
                }
    } finally {
        for (const { editor } of sides) await editor.close();
    }
    const [without, withThem] = sides;
    printTable(
        '## editor over stdio: an edit until the rules have answered, with the same evidence open, ' +
            `${rounds} edits each`,
        ['edit of', 'without', 'with', 'with / without', 'to hold', 'processor time', 'with / without'],
        without.spots.map(({ what, times, processor }, at) => {
            const others = withThem.spots[at];
            return [
                what,
                time(median(times)),
                time(median(others.times)),
                digits(median(others.times.map((ms, index) => ms / times[index]))),
                1.3,
                `${time(processor / rounds)}, ${time(others.processor / rounds)}`,
                digits(others.processor / processor),
            ];
        }),
    );
}
