/** Imports tables and exports of other tools from the palette, by the imports of the command line. */
import {
    InputBoxValidationSeverity,
    Position,
    Uri,
    window,
    workspace,
    WorkspaceEdit,
    type InputBoxValidationMessage,
    type LogOutputChannel,
} from 'vscode';
import type { ImportAnswer } from './import-messages.ts';
import { askColumns } from './import-columns.ts';
import type { Platform } from './platform.ts';
import type { Requests } from './requests.ts';
import { fileFault, importSummary } from './typed.ts';

/** The only model of a workspace is looked for among so many files. */
const mostFiles = 200;

const tables = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xml'];

/** What can be imported: the word of `iacs import`, and whether it needs a model. */
const kinds = [
    {
        word: 'assets',
        label: 'Asset inventory',
        detail: 'CSV or XLSX, exports of NetBox, Defender for IoT, Nozomi, Malcolm and nmap: assets and zones.',
        files: tables,
        needsModel: false,
    },
    {
        word: 'risks',
        label: 'Risk register',
        detail: 'CSV or XLSX: threats with likelihood, consequence and countermeasures.',
        files: tables,
        needsModel: false,
    },
    {
        word: 'flows',
        label: 'Table of connections',
        detail: 'CSV or XLSX: flows between the assets of the model, each in its conduit or zone.',
        files: tables,
        needsModel: true,
    },
    {
        word: 'requirements',
        label: 'Status sheet of an assessor',
        detail: 'CSV or XLSX: what is met, missed and excluded, for zones, conduits and assets of the model.',
        files: tables,
        needsModel: true,
    },
    {
        word: 'report',
        label: 'Report of iacs',
        detail: 'XLSX, JSON or CSV that “iacs report” wrote, as a new model.',
        files: ['xlsx', 'json', 'csv'],
        needsModel: false,
    },
    {
        word: 'rules',
        label: 'Firewall rules',
        detail: 'Exports of nftables, iptables, FortiOS, ASA, pf and tables: a ruleset to review.',
        files: null,
        needsModel: false,
    },
    {
        word: 'traffic',
        label: 'Traffic log',
        detail: 'Logs of Zeek and Suricata, and tables: an observation to review.',
        files: null,
        needsModel: false,
    },
] as const;

/**
 * Asks what to import, from where and to where, and opens what came of it. The file of an earlier import is updated.
 */
export async function importFile(
    platform: Platform,
    requests: Requests,
    log: LogOutputChannel,
    model: string | null,
): Promise<void> {
    if (!platform.canImport)
        return void window.showInformationMessage(
            'An import needs a machine: run this command in VS Code on one, or “iacs import” in a terminal.',
        );
    const kind = await window.showQuickPick([...kinds], {
        title: 'Import into .iacs',
        placeHolder: 'What kind of file is it?',
        matchOnDetail: true,
    });
    if (!kind) return;
    const root = await rootFor(requests, model);
    if (kind.needsModel && root === null)
        return void window.showWarningMessage(
            'This import needs a model: open one of its files first. A file that no model imports is none.',
        );
    const [file] =
        (await window.showOpenDialog({
            title: kind.label,
            openLabel: 'Import',
            ...(kind.files ? { filters: { [kind.label]: [...kind.files], 'All files': ['*'] } } : {}),
        })) ?? [];
    if (!file) return;
    const folder = root === null ? Uri.joinPath(file, '..') : Uri.joinPath(Uri.parse(root), '..');
    const name = await window.showInputBox({
        title: 'Import into .iacs',
        prompt:
            `File in ${workspace.asRelativePath(folder)}. ` +
            'The file of an earlier import is updated, and manual changes stay.',
        value: `${(file.path.split('/').at(-1) ?? 'import').replace(/\.[^.]*$/u, '')}.iacs`,
        ignoreFocusOut: true,
        validateInput: value => fileFault(value) ?? aboutTarget(Uri.joinPath(folder, value)),
    });
    if (name === undefined) return;
    const target = Uri.joinPath(folder, name);
    const withModel = root !== null && kind.word !== 'report';
    const run = (columns: readonly string[]): Promise<ImportAnswer> =>
        requests.ask<ImportAnswer>('iacs/import', {
            args: [
                kind.word,
                file.fsPath,
                ...(withModel ? ['--model', Uri.parse(root).fsPath] : []),
                ...columns.flatMap(column => ['--map', column]),
                ...['--output', target.fsPath],
            ],
            cwd: folder.fsPath,
        });
    let answer = await run([]);
    if (answer.unread) {
        const columns = await askColumns(file.path.split('/').at(-1)!, answer.unread);
        if (columns === null) return;
        answer = await run(columns);
    }
    const remarks = new Set(answer.remarks.map(([line]) => line));
    for (const line of answer.said.split('\n'))
        if (remarks.has(line)) log.warn(line);
        else if (line !== '') log.info(line);
    if (answer.failed !== null) return void window.showErrorMessage(answer.failed);
    await window.showTextDocument(target);
    await sayWhatCame(answer, log, root, target, name);
}

/** The root of the model of a file, or else of the only model of the workspace; `null` where there is not one. */
async function rootFor(requests: Requests, file: string | null): Promise<string | null> {
    const rootOf = async (uri: string): Promise<string | null> =>
        (await requests.status(uri).catch(() => null))?.root ?? null;
    const own = file === null ? null : await rootOf(file);
    if (own !== null) return own;
    const files = await workspace.findFiles('**/*.iacs', '**/node_modules/**', mostFiles);
    const roots = new Set(await Promise.all(files.map(each => rootOf(each.toString()))));
    roots.delete(null);
    return roots.size === 1 ? [...roots][0]! : null;
}

/** What is said of a file that is to be written while its name is typed: that it is there, or that it must be saved. */
async function aboutTarget(target: Uri): Promise<InputBoxValidationMessage | string | undefined> {
    const name = target.path.split('/').at(-1)!;
    const open = workspace.textDocuments.find(({ uri }) => uri.toString() === target.toString());
    if (open?.isDirty) return `${name} has changes that are not saved. Save it first, or choose another name.`;
    const isThere = await workspace.fs.stat(target).then(
        () => true,
        () => false,
    );
    if (!isThere) return undefined;
    const message = `${name} is there: what is new is added, what an earlier import wrote is updated, the rest stays.`;
    return { message, severity: InputBoxValidationSeverity.Info };
}

/** Says what became of the rows, and offers to import the file where the model does not. */
async function sayWhatCame(
    answer: ImportAnswer,
    log: LogOutputChannel,
    root: string | null,
    target: Uri,
    name: string,
): Promise<void> {
    const { text, remarks } = importSummary(answer.said, answer.remarks);
    const say = remarks > 0 ? window.showWarningMessage : window.showInformationMessage;
    const details = 'Show Details';
    const main = root === null ? null : await workspace.openTextDocument(Uri.parse(root));
    const line = `import "${name}"`;
    const missing = main !== null && main.uri.toString() !== target.toString() && !main.getText().includes(line);
    const add = missing ? `Import It into ${main.uri.path.split('/').at(-1)}` : null;
    const chosen = await say(text, ...(add === null ? [] : [add]), details);
    if (chosen === details) log.show();
    if (chosen !== undefined && chosen === add && main) {
        const edit = new WorkspaceEdit();
        edit.insert(main.uri, new Position(0, 0), `${line}\n`);
        await workspace.applyEdit(edit);
    }
}
