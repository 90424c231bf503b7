/**
 * A rule of the linter: lines of at most so many columns. What is longer is a text that would have to be cut to be
 * shorter: a template of several lines, a regular expression, an address, and in tests also a string or a template.
 */

/** The numbers of all lines that a node of the tree is on. */
function linesOf({ loc }) {
    return Array.from({ length: loc.end.line - loc.start.line + 1 }, (_, index) => loc.start.line + index);
}

const lineLength = {
    meta: {
        type: 'layout',
        schema: [{ type: 'object', properties: { columns: { type: 'integer' }, strings: { type: 'boolean' } } }],
    },
    create(context) {
        const { columns = 120, strings = false } = context.options[0] ?? {};
        const long = new Map();
        context.sourceCode.lines.forEach((line, index) => {
            if (line.length > columns && !/[^:/?#]:\/\/[^?#]/u.test(line)) long.set(index + 1, line.length);
        });
        // Most files have no long line, and their trees are not visited.
        if (long.size === 0) return {};
        const excuse = node => linesOf(node).forEach(line => long.delete(line));
        return {
            TemplateLiteral(node) {
                if (strings || node.loc.start.line < node.loc.end.line) excuse(node);
            },
            Literal(node) {
                if (node.regex || (strings && typeof node.value === 'string')) excuse(node);
            },
            'Program:exit'() {
                for (const [line, length] of long)
                    context.report({
                        loc: { start: { line, column: columns }, end: { line, column: length } },
                        message: `This line has ${length} columns; ${columns} are allowed.`,
                    });
            },
        };
    },
};

export default { meta: { name: 'layout' }, rules: { 'line-length': lineLength } };
