import type { Finding } from '../../rules/index.ts';
import type { AcceptedRow, FindingRow } from './data.ts';
import type { ReportInput } from './input.ts';

/** A document is read without the places: whoever a finding blames and does not name is named here. */
function wholeMessage({ message, parts }: Finding): string {
    if (parts.length === 1) return message;
    const named = new Set(message.split(/[^\p{L}\p{N}_.-]+/u).map(word => word.replace(/\.+$/, '')));
    const others = [...new Set(parts.flatMap(({ subject }) => subject ?? []))].filter(
        id => !named.has(id) && !named.has(id.slice(id.lastIndexOf('.') + 1)),
    );
    return others.length === 0 ? message : `${message} Also: ${others.join(', ')}.`;
}

/** A finding with its file and line, where they are known. */
export function findingRow(input: ReportInput, finding: Finding): FindingRow {
    const place = input.where(finding.at);
    return {
        rule: finding.rule,
        severity: finding.severity,
        subject: finding.subject,
        message: wholeMessage(finding),
        basis: finding.basis,
        file: place?.file ?? null,
        line: place?.line ?? null,
    };
}

/** An accepted finding, with the reason and its last day. */
export function acceptedRow(input: ReportInput, finding: Finding): AcceptedRow {
    return {
        ...findingRow(input, finding),
        because: finding.accepted?.because ?? null,
        until: finding.accepted?.until?.date ?? null,
    };
}
