import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command } from '../src/import-door.ts';

// An editor says in a line how much of a file needs a look. Lines for people group what is alike: they are no count.
describe('Remarks of an import', () => {
    let folder: string;
    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'remarks-'));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    /** Imports a file: what was printed, and the lines that need a look with how many remarks each stands for. */
    async function imported(kind: string, name: string, text: string, ...more: readonly string[]) {
        const file = path.join(folder, name);
        writeFileSync(file, text);
        const remarks: [string, number][] = [];
        let said = '';
        await command.run([kind, file, ...more, '--output', path.join(folder, `${name}.iacs`)], {
            ...{ cwd: folder, version: '', env: {}, today: '2026-01-01', colours: false, progress: false },
            out: () => {},
            err: text => (said += text),
            remarked: (line, count) => remarks.push([line, count]),
            status: () => {},
            stdin: () => Promise.resolve(''),
        });
        for (const [line] of remarks) ok(said.split('\n').includes(line), line);
        return { said, remarks, counts: remarks.map(([, count]) => count) };
    }

    it('are all counted where one line tells of many', async () => {
        const rows = Array.from({ length: 9 }, (_, at) => `Pump${at},plc,Cell,10.1.2.${300 + at}`);
        const many = await imported('assets', 'many.csv', ['Name,Type,Zone,IP', ...rows].join('\n'));
        equal(many.said.match(/more like it/gu)?.length, 1, many.said);
        deepEqual(many.counts, [9]);
        const few = await imported('assets', 'few.csv', ['Name,Type,Zone,IP', ...rows.slice(0, 2)].join('\n'));
        deepEqual(few.counts, [1, 1]);
    });

    it('are none where everything is understood, and where a line only says how it was read', async () => {
        const fine = await imported('assets', 'fine.csv', 'Name,Type,Zone,IP\nPump,plc,Cell,10.1.2.3\n');
        deepEqual(fine.remarks, []);
    });

    it('are counted of a file as a whole, which has no row', async () => {
        const text = 'Name,Type,Zone,IP\nPump,plc,Cell,10.1.2.3\n';
        const first = await imported('assets', 'again.csv', `${text}Fan,plc,Cell,10.1.2.4\n`);
        deepEqual(first.remarks, []);
        const again = await imported('assets', 'again.csv', text);
        equal(again.remarks.length, 1, again.said);
        ok(!/, row \d/u.test(again.remarks[0]![0]));
    });

    it('are all counted of rules, also those that only the file lists', async () => {
        const odd = Array.from({ length: 30 }, (_, at) => `access-list A extended frob${at} tcp any any eq 502`);
        const { said, counts } = await imported('rules', 'fw.txt', odd.join('\n'), '--as', 'asa');
        const shown = said.match(/^Line \d+: /gmu)?.length ?? 0;
        const more = Number(/^And (\d+) more, which/mu.exec(said)?.[1] ?? 0);
        ok(shown > 0, said);
        equal(
            counts.reduce((sum, count) => sum + count, 0),
            shown + more,
        );
    });
});
