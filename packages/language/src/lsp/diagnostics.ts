import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { LiveAnalysis, Said, Shown } from '../project/live/index.ts';
import { compareShown } from '../project/live/index.ts';
import type { Place } from '../model/index.ts';
import { writeString } from '../model/index.ts';
import { severities as levels } from '../settings/index.ts';
import { placeOfSetting, type SettingsFile } from '../project/index.ts';
import type { DocumentView } from './feature.ts';
import { liesInSpan, type MaybeReduced } from './grouped.ts';
import { LineIndex } from './lines.ts';
import { waits } from './typing.ts';
import type { Workspace } from './workspace.ts';

/** What the editor takes: its capabilities, and the folder of the pages of the rules, where it has them. */
export interface Reader {
    readonly client: ClientCapabilities;
    /** A URI without a slash at its end; `null` where no page can be opened. */
    readonly pages: string | null;
}

const severities = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    info: DiagnosticSeverity.Information,
} as const;

/** Rules about something that could as well not be there. */
const unused = new Set(['type-never-used', 'protocol-never-used', 'measure-never-applied', 'accept-useless']);

/** A finding at a file, and the systems in whose models it is found; empty where that is all models of the file. */
export interface FindingHere extends MaybeReduced {
    readonly systems: readonly string[];
}

/** The findings at one file, of all models that it is part of; each once, accepted ones left out. */
export function findingsAt(workspace: Workspace, uri: string): readonly FindingHere[] {
    const analyses = workspace.analysesWith(uri);
    const unfinished = workspace.unfinishedIn(uri);
    const open = (analysis: LiveAnalysis): readonly Shown[] =>
        analysis.findingsIn(uri).filter(shown => shown.said.accepted === null && !waits(shown, unfinished));
    if (analyses.length === 1) return open(analyses[0]!).map(shown => ({ shown, systems: [] }));
    const seen = new Map<string, { readonly shown: Shown; readonly systems: string[] }>();
    for (const analysis of analyses) {
        for (const shown of open(analysis)) {
            const key = JSON.stringify([shown.said.rule, shown.at.start, shown.at.end, shown.said.message]);
            const known = seen.get(key);
            if (known) known.systems.push(analysis.system);
            else seen.set(key, { shown, systems: [analysis.system] });
        }
    }
    return [...seen.values()]
        .sort((a, b) => compareShown(a.shown, b.shown))
        .map(each => (each.systems.length === analyses.length ? { ...each, systems: [] } : each));
}

/** More of one file no editor shows: the gravest are sent, and how many are left out is said. */
export const mostSent = 1000;

function gravest(all: readonly FindingHere[]): readonly FindingHere[] {
    if (all.length <= mostSent) return all;
    const bySeverity = levels.flatMap(severity => all.filter(({ shown }) => shown.said.severity === severity));
    const sent = new Set(bySeverity.slice(0, mostSent));
    return all.filter(each => sent.has(each));
}

function leftOut(count: number): readonly Diagnostic[] {
    return count === 0
        ? []
        : [
              {
                  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
                  severity: DiagnosticSeverity.Information,
                  source: 'iacs',
                  code: 'more-findings',
                  message:
                      `This file has ${count} more findings than are shown here: the ${mostSent} most severe ` +
                      `are. \`iacs ` +
                      `check\` prints all of them.`,
              },
          ];
}

/** Of a part that no model imports: that nothing else is checked, which would look like a file without a fault. */
function notImported({ uri, parsed, pieces, lines, text }: DocumentView, workspace: Workspace): readonly Diagnostic[] {
    const [first] = parsed.file.statements ?? [];
    // A root without a model, and what the settings leave out, are not looked at on purpose.
    if (pieces.isRoot || workspace.leavesOut(uri)) return [];
    // What is on no disk yet, or an old state of a file, is no part that somebody forgot.
    if (!first || !uri.startsWith('file:')) return [];
    const word = /^[\w-]*/.exec(text.slice(first.start))![0];
    const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    return [
        {
            range: lines.rangeOf({ start: first.start, end: first.start + word.length }),
            severity: DiagnosticSeverity.Information,
            source: 'iacs',
            message:
                'No model imports this file, so only its syntax is checked. Write ' +
                `\`import ${writeString(name)}\` in a file of the model beside it, or begin a model here with ` +
                '`system`.',
        },
    ];
}

/** What an editor shows at one file. A part that no model imports is checked for its syntax alone. */
export function diagnosticsOf(
    workspace: Workspace,
    uri: string,
    reader: Reader,
    all: readonly FindingHere[] = findingsAt(workspace, uri),
    hints: readonly Hinted[] = hintsAt(workspace, uri, all),
): Diagnostic[] {
    const view = workspace.view(uri);
    if (!view || uri.startsWith('iacs-library:')) return [];
    if (view.analyses.length === 0) {
        const mistakes = view.parsed.mistakes.map(mistake => ({
            range: view.lines.rangeOf(mistake),
            severity: DiagnosticSeverity.Error,
            code: 'syntax',
            source: 'iacs',
            message: mistake.message,
        }));
        return [...notImported(view, workspace), ...mistakes];
    }
    const unfinished = workspace.unfinishedIn(uri);
    const inUnfinished = (at: Place): boolean => liesInSpan(at, uri, unfinished);
    const sent = gravest(all);
    return [
        ...leftOut(all.length - sent.length),
        ...sent.map(({ shown, systems, reduced }) => {
            const { said, at } = reduced ?? shown;
            const related = reduced ? shown.related.filter(each => !inUnfinished(each.at)) : shown.related;
            return diagnosticOf({ said, at, related }, workspace, reader, systems);
        }),
        ...hints.slice(0, mostSent).map(({ said, at }) => hintOf(said, at, workspace)),
    ];
}

/** A finding that blames more places than this is shown at the first one alone: there it is no slip of one place. */
const mostHints = 40;

/** A place that a finding blames beside the one where it is said. */
export interface Hinted {
    readonly said: Said;
    readonly at: Place;
}

/** The places in a file that findings blame beside the one where they are said. */
function hintsIn(analysis: LiveAnalysis, uri: string): readonly Hinted[] {
    return analysis.sharedIn(uri).flatMap(shown => {
        const { said, at: head } = shown;
        if (said.accepted !== null || said.parts.length > mostHints) return [];
        return shown.places
            .filter(at => at.file === uri && (at.start !== head.start || at.file !== head.file))
            .map(at => ({ said, at }));
    });
}

/** Those of all models that the file is part of, each once. */
function hinted(analyses: readonly LiveAnalysis[], uri: string): readonly Hinted[] {
    const all = analyses.flatMap(analysis => hintsIn(analysis, uri));
    if (analyses.length < 2) return all;
    return [
        ...new Map(
            all.map(each => [JSON.stringify([each.said.rule, each.at.start, each.at.end, each.said.message]), each]),
        ).values(),
    ];
}

/**
 * The places in a file that findings blame beside the one where they are said, which may be in another file: in the
 * order of the text.
 * @param all the findings at the file, as they are shown
 */
export function hintsAt(workspace: Workspace, uri: string, all: readonly FindingHere[]): readonly Hinted[] {
    const unfinished = workspace.unfinishedIn(uri);
    const reduced = new Map(all.flatMap(({ shown, reduced }) => (reduced ? [[shown.said, reduced] as const] : [])));
    return hinted(workspace.analysesWith(uri), uri)
        .filter(({ said, at }) => !liesInSpan(at, uri, unfinished) && reduced.get(said)?.at.start !== at.start)
        .map(({ said, at }) => ({ said: reduced.get(said)?.said ?? said, at }))
        .sort(
            (a, b) =>
                a.at.start - b.at.start ||
                a.at.end - b.at.end ||
                (a.said.rule < b.said.rule ? -1 : a.said.rule > b.said.rule ? 1 : 0),
        );
}

/** True where the same is said at the same places. */
export function areSameHints(before: readonly Hinted[], after: readonly Hinted[]): boolean {
    return (
        before.length === after.length &&
        before.every(({ said, at }, index) => {
            const other = after[index]!;
            return (
                at.start === other.at.start &&
                at.end === other.at.end &&
                (said === other.said || (said.rule === other.said.rule && said.message === other.said.message))
            );
        })
    );
}

/**
 * So that what is said elsewhere can be seen, fixed and accepted at each place that it blames, without being listed
 * again.
 */
function hintOf(finding: Said, at: Place, workspace: Workspace): Diagnostic {
    const range = workspace.linesOf(at.file)?.rangeOf(at);
    return {
        range: range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: DiagnosticSeverity.Hint,
        code: finding.rule,
        source: 'iacs',
        message: finding.message,
    };
}

/** A list of problems shows the source beside the message, and cuts the message where both have no room. */
const mostBasis = 3;

/** `iacs ZCR 5.8, ZCR 6.4`: who says it, and what it rests on; of many requirements the first, and how many more. */
function sourceOf(basis: readonly string[]): string {
    const more = basis.length > mostBasis ? ` and ${basis.length - mostBasis} more` : '';
    return basis.length === 0 ? 'iacs' : `iacs ${basis.slice(0, mostBasis).join(', ')}${more}`;
}

/** A finding in the words of the protocol. */
export function diagnosticOf(
    { said: finding, at, related }: Pick<Shown, 'said' | 'at' | 'related'>,
    workspace: Workspace,
    { client, pages }: Reader,
    systems: readonly string[] = [],
): Diagnostic {
    const rangeOf = (place: Place) =>
        workspace.linesOf(place.file)?.rangeOf(place) ?? {
            start: { line: 0, character: 0 },
            end: { line: 0, character: 0 },
        };
    const wants = client.textDocument?.publishDiagnostics;
    return {
        range: rangeOf(at),
        severity: severities[finding.severity],
        code: finding.rule,
        ...(wants?.codeDescriptionSupport && pages !== null
            ? { codeDescription: { href: `${pages}/${finding.rule}.md` } }
            : {}),
        source: sourceOf(finding.basis),
        message: finding.message + (systems.length > 0 ? ` (In the model ${systems.join(', ')}.)` : ''),
        ...(unused.has(finding.rule) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
        ...(wants?.relatedInformation && related.length > 0
            ? {
                  relatedInformation: related.map(each => ({
                      location: { uri: workspace.spelled(each.at.file), range: rangeOf(each.at) },
                      message: each.message,
                  })),
              }
            : {}),
    };
}

/** What cannot be followed in a settings file. */
export function settingsDiagnostics({ text, errors }: SettingsFile): Diagnostic[] {
    const lines = new LineIndex(text);
    return errors.map(error => ({
        range: lines.rangeOf(placeOfSetting(text, error)),
        severity: DiagnosticSeverity.Error,
        code: 'settings',
        source: 'iacs',
        message: error.message,
    }));
}
