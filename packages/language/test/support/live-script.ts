import assert from 'node:assert/strict';
import type { Analysis } from '../../src/analysis.ts';
import { analyse } from '../../src/analysis.ts';
import { Workspace } from '../../src/lsp/workspace.ts';
import { Project, Texts } from '../../src/project/index.ts';
import { furtherRows } from '../../src/views/report/further.ts';
import { sections } from './marks.ts';
import { MemoryDisk } from './server.ts';

/** Something that happens to the files of a workspace. A script of such steps is text: see {@link written}. */
export type Step =
    /** A buffer has this text; it is opened where it is not. */
    | { readonly does: 'open' | 'disk'; readonly name: string; readonly text: string }
    /** A buffer is closed without being saved, or a file is gone from the disk. */
    | { readonly does: 'close' | 'delete'; readonly name: string }
    | { readonly does: 'day'; readonly name: string }
    /** The server goes on until nothing is left to do; with `check`, what it says is compared with a fresh look. */
    | { readonly does: 'settle' | 'check' }
    /** The server gets a turn of the event loop, and is then in the midst of its work. */
    | { readonly does: 'turn' };

const folder = 'file:///plant/';

/** A workspace that follows a script. */
export class LiveRun {
    readonly disk = new MemoryDisk();
    readonly workspace: Workspace;
    private readonly failures: unknown[] = [];
    private readonly buffers = new Map<string, string>();
    private today = '2026-06-01';
    private version = 0;

    constructor() {
        this.workspace = new Workspace(this.disk, () => this.today, {
            analysed: () => undefined,
            settled: () => undefined,
            uncovered: () => undefined,
            failed: error => this.failures.push(error),
        });
    }

    async take(step: Step): Promise<void> {
        const uri = 'name' in step ? folder + step.name : '';
        if (step.does === 'open') {
            this.buffers.set(uri, step.text);
            this.workspace.open(uri, step.text, ++this.version);
        } else if (step.does === 'disk') {
            this.disk.write(uri, step.text);
            this.workspace.changedOnDisk([uri]);
        } else if (step.does === 'delete') {
            this.disk.delete(uri);
            this.workspace.changedOnDisk([uri]);
        } else if (step.does === 'close') {
            this.buffers.delete(uri);
            this.workspace.close(uri);
        } else if (step.does === 'day') {
            this.today = step.name;
            this.workspace.changed(null);
        } else if (step.does === 'turn') {
            await new Promise(resolve => {
                setImmediate(resolve);
            });
        } else {
            await this.workspace.settled();
            assert.deepEqual(this.failures, []);
            if (step.does === 'check') this.check();
        }
    }

    /** Holds what is known of every model against what a fresh look gives, fixes and levels included. */
    private check(): void {
        const texts = new Texts(this.disk);
        for (const [uri, text] of this.buffers) texts.open(uri, text, 1);
        const project = new Project(texts);
        for (const now of this.workspace.analyses()) {
            const { root } = now;
            const settings = project.settingsFor(root);
            const fresh = analyse(project.parse(root) as never, project, { today: this.today, settings, strict: true });
            assert.deepEqual(said(now, this.today), said(fresh, this.today), root);
        }
    }
}

/** What is shown of an analysis: its findings, its model, and what a report says besides. */
function said({ findings, model, whole, problems, assessment }: Analysis, today: string): unknown {
    return {
        findings,
        model,
        problems: problems.map(problem => JSON.stringify(problem)).sort(),
        further: furtherRows({ findings, model, whole, assessment, today }),
        // Places in levels that are kept are addresses (`project/live`): nobody is shown them.
        levels: JSON.stringify(assessment.subjects, (key, value: unknown) =>
            key === 'start' || key === 'end' ? undefined : value,
        ),
    };
}

/** Follows a script from an empty workspace; throws where a check fails. */
export async function followed(script: readonly Step[]): Promise<void> {
    const run = new LiveRun();
    for (const step of script) await run.take(step);
}

/** A script as text: `//- open main.iacs` and the text of the file, `//- check` … */
export function written(script: readonly Step[]): string {
    return script
        .map(
            step =>
                `//- ${step.does}${'name' in step ? ` ${step.name}` : ''}\n${'text' in step ? `${step.text}\n` : ''}`,
        )
        .join('');
}

/** The script of a text; see {@link written}. */
export function scriptOf(text: string): readonly Step[] {
    return sections(text).map(({ name, text: content }) => {
        const [does, file] = name!.split(' ') as [Step['does'], string];
        if (does === 'open' || does === 'disk') return { does, name: file, text: content.slice(0, -1) };
        return (file === undefined ? { does } : { does, name: file }) as Step;
    });
}
