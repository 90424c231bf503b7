/**
 * Writes packages/language/src/rules/engine/generated/reads.ts: what each rule reads of a model, so that a change asks
 * the rules that it concerns. It is what they were seen to read (`test/support/recording.ts`) in the examples of all
 * rules, in random plants and in the examples of the product; and whatever their sources mention of the lists that
 * they look at, as a model may be none that was tried.
 *
 *   node --conditions=iacs-source scripts/generate-reads.mjs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { rules } from '../packages/language/src/rules/index.ts';
import {
    invariantsName,
    levelsName,
    reachName,
    record,
    risksName,
} from '../packages/language/test/support/recording.ts';
import { readAll } from '../packages/language/test/support/recorded.ts';
import { families } from './generate-rules.mjs';

const source = fileURLToPath(new URL('../packages/language/src/', import.meta.url));
const target = join(source, 'rules/engine/generated/reads.ts');

const texts = new Map();
/** The fields that a file asks for in any object, its examples left aside; and what it imports of the rules. */
function codeOf(file) {
    if (texts.has(file)) return texts.get(file);
    const whole = readFileSync(file, 'utf8').replace(/\n {4}examples: \[[^]*/, '\n}');
    const imports = [...whole.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => join(dirname(file), path));
    const words = new Set();
    const look = node => {
        if (ts.isPropertyAccessExpression(node)) words.add(node.name.text);
        // `{ owner }` and `{ owner: who }` taken apart; a name that is not one of a field does no harm.
        else if (ts.isBindingElement(node)) words.add((node.propertyName ?? node.name).getText());
        // `'owner'` as the name of a field that is asked for later.
        else if (ts.isStringLiteralLike(node)) words.add(node.text);
        ts.forEachChild(node, look);
    };
    look(ts.createSourceFile(file, whole, ts.ScriptTarget.Latest, true));
    const found = {
        words,
        imports: imports.filter(each => /\/rules\/(ask|fix|say)\/|\/assessment\/protection\.ts$/.test(each)),
    };
    texts.set(file, found);
    return found;
}

/** The words of a rule and of all that it uses of what rules share. */
function wordsOf(file, seen = new Set()) {
    if (seen.has(file)) return new Set();
    seen.add(file);
    const { words: own, imports } = codeOf(file);
    const words = new Set(own);
    for (const each of imports) for (const word of wordsOf(each, seen)) words.add(word);
    return words;
}

const fileOf = id =>
    Object.keys(families)
        .map(family => join(source, 'rules', family, `${id}.ts`))
        .find(file => existsSync(file));

/** What the levels, the reach, the verdicts on invariants and the risks are made in. */
const ofLevels = ['levels', 'states', 'verdicts', 'target', 'capability', 'day', 'evidence-time'];
const ofReach = ['reach', 'reach-graph', 'passing'];
const ofInvariants = [...ofReach, 'invariants'];
const ofRisks = [
    ...ofReach,
    ...['risk', 'threat-risk', 'risk-settings', 'risk-from-model', 'risk-matrix', 'target-suggestion', 'target-rule'],
    ...['threat-path', 'off-path', 'way-round', 'missed-places', 'worst-path', 'day', 'verdicts', 'evidence-time'],
];

const { reads, fields } = readAll(record);

/** What a rule asks of later days, another one asks of today: in more models than those that have a later day. */
const ofLaterDays = new Map([['risk-will-rise', 'residual-risk-above-tolerable']]);

/** The lists that something was seen to read, with their fields. */
function seenOf(name) {
    const seen = new Map(reads.get(name) ?? []);
    const other = ofLaterDays.get(name);
    for (const [list, read] of (other && reads.get(other)) ?? [])
        seen.set(list, new Set([...(seen.get(list) ?? []), ...read]));
    return seen;
}

/** The lists that something reads, each with its fields, a line for each. */
function listsOf(name, words) {
    const lists = [...seenOf(name)].sort(([a], [b]) => (a < b ? -1 : 1));
    return lists.map(([list, seen]) => {
        const mentioned = [...(fields.get(list) ?? [])].filter(field => words.has(field));
        const every = [...(fields.get(list) ?? ['*'])].every(field => seen.has(field));
        const all = every ? ['*'] : [...new Set([...seen, ...mentioned])].sort();
        return `    ${list}: '${all.join(' ')}',`;
    });
}

const rows = rules
    .map(({ id }) => [`    '${id}': {`, ...listsOf(id, wordsOf(fileOf(id))).map(line => `    ${line}`), '    },'])
    .map(lines => lines.join('\n'))
    .join('\n');
const filesOf = [
    ['levels', levelsName, ofLevels],
    ['reach', reachName, ofReach],
    ['invariants', invariantsName, ofInvariants],
    ['risks', risksName, ofRisks],
];
const parts = filesOf
    .map(([part, name, files]) => {
        const words = files.flatMap(file => [...wordsOf(join(source, 'assessment', `${file}.ts`))]);
        const lists = listsOf(name, new Set(words)).map(line => `    ${line}`);
        return [`    ${part}: {`, ...lists, '    },'].join('\n');
    })
    .join('\n');

writeFileSync(
    target,
    `/** Lists of a model, each with fields of its elements; \`*\` for all of them. */
export type Read = Readonly<Record<string, string>>;

/**
 * What each rule reads of a model; \`whole\` is what is said in the text on whatever day. Generated by \`npm run generate\`
 * (scripts/generate-reads.mjs).
 */
export const reads: Readonly<Record<string, Read>> = {
${rows}
};

/** What is compared beside the findings. */
export type Part = 'levels' | 'reach' | 'invariants' | 'risks';

/** What each of these parts is made of. */
export const partsRead: Readonly<Record<Part, Read>> = {
${parts}
};
`,
);
