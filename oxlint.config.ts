import { readdirSync } from 'node:fs';
import { defineConfig } from 'oxlint';

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
const views = readdirSync(new URL(`${source}/views/`, import.meta.url), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'text')
    .map(entry => entry.name);

/** The paths of what is in a folder of the language, except its index and the names that are given. */
function inside(folder: string, ...open: readonly string[]): readonly string[] {
    return readdirSync(new URL(`${source}/${folder}/`, import.meta.url))
        .filter(name => name !== 'index.ts' && !open.includes(name))
        .map(name => `${folder}/${name}`);
}

/** One of these paths, in a regular expression. */
const oneOf = (paths: readonly string[]): string => `(${paths.join('|').replaceAll('.', String.raw`\.`)})`;

const within = (folder: string, ...open: readonly string[]): readonly string[] =>
    inside(folder, ...open).map(name => name.slice(name.indexOf('/') + 1));

/** What rules and what they share may not import of `rules/`: other rules, and the engine beside the two types. */
const rulesAndEngine = `^\\.\\./${oneOf([
    ...within('rules', 'ask', 'fix', 'say', 'engine'),
    'index.ts',
    ...within('rules/engine', 'rule.ts', 'finding.ts'),
])}`;

/** The paths of what is in the other views, except their indexes. */
const insideOthers = (view: string): readonly string[] =>
    views.filter(other => other !== view).flatMap(other => within(`views/${other}`));

/** What `lsp` uses by the index of its room. */
const rooms = [
    ...['syntax', 'rules', ...[...views, 'text'].map(view => `views/${view}`), 'project/live'].flatMap(room =>
        inside(room),
    ),
    ...inside('project', 'live'),
];

/** A list of globs or one regular expression (as Rust reads it: without look-ahead), and why it may not be imported. */
type Forbidden = readonly [globs: string[] | RegExp, why: string];

/** Forbids imports that match. */
function forbid(patterns: readonly Forbidden[]) {
    const restricted = patterns.map(([match, message]) =>
        Array.isArray(match) ? { group: match, message } : { regex: match.source, message },
    );
    return { 'no-restricted-imports': ['error', { patterns: restricted }] };
}

const io: Forbidden = [
    ['node:*', '!node:crypto'],
    'The core reads no files, starts nothing and has no clock: the shells give it what it needs.',
];
const shells: Forbidden = [
    ['**/lsp/**', '**/project/**', '**/analysis.ts', '**/node/**'],
    'The core knows nothing of who calls it.',
];
const protocol: Forbidden = [['vscode-*'], 'Only lsp/ speaks the protocol of editors.'];
const langium: Forbidden = [
    ['langium', 'langium/**', 'chevrotain', '**/syntax/**'],
    'Only syntax/ sees text and trees.',
];

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
        ].filter(([globs]) => globs instanceof RegExp || globs.length > 0),
    ),
}));

export default defineConfig({
    plugins: ['eslint', 'typescript', 'oxc', 'import'],
    jsPlugins: ['./scripts/lint/line-length.mjs', './scripts/lint/getters.mjs'],
    categories: { correctness: 'error' },
    ignorePatterns: [
        '**/node_modules/',
        '**/out/',
        '**/dist/',
        '**/build/',
        '**/generated/',
        'packages/language/src/library/sources.ts',
        'packages/language/src/views/diagram/measure/font-widths.ts',
    ],
    rules: {
        // oxfmt lays out the rest (.oxfmtrc.json).
        'layout/line-length': ['error', { columns: 120 }],
        // Files that need each other when they are loaded have no order.
        'import/no-cycle': ['error', { ignoreTypes: true }],
        'no-control-regex': 'off',
        'no-misleading-character-class': 'off',
    },
    overrides: [
        {
            files: ['**/*.ts'],
            rules: {
                'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
                'no-var': 'error',
                'prefer-const': 'error',
                'prefer-rest-params': 'error',
                'prefer-spread': 'error',
                'typescript/ban-ts-comment': 'error',
                'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
                'typescript/no-empty-object-type': 'error',
                'typescript/no-explicit-any': 'error',
                'typescript/no-namespace': 'error',
                'typescript/no-require-imports': 'error',
                'typescript/no-unnecessary-type-constraint': 'error',
                'typescript/no-unsafe-function-type': 'error',
            },
        },
        {
            // What is made of each model has to go with it.
            files: ['packages/*/src/**/*.ts'],
            rules: { 'getters/shared': 'error' },
        },
        {
            // A row of a table that a test reads stays one line.
            files: ['**/test/**/*.ts', 'examples/**/*.mjs'],
            rules: { 'layout/line-length': ['error', { columns: 120, strings: true }] },
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
                    'Langium writes the types and is compared with the parser in tests; it is not part of the product.',
                ],
                protocol,
                shells,
                io,
            ]),
        },
        {
            files: [`${source}/rules/*/*.ts`],
            excludeFiles: [`${source}/rules/{engine,ask,fix,say}/*.ts`],
            rules: forbid([
                [
                    new RegExp(`^\\./|${rulesAndEngine}`),
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
                [new RegExp(rulesAndEngine), 'What rules share knows no rule.'],
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
                    new RegExp(`^(\\.\\./)+${oneOf(insideOthers(view))}`),
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
                [new RegExp(oneOf(inside('syntax'))), 'project uses the syntax by its index.'],
                [['vscode-*', '!vscode-uri'], 'Only lsp/ speaks the protocol of editors.'],
                [['node:*', '!node:path'], 'project reads files only through the FileSystem that a shell gives it.'],
                [['langium', 'langium/**', 'chevrotain'], 'Only syntax/ knows how texts are parsed.'],
            ]),
        },
        {
            files: [`${source}/lsp/**/*.ts`],
            rules: forbid([
                [new RegExp(`(^|/)${oneOf(rooms)}`), 'lsp uses syntax, rules, views and project by their index.'],
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
            files: ['packages/{cli,extension,playground}/src/**/*.ts'],
            rules: forbid([
                [['**/language/src/**', 'iacs-language/src/**'], 'The shells use the doors of iacs-language.'],
            ]),
        },
    ],
});
