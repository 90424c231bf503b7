import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Place } from '../../model/index.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import type { Context } from '../feature.ts';
import { workspaceEdit } from './changes.ts';

/** What can be declared by its name alone. */
const declarable: ReadonlySet<string> = new Set(['countermeasure', 'zone', 'protocol', 'party']);

/**
 * Declares a name that is used before it is declared, at the end of the file: what else is known of it is asked for by
 * the rules, and nothing is made up.
 * @param at where the name is used
 */
export function declaringMissing(
    { file, start, end }: Place,
    { problems }: LiveAnalysis,
    diagnostics: Diagnostic[],
    context: Context,
): readonly CodeAction[] {
    return problems.flatMap(({ at, missing }) => {
        if (!missing || at.file !== file || at.start !== start || at.end !== end) return [];
        const [kind = '', ...others] = missing.kinds;
        if (others.length > 0 || !declarable.has(kind)) return [];
        const declaration = `${kind} ${missing.name}`;
        const edit = workspaceEdit([{ kind: 'append', file, text: declaration }], context);
        return [{ title: `Declare ${declaration}`, kind: CodeActionKind.QuickFix, diagnostics, edit }];
    });
}
