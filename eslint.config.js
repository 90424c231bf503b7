import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

/** The rooms of the language, in the order in which they may see each other: each imports only from those before it. */
const layers = [
    'filter',
    'model',
    'statements',
    'catalogue',
    'assessment',
    'reconcile',
    'advisories',
    'settings',
    'rules',
    'views',
];

const source = 'packages/language/src';

/** The views, each with a room of its own; what they share is in `views/text`. */
const views = readdirSync(new URL(`${source}/views/`, import.meta.url)).filter(name => name !== 'text');

/** Forbids imports that match, a list of globs or one regular expression, and says why. */
function forbid(patterns) {
    const restricted = patterns.map(([match, message]) =>
        Array.isArray(match) ? { group: match, message } : { regex: match.source, message },
    );
    return { 'no-restricted-imports': ['error', { patterns: restricted }] };
}

const io = [
    ['node:*', '!node:crypto'],
    'The core reads no files, starts nothing and has no clock: the shells give it what it needs.',
];
const shells = [
    ['**/lsp/**', '**/project/**', '**/analysis.ts', '**/node/**'],
    'The core knows nothing of who calls it.',
];
const protocol = [['vscode-*'], 'Only lsp/ speaks the protocol of editors.'];
const langium = [['langium', 'langium/**', 'chevrotain', '**/syntax/**'], 'Only syntax/ sees text and trees.'];

const walls = layers.map((layer, position) => ({
    files: [`${source}/${layer}/**/*.ts`],
    rules: forbid(
        [
            [
                layers.slice(position + 1).map(later => `**/${later}/**`),
                `${layer} imports only from: ${layers.slice(0, position).join(', ') || 'nothing'}.`,
            ],
            langium,
            protocol,
            shells,
            io,
        ].filter(([group]) => group.length > 0),
    ),
}));

export default tseslint.config(
    {
        ignores: [
            '**/node_modules/',
            '**/out/',
            '**/dist/',
            '**/build/',
            '**/generated/',
            'packages/language/src/library/sources.ts',
            'packages/language/src/views/diagram/measure/font-widths.ts',
        ],
    },
    {
        // Prettier lays out the rest (.prettierrc.json). What is longer is one text on several lines, or a pattern.
        files: ['**/*.{ts,js,mjs}'],
        rules: {
            'max-len': [
                'error',
                { code: 120, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
            ],
        },
    },
    { files: ['**/*.ts'], extends: [tseslint.configs.recommended] },
    {
        files: ['**/*.ts'],
        rules: {
            'no-control-regex': 'off',
            '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
        },
    },
    {
        // A row of a table that a test reads stays one line.
        files: ['**/test/**/*.ts', 'examples/**/*.mjs'],
        rules: {
            'max-len': [
                'error',
                { code: 120, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreStrings: true },
            ],
        },
    },
    ...walls,
    {
        files: [`${source}/syntax/**/*.ts`],
        rules: forbid([
            [
                layers
                    .filter(layer => !['filter', 'model', 'statements'].includes(layer))
                    .map(layer => `**/${layer}/**`),
                'syntax imports only the filter, the model and the table of statements.',
            ],
            [
                ['langium', 'langium/**', 'chevrotain'],
                'Langium writes the types and is held against the parser in tests; nothing of it runs in the product.',
            ],
            protocol,
            shells,
            io,
        ]),
    },
    {
        files: [`${source}/rules/*/*.ts`],
        ignores: [`${source}/rules/{engine,ask,fix,say}/*.ts`],
        rules: forbid([
            [
                /^\.\/|^\.\.\/(?!(ask|fix|say)\/|engine\/(rule|finding)\.ts|\.\.\/)/,
                'Rules never import each other; what they share is in ask/, fix/ and say/.',
            ],
            [['**/views/**'], 'rules imports only from: model, catalogue, assessment.'],
            langium,
            protocol,
            shells,
            io,
        ]),
    },
    {
        files: [`${source}/rules/{ask,fix,say}/*.ts`],
        rules: forbid([
            [/^\.\.\/(?!(ask|fix|say)\/|engine\/(rule|finding)\.ts|\.\.\/)/, 'What rules share knows no rule.'],
            [['**/views/**'], 'rules imports only from: model, catalogue, assessment.'],
            langium,
            protocol,
            shells,
            io,
        ]),
    },
    ...views.map(view => ({
        files: [`${source}/views/${view}/**/*.ts`],
        rules: forbid([
            [
                new RegExp(`^(\\.\\./)+(?!${view}/)(${views.join('|')})/(?!index\\.ts)`),
                'A view uses another view by its index; what they share is in views/text.',
            ],
            langium,
            protocol,
            shells,
            io,
        ]),
    })),
    {
        files: [`${source}/project/**/*.ts`],
        rules: forbid([
            [
                ['**/views/**', '**/lsp/**', '**/node/**'],
                'project imports the core and the syntax; views and shells stand on it.',
            ],
            [/syntax\/(?!index)/, 'project uses the syntax by its index.'],
            [['vscode-*', '!vscode-uri'], 'Only lsp/ speaks the protocol of editors.'],
            [['node:*', '!node:path'], 'project reads files only through the FileSystem that a shell gives it.'],
            [['langium', 'langium/**', 'chevrotain'], 'Only syntax/ knows how texts are parsed.'],
        ]),
    },
    {
        files: [`${source}/lsp/**/*.ts`],
        rules: forbid([
            [
                /(^|\/)(syntax|rules|views\/[^/]+|project(\/live)?)\/(?!index\.ts|live\/index\.ts)/,
                'lsp uses syntax, rules, views and project by their index.',
            ],
            [['**/node/**'], 'The server runs wherever a shell starts it: what only Node can do is given to it.'],
            [['langium', 'langium/**', 'chevrotain'], 'Only syntax/ knows how texts are parsed.'],
        ]),
    },
    {
        files: [`${source}/{analysis,built-in,knowledge}.ts`, `${source}/library/**/*.ts`],
        rules: forbid([
            [
                ['**/views/**', '**/lsp/**', '**/project/**', '**/node/**'],
                'The analysis knows nothing of who calls it.',
            ],
            protocol,
            io,
        ]),
    },
    {
        files: ['packages/cli/src/**/*.ts', 'packages/extension/src/**/*.ts'],
        rules: forbid([[['**/language/src/**', 'iacs-language/src/**'], 'The shells use the doors of iacs-language.']]),
    },
);
