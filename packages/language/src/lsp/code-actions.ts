import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Place, Span } from '../model/index.ts';
import type { Finding } from '../rules/index.ts';
import { fixesAt } from '../rules/index.ts';
import { defaultSettings, severities } from '../settings/index.ts';
import { fixOfMistake } from '../syntax/index.ts';
import type { Shown } from './actions/accepting.ts';
import { acceptances } from './actions/accepting.ts';
import { textChanges, workspaceEdit } from './actions/changes.ts';
import { declaringMissing } from './actions/declare-missing.ts';
import { fixAll, plainFixes } from './actions/fix-all.ts';
import { toFillIn } from './actions/fill-in.ts';
import { nearImports } from './actions/near-imports.ts';
import { refactoringsAt } from './actions/refactorings.ts';
import { declaring, importEdit } from './completion/imports.ts';
import type { Context, DocumentView } from './feature.ts';
import { documentFeature, workspaceFeature } from './feature.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.iacs`;
const kinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.RefactorRewrite, fixAllKind];

/** What the editor gives back when it wants the edit of an action that was only named. */
interface Later {
    readonly uri: string;
    readonly root: string;
    /** All findings of this rule in the model; `null`: of every rule, in the file. */
    readonly rule: string | null;
}

/** `textDocument/codeAction`: quick fixes of the findings at the selection, then refactorings. */
export const codeActions = documentFeature<CodeActionParams, CodeAction[]>({
    method: 'textDocument/codeAction',
    capability: { codeActionProvider: { codeActionKinds: kinds, resolveProvider: true } },
    waitsFor: 'model',
    answer(view, params, context) {
        const wants = (kind: string): boolean =>
            !params.context.only || params.context.only.some(only => kind === only || kind.startsWith(`${only}.`));
        const span = view.lines.spanOf(params.range);
        const actions: CodeAction[] = [];
        if (wants(CodeActionKind.QuickFix))
            actions.push(...quickFixes(view, span, params.context.diagnostics, context));
        const [analysis] = view.analyses;
        if (!analysis) {
            if (wants(CodeActionKind.QuickFix))
                actions.push(...fixesOfMistakes(view, span, params.context.diagnostics, context));
            return actions;
        }
        for (const { title, kind, edits } of refactoringsAt(view, analysis, span)) {
            if (wants(kind)) actions.push({ title, kind, edit: workspaceEdit(edits, context) });
        }
        if (params.context.only && wants(fixAllKind)) {
            actions.push(
                ...allAt(
                    analysis,
                    { uri: view.uri, root: analysis.root, rule: null },
                    'Make all preferred fixes in this file',
                    fixAllKind,
                    context,
                ),
            );
        }
        return actions;
    },
});

/** `codeAction/resolve`: the edit of "fix all", which is worked out when somebody wants it. */
export const resolveCodeAction = workspaceFeature<CodeAction, CodeAction>({
    method: 'codeAction/resolve',
    capability: {},
    answer(action, context) {
        const later = action.data as Later | undefined;
        const analysis = later && context.analyses.find(each => each.root === later.root);
        return analysis ? { ...action, edit: editOfAll(analysis, later, context) } : action;
    },
});

function editOfAll(analysis: LiveAnalysis, { uri, rule }: Later, context: Context) {
    const wanted = (finding: Finding): boolean =>
        rule === null ? finding.at.file === uri && plainFixes(finding).length > 0 : finding.rule === rule;
    return textChanges(
        fixAll(analysis, context.settingsOf?.(analysis.root) ?? defaultSettings, wanted, context),
        context,
    );
}

function allAt(analysis: LiveAnalysis, later: Later, title: string, kind: string, context: Context): CodeAction[] {
    const canWait =
        context.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
        kind === CodeActionKind.QuickFix;
    return [{ title, kind, ...(canWait ? { data: later } : { edit: editOfAll(analysis, later, context) }) }];
}

/** The fixes of a part that no model imports: of its syntax, since nothing else is checked there. */
function fixesOfMistakes(
    { uri, lines, parsed }: DocumentView,
    span: Span,
    shown: readonly Diagnostic[],
    context: Context,
): CodeAction[] {
    return parsed.mistakes.flatMap((mistake): readonly CodeAction[] => {
        const { start, end } = mistake;
        const fix = fixOfMistake(mistake);
        if (fix === null || start > span.end || span.start > end) return [];
        const diagnostics = shown.filter(
            ({ code, range }) => code === 'syntax' && lines.offsetAt(range.start) === start,
        );
        const edit = workspaceEdit([{ kind: 'replace', at: { file: uri, start, end }, text: fix.write }], context);
        return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, edit, isPreferred: true }];
    });
}

interface Touched {
    readonly finding: Finding;
    /** Where it blames what is selected. */
    readonly at: Place;
}

/** The findings that blame something at a selection, the gravest first; each once. */
function touchedBy(analysis: LiveAnalysis, uri: string, span: Span): readonly Touched[] {
    const touches = (at: Place): boolean => at.file === uri && at.start <= span.end && span.start <= at.end;
    return analysis.findings
        .flatMap(finding => {
            const at =
                finding.accepted === null
                    ? [finding.at, ...finding.parts.map(part => part.at)].find(touches)
                    : undefined;
            return at ? [{ finding, at }] : [];
        })
        .sort((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity));
}

/** Imports of the files that declare a name which the model does not have. */
function importsFor(
    at: Place,
    view: DocumentView,
    analysis: LiveAnalysis,
    diagnostics: Diagnostic[],
    context: Context,
): CodeAction[] {
    const files = declaring(view.text.slice(at.start, at.end), view, analysis, context);
    return files.flatMap((file): readonly CodeAction[] => {
        const added = importEdit(view, file.uri);
        if (added === null) return [];
        const change = { file: view.uri, start: added.at, end: added.at, text: added.text };
        return [
            {
                title: `Add ${added.text.trim()}`,
                kind: CodeActionKind.QuickFix,
                diagnostics,
                edit: textChanges([change], context),
                ...(files.length === 1 ? { isPreferred: true } : {}),
            },
        ];
    });
}

function quickFixes(view: DocumentView, span: Span, shown: readonly Diagnostic[], context: Context): CodeAction[] {
    const actions: CodeAction[] = [];
    const rules = new Map<string, { readonly analysis: LiveAnalysis; readonly finding: Finding }>();
    const offered = new Set<string>();
    const here: Shown[] = [];
    for (const analysis of view.analyses) {
        for (const { finding, at } of touchedBy(analysis, view.uri, span)) {
            const key = JSON.stringify([finding.rule, at, finding.message]);
            if (offered.has(key)) continue;
            offered.add(key);
            const diagnostics = shown.filter(
                each => each.code === finding.rule && view.lines.offsetAt(each.range.start) === at.start,
            );
            for (const fix of fixesAt(finding, at)) {
                actions.push({
                    title: fix.title,
                    kind: CodeActionKind.QuickFix,
                    diagnostics,
                    edit: workspaceEdit(fix.edits, context),
                    ...(fix.preferred ? { isPreferred: true } : {}),
                    ...(fix.kind === 'claim' ? toFillIn(fix.edits, fix.fill, context) : {}),
                });
            }
            if (finding.rule === 'unresolved') {
                const imports = importsFor(at, view, analysis, diagnostics, context);
                // What another file declares is not declared again.
                actions.push(...imports);
                if (imports.length === 0) actions.push(...declaringMissing(at, analysis, diagnostics, context));
                if (fixesAt(finding, at).length === 0) actions.push(...nearImports(at, view, diagnostics, context));
            }
            if (plainFixes(finding).length > 0) rules.set(finding.rule, { analysis, finding });
            here.push({ finding, at, analysis, diagnostics });
        }
    }
    for (const [rule, { analysis }] of rules) {
        const count = analysis.findings.flatMap(finding =>
            finding.rule === rule && finding.accepted === null ? plainFixes(finding) : [],
        ).length;
        if (count > 1)
            actions.push(
                ...allAt(
                    analysis,
                    { uri: view.uri, root: analysis.root, rule },
                    `Fix all ${count} of ${rule}`,
                    CodeActionKind.QuickFix,
                    context,
                ),
            );
    }
    return together([...actions, ...acceptances(here, context)]);
}

/** What answers several findings by the same edit is one action, of all of them. */
function together(actions: readonly CodeAction[]): CodeAction[] {
    const groups = Map.groupBy(actions, ({ title, edit, command, data }) =>
        JSON.stringify([title, edit, command, data]),
    );
    return [...groups.values()].map(group => {
        const [first] = group;
        if (group.length === 1) return first!;
        const diagnostics = [...new Set(group.flatMap(each => each.diagnostics ?? []))];
        return { ...first!, diagnostics, ...(group.some(each => each.isPreferred) ? { isPreferred: true } : {}) };
    });
}
