import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Place } from '../model/index.ts';
import type { Finding } from '../rules/finding.ts';
import type { Workspace } from './workspace.ts';

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const;
const pages = 'https://github.com/iacs-language/iacs/blob/main/docs/rules';
const unused = new Set(['type-never-used', 'protocol-never-used', 'measure-never-applied']);

/** The findings at one file, of all models that it is part of; each once, accepted ones left out. */
export function findingsAt(workspace: Workspace, uri: string): readonly Finding[] {
    const seen = new Set<string>();
    return workspace.analysesWith(uri).flatMap(analysis => analysis.findings).filter(finding => {
        if (finding.at.file !== uri || finding.accepted !== null) return false;
        const key = JSON.stringify([finding.rule, finding.at.start, finding.at.end, finding.message]);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
    });
}

/** What an editor shows at one file. A part that no model imports is checked for its syntax alone. */
export function diagnosticsOf(workspace: Workspace, uri: string, client: ClientCapabilities): Diagnostic[] {
    const view = workspace.view(uri);
    if (!view) return [];
    if (view.analyses.length === 0) {
        return view.parsed.mistakes.map(mistake => ({
            range: view.lines.rangeOf(mistake), severity: DiagnosticSeverity.Error, code: 'syntax', source: 'iacs', message: mistake.message,
        }));
    }
    return findingsAt(workspace, uri).map(finding => diagnosticOf(finding, workspace, client));
}

/** A finding in the words of the protocol. */
export function diagnosticOf(finding: Finding, workspace: Workspace, client: ClientCapabilities): Diagnostic {
    const rangeOf = (place: Place) => workspace.view(place.file)?.lines.rangeOf(place)
        ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const wants = client.textDocument?.publishDiagnostics;
    return {
        range: rangeOf(finding.at),
        severity: severities[finding.severity],
        code: finding.rule,
        ...(wants?.codeDescriptionSupport ? { codeDescription: { href: `${pages}/${finding.rule}.md` } } : {}),
        source: finding.basis.length > 0 ? `iacs ${finding.basis.join(', ')}` : 'iacs',
        message: finding.message,
        ...(unused.has(finding.rule) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
        ...(wants?.relatedInformation && finding.related.length > 0 ? {
            relatedInformation: finding.related.map(related => ({ location: { uri: related.at.file, range: rangeOf(related.at) }, message: related.message })),
        } : {}),
    };
}
