/** The editor of the text: CodeMirror with what the language server knows. */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
    bracketMatching,
    foldGutter,
    foldKeymap,
    indentOnInput,
    indentUnit,
    syntaxHighlighting,
    type Language,
} from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import {
    findReferencesKeymap,
    formatKeymap,
    hoverTooltips,
    jumpToDefinitionKeymap,
    serverCompletion,
    type LSPClient,
} from '@codemirror/lsp-client';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import {
    drawSelection,
    dropCursor,
    EditorView,
    highlightActiveLine,
    highlightActiveLineGutter,
    highlightSpecialChars,
    keymap,
    lineNumbers,
    rectangularSelection,
} from '@codemirror/view';
import { findingMarks } from './findings.ts';
import { blocks } from './blocks.ts';
import { colours } from './grammar.ts';

const theme = EditorView.theme({
    '&': { fontSize: '13px' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
    '.cm-content': { caretColor: 'var(--ink)' },
    '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)' },
    '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--soft)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--ink) 5%, transparent)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
        backgroundColor: 'var(--chosen)',
    },
    '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--accent) 18%, transparent)' },
    '.cm-matchingBracket': { backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent) !important' },
    '.cm-tooltip, .cm-panels': {
        backgroundColor: 'var(--paper)',
        color: 'var(--ink)',
        border: '1px solid var(--line)',
    },
    '.cm-tooltip': { borderRadius: '5px', boxShadow: 'var(--shadow)' },
    '.cm-tooltip.cm-tooltip-hover': { maxWidth: 'min(560px, 90vw)' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--chosen)', color: 'var(--ink)' },
    '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal' },
    '.cm-completionIcon': { opacity: '0.75' },
    '.cm-lsp-documentation': { padding: '4px 10px', lineHeight: '1.45', font: '13px system-ui, sans-serif' },
    '.cm-lsp-documentation code': { fontFamily: 'var(--mono)' },
    '.cm-lsp-documentation table': { borderCollapse: 'collapse' },
    '.cm-lsp-documentation :is(th, td)': { padding: '1px 8px', border: '1px solid var(--line)' },
    '.cm-diagnostic': { padding: '5px 10px', maxWidth: 'min(560px, 90vw)', font: '13px/1.45 system-ui, sans-serif' },
    '.cm-diagnosticSource': { color: 'var(--soft)', opacity: '1' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
    '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
    '.cm-diagnostic-info': { borderLeftColor: 'var(--info)' },
    '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--paper)', borderColor: 'var(--line)' },
    '.cm-textfield': { backgroundColor: 'var(--paper)', borderColor: 'var(--line)' },
});

export interface EditorHost {
    readonly language: Language;
    /** Offers fixes at the cursor. */
    fix(view: EditorView): void;
    /** Renames what is at the cursor. */
    rename(view: EditorView): void;
    save(): void;
    edited(): void;
    /** The cursor is elsewhere. */
    moved(): void;
}

/** What one file is edited with. */
export function editing(client: LSPClient, uri: string, host: EditorHost): Extension {
    const isModel = uri.endsWith('.iacs');
    return [
        lineNumbers(),
        foldGutter(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        dropCursor(),
        rectangularSelection(),
        indentUnit.of('  '),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        syntaxHighlighting(colours),
        theme,
        EditorView.contentAttributes.of({ 'aria-label': 'Text of the model', tabindex: '0' }),
        EditorView.updateListener.of(update => {
            if (update.docChanged) host.edited();
            else if (update.selectionSet) host.moved();
        }),
        keymap.of([
            {
                key: 'Mod-.',
                run: view => {
                    host.fix(view);
                    return true;
                },
            },
            {
                key: 'Mod-s',
                run: () => {
                    host.save();
                    return true;
                },
            },
            {
                key: 'F2',
                run: view => {
                    host.rename(view);
                    return true;
                },
            },
            ...closeBracketsKeymap,
            ...lintKeymap,
            ...searchKeymap,
            ...historyKeymap,
            ...foldKeymap,
            ...completionKeymap,
            ...formatKeymap,
            ...jumpToDefinitionKeymap,
            ...findReferencesKeymap,
            ...defaultKeymap,
            indentWithTab,
        ]),
        isModel ? [host.language, blocks, findingMarks, serverCompletion(), hoverTooltips()] : [autocompletion()],
        client.plugin(uri, isModel ? 'iacs' : 'json'),
    ];
}
