import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../../rules/index.ts';
import type { Context } from '../feature.ts';
import { workspaceEdit } from './changes.ts';

/** What can be declared by its name alone, as the message of a name that leads nowhere begins. */
const missing = /^There is no (countermeasure|zone|protocol) ((?:[\p{L}_](?:-?[\p{L}\p{M}\p{N}_])*))(?: here)?[.;]/u;

/**
 * Declares a name that is used before it is declared, at the end of the file: what else is known of it is asked for by
 * the rules, and nothing is made up. Words for all there is are no names.
 * @param uri the file in which it is used
 */
export function declaringMissing(
    { message }: Finding,
    uri: string,
    diagnostics: Diagnostic[],
    context: Context,
): readonly CodeAction[] {
    const [, kind, name] = missing.exec(message) ?? [];
    if (kind === undefined || message.includes('No word stands for all')) return [];
    const edit = workspaceEdit([{ kind: 'append', file: uri, text: `${kind} ${name}` }], context);
    return [{ title: `Declare ${kind} ${name}`, kind: CodeActionKind.QuickFix, diagnostics, edit }];
}
