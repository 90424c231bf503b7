import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Edit, Origin, Place } from '../../model/index.ts';
import { placeholder, writeString } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import { problemRules } from '../../rules/index.ts';
import type { Context } from '../feature.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import { workspaceEdit } from './changes.ts';
import type { Gap } from './fill-in.ts';
import { gapsOf, toFillIn } from './fill-in.ts';

/**
 * The command of the extension that lets one choose among findings to accept. Its argument is a list of {@link
 * Acceptable}.
 */
export const acceptCommand = 'iacs.accept';

/** A finding that can be accepted where it stands, as the extension shows it. */
export interface Acceptable {
    readonly rule: string;
    readonly message: string;
    readonly edit: WorkspaceEdit;
    readonly gaps: readonly Gap[];
}

/** A finding at a place, with its model and what the editor shows of it. */
export interface Shown {
    readonly finding: Finding;
    /** Which of the places that it blames. */
    readonly at: Place;
    readonly analysis: LiveAnalysis;
    readonly diagnostics: readonly Diagnostic[];
}

/** Half a year from a day. */
function halfYearAfter(today: string): string {
    const date = new Date(`${today}T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() + 6);
    return date.toISOString().slice(0, 10);
}

/**
 * The narrowest block around a place, in which an acceptance reaches no further than what is blamed; `null` where there
 * is none.
 */
function holderOf({ model }: LiveAnalysis, at: Place): Origin | null {
    const holds = ({ file, whole }: Origin): boolean =>
        file === at.file && whole.start <= at.start && at.end <= whole.end;
    const lists: readonly (readonly { readonly origin: Origin }[])[] = [
        model.system ? [model.system] : [],
        model.zones,
        model.conduits,
        model.assets,
        model.flows,
        model.types,
        model.protocols,
        model.countermeasures,
        model.threats,
        model.invariants,
        model.views,
    ];
    const around = lists.flatMap(list => list.filter(({ origin }) => holds(origin)).map(({ origin }) => origin));
    const width = ({ whole }: Origin): number => whole.end - whole.start;
    return around.reduce<Origin | null>(
        (best, origin) => (best === null || width(origin) < width(best) ? origin : best),
        null,
    );
}

interface Acceptance {
    readonly shown: Shown;
    readonly edits: readonly Edit[];
    readonly fill: readonly string[];
}

/** An `accept` statement for a finding, in the block of what it blames; `null` where none can stand. */
function acceptanceOf(shown: Shown, today: string): Acceptance | null {
    const {
        finding: { rule },
        at,
        analysis,
    } = shown;
    if (problemRules.some(({ id }) => id === rule) || rule.startsWith('accept-')) return null;
    const into = holderOf(analysis, at);
    if (!into || into.file.startsWith('iacs-library:')) return null;
    const reason = placeholder('why this is tolerable');
    const until = halfYearAfter(today);
    const text = `accept ${rule} because ${writeString(reason)} until ${until}`;
    return { shown, edits: [{ kind: 'add', into, where: 'last', text }], fill: [reason, until] };
}

/**
 * The actions that accept findings: one for all of them where the editor can let people choose, or else one for each.
 */
export function acceptances(all: readonly Shown[], context: Context): readonly CodeAction[] {
    const found = all.flatMap(shown => acceptanceOf(shown, context.today) ?? []);
    if (found.length > 1 && context.settings.commands) {
        const choices = found.map(({ shown: { finding }, edits, fill }): Acceptable => ({
            rule: finding.rule,
            message: finding.message,
            edit: workspaceEdit(edits, context),
            gaps: gapsOf(edits, fill, context),
        }));
        return [
            {
                title: 'Accept a finding here…',
                kind: CodeActionKind.QuickFix,
                diagnostics: found.flatMap(({ shown }) => shown.diagnostics),
                command: { title: 'Accept', command: acceptCommand, arguments: [choices] },
            },
        ];
    }
    return found.map(({ shown, edits, fill }) => ({
        title: `Accept ${shown.finding.rule} here…`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [...shown.diagnostics],
        edit: workspaceEdit(edits, context),
        ...toFillIn(edits, fill, context),
    }));
}
