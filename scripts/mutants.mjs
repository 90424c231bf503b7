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

/**
 * The mutants of a source.
 * @param {string} text TypeScript
 * @returns {{ start: number, end: number, put: string }[]} each a change of characters
 */
export function mutantsOf(text) {
    const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
    const found = [];
    const visit = node => {
        if (ts.isBinaryExpression(node)) {
            const put = swapped.get(node.operatorToken.kind);
            // Texts are put together with +, and are no arithmetic.
            const joins =
                node.operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(node.left) || isText(node.right));
            if (put && !joins) found.push({ start: node.operatorToken.getStart(), end: node.operatorToken.end, put });
        } else if (ts.isPropertyAccessExpression(node) && methods.has(node.name.text)) {
            found.push({ start: node.name.getStart(), end: node.name.end, put: methods.get(node.name.text) });
        } else if (ts.isIfStatement(node)) {
            found.push({ start: node.expression.getStart(), end: node.expression.end, put: 'false' });
        } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
            found.push({ start: node.getStart(), end: node.getStart() + 1, put: '' });
        } else if (ts.isConditionalExpression(node)) {
            found.push({ start: node.condition.getStart(), end: node.condition.end, put: 'true' });
        }
        // Examples of rules are texts, types are no programs.
        if (!ts.isTypeNode(node) && !(ts.isPropertyAssignment(node) && node.name.getText() === 'examples'))
            ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
}
