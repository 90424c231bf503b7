import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';

const run = promisify(execFile);
const largest = 1 << 28;

async function revisions(folder: string): Promise<vscode.QuickPickItem[]> {
    const format = '%(refname:short)%09%(contents:subject)';
    const { stdout: refs } = await run('git', ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes', 'refs/tags'], { cwd: folder, maxBuffer: largest });
    const { stdout: log } = await run('git', ['log', '-n', '30', '--format=%h%x09%s'], { cwd: folder, maxBuffer: largest });
    const items = (text: string): vscode.QuickPickItem[] => text.split('\n').filter(line => line !== '').map(line => {
        const [label = '', ...rest] = line.split('\t');
        return { label, description: rest.join('\t') };
    });
    return [{ label: 'HEAD', description: 'the last commit' }, ...items(refs), { label: 'Commits', kind: vscode.QuickPickItemKind.Separator }, ...items(log)];
}

/**
 * Compares the model of a file with a revision: what changed in meaning and what that does to security, as a page beside the text.
 * git is asked for revisions only; the comparison runs the command line that comes with the extension.
 */
export async function compare(context: vscode.ExtensionContext, uri: string | undefined): Promise<void> {
    if (!uri) return;
    const file = vscode.Uri.parse(uri).fsPath;
    const folder = dirname(file);
    let picked: vscode.QuickPickItem | undefined;
    try {
        picked = await vscode.window.showQuickPick(revisions(folder), { title: 'Compare model with…', placeHolder: 'A branch, a tag or a commit', matchOnDescription: true });
    } catch (error) {
        void vscode.window.showWarningMessage(`git has no revisions of this folder: ${(error as Error).message.split('\n')[0]}`);
        return;
    }
    if (!picked) return;
    await vscode.workspace.saveAll(false);
    const output = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `Comparing with ${picked.label}` }, async () => {
        const cli = context.asAbsolutePath('dist/cli/iacs.mjs');
        return run(process.execPath, [cli, 'diff', picked.label, '--format', 'markdown'], { cwd: folder, maxBuffer: largest, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
            .catch((error: { stdout?: string; stderr?: string; message: string }) => {
                if (error.stdout) return { stdout: error.stdout };
                throw new Error(error.stderr ?? error.message);
            });
    }).then(({ stdout }) => stdout, (error: Error) => {
        void vscode.window.showWarningMessage(error.message.trim());
        return undefined;
    });
    if (output === undefined) return;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: output });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    await vscode.commands.executeCommand('markdown.showPreview', document.uri);
}
