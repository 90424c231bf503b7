import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { LiveAnalysis } from './live-analysis.ts';
import type { Place } from '../model/index.ts';
import type { Finding } from '../rules/engine/finding.ts';
import { compareInFile } from '../rules/engine/order.ts';
import { placeOfSetting, type SettingsFile } from '../project/index.ts';
import { LineIndex } from './lines.ts';
import type { Workspace } from './workspace.ts';

/** Where the pages of the rules stand. */
const pages = 'https://github.com/iacs-language/iacs/blob/main/docs/rules';
const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const;

/** Rules about something that could as well not be there. */
const unused = new Set(['type-never-used', 'protocol-never-used', 'measure-never-applied', 'accept-useless']);

/** A finding at a file, and the systems in whose models it is found; empty where that is all models of the file. */
export interface FindingHere {
    readonly finding: Finding;
    readonly systems: readonly string[];
}

const byFile = new WeakMap<LiveAnalysis, ReadonlyMap<string, readonly Finding[]>>();

/** The findings of one model at one file, accepted ones left out. */
function openFindings(analysis: LiveAnalysis, uri: string): readonly Finding[] {
    const known = byFile.get(analysis);
    if (known) return known.get(uri) ?? [];
    const sorted = new Map<string, Finding[]>();
    for (const finding of analysis.findings) {
        if (finding.accepted !== null) continue;
        const there = sorted.get(finding.at.file);
        if (there) there.push(finding);
        else sorted.set(finding.at.file, [finding]);
    }
    byFile.set(analysis, sorted);
    return sorted.get(uri) ?? [];
}

/** The findings at one file, of all models that it is part of; each once, accepted ones left out. */
export function findingsAt(workspace: Workspace, uri: string): readonly FindingHere[] {
    const analyses = workspace.analysesWith(uri);
    if (analyses.length === 1) {
        return openFindings(analyses[0]!, uri).map(finding => ({ finding, systems: [] }));
    }
    const seen = new Map<string, { readonly finding: Finding; readonly systems: string[] }>();
    for (const analysis of analyses) {
        const system = analysis.gathering.files[0]!.file.statements?.find(statement => statement.$type === 'System')?.name?.text ?? '';
        for (const finding of openFindings(analysis, uri)) {
            const key = JSON.stringify([finding.rule, finding.at.start, finding.at.end, finding.message]);
            const known = seen.get(key);
            if (known) known.systems.push(system);
            else seen.set(key, { finding, systems: [system] });
        }
    }
    return [...seen.values()].sort((a, b) => compareInFile(a.finding, b.finding))
        .map(each => (each.systems.length === analyses.length ? { ...each, systems: [] } : each));
}

/** What an editor shows at one file. A part that no model imports is checked for its syntax alone. */
export function diagnosticsOf(workspace: Workspace, uri: string, client: ClientCapabilities): Diagnostic[] {
    const view = workspace.view(uri);
    if (!view || uri.startsWith('iacs-library:')) return [];
    if (view.analyses.length === 0) {
        return view.parsed.mistakes.map(mistake => ({
            range: view.lines.rangeOf(mistake), severity: DiagnosticSeverity.Error, code: 'syntax', source: 'iacs', message: mistake.message,
        }));
    }
    return [
        ...findingsAt(workspace, uri).map(({ finding, systems }) => diagnosticOf(finding, workspace, client, systems)),
        ...hinted(view.analyses, uri).map(({ finding, at }) => hintOf(finding, at, workspace)),
    ];
}

/** A finding that blames more places than this is shown at the first one alone: there it is no slip of one place. */
const mostHints = 40;

interface Hinted {
    readonly finding: Finding;
    readonly at: Place;
}

const hints = new WeakMap<LiveAnalysis, ReadonlyMap<string, readonly Hinted[]>>();

/** The places at one file that a finding blames beside the one where it is said. */
function hintsAt(analysis: LiveAnalysis, uri: string): readonly Hinted[] {
    let known = hints.get(analysis);
    if (!known) {
        const beside = analysis.findings.filter(({ accepted, parts }) => accepted === null && parts.length > 1 && parts.length <= mostHints)
            .flatMap(finding => finding.parts.filter(({ at }) => at.start !== finding.at.start || at.file !== finding.at.file)
                .map(({ at }): Hinted => ({ finding, at })));
        known = Map.groupBy(beside, ({ at }) => at.file);
        hints.set(analysis, known);
    }
    return known.get(uri) ?? [];
}

/** Those of all models that the file is part of, each once. */
function hinted(analyses: readonly LiveAnalysis[], uri: string): readonly Hinted[] {
    const all = analyses.flatMap(analysis => hintsAt(analysis, uri));
    if (analyses.length < 2) return all;
    return [...new Map(all.map(each => [JSON.stringify([each.finding.rule, each.at.start, each.at.end, each.finding.message]), each])).values()];
}

/** So that what is said elsewhere can be seen, fixed and accepted at each place that it blames, without being listed again. */
function hintOf(finding: Finding, at: Place, workspace: Workspace): Diagnostic {
    const range = workspace.linesOf(at.file)?.rangeOf(at);
    return {
        range: range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: DiagnosticSeverity.Hint,
        code: finding.rule,
        source: 'iacs',
        message: finding.message,
    };
}

/** A finding in the words of the protocol. */
export function diagnosticOf(finding: Finding, workspace: Workspace, client: ClientCapabilities, systems: readonly string[] = []): Diagnostic {
    const rangeOf = (place: Place) => workspace.linesOf(place.file)?.rangeOf(place)
        ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const wants = client.textDocument?.publishDiagnostics;
    return {
        range: rangeOf(finding.at),
        severity: severities[finding.severity],
        code: finding.rule,
        ...(wants?.codeDescriptionSupport ? { codeDescription: { href: `${pages}/${finding.rule}.md` } } : {}),
        source: finding.basis.length > 0 ? `iacs ${finding.basis.join(', ')}` : 'iacs',
        message: finding.message + (systems.length > 0 ? ` (In the model ${systems.join(', ')}.)` : ''),
        ...(unused.has(finding.rule) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
        ...(wants?.relatedInformation && finding.related.length > 0 ? {
            relatedInformation: finding.related.map(related => ({
                location: { uri: workspace.spelled(related.at.file), range: rangeOf(related.at) }, message: related.message,
            })),
        } : {}),
    };
}

/** What cannot be followed in a settings file. */
export function settingsDiagnostics({ text, errors }: SettingsFile): Diagnostic[] {
    const lines = new LineIndex(text);
    return errors.map(({ path, message }) => ({
        range: lines.rangeOf(placeOfSetting(text, path)), severity: DiagnosticSeverity.Error, code: 'settings', source: 'iacs', message,
    }));
}
