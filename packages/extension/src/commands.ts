import type { DiagramResult } from 'iacs-language/lsp';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { compare } from './compare.ts';
import type { Previews } from './preview/previews.ts';
import { templates } from './templates.ts';

function activeModel(): string | undefined {
    const document = vscode.window.activeTextEditor?.document ?? vscode.window.visibleTextEditors.find(editor => editor.document.languageId === 'iacs')?.document;
    if (document?.languageId === 'iacs') return document.uri.toString();
    void vscode.window.showInformationMessage('Open an .iacs file of the model first.');
    return undefined;
}

/** The file that a command was called on: from the explorer or a code lens, else the one in the editor. */
function fileOf(argument: unknown): string | undefined {
    if (argument instanceof vscode.Uri) return argument.toString();
    return typeof argument === 'string' ? argument : activeModel();
}

async function newModel(folder: unknown): Promise<void> {
    const picked = await vscode.window.showQuickPick(
        templates.map(template => ({ label: template.title, description: template.description, template })),
        { title: 'New model from a template', placeHolder: 'What does the site look like?' });
    if (!picked) return;
    const base = folder instanceof vscode.Uri ? folder : vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!base) {
        const document = await vscode.workspace.openTextDocument({ language: 'iacs', content: picked.template.text });
        await vscode.window.showTextDocument(document);
        return;
    }
    const name = await vscode.window.showInputBox({
        title: 'New model from a template', prompt: 'Name of the file', value: 'main.iacs',
        validateInput: value => (/^[^/\\]+\.iacs$/.test(value) ? undefined : 'A file name that ends in .iacs'),
    });
    if (!name) return;
    const target = vscode.Uri.joinPath(base, name);
    const exists = await vscode.workspace.fs.stat(target).then(() => true, () => false);
    if (exists) {
        void vscode.window.showWarningMessage(`${name} exists already; nothing was written.`);
        return;
    }
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(picked.template.text));
    await vscode.window.showTextDocument(target);
}

async function showPath(client: LanguageClient, previews: Previews, uri: string | undefined, id: unknown): Promise<void> {
    if (!uri) return;
    const chosen = typeof id === 'string' ? id : await vscode.window.showInputBox({ title: 'Show path', prompt: 'Name of an invariant of the model' });
    if (!chosen) return;
    const path = await client.sendRequest<{ ids: string[]; title: string } | null>('iacs/path', { uri, id: chosen });
    if (!path) {
        void vscode.window.showInformationMessage(`No path refutes ${chosen}.`);
        return;
    }
    previews.open(uri, { trace: path.ids, traceTitle: path.title });
}

async function showRequirement(client: LanguageClient, previews: Previews): Promise<void> {
    const uri = activeModel();
    if (!uri) return;
    const { requirements } = await client.sendRequest<DiagramResult>('iacs/diagram', { uri });
    const picked = await vscode.window.showQuickPick(
        requirements.map(({ id, title }) => ({ label: id, description: title })),
        { title: 'Show a requirement in all zones', matchOnDescription: true });
    if (picked) previews.open(uri, { requirement: picked.label });
}

/** The commands of the extension, registered. */
export function registerCommands(context: vscode.ExtensionContext, client: LanguageClient, previews: Previews): vscode.Disposable[] {
    const on = (name: string, run: (...args: unknown[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(name, run);
    return [
        on('iacs.openDiagram', argument => {
            const uri = fileOf(argument);
            if (uri) previews.open(uri);
        }),
        on('iacs.showInDiagram', (uri, id) => {
            if (typeof uri === 'string' && typeof id === 'string') previews.select(uri, id);
        }),
        on('iacs.showPath', (uri, id) => showPath(client, previews, fileOf(uri), id)),
        on('iacs.showRequirement', () => showRequirement(client, previews)),
        on('iacs.showGaps', () => {
            const uri = activeModel();
            if (uri) previews.open(uri, { colour: 'gap' });
        }),
        on('iacs.exportDiagram', () => previews.export()),
        on('iacs.newModel', newModel),
        on('iacs.compare', argument => compare(context, fileOf(argument))),
        on('iacs.restartServer', () => client.restart()),
        on('iacs.showLog', () => client.outputChannel.show()),
    ];
}
