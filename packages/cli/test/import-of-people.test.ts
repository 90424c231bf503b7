import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { drawnWorkbook } from './support/drawn-workbook.ts';
import { encoded } from './support/encoded.ts';
import { iacs, withFiles } from './support/iacs.ts';

/**
 * Sheets as people have them, each with what is written of it and what is reported: `practice/NAME/expected.txt`. After
 * a change that means it, `IACS_RENEW=1` writes them again; read the difference.
 */
const folder = new URL('practice/', import.meta.url);

/** How each is imported, where its name and its bytes do not say it. */
const told: Readonly<Record<string, { readonly encoding?: string; readonly args?: readonly string[] }>> = {
    'inventory-german-two-rows-of-heads': { encoding: 'windows-1252' },
    'inventory-french-tabs': { encoding: 'macintosh' },
    'inventory-turkish': {
        encoding: 'windows-1254',
        args: ['--map', 'title=2', '--map', 'type=Tip', '--map', 'zone=Bölge'],
    },
    'inventory-czech': {
        encoding: 'windows-1250',
        args: ['--map', 'title=Název', '--map', 'zone=Zóna', '--map', 'location=Umístění'],
    },
    'inventory-polish': {
        encoding: 'windows-1250',
        args: ['--map', 'title=2', '--map', 'type=3', '--map', 'zone=Strefa'],
    },
    'inventory-japanese': {
        encoding: 'shift_jis',
        args: ['--map', 'title=機器名', '--map', 'type=種別', '--map', 'zone=ゾーン'],
    },
    'risks-german-groups': { encoding: 'windows-1252' },
    'risks-french-ebios': { encoding: 'macintosh' },
    'requirements-german': { encoding: 'windows-1252', args: ['--zone', 'Belebung'] },
};

function kindOf(name: string): string {
    if (name.startsWith('requirements')) return 'requirements';
    if (name.startsWith('flows')) return 'flows';
    return name.startsWith('risks') || name === 'workbook-french-hidden' ? 'risks' : 'assets';
}

describe('A sheet of people', function () {
    for (const name of readdirSync(folder)) {
        it(`${name} comes in as expected, and a second import changes nothing`, () => {
            const own = new URL(`${name}/`, folder);
            const input = readdirSync(own).find(file => file.startsWith('input.'))!;
            const text = readFileSync(new URL(input, own), 'utf8');
            const model = new URL('main.iacs', own);
            const { encoding, args = [] } = told[name] ?? {};
            const file = input.replace(/\.sheet$/u, '.xlsx');
            const bytes = input.endsWith('.sheet')
                ? drawnWorkbook(text)
                : encoding === undefined
                  ? text
                  : encoded(text, encoding);
            const files = {
                [file]: bytes,
                'out.iacs': '',
                ...(existsSync(model) ? { 'main.iacs': `import "out.iacs"\n${readFileSync(model, 'utf8')}` } : {}),
            };
            withFiles(files, cwd => {
                const given = existsSync(model) ? ['--model', 'main.iacs'] : [];
                const all = ['import', kindOf(name), file, ...args, ...given, '-o', 'out.iacs'];
                const first = iacs(all, { cwd });
                assert.equal(first.code, 0, first.stderr);
                const written = readFileSync(`${cwd}/out.iacs`, 'utf8');
                assert.equal(written, iacs(['format', '-'], { cwd, input: written }).stdout, 'formatted');
                const plain = written.replace(/^ *\/\/ iacs import .*\n/gmu, '').trimStart();
                const now = `${plain}\n${first.stderr}`;
                const expected = new URL('expected.txt', own);
                if (process.env['IACS_RENEW'] === '1') writeFileSync(expected, now);
                assert.equal(now, readFileSync(expected, 'utf8'));
                if (given.length > 0) assert.notEqual(iacs(['check', '.'], { cwd }).code, 2);
                iacs(all, { cwd });
                assert.equal(readFileSync(`${cwd}/out.iacs`, 'utf8'), written, 'a second import changes nothing');
            });
        });
    }
});
