import { escape as xml } from '../text/xml.ts';
import type { LocatedFinding } from './located.ts';

/**
 * Findings as JUnit XML: a test suite a model, a test case a rule. A rule with open errors or warnings fails; infos are
 * printed with it.
 * @param models the root file and the system of each model
 * @param rules the ids of all rules that were asked
 */
export function findingsToJunit(
    findings: readonly LocatedFinding[],
    models: readonly { root: string; system: string }[],
    rules: readonly string[],
): string {
    const suites = models.map(({ root, system }) => {
        const own = findings.filter(located => located.root === root && located.finding.accepted === null);
        const cases = rules.map(rule =>
            caseOf(
                rule,
                root,
                own.filter(({ finding }) => finding.rule === rule),
            ),
        );
        const failures = cases.filter(({ failed }) => failed).length;
        return (
            `  <testsuite name="${xml(`${system} (${root})`)}" tests="${cases.length}" failures="${failures}" ` +
            'errors="0" skipped="0">\n' +
            cases.map(({ text }) => text).join('') +
            '  </testsuite>\n'
        );
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

function caseOf(
    rule: string,
    root: string,
    findings: readonly LocatedFinding[],
): { readonly failed: boolean; readonly text: string } {
    const grave = findings.filter(({ finding }) => finding.severity !== 'info');
    const told = (list: readonly LocatedFinding[]): string =>
        list
            .map(
                ({ finding, file, line, column }) =>
                    `${file}:${line}:${column} ${finding.severity}: ${finding.message}`,
            )
            .join('\n');
    const head = `    <testcase name="${xml(rule)}" classname="${xml(root)}"`;
    if (findings.length === 0) return { failed: false, text: `${head}/>\n` };
    if (grave.length === 0)
        return {
            failed: false,
            text: `${head}>\n      <system-out>${xml(told(findings))}</system-out>\n    </testcase>\n`,
        };
    const message = `${grave.length} finding${grave.length === 1 ? '' : 's'}`;
    return {
        failed: true,
        text:
            `${head}>\n      <failure message="${message}" type="${xml(rule)}">${xml(told(findings))}</failure>\n    ` +
            '</testcase>\n',
    };
}
