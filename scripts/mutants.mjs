/** Small changes of a source that a test should notice: found in its tree, so that each is a program. */
import ts from 'typescript';

const swapped = new Map([
    [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
    [ts.SyntaxKind.LessThanToken, '<='],
    [ts.SyntaxKind.LessThanEqualsToken, '<'],
    [ts.SyntaxKind.GreaterThanToken, '>='],
    [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
    [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
    [ts.SyntaxKind.BarBarToken, '&&'],
    [ts.SyntaxKind.PlusToken, '-'],
    [ts.SyntaxKind.MinusToken, '+'],
]);
const methods = new Map([
    ['some', 'every'],
    ['every', 'some'],
    ['min', 'max'],
    ['max', 'min'],
]);

function isText(node) {
    return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** Texts are put together with +, and are no arithmetic. */
function joinsTexts(node) {
    return node.operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(node.left) || isText(node.right));
}

/** Examples of rules are texts, types are no programs. */
function isNoProgram(node) {
    return ts.isTypeNode(node) || (ts.isPropertyAssignment(node) && node.name.getText() === 'examples');
}

/**
 * @typedef {(id: number, within: (child: ts.Node) => string) => string} Render the text of a node with a switch;
 * `within` gives the text of a child with the switches in it
 */

/**
 * The mutant of one node: what of the text it changes, and the text of the node with a switch for it.
 * @returns {{ at: ts.Node, put: string, render: Render } | undefined}
 */
function mutantOf(node) {
    if (ts.isBinaryExpression(node)) {
        const put = swapped.get(node.operatorToken.kind);
        if (!put || joinsTexts(node)) return undefined;
        const lazy = put === '||' || put === '&&' ? '() => ' : '';
        return {
            at: node.operatorToken,
            put,
            render: (id, within) =>
                `$mutant.of(${id}, '${node.operatorToken.getText()}', '${put}', ` +
                `${lazy}(${within(node.left)}), ${lazy}(${within(node.right)}))`,
        };
    }
    if (ts.isPropertyAccessExpression(node) && methods.has(node.name.text)) {
        const { text } = node.name;
        const put = methods.get(text);
        return {
            at: node.name,
            put,
            render: (id, within) =>
                `${within(node.expression)}${node.questionDotToken ? '?.' : ''}` +
                `[$mutant.method(${id}, '${text}', '${put}')]`,
        };
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
        return {
            at: node,
            put: '',
            render: (id, within) => `$mutant.not(${id}, ${within(node.operand)})`,
        };
    return undefined;
}

/** Conditions are mutants of their own: an `if` that is never taken, a choice that always takes the first. */
function conditionOf(node) {
    const { parent } = node;
    if (parent && ts.isIfStatement(parent) && parent.expression === node) return 'false';
    if (parent && ts.isConditionalExpression(parent) && parent.condition === node) return 'true';
    return undefined;
}

/** The declaration of a name in the block around a statement. */
function declared(statement, name) {
    return statement.parent.statements
        ?.flatMap(each => (ts.isVariableStatement(each) ? each.declarationList.declarations : []))
        .find(each => ts.isIdentifier(each.name) && each.name.text === name);
}

/**
 * True for the condition of `if (known) return known;` and `if (known !== undefined) return known;`, where `known`
 * comes from a map: if it is never taken, the value is made again, which is the same value and takes more time. No
 * test can notice that, so it is not a mutant.
 */
function asksForKept(node) {
    const { parent } = node;
    if (!ts.isIfStatement(parent) || parent.expression !== node || parent.elseStatement) return false;
    const asked =
        ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken &&
        node.right.getText() === 'undefined'
            ? node.left
            : node;
    const then = parent.thenStatement;
    if (!ts.isIdentifier(asked) || !ts.isReturnStatement(then)) return false;
    const made = declared(parent, asked.text)?.initializer;
    return made !== undefined && /\.get\(/.test(made.getText()) && then.expression?.getText() === asked.text;
}

/**
 * The mutants of a source, and the source in which each can be switched on.
 * @param {string} text TypeScript
 * @param {number} first the number of the first mutant; the next ones follow it
 * @returns {{ mutants: { id: number, start: number, end: number, put: string }[], kept: number, switched: string }} the
 * changes of characters; how many conditions are left out because they only save time; and a source that asks the
 * global `$mutant` (scripts/mutate-hook.mjs) which of them is on
 */
export function mutantsOf(text, first = 0) {
    const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
    const mutants = [];
    let kept = 0;
    const take = (start, end, put) => mutants.push({ id: first + mutants.length, start, end, put });

    /** The text of a node without what is before it. */
    const render = node => {
        const condition = conditionOf(node);
        if (condition === undefined) return plain(node);
        if (asksForKept(node)) {
            kept++;
            return plain(node);
        }
        const id = first + take(node.getStart(), node.end, condition) - 1;
        return `$mutant.is(${id}, ${condition}, $mutant.on(${id}) ? ${condition} : (${plain(node)}))`;
    };
    const plain = node => {
        const mutant = isNoProgram(node) ? undefined : mutantOf(node);
        if (!mutant) return isNoProgram(node) ? text.slice(node.getStart(), node.end) : children(node);
        const { at, put } = mutant;
        const id = first + take(at.getStart(), at === node ? at.getStart() + 1 : at.end, put) - 1;
        return mutant.render(id, render);
    };
    const children = node => {
        let out = '';
        let from = node.getStart();
        ts.forEachChild(node, child => {
            if (child.getStart() < from) return;
            out += text.slice(from, child.getStart()) + render(child);
            from = child.end;
        });
        return out + text.slice(from, node.end);
    };
    const switched = children(source) + text.slice(source.end);
    return { mutants, kept, switched: text.slice(0, source.getStart()) + switched };
}
