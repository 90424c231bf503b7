import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { toText } from './bytes.ts';
import { fileFault } from './typed.ts';
import { written } from './written.ts';

const templates = [
    {
        name: 'single-site',
        label: 'Single site',
        detail: 'From the office to safety, with a jump host, a threat and a planned countermeasure.',
    },
    { name: 'substation', label: 'Substation', detail: 'A control centre and one substation, over telecontrol.' },
    {
        name: 'water-plant',
        label: 'Water plant',
        detail: 'Control room, treatment and an unmanned pumping station.',
    },
    { name: 'empty', label: 'Empty', detail: 'A system and nothing else: for a model of your own.' },
] as const;

/** Asks for a template and a place, writes the model and opens it. Never overwrites a file. */
export async function newModel(context: ExtensionContext, folder?: Uri): Promise<void> {
    const chosen = await window.showQuickPick([...templates], {
        title: 'New model from a template',
        placeHolder: 'What does the plant look like?',
        matchOnDetail: true,
    });
    if (!chosen) return;
    const text = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'templates', chosen.name, 'main.iacs'));
    const base = folder ?? (await chosenFolder());
    if (base === undefined) return;
    if (base === null) {
        const document = await workspace.openTextDocument({
            language: 'iacs',
            content: toText(text),
        });
        await window.showTextDocument(document);
        return;
    }
    const name = await window.showInputBox({
        title: 'New model',
        prompt: 'File, relative to the folder',
        value: await freeName(base),
        ignoreFocusOut: true,
        validateInput: async value => {
            const fault = fileFault(value);
            if (fault !== undefined) return fault;
            return (await exists(Uri.joinPath(base, value))) ? 'There is such a file already.' : undefined;
        },
    });
    if (name === undefined) return;
    const target = Uri.joinPath(base, name);
    if (!(await written(target, text))) return;
    await window.showTextDocument(target, { preview: false });
}

/** Says that there is no model yet, with a button that makes one. */
export async function offerNewModel(): Promise<void> {
    const make = 'New Model…';
    const chosen = await window.showInformationMessage('There is no model here yet: no .iacs file.', make);
    if (chosen === make) await commands.executeCommand('iacs.newModel');
}

/** Says that a file belongs to no model, and how it becomes part of one. */
export function sayNoModel(uri: string): void {
    const name = workspace.asRelativePath(Uri.parse(uri));
    void window.showWarningMessage(
        `No model imports ${name}, so nothing can be shown of it. ` +
            'Write an import of it in a file of the model, or open another file.',
    );
}

/** The folder of the workspace, the one that is chosen where there are several; `null` where there is none. */
async function chosenFolder(): Promise<Uri | null | undefined> {
    const folders = workspace.workspaceFolders ?? [];
    if (folders.length < 2) return folders[0]?.uri ?? null;
    return (await window.showWorkspaceFolderPick({ placeHolder: 'In which folder does the model begin?' }))?.uri;
}

async function freeName(base: Uri): Promise<string> {
    for (let count = 1; ; count++) {
        const name = count === 1 ? 'main.iacs' : `main-${count}.iacs`;
        if (!(await exists(Uri.joinPath(base, name)))) return name;
    }
}

async function exists(uri: Uri): Promise<boolean> {
    try {
        await workspace.fs.stat(uri);
        return true;
    } catch {
        return false;
    }
}
