/** The playground: text, findings and diagram of a model in one page that works from a disk. */
import { serverDiagnostics } from '@codemirror/lsp-client';
import { EditorView } from '@codemirror/view';
import type { StatusResult } from 'iacs-language/lsp';
import type * as lsp from 'vscode-languageserver-protocol';
import {
    help,
    mayReplace,
    mayTakeOut,
    newName,
    openFragment,
    openModel,
    saveAll,
    saveReport,
    share,
} from './commands.ts';
import { connect } from './connection.ts';
import { Diagram } from './diagram.ts';
import { element, say } from './dialogs.ts';
import { editing } from './editor.ts';
import { Findings } from './findings.ts';
import { fixCapabilities, offerFixes, offsetOf, positionOf } from './fixes.ts';
import { languageOf } from './grammar.ts';
import { importPath, pathOf, uriOf, type ModelFiles, type PageData } from './model.ts';
import { renameAtCursor } from './rename.ts';
import { fragmentIn } from './share.ts';
import { listenToSplit } from './split.ts';
import { statusText } from './status.ts';
import { drawTabs } from './tabs.ts';
import { ThemeSwitch } from './theme.ts';
import { ModelWorkspace, type ModelFile } from './workspace.ts';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const data = JSON.parse(byId('data').textContent ?? '') as PageData;
const language = await languageOf(data.grammar);
const editor = new EditorView({ parent: byId('editor') });

let title = '';
let workspace!: ModelWorkspace;
let settled = 0;
let following = 0;
/** How long the cursor rests, in milliseconds, before the diagram follows it. */
const pause = 200;

const client = connect({
    server: data.server,
    elk: data.elk,
    workspace: made => {
        workspace = new ModelWorkspace(made, {
            editor,
            extensions: (self, uri) =>
                editing(self, uri, {
                    language,
                    fix: view => fixAtCursor(view),
                    rename: view => void renameAtCursor(fixHost, view),
                    save: () => saveAll(host),
                    edited: () => redrawTabs(),
                    moved: () => {
                        clearTimeout(following);
                        following = window.setTimeout(() => void followCursor(), pause);
                    },
                }),
            shown: () => shown(),
            missing: uri => sayMissing(uri),
        });
        return workspace;
    },
    extensions: [fixCapabilities, { editorExtension: serverDiagnostics().editorExtension! }],
    notified: {
        'textDocument/publishDiagnostics': (params: lsp.PublishDiagnosticsParams) => {
            findings.publish(params);
            redrawTabs();
        },
        'iacs/changed': () => {
            document.body.dataset['settled'] = String(++settled);
            void diagram.draw();
            void drawStatus();
        },
    },
    failed: reason => say(`The language server has stopped: ${reason}. Save the model, and load the page again.`),
});

/** How many models were loaded so far. */
let loads = 0;
/** True where a file was taken out since the model was opened or saved. */
let isReduced = false;

const host = {
    model: (): ModelFiles => ({
        title,
        files: [...workspace.files]
            .sort((a, b) => Number(b === workspace.front) - Number(a === workspace.front))
            .map(file => [pathOf(file.uri), file.content] as const),
    }),
    isChanged: () => isReduced || workspace.files.some(({ isChanged }) => isChanged),
    load: (model: ModelFiles) => {
        title = model.title;
        document.title = `${title} · IACS playground`;
        diagram.reset();
        loads++;
        isReduced = false;
        findings.forget();
        workspace.replaceAll(model.files.map(([path, text]) => [uriOf(path), text]));
        const index = [...data.examples, ...data.templates].indexOf(model);
        byId<HTMLSelectElement>('example').value = index < 0 ? '' : String(index);
    },
    saved: () => {
        for (const file of workspace.files) file.saved = file.text;
        isReduced = false;
        redrawTabs();
    },
};

function sayMissing(uri: string): void {
    say(
        uri.startsWith('iacs-library:')
            ? 'That is part of the program, and not of the model: the hover explains it.'
            : `${pathOf(uri)} is not among the files of this model.`,
    );
}

function go(uri: string, { start }: lsp.Range): void {
    const file = workspace.getFile(uri);
    if (!file) return sayMissing(uri);
    workspace.show(file);
    const anchor = offsetOf(file.text, start);
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    editor.focus();
}

const findings = new Findings(
    {
        client,
        workspace,
        go,
        fix: (uri, { range }, button) => {
            // The list is drawn anew with the file, and the button is gone then.
            const at = button.getBoundingClientRect();
            go(uri, range);
            void offerFixes(fixHost, uri, range, at);
        },
    },
    byId('findings'),
    byId('summary'),
);
const fixHost = {
    client,
    workspace,
    findingsAt: (uri: string) => findings.at(uri),
    focus: () => editor.focus(),
};

function fixAtCursor(view: EditorView): void {
    const file = workspace.front;
    if (!file) return;
    const { from, to } = view.state.selection.main;
    const range = { start: positionOf(view.state.doc, from), end: positionOf(view.state.doc, to) };
    const at = view.coordsAtPos(from) ?? view.dom.getBoundingClientRect();
    void offerFixes(fixHost, file.uri, range, new DOMRect(at.left, at.top, 0, at.bottom - at.top));
}

const diagram = new Diagram(
    { client, uri: () => workspace.front?.uri ?? null, go: ({ uri, range }) => go(uri, range) },
    byId<HTMLIFrameElement>('diagram'),
    data.preview,
);
const themes = new ThemeSwitch(byId('theme'), () => tellTheme());
function tellTheme(): void {
    diagram.say({ type: 'theme', theme: document.documentElement.dataset['theme'] ?? 'light' });
}
diagram.onReady = tellTheme;

function redrawTabs(): void {
    drawTabs(
        {
            workspace,
            findings,
            remove: file => void takeOut(file),
        },
        byId('tabs'),
    );
}

/** Takes a file out of the model, where the reader says so: its text is nowhere else in the page. */
async function takeOut(file: ModelFile): Promise<void> {
    if (file.text.length > 0 && !(await mayTakeOut(pathOf(file.uri)))) return;
    workspace.remove(file);
    isReduced = true;
    findings.draw();
}

function shown(): void {
    redrawTabs();
    findings.mark();
    findings.draw();
    void diagram.draw();
}

/** Marks in the diagram what the cursor is on. The server learns from the question where somebody is typing. */
async function followCursor(): Promise<void> {
    const file = workspace.front;
    if (!file) return;
    client.sync();
    const { state } = editor;
    const position = positionOf(state.doc, state.selection.main.head);
    const ids = await client.request<object, readonly string[]>('iacs/at', { uri: file.uri, position });
    diagram.say({ type: 'select', ids });
}

/** The server answers when it has looked at all that it had when it was asked. */
async function drawStatus(): Promise<void> {
    const uri = workspace.front?.uri;
    if (uri === undefined) return;
    const asked = loads;
    const status = await client.request<object, StatusResult | null>('iacs/status', { uri });
    if (asked === loads) findings.checked(status !== null);
    byId('status').textContent = statusText(status);
}

async function addFile(): Promise<void> {
    const name = await newName(workspace.files.map(({ uri }) => pathOf(uri)));
    if (name === null) return;
    const main = workspace.files.find(({ text }) => /^\s*system\b/mu.test(text.toString()));
    workspace.show(workspace.add(uriOf(name), ''));
    if (main && !name.endsWith('.json')) {
        const path = JSON.stringify(importPath(pathOf(main.uri), name));
        workspace.updateFile(main.uri, { changes: { from: 0, insert: `import ${path}\n` } });
    }
    editor.focus();
}

function fillExamples(): void {
    const select = byId<HTMLSelectElement>('example');
    const group = (label: string, models: readonly ModelFiles[], from: number): HTMLElement =>
        element(
            'optgroup',
            { label },
            ...models.map((model, index) => element('option', { value: String(from + index) }, model.title)),
        );
    select.append(
        element('option', { value: '', hidden: true }, 'Own model'),
        group('Examples', data.examples, 0),
        group('Begin a model', data.templates, data.examples.length),
    );
    select.addEventListener('change', () => {
        const chosen = [...data.examples, ...data.templates][Number(select.value)];
        const before = title;
        void mayReplace(host).then(may => {
            if (may && chosen) return host.load(chosen);
            const index = [...data.examples, ...data.templates].findIndex(each => each.title === before);
            select.value = index < 0 ? '' : String(index);
        });
    });
}

fillExamples();
listenToSplit(byId('split-across'), '--across');
listenToSplit(byId('split-down'), '--down');
byId('open').addEventListener('click', () => void openModel(host));
byId('save').addEventListener('click', () => saveAll(host));
byId('share').addEventListener('click', () => void share(host));
byId('keys').addEventListener('click', () => void help(data.version));
byId('add').addEventListener('click', () => void addFile());
byId('report').addEventListener('click', () => {
    const uri = workspace.front?.uri;
    if (uri !== undefined)
        void client.request<object, string | null>('iacs/report', { uri }).then(html => saveReport(host, html));
});
window.addEventListener('beforeunload', event => {
    if (host.isChanged()) event.preventDefault();
});

/** A link to a model that is opened, at the start or into the page. */
async function openLink(): Promise<void> {
    const fragment = fragmentIn(location.href);
    if (fragment !== null) await openFragment(host, fragment);
}

window.addEventListener('hashchange', () => void openLink());
const [first] = data.examples;
if (first) host.load(first);
await openLink();
void themes;
