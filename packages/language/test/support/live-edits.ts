import { readFileSync } from 'node:fs';
import { applyEdits, cut, renderEdits } from '../../src/syntax/index.ts';
import { carelessPlant } from './careless-plant.ts';
import { enriched, foundEdit } from './found-edits.ts';
import type { LiveRun, Step } from './live-script.ts';
import { plantWith } from './statement-samples.ts';
import type { TableEdits, Texts } from './table-edits.ts';
import { edited } from './text-edits.ts';

type Next = (below: number) => number;

const settingsName = 'iacs.config.json';
const settings: readonly object[] = [
    {},
    { rules: { 'zone-without-owner': 'off', 'not-assessed': 'error' } },
    { rules: { 'flow-past-dmz': 'hint', 'zone-without-target': 'off', 'traffic-undocumented': 'off' } },
    { asFound: { staleAfter: 10, oldAfter: 20 } },
    { riskMatrix: { preset: 'mil-std-882e' } },
    { exclude: ['two.iacs'] },
];
const days = ['2026-06-01', '2026-06-02', '2026-12-31', '2027-04-01', '2025-01-01'];

const example = (name: string): string =>
    enriched(readFileSync(new URL(`../../../../examples/as-found/${name}`, import.meta.url), 'utf8'));

/** The pieces of a text, dealt out to three files; the first one imports the others. */
function dealt(text: string, next: Next): Texts {
    const starts = cut(text);
    const pieces = starts.map((start, index) => text.slice(start, starts[index + 1]));
    const deal = pieces.map(piece => (/^\s*system\b/.test(piece) ? 0 : next(3)));
    const part = (file: number): string => pieces.filter((_, index) => deal[index] === file).join('');
    return new Map([
        ['main.iacs', `import "one.iacs"\nimport "two.iacs"\n${part(0)}`],
        ['one.iacs', part(1)],
        ['two.iacs', part(2)],
        // A second model over one of the files.
        ['other.iacs', 'import "two.iacs"\nsystem Other\nzone Own {\n  asset P : plc\n}\n'],
    ]);
}

/** The files of a workspace at its beginning. */
export function beginning(kind: number, next: Next): Texts {
    if (kind % 3 === 0) return dealt(plantWith('matrix', 'preset nist-sp-800-30'), next);
    if (kind % 3 === 1) return dealt(carelessPlant(next), next);
    return new Map([
        ['main.iacs', example('main.iacs')],
        ['rules.iacs', example('rules.iacs')],
        ['seen.iacs', example('seen.iacs')],
    ]);
}

/** Random edits of a workspace: of texts, and of which texts there are. */
export class LiveEdits {
    readonly script: Step[] = [];
    private readonly run: LiveRun;
    private readonly table: TableEdits;
    private readonly next: Next;
    private readonly first: Texts;
    private readonly disk = new Map<string, string>();
    private readonly buffers = new Map<string, string>();
    private past: Texts[] = [];
    private future: Texts[] = [];

    /** @param run follows every step */
    constructor(run: LiveRun, table: TableEdits, first: Texts, next: Next) {
        this.run = run;
        this.table = table;
        this.first = first;
        this.next = next;
    }

    private pick<T>(list: readonly T[]): T {
        return list[this.next(list.length)]!;
    }

    async begin(): Promise<void> {
        for (const [name, text] of this.first) await this.write('disk', name, text);
        await this.write('open', 'main.iacs', this.first.get('main.iacs')!);
        await this.take({ does: 'settle' });
    }

    async take(step: Step): Promise<void> {
        this.script.push(step);
        await this.run.take(step);
    }

    private async write(does: 'open' | 'disk', name: string, text: string): Promise<void> {
        (does === 'open' ? this.buffers : this.disk).set(name, text);
        await this.take({ does, name, text });
    }

    /** What every file says now: its buffer, or else what is on disk. */
    private get texts(): Texts {
        return new Map([...this.disk, ...this.buffers].filter(([name]) => name.endsWith('.iacs')));
    }

    /** Brings texts into the workspace, as edits of buffers or, where a file is not open, of the disk. */
    private async become(texts: Texts): Promise<void> {
        for (const [name, text] of texts) {
            if (this.texts.get(name) === text) continue;
            const onDisk = !this.buffers.has(name) && this.next(3) === 0;
            await this.write(onDisk ? 'disk' : 'open', name, text);
        }
    }

    private async edit(how: (texts: Texts) => Texts): Promise<void> {
        const { texts } = this;
        const now = how(texts);
        this.past.push(texts);
        this.future = [];
        await this.become(now);
    }

    /** Some statements of the table, each in a block of its kind. */
    async insert(count: number): Promise<void> {
        for (let each = 0; each < count; each++) await this.edit(texts => this.table.insert(texts));
    }

    /** One edit of any kind, or several before the server comes to an end with the first. */
    async one(): Promise<void> {
        for (let more = this.next(6) === 0 ? 2 : 0; more > 0; more--) {
            await this.single();
            if (this.next(3) > 0) await this.take({ does: 'turn' });
        }
        await this.single();
    }

    private async single(): Promise<void> {
        const { table, next } = this;
        const kind = next(24);
        if (kind < 7) return this.insert(1);
        if (kind < 10) return this.edit(texts => table.change(texts));
        if (kind === 10) return this.edit(texts => table.rewrite(texts));
        if (kind < 13) return this.edit(texts => table.move(texts));
        if (kind === 13) return this.edit(texts => table.remove(texts));
        if (kind === 14) return this.edit(texts => table.rename(texts));
        if (kind === 15) return next(3) === 0 ? this.edit(texts => table.importing(texts)) : this.nearby();
        if (kind === 16) return this.byHand();
        if (kind < 19) return this.fix();
        if (kind < 21) return this.undo();
        if (kind === 21) return this.redo();
        if (kind === 22) return this.openOrClose();
        return this.beside();
    }

    /** What a hand does to a text, whatever it says: letters, lines, words and marks of a merge. */
    private byHand(): Promise<void> {
        return this.edit(texts => {
            const name = this.pick([...texts.keys()]);
            return new Map([...texts, [name, edited(texts.get(name)!, this.next, [...texts.values()])]]);
        });
    }

    private nearby(): Promise<void> {
        return this.edit(texts => {
            const name = this.pick([...texts.keys()]);
            return new Map([...texts, [name, foundEdit(texts.get(name)!, this.next, [...texts.values()])]]);
        });
    }

    /** Makes a fix that a finding offers. */
    private async fix(): Promise<void> {
        const all = this.run.workspace.analyses().flatMap(({ findings }) => findings);
        const from = this.next(all.length + 1);
        const finding = [...all.slice(from), ...all.slice(0, from)].find(({ fixes }) => fixes.length > 0);
        if (!finding) return;
        const { edits } = finding.fixes[this.next(finding.fixes.length)]!;
        await this.edit(texts => {
            const textOf = (uri: string): string => texts.get(nameOf(uri)) ?? '';
            const changes = renderEdits(edits, textOf);
            return new Map(
                [...texts].map(([name, text]) => [
                    name,
                    applyEdits(
                        text,
                        changes.filter(({ file }) => nameOf(file) === name),
                    ),
                ]),
            );
        });
    }

    private async undo(): Promise<void> {
        for (let count = 1 + this.next(3); count > 0; count--) {
            const before = this.past.pop();
            if (!before) return;
            this.future.push(this.texts);
            await this.become(before);
        }
    }

    private async redo(): Promise<void> {
        const after = this.future.pop();
        if (!after) return;
        this.past.push(this.texts);
        await this.become(after);
    }

    /** Opens, saves or closes a buffer, or puts all back as it was. */
    private async openOrClose(): Promise<void> {
        const name = this.pick([...this.texts.keys()]);
        const buffer = this.buffers.get(name);
        if (buffer === undefined) return this.write('open', name, this.disk.get(name)!);
        if (this.next(2) === 0) await this.write('disk', name, buffer);
        if (this.next(2) === 0 || !this.disk.has(name)) return;
        this.buffers.delete(name);
        await this.take({ does: 'close', name });
    }

    /** What happens beside the texts: other settings, another day, a file that goes and comes back. */
    private async beside(): Promise<void> {
        switch (this.next(5)) {
            case 0:
                return this.write('disk', settingsName, JSON.stringify(this.pick(settings)));
            case 1:
                if (this.disk.delete(settingsName)) await this.take({ does: 'delete', name: settingsName });
                return;
            case 2:
                return this.take({ does: 'day', name: this.pick(days) });
            case 3: {
                const names = [...this.first.keys()].filter(each => each !== 'main.iacs' && !this.buffers.has(each));
                const name = names[this.next(Math.max(1, names.length))];
                if (name === undefined) return;
                if (this.disk.delete(name)) return this.take({ does: 'delete', name });
                return this.write('disk', name, this.first.get(name)!);
            }
            default:
                return this.edit(() => this.first);
        }
    }
}

function nameOf(uri: string): string {
    return uri.slice(uri.lastIndexOf('/') + 1);
}
