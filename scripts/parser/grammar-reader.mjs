import { AstUtils, GrammarAST } from 'langium';

/**
 * Answers what a generator asks of a Langium grammar: its tokens, the features of its nodes, and with which tokens an
 * element may begin.
 */
export class GrammarReader {
    constructor(grammar) {
        this.rules = grammar.rules.filter(GrammarAST.isParserRule);
        const terminals = grammar.rules
            .filter(rule => GrammarAST.isTerminalRule(rule) && !rule.hidden)
            .map(rule => rule.name);
        const keywords = [
            ...new Set(
                AstUtils.streamAllContents(grammar)
                    .filter(GrammarAST.isKeyword)
                    .map(keyword => keyword.value),
            ),
        ];
        this.words = keywords.filter(keyword => /^[A-Za-z]/.test(keyword)).sort();
        const signs = keywords.filter(keyword => !/^[A-Za-z]/.test(keyword)).sort();
        /**
         * Literals and signs, then names, then words; all kinds are even, the odd one behind a word is that word where
         * it may be a name.
         */
        this.kinds = new Map(
            [...terminals.filter(name => name !== 'ID'), ...signs, 'ID', ...this.words].map((name, index) => [
                name,
                2 * (index + 1),
            ]),
        );
    }

    /** The rules that make a node: all but fragments, and those that only choose between others. */
    get nodeRules() {
        return this.rules.filter(rule => !rule.fragment && this.featuresOf(rule).length > 0);
    }

    /** The rule that chooses between the statements. */
    get statement() {
        return this.rules.find(rule => rule.name === 'Statement');
    }

    /** The rules of the statements, in the order in which `Statement` names them. */
    get statements() {
        return this.statement.definition.elements.map(element => element.rule.ref);
    }

    /** The names of the features of a rule, those of its fragments included, in the order of the grammar. */
    featuresOf(rule) {
        const found = new Set();
        for (const element of AstUtils.streamAst(rule.definition)) {
            if (GrammarAST.isAssignment(element)) found.add(element.feature);
            if (GrammarAST.isRuleCall(element) && element.rule.ref.fragment)
                for (const feature of this.featuresOf(element.rule.ref)) found.add(feature);
        }
        return [...found];
    }

    /** The names of the tokens with which an element can begin. */
    first(element) {
        if (GrammarAST.isKeyword(element)) return [element.value];
        if (GrammarAST.isAssignment(element)) return this.first(element.terminal);
        if (GrammarAST.isParserRule(element)) return this.first(element.definition);
        if (GrammarAST.isAlternatives(element)) return [...new Set(element.elements.flatMap(each => this.first(each)))];
        if (GrammarAST.isRuleCall(element)) {
            const rule = element.rule.ref;
            return GrammarAST.isTerminalRule(rule) ? [rule.name] : this.first(rule.definition);
        }
        const found = [];
        for (const each of element.elements) {
            found.push(...this.first(each));
            if (!this.mayBeEmpty(each)) break;
        }
        return [...new Set(found)];
    }

    /** True where an element can stand for no token at all. */
    mayBeEmpty(element) {
        if (element.cardinality === '?' || element.cardinality === '*') return true;
        if (GrammarAST.isGroup(element)) return element.elements.every(each => this.mayBeEmpty(each));
        if (GrammarAST.isAlternatives(element)) return element.elements.some(each => this.mayBeEmpty(each));
        return (
            GrammarAST.isRuleCall(element) &&
            GrammarAST.isParserRule(element.rule.ref) &&
            this.mayBeEmpty(element.rule.ref.definition)
        );
    }
}
