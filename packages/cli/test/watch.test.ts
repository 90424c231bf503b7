import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs, repository } from './support/iacs.ts';

const plain = 'import "lib/types.iacs"\nsystem S { owner "O" }\nzone A { SL-T 1 asset X : box }\n';

/** A command that goes on, of which one waits for what it prints. */
class Going {
    private readonly child;
    private text = '';
    private waiting: (() => void) | undefined;

    constructor(args: readonly string[], cwd: string) {
        const bin = path.join(repository, 'packages/cli/bin/iacs.js');
        this.child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...process.env, NODE_OPTIONS: '' } });
        for (const stream of [this.child.stdout, this.child.stderr])
            stream.on('data', (chunk: Buffer) => {
                this.text += chunk.toString('utf8');
                this.waiting?.();
            });
    }

    /** What is printed until it waits for a change. */
    async round(): Promise<string> {
        const mark = 'Waiting for a change. Ctrl+C ends.\n';
        while (!this.text.includes(mark))
            await new Promise<void>(resolve => {
                this.waiting = resolve;
            });
        const at = this.text.indexOf(mark) + mark.length;
        const said = this.text.slice(0, at);
        this.text = this.text.slice(at);
        return said;
    }

    end(): void {
        this.child.kill();
    }
}

describe('--watch', function () {
    let cwd: string;
    /** Whole at once, as editors write: what is read half written is a round of its own. */
    const write = (file: string, text: string | Uint8Array): void => {
        const target = path.join(cwd, file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(`${target}~`, text);
        renameSync(`${target}~`, target);
    };
    beforeEach(() => {
        cwd = mkdtempSync(path.join(tmpdir(), 'iacs-watch-'));
        write('plant/main.iacs', plain.replace('lib/', '../lib/'));
        write('lib/types.iacs', 'type box : plc\n');
    });
    afterEach(() => rmSync(cwd, { recursive: true, force: true }));

    it('checks again after each change: of a model, an import elsewhere, the settings, a new file, a broken one', async () => {
        const going = new Going(['check', 'plant', '--watch', '--format', 'github'], cwd);
        try {
            assert.doesNotMatch(await going.round(), /title=syntax|title=unresolved/);
            write('plant/main.iacs', 'import "../lib/types.iacs"\nsystem S { owner "O" }\nzone A {\n');
            assert.match(await going.round(), /title=syntax/);
            write('plant/main.iacs', plain.replace('lib/', '../lib/'));
            assert.doesNotMatch(await going.round(), /title=syntax/);
            write('lib/types.iacs', 'type crate : plc\n');
            assert.match(await going.round(), /title=unresolved/);
            write('lib/types.iacs', 'type box : plc\n');
            assert.doesNotMatch(await going.round(), /title=unresolved/);
            write('plant/iacs.config.json', '{ "rules": { "zone-access-undocumented": "error" } }');
            assert.match(await going.round(), /::error .*zone-access-undocumented/);
            write('plant/new.iacs', 'system New { owner "O" }\nzone B { SL-T 9 }\n');
            assert.match(await going.round(), /title=invalid-value/);
            write('plant/new.iacs', Uint8Array.of(0xff));
            assert.match(await going.round(), /new\.iacs cannot be read/);
        } finally {
            going.end();
        }
    });

    it('draws again, and keeps the last picture where the model cannot be drawn', async () => {
        const going = new Going(['diagram', 'plant/main.iacs', '--watch', '-o', 'a.svg'], cwd);
        const picture = (): string => readFileSync(path.join(cwd, 'a.svg'), 'utf8');
        try {
            await going.round();
            assert.doesNotMatch(picture(), /Boiler/);
            write('plant/main.iacs', plain.replace('lib/', '../lib/').replace('zone A', 'zone A "Boiler"'));
            await going.round();
            assert.match(picture(), /Boiler/);
            rmSync(path.join(cwd, 'plant/main.iacs'));
            assert.match(await going.round(), /There is no file or folder plant\/main\.iacs/);
            assert.match(picture(), /Boiler/);
        } finally {
            going.end();
        }
        assert.ok(existsSync(path.join(cwd, 'a.svg')));
    });

    it('draws again when places beside the model change, and checks again when the baseline does', async () => {
        write('plant/main.iacs', plain.replace('lib/', '../lib/'));
        const drawing = new Going(['diagram', 'plant/main.iacs', '--watch', '--remember', '-o', 'a.svg'], cwd);
        try {
            await drawing.round();
            const before = readFileSync(path.join(cwd, 'a.svg'), 'utf8');
            const places = readFileSync(path.join(cwd, 'plant/main.places'), 'utf8');
            write('plant/main.places', places.replace(/^(zone A) \d+ (\d+) (\d+)/m, '$1 400 $2 $3'));
            assert.doesNotMatch(await drawing.round(), /Waiting[\s\S]*Waiting/);
            assert.notEqual(readFileSync(path.join(cwd, 'a.svg'), 'utf8'), before);
        } finally {
            drawing.end();
        }
        const { stdout } = iacs(['check', 'plant', '--format', 'json'], { cwd });
        const none = JSON.stringify({ ...(JSON.parse(stdout) as object), findings: [] });
        write('old.json', none);
        const checking = new Going(['check', 'plant', '--watch', '--baseline', 'old.json', '--format', 'github'], cwd);
        try {
            assert.match(await checking.round(), /title=not-assessed|title=zone-/);
            write('old.json', stdout);
            assert.doesNotMatch(await checking.round(), /title=/);
        } finally {
            checking.end();
        }
    });

    for (const [what, ...args] of [
        ['a check writes', 'check', '--watch', '-o', 'found.json', '-o', 'found.md'],
        ['a diagram writes', 'diagram', 'plant', '--watch', '--remember', '-o', 'plant/plan.svg'],
    ] as const)
        it(`takes no file that ${what} among the models for a change`, async () => {
            const going = new Going(args, cwd);
            try {
                await going.round();
                const before = 'system S { owner "O" }';
                write(
                    'plant/main.iacs',
                    plain.replace('lib/', '../lib/').replace(before, `${before}\nzone B { SL-T 9 }`),
                );
                assert.doesNotMatch(await going.round(), /Waiting[\s\S]*Waiting/);
            } finally {
                going.end();
            }
        });

    it('wants files', () => {
        assert.match(iacs(['check', '--watch', '-'], { cwd }).stderr, /standard input has no other state/);
        assert.match(iacs(['diagram', 'plant', '--watch'], { cwd }).stderr, /name a file with -o/);
    });
});
