import { escape as xml } from '../text/xml.ts';
import type { FindingsFormat, PrintedModel } from './format.ts';
import { plainPrinter } from './format.ts';
import type { LocatedFinding } from './located.ts';

/**
 * Findings as JUnit XML: a test suite a model, a test case a rule. A rule with open errors or warnings fails; infos are
 * printed with it; one that is switched off is skipped. A file that could not be read is a suite with that as its only
 * case: no rule was asked of it.
 * @param rules the ids of all rules that were asked
 * @param shard `I/N` of a run that looks at a part of the models only
 */
export function junitFindings(rules: readonly string[], shard?: string): FindingsFormat {
    const name = shard === undefined ? '' : ` name="iacs check, shard ${xml(shard)}"`;
    return {
        render: (findings, model) => [suiteOf(findings, model, model.asked ? rules : ['unreadable'])],
        printer: () => {
            const printer = plainPrinter(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${name}>\n`, '');
            return {
                ...printer,
                *end(totals) {
                    yield* printer.end(totals);
                    const { turns } = totals.summary;
                    // The suites are in this order; those that come before them are of what could not be read.
                    if (turns) yield `<!-- turns ${turns.filter((_, index) => index % 2 === 0).join(' ')} -->\n`;
                    yield '</testsuites>\n';
                },
            };
        },
    };
}

function suiteOf(
    findings: readonly LocatedFinding[],
    { root, system, off }: PrintedModel,
    rules: readonly string[],
): string {
    const open = findings.filter(({ finding }) => finding.accepted === null);
    const cases = rules.map(rule =>
        caseOf(
            rule,
            root,
            open.filter(({ finding }) => finding.rule === rule),
            off.has(rule),
        ),
    );
    const failures = cases.filter(({ failed }) => failed).length;
    const name = system === '' ? root : `${system} (${root})`;
    return (
        `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" ` +
        `skipped="${rules.filter(rule => off.has(rule)).length}">\n` +
        cases.map(({ text }) => text).join('') +
        '  </testsuite>\n'
    );
}

function caseOf(
    rule: string,
    root: string,
    findings: readonly LocatedFinding[],
    isOff: boolean,
): { readonly failed: boolean; readonly text: string } {
    const grave = findings.filter(({ finding }) => finding.severity !== 'info');
    const linesOf = (list: readonly LocatedFinding[]): string =>
        list
            .map(
                ({ finding, file, line, column }) =>
                    `${file}:${line}:${column} ${finding.severity}: ${finding.message}`,
            )
            .join('\n');
    const head = `    <testcase name="${xml(rule)}" classname="${xml(root)}"`;
    if (isOff) return { failed: false, text: `${head}><skipped message="switched off"/></testcase>\n` };
    if (findings.length === 0) return { failed: false, text: `${head}/>\n` };
    if (grave.length === 0)
        return {
            failed: false,
            text: `${head}>\n      <system-out>${xml(linesOf(findings))}</system-out>\n    </testcase>\n`,
        };
    const message = `${grave.length} finding${grave.length === 1 ? '' : 's'}`;
    return {
        failed: true,
        text:
            `${head}>\n      <failure message="${message}" type="${xml(rule)}">${xml(linesOf(findings))}` +
            `</failure>\n    </testcase>\n`,
    };
}
