import { fixesAt } from '../../rules/engine/finding.ts';
import type { LocatedFinding } from './located.ts';
import type { Summary } from './summary.ts';

/** `check --format json`, as packages/language/schema/check.schema.json describes it. */
export function findingsToJson(findings: readonly LocatedFinding[], summary: Summary): object {
    return {
        schemaVersion: 1,
        findings: findings.map(({ finding, file, line, column, endLine, endColumn, fingerprint, parts, related }) => ({
            rule: finding.rule,
            severity: finding.severity,
            message: finding.message,
            file,
            line,
            column,
            endLine,
            endColumn,
            subject: finding.subject,
            basis: finding.basis,
            fingerprint,
            parts,
            accepted: finding.accepted !== null,
            ...(finding.accepted
                ? { acceptedBecause: finding.accepted.because, acceptedUntil: finding.accepted.until?.date ?? null }
                : {}),
            fixes: fixesAt(finding).map(fix => fix.title),
            related: related.map(place => ({
                message: place.message,
                file: place.file,
                line: place.line,
                column: place.column,
                endLine: place.endLine,
                endColumn: place.endColumn,
            })),
        })),
        summary,
    };
}
