/** What is found: marks in the text, and the list below it. */
import { lintGutter, setDiagnostics, type Diagnostic as Mark } from '@codemirror/lint';
import { LSPPlugin, type LSPClient } from '@codemirror/lsp-client';
import type { Extension } from '@codemirror/state';
import type * as lsp from 'vscode-languageserver-protocol';
import { element } from './dialogs.ts';
import { pathOf } from './model.ts';
import type { ModelWorkspace } from './workspace.ts';

const words = ['', 'error', 'warning', 'info', 'hint'] as const;
const many = { error: 'errors', warning: 'warnings', info: 'notes' } as const;
const one = { error: 'error', warning: 'warning', info: 'note' } as const;
const signs = { error: '✕', warning: '▲', info: 'ℹ', hint: '' } as const;

type Severity = keyof typeof signs;
const severityOf = ({ severity }: lsp.Diagnostic): Severity => words[severity ?? 1] as Severity;

export const findingMarks: Extension = lintGutter();

export interface FindingsHost {
    readonly client: LSPClient;
    readonly workspace: ModelWorkspace;
    go(uri: string, range: lsp.Range): void;
    /** Offers the fixes of a finding, at the button that asks. */
    fix(uri: string, finding: lsp.Diagnostic, at: HTMLElement): void;
}

/** The findings of all files of the model, as the server has published them. */
export class Findings {
    private readonly host: FindingsHost;
    private readonly list: HTMLElement;
    private readonly summary: HTMLElement;
    private readonly byFile = new Map<string, lsp.PublishDiagnosticsParams>();
    /** False until the server has looked at the whole model: before that, nothing says that there is nothing. */
    private isChecked = false;
    /** False where the file in front is in no model: only its syntax was looked at then. */
    private inModel = true;

    constructor(host: FindingsHost, list: HTMLElement, summary: HTMLElement) {
        this.host = host;
        this.list = list;
        this.summary = summary;
        list.addEventListener('keydown', event => this.walk(event));
    }

    /** Another model is there, and the server has not looked at it. */
    forget(): void {
        this.isChecked = false;
        this.draw();
    }

    /** The server has looked at the whole model; `inModel` is false where the file in front is in none. */
    checked(inModel: boolean): void {
        this.isChecked = true;
        this.inModel = inModel;
        this.draw();
    }

    /** The findings at a file. */
    at(uri: string): readonly lsp.Diagnostic[] {
        return this.byFile.get(uri)?.diagnostics ?? [];
    }

    publish(params: lsp.PublishDiagnosticsParams): void {
        this.byFile.set(params.uri, params);
        const file = this.host.workspace.getFile(params.uri);
        if (file?.getView() && (params.version === undefined || params.version === file.version)) this.mark();
        this.draw();
    }

    /** Marks what is found in the file in front. */
    mark(): void {
        const file = this.host.workspace.front;
        const view = file?.getView();
        const plugin = view && LSPPlugin.get(view);
        if (!file || !view || !plugin) return;
        const place = (position: lsp.Position): number =>
            plugin.unsyncedChanges.mapPos(plugin.fromPosition(position, plugin.syncedDoc));
        const marks = this.at(file.uri).map((finding): Mark => {
            const { range, message, code } = finding;
            return {
                from: place(range.start),
                to: place(range.end),
                severity: severityOf(finding),
                message: plain(message),
                ...(code === undefined ? {} : { source: String(code) }),
            };
        });
        view.dispatch(setDiagnostics(view.state, marks));
    }

    /** Draws the list anew, and forgets the findings of files that are gone. */
    draw(): void {
        for (const uri of this.byFile.keys()) if (!this.host.workspace.getFile(uri)) this.byFile.delete(uri);
        const files = this.host.workspace.files.map(({ uri }) => uri);
        const all = files
            .flatMap(uri => this.at(uri).map(finding => ({ uri, finding, severity: severityOf(finding) })))
            .filter(({ severity }) => severity !== 'hint')
            .sort((a, b) => (a.finding.severity ?? 1) - (b.finding.severity ?? 1));
        const counts = (['error', 'warning', 'info'] as const).flatMap(severity => {
            const count = all.filter(each => each.severity === severity).length;
            return count === 0 ? [] : [`${count} ${count === 1 ? one[severity] : many[severity]}`];
        });
        const unchecked = this.isChecked && !this.inModel ? ['Not checked'] : [];
        const none = this.isChecked ? 'Nothing is found' : 'Checking …';
        this.summary.textContent = [...unchecked, ...counts].join(', ') || none;
        const focused = [...this.list.children].findIndex(row => row.contains(document.activeElement));
        this.list.replaceChildren(...all.map(each => this.row(each.uri, each.finding, each.severity)));
        if (focused >= 0) this.buttonOf(Math.min(focused, all.length - 1))?.focus();
    }

    private row(uri: string, finding: lsp.Diagnostic, severity: Severity): HTMLElement {
        const line = finding.range.start.line + 1;
        const place = `${pathOf(uri)}:${line}`;
        const go = element(
            'button',
            { class: 'finding', type: 'button', click: () => this.host.go(uri, finding.range) },
            element('span', { class: `sign ${severity}`, 'aria-label': severity }, signs[severity]),
            element(
                'span',
                { class: 'what' },
                plain(finding.message),
                element(
                    'span',
                    { class: 'where' },
                    ` ${finding.code === undefined ? '' : `${finding.code} · `}${place}`,
                ),
            ),
        );
        const fix = element(
            'button',
            {
                class: 'fix',
                type: 'button',
                'aria-label': `Fix… ${place}`,
                click: event => this.host.fix(uri, finding, event.currentTarget as HTMLElement),
            },
            'Fix…',
        );
        return element('li', {}, go, fix);
    }

    private buttonOf(index: number): HTMLElement | null {
        return this.list.children[index]?.querySelector<HTMLElement>('.finding') ?? null;
    }

    private walk(event: KeyboardEvent): void {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const index = [...this.list.children].findIndex(row => row.contains(document.activeElement));
        this.buttonOf(index + step)?.focus();
    }
}

/** Messages mark code with backticks. */
const plain = (message: lsp.Diagnostic['message']): string =>
    (typeof message === 'string' ? message : message.value).replaceAll('`', '');
