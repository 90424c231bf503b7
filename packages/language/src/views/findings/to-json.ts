import { fixTitles } from '../../rules/engine/finding.ts';
import type { FindingsFormat } from './format.ts';
import { jsonList } from './json-list.ts';
import type { LocatedFinding } from './located.ts';
import type { Summary } from './summary.ts';

/** One finding of `check --format json`. */
function findingToJson(located: LocatedFinding): object {
    const { finding, file, line, column, endLine, endColumn, fingerprint, parts, related } = located;
    return {
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
        fixes: fixTitles(finding),
        related: related.map(place => ({
            message: place.message,
            file: place.file,
            line: place.line,
            column: place.column,
            endLine: place.endLine,
            endColumn: place.endColumn,
        })),
    };
}

/** `check --format json`, as packages/language/schema/check.schema.json describes it. */
export function findingsToJson(findings: readonly LocatedFinding[], summary: Summary): object {
    return { schemaVersion: 1, findings: findings.map(findingToJson), summary };
}

/**
 * {@link findingsToJson} model by model.
 * @param shard `I/N` of a run that looks at a part of the models only, so that whoever merges them misses none
 */
export function jsonFindings(shard?: string): FindingsFormat {
    const shell = (summary: Summary): object => ({
        schemaVersion: 1,
        ...(shard === undefined ? {} : { shard }),
        findings: [],
        summary,
    });
    return jsonList('findings', 2, shell, findingToJson);
}
