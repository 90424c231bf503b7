import type { IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider } from 'langium';
import type { BlockKind } from '../statements/index.ts';
import { blocks, namingWords, slots } from '../statements/index.ts';
import { meant, shapeOf } from './hints.ts';
import { notClosed } from './lex.ts';
import { wordsOfRule } from './strict/generated/kinds.ts';

/** The rules that declare a name, with a title behind it, and how what they declare is called. */
const declaring: ReadonlyMap<string, string> = new Map([...wordsOfRule].flatMap(([rule, [word = '']]) =>
    (namingWords.includes(word) ? [[rule, blocks[word as BlockKind].name] as const] : [])));

/** What stands where a name is expected, by the rule that expects it. */
const names = new Map([
    ...Array.from(declaring, ([rule, name]) => [rule, `a name for the ${name}`] as const),
    ['QName', 'a name'],
    ['AcceptFact', slots.RULE.what],
    ['PortFact', slots.TRANSPORT.what],
    ['SecuredFact', 'authentication, encryption or integrity'],
    ['MitigatedFact', 'the name of a countermeasure'],
    ['RequirementFact', 'the name of a countermeasure'],
]);

const literals = new Map([
    ['STRING', 'a text in double quotes'],
    ['NUMBER', 'a number'],
    ['DAY', 'a date such as 2027-03-31'],
    ['ADDRESS', 'an address'],
    ['RANGE', 'a range of ports'],
    ['ID', 'a name'],
]);

function describe(token: TokenType): string {
    return literals.get(token.name) ?? `'${token.name.replace(' (or a name)', '')}'`;
}

function plainRule(ruleName: string): string {
    return ruleName.replace('\u200B', '');
}

function expectation(expected: TokenType, ruleName: string, previous: IToken | undefined): string {
    const rule = plainRule(ruleName);
    if (expected.name !== 'ID') return describe(expected);
    if (previous?.image === ':') {
        if (rule === 'Asset') return "an asset type after ':'";
        if (rule === 'AssetType') return "the type that it rests on after ':'";
        return "a protocol after ':'";
    }
    if (previous?.image === '->' || previous?.image === '<->' || previous?.image === '--') {
        return `an asset or a zone after '${previous.image}'`;
    }
    if (previous?.image === ',') return "a name after ','";
    if (rule === 'WordFact' || rule === 'WordsFact') return `a word after '${previous?.image ?? ''}'`;
    if (rule === 'QName' && previous) return `a name after '${previous.image}'`;
    return names.get(rule) ?? 'a name';
}

/** The word of the statement that the parser is in; of several that one rule reads the first, where nothing tells which. */
function wordOf(rule: string, previous: IToken | undefined): string {
    const words = wordsOfRule.get(rule) ?? [];
    return words.find(word => word === previous?.image) ?? words[0] ?? '';
}

function found(token: IToken | undefined): string {
    if (token?.isInsertedInRecovery) return 'but the block ends here';
    if (!token || token.image === '') return 'but the file ends here';
    return `but found '${token.image.length > 40 ? `${token.image.slice(0, 40)}…` : token.image}'`;
}

/** Says what is wrong in the words of the language rather than those of the grammar. */
export class SyntaxMessages extends AbstractParserErrorMessageProvider {
    override buildMismatchTokenMessage(options: { expected: TokenType; actual: IToken; previous: IToken; ruleName: string }): string {
        const { expected, actual, previous, ruleName } = options;
        if (expected.name === '}') return actual.image === '' ? notClosed : `Expected a statement or '}', ${found(actual)}${meant(actual, previous)}`;
        if (expected.name === 'EOF') return this.buildNotAllInputParsedMessage({ firstRedundant: actual });
        const rule = plainRule(ruleName);
        if (expected.name === 'ID' && previous.image !== ':' && actual.image.startsWith('"') && declaring.has(rule)) {
            return `Expected ${expectation(expected, ruleName, previous)} before its title.`;
        }
        return `Expected ${expectation(expected, ruleName, previous)}, ${found(actual)}${shapeOf(wordOf(rule, previous))}`;
    }

    override buildNoViableAltMessage(options: {
        expectedPathsPerAlt: TokenType[][][]; actual: IToken[]; previous: IToken; customUserDescription: string; ruleName: string;
    }): string {
        const { actual, previous, ruleName, expectedPathsPerAlt } = options;
        const rule = plainRule(ruleName);
        if (rule === 'Statement') return `Expected a statement, ${found(actual[0])}${meant(actual[0])}`;
        if (rule === 'Flow' || rule === 'Ends' || rule === 'ExceptFact') return `Expected '->', '<->' or '--', ${found(actual[0])}.`;
        if (rule === 'Vector') return `Expected a level from 0 to 4, or seven of them in braces, ${found(actual[0])}.`;
        if (rule === 'RequirementRef') return `Expected a requirement such as SR 1.1 or FR 2 SL 1, ${found(actual[0])}${/^[SF]R\d/i.test(actual[0]?.image ?? '') ? meant(actual[0]) : '.'}`;
        const first = new Set(expectedPathsPerAlt.flat().map(path => path[0]).filter(token => token !== undefined)
            .map(token => expectation(token, ruleName, previous)));
        const all = [...first];
        const last = all.pop();
        return `Expected ${all.length > 0 ? `${all.join(', ')} or ` : ''}${last ?? 'a statement'}, ${found(actual[0])}.`;
    }

    override buildEarlyExitMessage(options: { actual: IToken[] }): string {
        return `Expected a number, ${found(options.actual[0])}.`;
    }

    override buildNotAllInputParsedMessage(options: { firstRedundant: IToken }): string {
        return options.firstRedundant.image === '}'
            ? "This '}' closes nothing."
            : `Expected a statement, ${found(options.firstRedundant)}${meant(options.firstRedundant)}`;
    }
}
