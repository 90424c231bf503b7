import tseslint from 'typescript-eslint';

/** The rooms of the language, in the order in which they may see each other: each imports only from those before it. */
const layers = ['filter', 'model', 'catalogue', 'assessment', 'rules', 'views'];

const source = 'packages/language/src';

/** Forbids imports that match, and says why. */
function forbid(patterns) {
    return { 'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }] };
}

const io = [['node:*', '!node:crypto'], 'The core reads no files, starts nothing and has no clock: the shells give it what it needs.'];
const shells = [['**/lsp/**', '**/analysis.ts', '**/node.ts', '**/index-lsp.ts'], 'The core knows nothing of who calls it.'];
const protocol = [['vscode-*'], 'Only lsp/ speaks the protocol of editors.'];
const langium = [['langium', 'langium/**', 'chevrotain', '**/syntax/**'], 'Only syntax/ sees text and trees.'];

const walls = layers.map((layer, position) => ({
    files: [`${source}/${layer}/**/*.ts`],
    rules: forbid([
        [layers.slice(position + 1).map(later => `**/${later}/**`), `${layer} imports only from: ${layers.slice(0, position).join(', ') || 'nothing'}.`],
        langium, protocol, shells, io,
    ].filter(([group]) => group.length > 0)),
}));

export default tseslint.config(
    { ignores: ['**/node_modules/', '**/out/', '**/dist/', '**/build/', '**/generated/', 'packages/language/src/library/sources.ts'] },
    { files: ['**/*.ts'], extends: [tseslint.configs.recommended] },
    {
        files: ['**/*.ts'],
        rules: {
            'no-control-regex': 'off',
            '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
        },
    },
    ...walls,
    {
        files: [`${source}/syntax/**/*.ts`],
        rules: forbid([[layers.slice(1).map(layer => `**/${layer}/**`), 'syntax imports only the model and Langium.'], protocol, shells, io]),
    },
    {
        files: [`${source}/rules/*.ts`],
        ignores: [`${source}/rules/{index,check,settings,settings-schema,rule,finding,fingerprint,order,acceptance,cset,problem-rules}.ts`],
        rules: forbid([
            [['./*', '!./rule.ts', '!./queries', '!./finding.ts'], 'Rules never import each other; what they share stands in queries/.'],
            [['**/views/**'], 'rules imports only from: model, catalogue, assessment.'], langium, protocol, shells, io,
        ]),
    },
    {
        // What touches the world on behalf of the diagram; the core sees only their interfaces.
        files: [`${source}/views/diagram/{elk-host,elk-script,elk-worker,png-host}.ts`],
        rules: { 'no-restricted-imports': 'off' },
    },
    {
        files: ['packages/cli/src/**/*.ts', 'packages/extension/src/**/*.ts'],
        rules: forbid([[['**/language/src/**', 'iacs-language/src/**'], 'The shells use the doors of iacs-language.']]),
    },
);
