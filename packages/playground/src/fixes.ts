/** The fixes of findings, and the refactorings at the cursor. */
import type { LSPClient } from '@codemirror/lsp-client';
import type { Text } from '@codemirror/state';
import type * as lsp from 'vscode-languageserver-protocol';
import { element, say } from './dialogs.ts';
import type { ModelWorkspace } from './workspace.ts';

export const fixCapabilities = {
    clientCapabilities: {
        workspace: { workspaceEdit: { documentChanges: true } },
        textDocument: {
            codeAction: {
                codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } },
                resolveSupport: { properties: ['edit'] },
                dataSupport: true,
                isPreferredSupport: true,
            },
        },
    },
};

export interface FixHost {
    readonly client: LSPClient;
    readonly workspace: ModelWorkspace;
    findingsAt(uri: string): readonly lsp.Diagnostic[];
    /** Gives the focus back to the text. */
    focus(): void;
}

const isBefore = (a: lsp.Position, b: lsp.Position): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);

/** Offers what can be done at a range, in a menu at a place of the page. */
export async function offerFixes(host: FixHost, uri: string, range: lsp.Range, at: DOMRect): Promise<void> {
    host.client.sync();
    const diagnostics = host
        .findingsAt(uri)
        .filter(each => isBefore(each.range.start, range.end) && isBefore(range.start, each.range.end));
    const params: lsp.CodeActionParams = { textDocument: { uri }, range, context: { diagnostics: [...diagnostics] } };
    const actions = await host.client.request<lsp.CodeActionParams, lsp.CodeAction[] | null>(
        'textDocument/codeAction',
        params,
    );
    if (!actions || actions.length === 0) return say('No fix is known here.');
    const chosen = await chooseFrom(actions, at);
    if (chosen) await apply(host, chosen);
    host.focus();
}

/** A menu: arrows walk, Enter chooses, Escape closes. */
function chooseFrom(actions: readonly lsp.CodeAction[], at: DOMRect): Promise<lsp.CodeAction | null> {
    return new Promise(resolve => {
        let chosen: lsp.CodeAction | null = null;
        const menu = element('div', { class: 'menu', role: 'menu', popover: 'auto', 'aria-label': 'Fixes' });
        const items = actions.map(action =>
            element(
                'button',
                {
                    role: 'menuitem',
                    type: 'button',
                    click: () => {
                        chosen = action;
                        menu.hidePopover();
                    },
                },
                action.title.replaceAll('`', ''),
            ),
        );
        menu.append(...items);
        menu.addEventListener('keydown', event => {
            const index = items.indexOf(document.activeElement as HTMLButtonElement);
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            items.at((index + step) % items.length)?.focus();
        });
        menu.addEventListener('toggle', event => {
            if (event.newState !== 'closed') return;
            menu.remove();
            resolve(chosen);
        });
        document.body.append(menu);
        menu.showPopover();
        const { width, height } = menu.getBoundingClientRect();
        menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
        const below = at.bottom + 4;
        menu.style.top = `${below + height < innerHeight ? below : Math.max(8, at.top - height - 4)}px`;
        items[0]?.focus();
    });
}

async function apply(host: FixHost, action: lsp.CodeAction): Promise<void> {
    const { edit } = action.edit
        ? action
        : await host.client.request<lsp.CodeAction, lsp.CodeAction>('codeAction/resolve', action);
    if (edit) applyEdit(host.workspace, edit);
}

/** Takes an edit of the server in, in all files that it changes: one step of the history in each. */
export function applyEdit(workspace: ModelWorkspace, { changes, documentChanges }: lsp.WorkspaceEdit): void {
    const edits = documentChanges
        ? documentChanges.flatMap(each => ('edits' in each ? [[each.textDocument.uri, each.edits] as const] : []))
        : Object.entries(changes ?? {});
    for (const [uri, each] of edits) {
        const doc = workspace.getFile(uri)?.text;
        if (!doc) continue;
        workspace.updateFile(uri, {
            changes: each.flatMap(edit =>
                'newText' in edit
                    ? [
                          {
                              from: offsetOf(doc, edit.range.start),
                              to: offsetOf(doc, edit.range.end),
                              insert: edit.newText,
                          },
                      ]
                    : [],
            ),
            userEvent: 'input.fix',
        });
    }
}

/** The offset of a place; beyond the end of its line or of the text it is that end. */
export function offsetOf(doc: Text, { line, character }: lsp.Position): number {
    if (line >= doc.lines) return doc.length;
    const { from, length } = doc.line(line + 1);
    return from + Math.min(character, length);
}

export function positionOf(doc: Text, offset: number): lsp.Position {
    const line = doc.lineAt(offset);
    return { line: line.number - 1, character: offset - line.from };
}
