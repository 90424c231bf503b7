import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../src/analysis.ts';
import { Workspace } from '../src/lsp/workspace.ts';
import { resolvePath } from '../src/project/index.ts';
import type { Model } from '../src/model/index.ts';
import type { Finding } from '../src/rules/engine/finding.ts';
import { parse } from '../src/syntax/index.ts';
import { random } from './support/random-plant.ts';
import { MemoryDisk } from './support/server.ts';
import { enriched, foundEdit, nearbyEdit } from './support/found-edits.ts';
import { edited } from './support/text-edits.ts';

const today = '2026-06-01';
const folder = 'file:///plant/';
const root = `${folder}main.iacs`;

/** What a fresh look finds, and the model in which it does. */
function fresh(texts: ReadonlyMap<string, string>): {
    readonly findings: readonly Finding[];
    readonly model: Model;
    readonly problems: readonly string[];
} {
    const source = {
        parse: (uri: string) => {
            const text = texts.get(uri);
            return text === undefined ? undefined : parse(uri, text);
        },
        resolve: resolvePath,
    };
    const { findings, model, problems } = analyse(source.parse(root)!, source, { today });
    return { findings, model, problems: problems.map(problem => JSON.stringify(problem)).sort() };
}

interface Bench {
    readonly workspace: Workspace;
    readonly failures: readonly unknown[];
    write(uri: string, text: string | null): void;
    now(): unknown;
}

/** A workspace in which files are open, or change on disk. */
function bench(texts: Map<string, string>): Bench {
    const disk = new MemoryDisk();
    const failures: unknown[] = [];
    const workspace = new Workspace(disk, () => today, {
        analysed: () => undefined,
        settled: () => undefined,
        uncovered: () => undefined,
        failed: error => failures.push(error),
    });
    for (const [uri, text] of texts) disk.write(uri, text);
    let version = 0;
    return {
        workspace,
        failures,
        write(uri, text) {
            if (text === null) {
                texts.delete(uri);
                disk.delete(uri);
                workspace.close(uri);
                workspace.changedOnDisk([uri]);
                return;
            }
            texts.set(uri, text);
            disk.write(uri, text);
            workspace.open(uri, text, ++version);
        },
        now() {
            const { findings, model, problems } = workspace.analysesWith(root)[0]!;
            return { findings, model, problems: problems.map(problem => JSON.stringify(problem)).sort() };
        },
    };
}

const invariant = 'invariant Apart { deny path from Office to Control }\n';

/** How many random edits are tried: 20,000 with `IACS_EDITS=20000`; others with another `IACS_SEED`. */
const edits = Number(process.env['IACS_EDITS'] ?? 200);

describe('A model that is kept up to date', function () {
    this.timeout(0);

    it('removes a type that is built in where it is now, and not where it was read', async () => {
        const texts = new Map([[root, `system S "Site"\ntype firewall "Ours" : router { vendor "X" }\n`]]);
        const { workspace, failures, write, now } = bench(texts);
        write(root, texts.get(root)!);
        await workspace.settled();
        write(root, `// A note.\n${texts.get(root)!}`);
        await workspace.settled();
        assert.deepEqual(failures, []);
        assert.deepEqual(now(), fresh(texts));
    });

    it('compares anew what a sensor saw of a host by its name when an asset has that title', async () => {
        const text = (title: string): string =>
            'system S\nzone A { network 10.0.1.0/24 asset P : plc { address 10.0.1.1 } }\n' +
            `zone B { network 10.0.2.0/24 asset H "${title}" : historian { address 10.0.2.1 } }\n` +
            'conduit K between A and B { flow B.H -> A.P : opc-ua }\n' +
            'observation O { sees A saw "Archive" -> 10.0.1.1 : tcp 4840 used }\n';
        const texts = new Map([[root, text('Other')]]);
        const { workspace, failures, write, now } = bench(texts);
        for (const title of ['Other', 'Archive', 'Others']) {
            write(root, text(title));
            await workspace.settled();
            assert.deepEqual(failures, []);
            const { findings } = fresh(texts);
            assert.equal(
                findings.some(({ rule }) => rule === 'traffic-undocumented'),
                title !== 'Archive',
            );
            assert.deepEqual(now(), fresh(texts), title);
        }
    });

    it('says anew what is missing when what a comment without an end takes in becomes another', async () => {
        const head = 'system S\nzone A { applies M asset P : plc }\nflow A.P -> B.Q : https\n';
        const rest = 'zone C { asset R : plc }\n';
        const texts = new Map([[root, head]]);
        const { workspace, failures, write, now } = bench(texts);
        for (const end of [
            '',
            '/* countermeasure M\n',
            '/* note\n',
            '/* zone B\n',
            '/* zone B */ zone B\n',
            '/* M\n',
        ]) {
            write(root, `${head}${rest}${end}${end === '' ? '' : rest}`);
            await workspace.settled();
            assert.deepEqual(failures, []);
            assert.deepEqual(now(), fresh(texts), end);
        }
    });

    it('keeps where a fix goes on with a statement, whatever is put in or taken away after it', async () => {
        const zones = (note: string): string =>
            'zone A {\n  SL-T 1\n  asset P : plc\n}\n' + `zone B {\n  SL-T 2${note}\n  asset Q : plc\n}\n`;
        const text = (note: string): string =>
            `system S\n${zones(note)}zone C { asset R : plc }\nthreat T { from C against C.R }\n`;
        for (const [first, second] of [
            [' // A note.', ''],
            ['', ' // A note.'],
            [' // A note.', ' // Another.'],
        ] as const) {
            const texts = new Map([[root, text(first)]]);
            const { workspace, failures, write, now } = bench(texts);
            write(root, text(first));
            await workspace.settled();
            now();
            write(root, text(second));
            await workspace.settled();
            assert.deepEqual(failures, []);
            assert.match(JSON.stringify(now()), /why this level was chosen/);
            assert.deepEqual(now(), fresh(texts), `${first} became ${second}`);
        }
    });

    it(`compares anew what is declared with rules and traffic, all of which are edited ${edits} times`, async () => {
        const next = random(Number(process.env['IACS_SEED'] ?? 12));
        const example = (name: string): string =>
            readFileSync(new URL(`../../../examples/as-found/${name}`, import.meta.url), 'utf8');
        const original: readonly (readonly [string, string])[] = [
            [root, `${example('main.iacs')}\n${invariant}`],
            [`${folder}rules.iacs`, example('rules.iacs')],
            [`${folder}seen.iacs`, example('seen.iacs')],
        ];
        const texts = new Map(original);
        const { workspace, failures, write, now } = bench(texts);
        const heard = new Set<string>();
        for (let edit = 0; edit < edits; edit++) {
            const [uri, whole] = original[next(original.length)]!;
            // From time to time all is as it was, so that little differs.
            if (next(60) === 0) for (const [each, text] of original) write(each, text);
            const text = next(8) === 0 ? whole : texts.get(uri)!;
            write(uri, (next(6) === 0 ? edited : foundEdit)(text, next, [...texts.values()]));
            await workspace.settled();
            if (workspace.analysesWith(root).length === 0) write(root, original[0]![1]);
            await workspace.settled();
            assert.deepEqual(failures, []);
            for (const { rule } of workspace.analysesWith(root)[0]!.said) heard.add(rule);
            if (edit % 2 === 0) assert.deepEqual(now(), fresh(texts), `edit ${edit}`);
        }
        const rules = readdirSync(new URL('../src/rules/found/', import.meta.url)).map(name => name.slice(0, -3));
        assert.deepEqual(
            rules.filter(rule => !heard.has(rule)),
            [],
            'the edits bring forth all that a comparison can find',
        );
    });

    it(`goes on from the comparison before over ${edits / 2} edits of addresses and flows`, async () => {
        const next = random(Number(process.env['IACS_SEED'] ?? 12));
        const example = (name: string): string =>
            enriched(readFileSync(new URL(`../../../examples/as-found/${name}`, import.meta.url), 'utf8'));
        const main = example('main.iacs');
        const parts = ['rules.iacs', 'seen.iacs'].map(name => [`${folder}${name}`, example(name)] as const);
        const texts = new Map<string, string>([[root, main], ...parts]);
        const { workspace, failures, write, now } = bench(texts);
        for (let edit = 0; edit < edits / 2; edit++) {
            // From time to time other rules and other traffic, and all else as it was.
            if (edit % 40 === 0) {
                write(root, main);
                for (const [uri, original] of parts) {
                    let text = original;
                    for (let count = next(12); count > 0; count--)
                        text = foundEdit(text, next, [original, main]).replace(/ {4}translates .*\n/g, '');
                    write(uri, text);
                }
            }
            write(root, nearbyEdit(texts.get(root)!, next));
            await workspace.settled();
            assert.deepEqual(failures, []);
            if (next(3) > 0) assert.deepEqual(now(), fresh(texts), `edit ${edit}`);
        }
    });
});
