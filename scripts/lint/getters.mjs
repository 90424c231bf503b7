/**
 * A rule of the linter: no getter in an object literal that a function makes. V8 keeps a class of its own for each such
 * object, which holds what the getter sees, here a whole model, until all of the memory is collected.
 */

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** True for a node inside of a function; what a module makes while it is loaded is made once. */
function isMadeAgain(node) {
    for (let around = node.parent?.parent; around; around = around.parent) if (functions.has(around.type)) return true;
    return false;
}

const sharedGetters = {
    meta: { type: 'problem' },
    create(context) {
        return {
            Property(node) {
                if (node.kind === 'get' && isMadeAgain(node))
                    context.report({
                        node,
                        message: 'Such an object is kept with all that its getter sees. Use `WhenAsked`, or a class.',
                    });
            },
        };
    },
};

export default { meta: { name: 'getters' }, rules: { shared: sharedGetters } };
