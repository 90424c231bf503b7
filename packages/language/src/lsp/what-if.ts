import type { WorkspaceEdit } from 'vscode-languageserver';
import { analyse } from '../analysis.ts';
import type { Edit } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import { normalUri, resolvePath } from '../project/index.ts';
import { relocation } from '../rules/index.ts';
import { defaultSettings } from '../settings/index.ts';
import type { TextEdit } from '../syntax/index.ts';
import { applyEdits, parse, renderEdits } from '../syntax/index.ts';
import { diff, sideOf, verdictText } from '../views/diff/index.ts';
import { textChanges } from './actions/changes.ts';
import type { Context } from './feature.ts';

/** An edit that is offered, with what it would do to security. */
export interface Proposal {
    readonly edit: WorkspaceEdit;
    /** What the comparison says in a line. */
    readonly verdict: string;
    /** Paths that open and close, invariants, findings, levels: why. */
    readonly effects: readonly string[];
}

/** An edit that cannot be made, with the reason. */
export interface Refusal {
    readonly refused: string;
}

/** What edits would do: the model as it would be, held against the one that is. */
export function proposalOf(analysis: LiveAnalysis, edits: readonly Edit[], context: Context): Proposal {
    const textOf = (file: string): string => context.view(file)?.text ?? '';
    const changes = renderEdits(edits, textOf);
    const byFile = Map.groupBy(changes, ({ file }) => file);
    const after = (file: string): string => applied(textOf(file), byFile.get(file) ?? []);
    const today = context.day;
    const settings = context.settingsOf?.(analysis.root) ?? defaultSettings;
    const source = {
        parse: (uri: string) => (context.view(uri) ? parse(uri, after(uri)) : undefined),
        resolve: (from: string, path: string) => normalUri(resolvePath(from, path)),
    };
    const changed = analyse(parse(analysis.root, after(analysis.root)), source, { today, settings });
    const fileName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    const result = diff(
        sideOf(analysis, { today, settings, textOf, fileName }),
        sideOf(changed, { today, settings, textOf: after, fileName }),
    );
    return {
        edit: textChanges(changes, context),
        verdict: verdictText(result),
        effects: result.security.reasons.map(({ direction, text }) => `${direction}: ${text}`),
    };
}

function applied(text: string, edits: readonly TextEdit[]): string {
    return edits.length === 0 ? text : applyEdits(text, edits);
}

/** Moves an asset into a zone that is there, as it is written; every mention follows. */
export function moving(analysis: LiveAnalysis, id: string, zone: string, context: Context): Proposal | Refusal {
    const { lookup, problems } = analysis;
    const [asset, target] = [lookup.asset(id), lookup.zone(zone)];
    if (!asset || !target) return { refused: `The model has no ${asset ? zone : id}.` };
    if (asset.container === zone) return { refused: `${id} is in ${zone} already.` };
    // What is not understood may mention the asset by the name that it would lose.
    if (problems.some(({ kind }) => kind === 'syntax' || kind === 'unresolved'))
        return { refused: 'The text has mistakes or unknown names. Correct these first.' };
    const edits = relocation(lookup, [asset], target);
    if (!edits) return { refused: `${zone} has something named ${asset.name}, or ${asset.name} is present there.` };
    return proposalOf(analysis, edits, context);
}
