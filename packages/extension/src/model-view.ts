import {
    commands,
    DataTransferItem,
    EventEmitter,
    Range,
    ThemeColor,
    ThemeIcon,
    TreeItem,
    TreeItemCollapsibleState,
    Uri,
    window,
    type DataTransfer,
    type Disposable,
    type TreeDataProvider,
    type TreeDragAndDropController,
} from 'vscode';
import type { TreeRow } from 'iacs-language/lsp';
import type { ActiveFile } from './active.ts';
import { offer } from './proposals.ts';
import type { Requests } from './requests.ts';

const mime = 'application/vnd.code.tree.iacs.model';

const icons: Readonly<Record<string, readonly [icon: string, colour?: string]>> = {
    section: ['list-tree'],
    zone: ['symbol-namespace'],
    conduit: ['git-compare'],
    asset: ['server-process'],
    flow: ['arrow-right'],
    owner: ['account'],
    view: ['type-hierarchy-sub'],
    threat: ['flame'],
    invariant: ['lock'],
    error: ['error', 'list.errorForeground'],
    warning: ['warning', 'list.warningForeground'],
    info: ['info'],
    short: ['circle-filled', 'list.errorForeground'],
    open: ['circle-large-outline'],
    unsaid: ['dash'],
    met: ['pass'],
};

/** The model of the file that is worked in, as a tree in the side bar; an asset can be dragged into another zone. */
export class ModelView implements TreeDataProvider<TreeRow>, TreeDragAndDropController<TreeRow>, Disposable {
    readonly dragMimeTypes = [mime];
    readonly dropMimeTypes = [mime];
    private readonly requests: Requests;
    private readonly active: ActiveFile;
    private readonly change = new EventEmitter<undefined>();
    readonly onDidChangeTreeData = this.change.event;
    private readonly disposables: Disposable[];

    constructor(requests: Requests, active: ActiveFile) {
        this.requests = requests;
        this.active = active;
        const tree = window.createTreeView('iacs.model', {
            treeDataProvider: this,
            dragAndDropController: this,
            showCollapseAll: true,
        });
        this.disposables = [tree, this.change, window.onDidChangeActiveTextEditor(() => this.changed())];
    }

    /** The models have changed, or another file is worked in. */
    changed(): void {
        this.change.fire(undefined);
    }

    async getChildren(row?: TreeRow): Promise<TreeRow[]> {
        const { uri } = this.active;
        return uri === null ? [] : [...(await this.requests.tree(uri, row?.key ?? null))];
    }

    getTreeItem({ key, label, description, is, hasChildren, element, place }: TreeRow): TreeItem {
        const item = new TreeItem(
            label,
            hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
        );
        item.id = key;
        item.description = description;
        item.tooltip = description === '' ? label : `${label}\n${description}`;
        const [icon, colour] = icons[is] ?? ['circle-outline'];
        item.iconPath = new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
        item.contextValue = element === undefined ? is : `${is} element`;
        if (place) {
            const { start, end } = place.range;
            item.command = {
                title: 'Go to text',
                command: 'vscode.open',
                arguments: [
                    Uri.parse(place.uri),
                    { selection: new Range(start.line, start.character, end.line, end.character), preview: true },
                ],
            };
        }
        return item;
    }

    handleDrag(rows: readonly TreeRow[], data: DataTransfer): void {
        const assets = rows.filter(({ is }) => is === 'asset').flatMap(({ element }) => element ?? []);
        if (assets.length === 1) data.set(mime, new DataTransferItem(assets[0]));
    }

    async handleDrop(target: TreeRow | undefined, data: DataTransfer): Promise<void> {
        const asset: unknown = data.get(mime)?.value;
        const { uri } = this.active;
        if (typeof asset !== 'string' || target?.is !== 'zone' || target.element === undefined || uri === null) return;
        await offer(this.requests.move(uri, asset, target.element), `Move ${asset} into ${target.element}?`, 'Move');
    }

    dispose(): void {
        for (const each of this.disposables) each.dispose();
    }
}

/** Shows the element of a row in the diagram. */
export function showRow(uri: string | null, row: TreeRow | undefined): void {
    if (uri !== null && row?.element !== undefined)
        void commands.executeCommand('iacs.showInDiagram', uri, row.element);
}
