// The page of one rule: what it finds, why that matters, when to accept it, and its examples.
import { titleOf } from '../../packages/language/src/catalogue/index.ts';
import { csetChecks } from '../../packages/language/src/rules/engine/cset.ts';
import { withoutFix } from '../../packages/language/src/rules/fix/none.ts';
import { families } from '../../packages/language/src/rules/index.ts';
import { anchor, generated } from './markdown.mjs';

function familyOf(rule) {
    return families.find(family => family.rules.includes(rule)).title;
}

function basisText(id) {
    const title = `${id} ${titleOf(id)}`;
    return id.startsWith('SR ') ? `[${title}](../catalogue.md#${anchor(id)})` : title;
}

function fence(text) {
    return `\`\`\`iacs\n${text.endsWith('\n') ? text : `${text}\n`}\`\`\``;
}

function isBlaming(example) {
    return /^\s*\^[\s^]*$/m.test(example.before);
}

function exampleText(example) {
    const title = example.title ?? (isBlaming(example) ? 'Reported' : 'Not reported');
    const after =
        example.after === undefined
            ? []
            : [
                  example.fix === undefined ? 'After the quick fix:' : `After the quick fix “${example.fix}”:`,
                  fence(example.after),
              ];
    return [`### ${title}`, fence(example.before), ...after].join('\n\n');
}

export function rulePage(rule) {
    const cset = csetChecks.filter(check => check.rules.includes(rule.id));
    const facts = [
        `- **Family:** ${familyOf(rule)}`,
        `- **Severity:** ${rule.severity}`,
        ...(rule.basis.length > 0 ? [`- **Basis:** ${rule.basis.map(basisText).join(', ')}`] : []),
        `- **Quick fix:** ${withoutFix[rule.id] ? `none. ${withoutFix[rule.id]}` : 'yes, shown in the examples'}`,
        ...cset.map(check => `- **In CSET:** diagram check ${check.number}, “${check.name}”`),
    ];
    return [
        `${generated}\n# ${rule.id}`,
        rule.summary,
        facts.join('\n'),
        `## Why it matters\n\n${rule.why}`,
        `## When to accept it\n\n${rule.falsePositives}`,
        // What judges acceptances cannot be accepted.
        (rule.id.startsWith('accept-')
            ? ''
            : `\`\`\`iacs\naccept ${rule.id} because "…" until 2027-06-30\n\`\`\`\n\n`) +
            `For a whole folder, in ` +
            `\`iacs.config.json\`: \`{ "rules": { "${rule.id}": "off" } }\`.`,
        '## Examples',
        ...rule.examples.map(exampleText),
    ]
        .join('\n\n')
        .concat('\n');
}

export function problemPage(rule) {
    return [
        `${generated}\n# ${rule.id}`,
        rule.summary,
        '- **Severity:** always error; it cannot be accepted or switched off',
        `## Why it matters\n\n${rule.why}`,
    ]
        .join('\n\n')
        .concat('\n');
}
