// The table of all rules, and the table for those who know CSET.
import { csetChecks } from '../../packages/language/src/rules/engine/cset.ts';
import { families, rules } from '../../packages/language/src/rules/index.ts';
import { problemRules } from '../../packages/language/src/rules/engine/problem-rules.ts';
import { generated, ruleLink, table } from './markdown.mjs';

const introduction =
    'Every rule checks one thing in a model and its assessment, and every finding points at a location in ' +
    'the text. A finding is not a verdict on\nthe plant: a model contains what was written down. The ' +
    'severities are defaults; in a single case a finding can be more or less severe, and\n`iacs.config.json` ' +
    'or `--rule id=severity` overrides them. `accept rule-id because "…" until …` in a block accepts the ' +
    'findings there.';

function familyTable(family) {
    const rows = family.rules.map(rule => [
        ruleLink(rule.id),
        rule.severity,
        rule.summary,
        rule.basis.join(', '),
        rule.examples.some(example => example.after !== undefined) ? 'yes' : '',
    ]);
    return `## ${family.title}\n\n${table(['rule', 'severity', 'what it finds', 'basis', 'quick fix'], rows)}`;
}

function csetTable() {
    const rows = csetChecks.map(check => [
        check.number,
        check.name,
        check.rules.map(id => ruleLink(id)).join(', '),
        check.difference,
    ]);
    return (
        `## For users of CSET\n\nThe nine checks of the network diagram in CISA's Cyber Security Evaluation Tool ` +
        '(CSET, cisagov/cset), with its numbers and names of ours, ' +
        `and the rules that ask the same here.\n\n${table(['check', 'in CSET', 'here', 'what is different'], rows)}`
    );
}

export function ruleIndex() {
    const count = rules.length;
    const problems = problemRules.map(rule => [ruleLink(rule.id), rule.summary]);
    return [
        `${generated}\n# Rules`,
        `${introduction} There are ${count} rules.`,
        ...families.filter(family => family.rules.length > 0).map(familyTable),
        '## Problems of the text\n\nAlways errors; the rest of the model is still ' +
            `checked.\n\n${table(['rule', 'what it finds'], problems)}`,
        csetTable(),
    ]
        .join('\n\n')
        .concat('\n');
}
