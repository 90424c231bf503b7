// One entry for each of the 100 requirements: how it is judged, and where else to read about it.
import { attackNotice, mitigationsBy, techniqueById } from '../../packages/language/src/catalogue/attack.ts';
import { csfReferences, csfSource } from '../../packages/language/src/catalogue/csf.ts';
import {
    clauseOf,
    foundationalRequirements,
    requirementsOfFr,
    zoneConduitRequirements,
} from '../../packages/language/src/catalogue/index.ts';
import { nercReferences, nercSource } from '../../packages/language/src/catalogue/nerc.ts';
import { doubtOf } from '../../packages/language/src/catalogue/doubts.ts';
import { plainOf } from '../../packages/language/src/catalogue/plain.ts';
import { rules } from '../../packages/language/src/rules/index.ts';
import { generated, ruleLink, table } from './markdown.mjs';

const alone = 'by the state in the assessment only';

function judging(id) {
    return rules.filter(rule => rule.basis.includes(id)).map(rule => rule.id);
}

function nercOf(requirement) {
    const names = [requirement.id, `${requirement.base ?? requirement.id} *`];
    return nercReferences.filter(reference => reference.requirements.some(each => names.includes(each)));
}

function attackText(id) {
    const techniques = [...new Set(mitigationsBy(id).flatMap(mitigation => mitigation.mitigates))];
    return techniques.map(each => `${each} ${techniqueById(each)?.name ?? ''}`.trim()).join(', ');
}

function entry(requirement) {
    const { id } = requirement;
    const found = judging(id);
    const links = found.map(rule => ruleLink(rule, 'rules/')).join(', ');
    const csf = csfReferences
        .filter(reference => reference.requirements.includes(id))
        .map(reference => reference.subcategory);
    const nerc = nercOf(requirement);
    const attack = attackText(id);
    const facts = [
        `- **Required from:** SL ${requirement.level}; clause ${clauseOf(requirement)} of IEC 62443-3-3`,
        `- **Checked:** ${found.length === 0 ? alone : `by ${links}, and by the state in the assessment`}`,
        ...(attack ? [`- **Left open when unmet and nothing else is in place (ATT&CK for ICS):** ${attack}`] : []),
        ...(csf.length > 0 ? [`- **See also, NIST CSF 1.1:** ${csf.join(', ')}`] : []),
        ...(nerc.length > 0
            ? [
                  '- **See also, NERC CIP version 6:** ' +
                      `${nerc.map(reference => `${reference.nerc.join(', ')} (${reference.topic})`).join('; ')}`,
              ]
            : []),
        ...(doubtOf(id) ? [`- **Where sources differ:** ${doubtOf(id)}`] : []),
    ];
    return [`### ${id}`, `**${requirement.title}.** ${plainOf(id) ?? ''}`.trim(), facts.join('\n')].join('\n\n');
}

function overview() {
    const rows = foundationalRequirements.map(fr => {
        const all = requirementsOfFr(fr.index);
        const byRules = all.filter(requirement => judging(requirement.id).length > 0).length;
        return [`${fr.id} ${fr.name} (${fr.abbr})`, all.length, byRules, all.length - byRules];
    });
    const sum = column => rows.reduce((total, row) => total + row[column], 0);
    return table(
        ['foundational requirement', 'requirements', 'checked by rules', alone],
        [...rows, ['all', sum(1), sum(2), sum(3)]],
    );
}

function zoneTable() {
    return table(
        ['requirement', 'title', 'rules'],
        zoneConduitRequirements.map(requirement => [
            requirement.id,
            requirement.title,
            judging(requirement.id)
                .map(rule => ruleLink(rule, 'rules/'))
                .join(', '),
        ]),
    );
}

export function cataloguePage() {
    return [
        `${generated}\n# The requirements, and how each is checked`,
        'All 51 system requirements and 49 enhancements of IEC 62443-3-3:2013 with COR1:2014, by identifier, ' +
            'short title and lowest level. The sentence after each title is our own and does not replace the ' +
            'standard. What a model can show is checked by rules. For all other requirements the model contains ' +
            'statements of people (met, missed, excluded, compensated), and the assessment uses these. A ' +
            'requirement without a statement is not assessed.',
        overview(),
        `References to other frameworks are not equivalences. CSF: ${csfSource}. NERC: ${nercSource}. ATT&CK ` +
            `for ICS ${attackNotice.version}: the techniques mitigated by the mitigations that MITRE labels with ` +
            `the requirement. ${attackNotice.designation} ${attackNotice.licence}`,
        ...foundationalRequirements.flatMap(fr => [`## ${fr.id} ${fr.name}`, ...requirementsOfFr(fr.index).map(entry)]),
        `## Zones and conduits (IEC 62443-3-2)\n\n${zoneTable()}`,
    ]
        .join('\n\n')
        .concat('\n');
}
