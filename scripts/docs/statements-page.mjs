import { statementWords } from '../../packages/language/src/syntax/statements.ts';
import { accesses, assetTraits, colourings, conduitTraits, criticalities, details, directions, measureStatuses, protections, purdueLevels, securityModes, zoneKinds, zoneTraits } from '../../packages/language/src/model/index.ts';

const names = { file: 'top of a file', type: 'asset type', category: 'consequence class' };

/** How each statement is written; the words of the language are as they stand, N, A, B, M are names. */
const forms = new Map([
    ['import', 'import "path.iacs"'], ['system', 'system N "title" { … }'], ['zone', 'zone N "title" { … }'], ['asset', 'asset N "title" : type { … }'],
    ['conduit', 'conduit N "title" between A and B { … }'], ['flow', 'flow A -> B : protocol, … "purpose" { … }'], ['type', 'type N "title" : base { … }'],
    ['protocol', 'protocol N "title" { … }'], ['countermeasure', 'countermeasure N "title" { … }'], ['threat', 'threat N "title" { … }'],
    ['invariant', 'invariant N "title" { … }'], ['view', 'view N "title" { … }'], ['matrix', 'matrix "title" { … }'],
    ['kind', zoneKinds], ['purdue', purdueLevels], ['criticality', criticalities], ['access', accesses], ['status', measureStatuses], ['security', securityModes],
    ['direction', directions], ['detail', details], ['colour', colourings], ['provides', protections],
    ['class', 'class word'], ['category', 'category safety'],
    ['preset', 'preset nist-sp-800-30'], ['bands', 'bands "low" to 4, "medium" to 12, "high" to 25'], ['highest-first', 'highest-first likelihood, consequence'],
    ['target-rule', 'target-rule bands 1, 2, 4'], ['targets', 'targets IAC, UC'],
    ['tolerable-risk', 'tolerable-risk 6'], ['cost', 'cost 12000'], ['likelihood', 'likelihood 4'], ['consequence', 'consequence 5'], ['row', 'row 1 2 3 4 5'],
    ['until', 'until 2027-12-31'], ['due', 'due 2027-03-31'], ['port', 'port tcp 80, 443, 5000-5010'], ['address', 'address 10.10.2.11, 2001:db8::4'],
    ['network', 'network 10.10.2.0/24, …'], ['SL-T', 'SL-T 2 { RDF 3 } because "…"'], ['SL-C', 'SL-C {2 2 2 1 2 2 2}'], ['SL-A', 'SL-A {1 1 1 1 2 1 2}'],
    ['meets', 'meets SR 1.1, SR 1.1 RE 2, FR 2 SL 1 by M, … because "…" evidence "…"'], ['misses', 'misses SR 2.8 because "…" due 2027-03-31'],
    ['excludes', 'excludes SR 2.2 because "…"'], ['compensates', 'compensates SR 1.5 by M, … because "…"'],
    ['secured', 'secured authentication, encryption, integrity by M, …'], ['approved', 'approved by "…"'], ['monitored', 'monitored by "…"'],
    ['one-way', 'one-way A -> B'], ['accept', 'accept rule-id because "…" until 2027-06-30'], ['mitigated', 'mitigated by M, … to likelihood 2 consequence 3'],
    ['deny', 'deny path from A to B'], ['require', 'require path from A to B through C'], ['except', 'except flow A -> B : protocol because "…" until 2027-06-30'],
    ['path', 'path from A to B'],
    ...['serves', 'needs', 'via', 'over', 'applies', 'from', 'against', 'include', 'exclude', 'focus', 'hide', 'highlight'].map(word => [word, `${word} A, …`]),
]);

/** Words that are written otherwise in a matrix than in a threat. */
const inMatrix = new Map([['likelihood', 'likelihood "rare", "frequent"'], ['consequence', 'consequence "slight", "grave"'], ['category', 'category safety { … }']]);

function formOf({ word, blocks }) {
    if (blocks.includes('matrix') && inMatrix.has(word)) return `\`${inMatrix.get(word)}\``;
    if (word === 'is') {
        const traits = { zone: zoneTraits, conduit: conduitTraits, asset: assetTraits };
        return Object.entries(traits).map(([block, words]) => `${block}: \`is ${words.join(', ')}\``).join('<br>');
    }
    if (word === 'threat' && blocks.includes('view')) return '`threat N`';
    const form = forms.get(word) ?? `${word} "…"`;
    return `\`${typeof form === 'string' ? form : `${word} ${form[0]}`}\``;
}

/** docs/statements.md: every statement, from the table that the parser, completion and hovers use. */
export function statementsPage() {
    const rows = statementWords.map(entry => {
        const where = entry.blocks.map(block => names[block] ?? block).join(', ');
        const often = entry.word === 'system' ? 'once a model' : entry.once ? 'once' : 'any number';
        return `| ${formOf(entry)} | ${where} | ${often} | ${entry.help.replace(/\|/g, '\\|')} |`;
    });
    return [
        '# Every statement',
        '',
        'What may be written, and where. [The guide](language.md) says what it means. Written by `npm run docs` from the table behind the parser.',
        'Of a statement that can stand once in a block the first one counts; the others add up.',
        '',
        '| written | in | how often | says |',
        '| --- | --- | --- | --- |',
        ...rows,
        '',
    ].join('\n');
}

