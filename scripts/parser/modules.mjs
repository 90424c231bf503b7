import { GrammarAST } from 'langium';

const head = '// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.\n';

const property = name => (/^[A-Za-z]\w*$/.test(name) ? name : `'${name}'`);

/** The numbers of the kinds of tokens. */
export function kindsModule(grammar) {
    const kinds = [...grammar.kinds].filter(([name]) => !grammar.words.includes(name));
    return [
        head,
        '/** The kinds of tokens: literals and signs, then names. Zero is the end of the text. */',
        'export const kinds = {',
        ...kinds.map(([name, kind]) => `    ${property(name)}: ${kind},`),
        '} as const;',
        '',
        '/** The words that a rule of a statement begins with: what its text begins with, by the type of its node. */',
        'export const wordsOfRule: ReadonlyMap<string, readonly string[]> = new Map([',
        ...grammar.statements.map(
            rule =>
                `    ['${rule.name}', [${grammar
                    .first(rule.definition)
                    .map(word => `'${word}'`)
                    .join(', ')}]],`,
        ),
        ']);',
        '',
        '/** The kinds of the words of the language, all even and above those of names. One more is the same ' +
            'word where it may also be a name. */',
        'export const wordKinds: ReadonlyMap<string, number> = new Map([',
        ...grammar.words.map(word => `    ['${word}', ${grammar.kinds.get(word)}],`),
        ']);',
        '',
    ].join('\n');
}

/**
 * One class for each kind of node, with all its features: nodes of one kind have one shape in memory, whatever a
 * statement leaves out.
 */
export function nodesModule(grammar) {
    const rules = grammar.nodeRules;
    return [
        head,
        ...rules.flatMap(rule => [
            `export class ${rule.name}Node {`,
            `    readonly $type = '${rule.name}';`,
            '    start = -1;',
            '    end = -1;',
            ...grammar.featuresOf(rule).map(feature => `    ${feature}: unknown = undefined;`),
            '}',
            '',
        ]),
        '/** Makes an empty node of a rule. */',
        'export const newNode: Readonly<Record<string, () => { start: number; end: number; readonly $type: ' +
            'string }>> = {',
        ...rules.map(rule => `    ${rule.name}: () => new ${rule.name}Node(),`),
        '};',
        '',
    ].join('\n');
}

/** The parser: one method for each rule. */
export function parserModule(grammar) {
    const sets = new KindSets(grammar);
    const methods = grammar.rules
        .filter(rule => !rule.fragment)
        .flatMap(rule => ['', ...new RuleWriter(grammar, rule, sets).method()]);
    return [
        head,
        "import * as nodes from './nodes.ts';",
        "import { kindSet, Reader } from '../reader.ts';",
        '',
        ...sets.declarations,
        '',
        '/** Reads a text by the rules of the grammar: one token decides. What becomes of one that does not fit ' +
            'is up to the reader. */',
        'export abstract class IacsParser extends Reader {',
        ...methods.slice(1),
        '}',
        '',
    ].join('\n');
}

/** The sets of kinds that one of several ways begins with, each declared once. */
class KindSets {
    constructor(grammar) {
        this.grammar = grammar;
        this.names = new Map();
        this.declarations = [];
    }

    /** The name of the constant that holds a set. */
    of(names, hint) {
        const key = names.join(' ');
        const known = this.names.get(key);
        if (known) return known;
        const taken = [...this.names.values()].filter(name => name.replace(/\d+$/, '') === hint).length;
        const name = taken === 0 ? hint : `${hint}${taken + 1}`;
        this.names.set(key, name);
        this.declarations.push(
            `/** ${key} */`,
            `const ${name} = kindSet([${names.map(each => this.grammar.kinds.get(each)).join(', ')}]);`,
        );
        return name;
    }
}

class RuleWriter {
    constructor(grammar, rule, sets) {
        this.grammar = grammar;
        this.rule = rule;
        this.sets = sets;
        this.lines = [];
        this.depth = 2;
    }

    method() {
        const { rule, grammar } = this;
        if (grammar.featuresOf(rule).length === 0) return this.choosing();
        this.element(rule.definition);
        if (rule.entry) this.write('this.finish();');
        return [
            `    ${rule.entry ? '' : 'private '}${rule.name}(): nodes.${rule.name}Node {`,
            `        const node = this.open(new nodes.${rule.name}Node());`,
            ...this.lines,
            '        return this.close(node);',
            '    }',
        ];
    }

    /** A rule that only chooses between others: its node is theirs. */
    choosing() {
        const { rule, grammar } = this;
        this.disjoint(rule.definition.elements);
        return [
            `    protected ${rule.name}(): object {`,
            '        switch (this.kind & ~1) {',
            ...rule.definition.elements.flatMap(element => [
                `            ${grammar
                    .first(element)
                    .map(name => `case ${this.kindOf(name)}:`)
                    .join(' ')} return this.${element.rule.ref.name}();`,
            ]),
            '        }',
            `        this.none([${grammar
                .first(rule.definition)
                .map(name => this.kindOf(name))
                .join(', ')}]);`,
            '        return undefined as never;',
            '    }',
        ];
    }

    write(line) {
        this.lines.push(`${'    '.repeat(this.depth)}${line}`);
    }

    within(head, body) {
        this.write(`${head} {`);
        this.depth++;
        body();
        this.depth--;
        this.write('}');
    }

    kindOf(name) {
        return `${this.grammar.kinds.get(name)} /* ${name} */`;
    }

    /** The condition under which an element is entered. */
    begins(element) {
        const names = this.grammar.first(element);
        if (names.length > 1) return `${this.setOf(element, names)}[this.kind] === 1`;
        return names[0] === 'ID' ? 'this.isName' : `(this.kind & ~1) === ${this.kindOf(names[0])}`;
    }

    setOf(element, names) {
        const rule =
            GrammarAST.isAssignment(element) && GrammarAST.isRuleCall(element.terminal)
                ? element.terminal.rule.ref.name
                : this.rule.name;
        return this.sets.of(names, `first${rule}`);
    }

    element(element) {
        const { cardinality } = element;
        if (this.isBlock(element)) {
            const first = this.sets.of(this.grammar.first(this.grammar.statement), 'firstStatement');
            const block = `this.block(node, ${first});`;
            this.write(cardinality === '?' ? `if (this.opensBlock) ${block}` : block);
            return;
        }
        if (this.isStatements(element)) {
            this.write(
                `node.${element.feature} = this.statements(${this.setOf(element, this.grammar.first(element))});`,
            );
            return;
        }
        if (GrammarAST.isAlternatives(element) && cardinality) {
            this.alternatives(element, cardinality);
            return;
        }
        if (cardinality === '?') this.within(`if (${this.begins(element)})`, () => this.once(element));
        else if (cardinality === '*') this.within(`while (${this.begins(element)})`, () => this.once(element));
        else if (cardinality === '+') {
            this.write('do {');
            this.depth++;
            this.once(element);
            this.depth--;
            this.write(`} while (${this.begins(element)});`);
        } else this.once(element);
    }

    /** The fragment `Block`, which the reader reads by itself: it knows how to go on after a mistake inside. */
    isBlock(element) {
        return GrammarAST.isRuleCall(element) && element.rule.ref.fragment && element.rule.ref.name === 'Block';
    }

    isStatements(element) {
        return (
            GrammarAST.isAssignment(element) &&
            GrammarAST.isRuleCall(element.terminal) &&
            element.terminal.rule.ref === this.grammar.statement
        );
    }

    once(element) {
        if (GrammarAST.isKeyword(element)) this.write(`this.skip(${this.kindOf(element.value)});`);
        else if (GrammarAST.isGroup(element)) for (const each of element.elements) this.element(each);
        else if (GrammarAST.isAlternatives(element)) this.alternatives(element);
        else if (GrammarAST.isAssignment(element)) this.assignment(element);
        else if (GrammarAST.isRuleCall(element) && element.rule.ref.fragment) this.element(element.rule.ref.definition);
        else throw new Error(`${this.rule.name}: no code is known for ${element.$type}`);
    }

    alternatives(element, cardinality = null) {
        this.disjoint(element.elements);
        const many = cardinality === '*' || cardinality === '+';
        if (many) {
            this.write('for (;;) {');
            this.depth++;
        }
        element.elements.forEach((each, index) =>
            this.within(`${index === 0 ? '' : 'else '}if (${this.begins(each)})`, () => this.element(each)),
        );
        if (cardinality === null)
            this.write(
                `else this.none([${this.grammar
                    .first(element)
                    .map(name => this.kindOf(name))
                    .join(', ')}]);`,
            );
        if (many) {
            this.write('else break;');
            this.depth--;
            this.write('}');
        }
    }

    assignment({ feature, operator, terminal }) {
        const value = this.value(terminal);
        this.write(
            operator === '+='
                ? `node.${feature} = this.append(node.${feature}, ${value});`
                : `node.${feature} = ${value};`,
        );
    }

    value(terminal) {
        if (GrammarAST.isRuleCall(terminal) && GrammarAST.isParserRule(terminal.rule.ref))
            return `this.${terminal.rule.ref.name}()`;
        const names = this.grammar.first(terminal);
        if (names.length > 1) return `this.leafOf(${this.sets.of(names, `keysOf${this.rule.name}`)})`;
        return names[0] === 'ID' ? 'this.nameLeaf()' : `this.leaf(${this.kindOf(names[0])})`;
    }

    /** One token decides: no two ways may begin with the same one. */
    disjoint(elements) {
        const all = elements.flatMap(element => this.grammar.first(element));
        if (new Set(all).size !== all.length) throw new Error(`${this.rule.name}: two ways begin with the same token.`);
    }
}
