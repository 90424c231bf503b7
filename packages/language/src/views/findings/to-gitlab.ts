import { forTerminal } from '../text/escape.ts';
import type { FindingsFormat } from './format.ts';
import { jsonList } from './json-list.ts';
import type { LocatedFinding } from './located.ts';

const severities = { error: 'critical', warning: 'major', info: 'info' } as const;

/**
 * Findings as GitLab's Code Quality report, which a merge request shows at its lines: a JSON array of `description`,
 * `check_name`, `fingerprint`, `severity` and `location`, as GitLab's documentation of `artifacts:reports:codequality`
 * names them. Accepted ones are left out. The file names have to be relative to the root of the repository.
 */
export function gitlabFindings(): FindingsFormat {
    const format = jsonList(null, 1, () => [], issue);
    return {
        ...format,
        render: (findings, model) =>
            format.render(
                findings.filter(({ finding }) => finding.accepted === null),
                model,
            ),
    };
}

function issue({ finding, file, line, endLine, fingerprint }: LocatedFinding): object {
    return {
        description: forTerminal(finding.message),
        check_name: finding.rule,
        fingerprint,
        severity: severities[finding.severity],
        location: { path: file, lines: { begin: line, end: endLine } },
    };
}
