/**
 * Writes what editors read without the language server: the TextMate grammar from the table of statements. Snippets
 * come from the server alone: VS Code shows those of a file in just the places where nothing can be offered.
 *
 *   node scripts/generate-textmate.mjs           writes packages/extension/syntaxes/iacs.tmLanguage.json
 *   node scripts/generate-textmate.mjs --check   exit code 1 when it is stale
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
    allInnerWords,
    allParts,
    formOf,
    levelWords,
    namingWords,
    statementWords,
} from '../packages/language/src/statements/index.ts';
import { frAbbreviations } from '../packages/language/src/catalogue/index.ts';

const extension = new URL('../packages/extension/', import.meta.url);

/** The slots of the statements, each with the word that begins its statement. */
const filled = statementWords.flatMap(entry =>
    Array.from(allParts(formOf(entry)))
        .filter(part => part.kind === 'slot')
        .map(({ slot }) => ({ word: entry.word, slot })),
);
const wordsWith = test => [...new Set(filled.filter(({ slot }) => test(slot)).map(({ word }) => word))];

const declarations = namingWords;
const verbs = wordsWith(slot => slot.is === 'requirement' || slot.is === 'rule');
const levels = levelWords;
const inner = allInnerWords;

function spread(list) {
    return [...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}

const name = '[\\p{L}_](?:[\\p{L}\\p{M}\\p{N}_]|-(?=[\\p{L}\\p{M}\\p{N}_]))*';
const edge = '(?![\\p{L}\\p{M}\\p{N}_-])';
const before = '(?<![\\p{L}\\p{M}\\p{N}_.:-])';

const enumerated = [
    ...new Set(
        filled
            .filter(({ slot }) => slot.is === 'word')
            .flatMap(({ slot }) => slot.words)
            .filter(word => /^[a-z]/.test(word)),
    ),
];
const open = new Set(['fr', 'preset', 'consequence-class', 'protocol-class', 'protocol-trait']);
const enumeration = wordsWith(
    slot => (slot.is === 'word' && slot.words.some(word => enumerated.includes(word))) || open.has(slot.is),
).filter(word => word !== 'port');
const others = new Set([...declarations, ...verbs, ...levels, 'flow']);
const facts = [...new Set(statementWords.map(({ word }) => word))].filter(word => !others.has(word));

const textmate = {
    name: 'IACS',
    scopeName: 'source.iacs',
    fileTypes: ['iacs'],
    patterns: [
        'comment',
        'string',
        'declaration',
        'flow',
        'type',
        'requirement',
        'level',
        'vector',
        'accept',
        'verb',
        'values',
        'fact',
        'clause',
        'date',
        'address',
        'arrow',
        'number',
        'punctuation',
    ].map(part => ({ include: `#${part}` })),
    repository: {
        comment: {
            patterns: [
                {
                    name: 'comment.block.documentation.iacs',
                    begin: '/\\*\\*(?!/)',
                    end: '\\*/',
                    captures: { 0: { name: 'punctuation.definition.comment.iacs' } },
                },
                {
                    name: 'comment.block.iacs',
                    begin: '/\\*',
                    end: '\\*/',
                    captures: { 0: { name: 'punctuation.definition.comment.iacs' } },
                },
                {
                    name: 'comment.line.double-slash.iacs',
                    match: '(//).*$',
                    captures: { 1: { name: 'punctuation.definition.comment.iacs' } },
                },
            ],
        },
        string: {
            name: 'string.quoted.double.iacs',
            begin: '"',
            end: '"|$',
            beginCaptures: { 0: { name: 'punctuation.definition.string.begin.iacs' } },
            endCaptures: { 0: { name: 'punctuation.definition.string.end.iacs' } },
            patterns: [{ name: 'constant.character.escape.iacs', match: '\\\\(?:u[0-9A-Fa-f]{4}|.)' }],
        },
        declaration: {
            match:
                `${before}(${spread(declarations)})\\s+(${name})` +
                `(?=\\s*(?:$|[{":}/]|between\\b|${spread(declarations)}\\b))`,
            captures: {
                1: { name: 'keyword.declaration.iacs storage.type.iacs' },
                2: { name: 'entity.name.type.iacs' },
            },
        },
        flow: {
            match: `${before}(flow)${edge}`,
            captures: { 1: { name: 'keyword.declaration.iacs storage.type.iacs' } },
        },
        type: {
            begin: ':(?!:)',
            beginCaptures: { 0: { name: 'punctuation.separator.type.iacs' } },
            end: `(?=["{}\\r\\n]|$|//|/\\*|\\bbecause\\b)`,
            patterns: [
                { match: `(${name})`, captures: { 1: { name: 'support.type.iacs' } } },
                { name: 'punctuation.separator.list.iacs', match: ',' },
            ],
        },
        requirement: {
            name: 'constant.other.requirement.iacs',
            match: `${before}(?:SR\\s+\\d+\\.\\d+(?:\\s+RE\\s+\\d+)?|FR\\s+\\d(?:\\s+SL\\s+\\d)?)${edge}`,
        },
        level: {
            match: `${before}(${spread(levels)})(?:\\s+(\\d))?${edge}`,
            captures: { 1: { name: 'keyword.other.level.iacs' }, 2: { name: 'constant.numeric.level.iacs' } },
        },
        vector: {
            match: `${before}(${frAbbreviations.join('|')})\\s+(\\d)`,
            captures: { 1: { name: 'constant.language.requirement.iacs' }, 2: { name: 'constant.numeric.level.iacs' } },
        },
        accept: {
            match: `${before}(accept)\\s+(${name})`,
            captures: { 1: { name: 'keyword.control.iacs' }, 2: { name: 'support.constant.rule.iacs' } },
        },
        verb: { match: `${before}(${spread(verbs)})${edge}`, captures: { 1: { name: 'keyword.control.iacs' } } },
        values: {
            match: `${before}(${spread(enumeration)})\\s+((?:${name})(?:\\s*,\\s*${name})*)`,
            captures: {
                1: { name: 'keyword.other.property.iacs' },
                2: {
                    patterns: [
                        { name: 'constant.language.iacs', match: `(?:${spread(enumerated)})${edge}` },
                        { name: 'constant.other.iacs', match: name },
                        { name: 'punctuation.separator.list.iacs', match: ',' },
                    ],
                },
            },
        },
        fact: {
            match: `${before}(${spread(facts)})${edge}(?=\\s+["\\p{L}\\d:_])`,
            captures: { 1: { name: 'keyword.other.property.iacs' } },
        },
        clause: {
            match: `${before}(${spread([...new Set([...inner, 'port', 'address', 'status'])])})${edge}(?!\\s*[.{:])`,
            captures: { 1: { name: 'keyword.other.clause.iacs' } },
        },
        date: { name: 'constant.numeric.date.iacs', match: '\\b\\d{4}-\\d{2}-\\d{2}\\b' },
        address: {
            name: 'constant.numeric.address.iacs',
            match:
                '\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?\\b|' +
                '(?<![\\p{L}\\p{N}_])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?:/\\d{1,3})?',
        },
        arrow: { name: 'keyword.operator.arrow.iacs', match: '<->|->|--' },
        number: { name: 'constant.numeric.iacs', match: `${before}\\d+(?:\\.\\d+|-\\d+)?\\b` },
        punctuation: {
            patterns: [
                { name: 'punctuation.section.block.iacs', match: '[{}]' },
                { name: 'punctuation.separator.list.iacs', match: ',' },
                { name: 'punctuation.accessor.iacs', match: '\\.' },
            ],
        },
    },
};

const files = [['syntaxes/iacs.tmLanguage.json', textmate]];
for (const [file, content] of files) {
    const target = new URL(file, extension);
    const text = `${JSON.stringify(content, null, 2)}\n`;
    if (!process.argv.includes('--check')) {
        mkdirSync(new URL('.', target), { recursive: true });
        writeFileSync(target, text);
        continue;
    }
    let present = '';
    try {
        present = readFileSync(target, 'utf8').replaceAll('\r\n', '\n');
    } catch {
        // A missing file is a stale one.
    }
    if (present !== text) {
        console.error(`packages/extension/${file} is stale: run \`node scripts/generate-textmate.mjs\``);
        process.exitCode = 1;
    }
}
