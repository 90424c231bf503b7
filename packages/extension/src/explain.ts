import { commands, languages, Uri, window, type Diagnostic, type ExtensionContext, type TextEditor } from 'vscode';

/** A page or a folder of the documents that are packed with the extension. */
export function pageOf({ extensionUri }: ExtensionContext, name: string): Uri {
    return Uri.joinPath(extensionUri, 'docs', name);
}

/** Opens a page of the packed documents beside the text. */
export async function openPage(context: ExtensionContext, name: string): Promise<void> {
    await commands.executeCommand('markdown.showPreviewToSide', pageOf(context, name));
}

const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : (code ?? ''));

/** The findings at the cursor; those of its line where none is exactly there. */
function findingsAt({ document, selection }: TextEditor): readonly Diagnostic[] {
    const all = languages.getDiagnostics(document.uri).filter(({ source }) => source?.startsWith('iacs'));
    const here = all.filter(({ range }) => range.contains(selection.active));
    return here.length > 0 ? here : all.filter(({ range }) => range.start.line === selection.active.line);
}

/** Shows the page of the rule behind a finding at the cursor; asks which one where there are several. */
export async function explainFinding(context: ExtensionContext): Promise<void> {
    const editor = window.activeTextEditor;
    const findings = editor ? findingsAt(editor) : [];
    const rules = [...new Map(findings.map(finding => [ruleOf(finding), finding])).entries()].filter(
        ([rule]) => rule !== '',
    );
    if (rules.length === 0) {
        void window.showInformationMessage('There is no finding at the cursor.');
        return;
    }
    const chosen =
        rules.length === 1
            ? { label: rules[0]![0] }
            : await window.showQuickPick(
                  rules.map(([label, { message }]) => ({ label, detail: message })),
                  { title: 'Explain which finding?' },
              );
    if (chosen) await openPage(context, `rules/${chosen.label}.md`);
}
