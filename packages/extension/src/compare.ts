import {
    Uri,
    ViewColumn,
    window,
    workspace,
    type Disposable,
    type ExtensionContext,
    type TextDocumentContentProvider,
} from 'vscode';
import { comparePage } from './compare-page.ts';
import type { Platform } from './platform.ts';
import { revealPlace } from './preview/panel.ts';
import type { Requests } from './requests.ts';

const olderScheme = 'iacs-older';

/**
 * The texts of the older sides that were compared, for reading: a place of that side opens in a document of its own.
 */
export class OlderTexts implements TextDocumentContentProvider {
    private readonly texts = new Map<string, string>();

    register(): Disposable {
        return workspace.registerTextDocumentContentProvider(olderScheme, this);
    }

    /** The document of a file as it was. */
    put(uri: string, base: string, text: string): Uri {
        const older = Uri.parse(uri).with({ scheme: olderScheme, query: base });
        this.texts.set(older.toString(), text);
        return older;
    }

    provideTextDocumentContent(uri: Uri): string {
        return this.texts.get(uri.toString()) ?? '';
    }
}

/**
 * Asks for a revision, reads its files through git and shows what changed since: the picture, and a list with ways to
 * both sides.
 */
export async function compareWith(
    context: ExtensionContext,
    platform: Platform,
    requests: Requests,
    older: OlderTexts,
    uri: string,
): Promise<void> {
    if (!platform.repositoryOf)
        return void window.showInformationMessage(
            'A comparison asks git, which a browser does not have. Open the folder in VS Code on a machine with git.',
        );
    if (!workspace.isTrusted)
        return void window.showInformationMessage(
            'A comparison asks git, which waits until this workspace is trusted.',
        );
    const repository = await platform.repositoryOf(Uri.parse(uri));
    if (!repository)
        return void window.showInformationMessage(
            'This file is in no git repository, so there is no revision to compare with.',
        );
    const revisions = await repository.revisions();
    const other = { label: '$(edit) Another revision…', description: '' };
    const chosen = await window.showQuickPick(
        [...revisions.map(({ name, about }) => ({ label: name, description: about })), other],
        { title: 'Compare the model with…', placeHolder: 'A branch, a tag or a commit', matchOnDescription: true },
    );
    const base =
        chosen === other
            ? await window.showInputBox({ title: 'Compare the model with…', prompt: 'A git revision' })
            : chosen?.label;
    if (!base) return;
    const files = await repository.modelFiles(base);
    if (!files) return void window.showErrorMessage(`${base} is no revision of this repository.`);
    const answer = await requests.compare({ uri, files, base });
    if (!answer)
        return void window.showInformationMessage(`There is no such model in ${base}, or this file belongs to none.`);
    const panel = window.createWebviewPanel('iacs.compare', `Since ${base}`, ViewColumn.Beside, {
        enableScripts: true,
        localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')],
    });
    panel.webview.html = comparePage(panel.webview, context.extensionUri, base, answer);
    panel.webview.onDidReceiveMessage(async ({ index, side }: { index: number; side: 'now' | 'older' }) => {
        const place = answer.changes[index]?.[side];
        if (!place) return;
        const shown = side === 'now' ? place.uri : older.put(place.uri, base, files[place.uri] ?? '').toString();
        const at = { line: place.line, character: 0 };
        await revealPlace({ uri: shown, range: { start: at, end: at } });
    });
}
