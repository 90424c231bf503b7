import { Uri, ViewColumn, window, workspace, type ExtensionContext } from 'vscode';
import { comparePage } from './compare-page.ts';
import { Repository } from './git.ts';
import { revealPlace } from './preview/panel.ts';
import type { Requests } from './requests.ts';

/** Asks for a revision, reads its files through git and shows what changed since: the picture, and a list with ways to both sides. */
export async function compareWith(context: ExtensionContext, requests: Requests, uri: string): Promise<void> {
    if (!workspace.isTrusted) return void window.showInformationMessage('A comparison asks git, which waits until this workspace is trusted.');
    const repository = await Repository.around(Uri.parse(uri).fsPath);
    if (!repository) return void window.showInformationMessage('This file is in no git repository, so there is no revision to compare with.');
    const revisions = await repository.revisions();
    const other = { label: '$(edit) Another revision…', description: '' };
    const chosen = await window.showQuickPick([...revisions.map(({ name, about }) => ({ label: name, description: about })), other],
        { title: 'Compare the model with…', placeHolder: 'A branch, a tag or a commit', matchOnDescription: true });
    const base = chosen === other ? await window.showInputBox({ title: 'Compare the model with…', prompt: 'A git revision' }) : chosen?.label;
    if (!base) return;
    const files = await repository.modelFiles(base);
    if (!files) return void window.showErrorMessage(`${base} is no revision of this repository.`);
    const answer = await requests.compare({ uri, files, base });
    if (!answer) return void window.showInformationMessage(`There is no such model in ${base}, or this file belongs to none.`);
    const panel = window.createWebviewPanel('iacs.compare', `Since ${base}`, ViewColumn.Beside, { enableScripts: true, localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')] });
    panel.webview.html = comparePage(panel.webview, context.extensionUri, base, answer);
    panel.webview.onDidReceiveMessage(async ({ index }: { index: number }) => {
        const change = answer.changes[index];
        if (!change) return;
        const range = { start: { line: change.line, character: 0 }, end: { line: change.line, character: 0 } };
        if (!change.before) return revealPlace({ uri: change.uri, range });
        const document = await workspace.openTextDocument({ language: 'iacs', content: files[change.uri] ?? '' });
        await revealPlace({ uri: document.uri.toString(), range });
    });
}
