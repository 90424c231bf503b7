/** Which tests the mutants of a part meet: quick ones that ask for it, and then all others. */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const words = lines => lines.flatMap(line => line.split(' '));

/** Tests of the language and of the command line by what they ask for; each is a matter of seconds. */
const quick = [
    {
        of: ['packages/language/src/assessment', 'packages/language/src/rules'],
        language: words([
            'addresses advisories all-rules assess bypass cases causes check claims crossing cut dominators emptied',
            'facts-apart fingerprint flow-rules found-fixes hop-gaps levels-one-by-one life-cycle matrix-in-text',
            'left-open messages office-habits one-fact parties parts paths-in-findings ports-unread reach-search',
            'reconcile reconcile-interfaces reconcile-seen risk risk-ahead risk-matrix rules said-once settings time',
            'understood what-if within words-of-people worst-path',
        ]),
        cli: words(['lapsed plan plan-invariants what-if where time']),
    },
    {
        of: ['packages/language/src/reconcile'],
        language: words([
            'emptied kept kept-small one-fact-reconciled reconcile reconcile-interfaces reconcile-many reconcile-seen',
            'reconcile-translated reconcile-rulesets reconcile-oracle reconcile-gaps cases found-fixes all-rules',
            'diff-rules',
        ]),
        cli: words(['reconcile paths-world']),
    },
    {
        of: ['packages/language/src/views/diff'],
        language: words([
            'diff diff-cases diff-comments diff-gaps diff-printed diff-pull-requests diff-roundabout diff-rules',
            'diff-says-less diff-whole diff-withdrawn one-fact-compared what-if settings parties',
        ]),
        cli: words(['check-base diff-history diff-question equal-sides review-policy review/ledger']),
    },
];

/** Tests that only draw, or ask for none of these parts. */
const others = words([
    'lines live names names-of-practice nearest textmate generated-docs machine-fonts parser format library',
    'typing escape half-typed syntax written',
]);

const placed = files => [...new Set(files)].map(file => join(root, file)).sort();

/**
 * The quick tests of some parts.
 * @param parts folders or files under the root
 * @returns paths
 */
export function testsOf(parts) {
    const asked = quick.filter(({ of }) =>
        of.some(room => parts.some(part => part.startsWith(room) || room.startsWith(part))),
    );
    return placed(
        asked
            .flatMap(({ language, cli }) => [
                ...language.map(name => `packages/language/test/${name}.test.ts`),
                ...cli.map(name => `packages/cli/test/${name}.test.ts`),
            ])
            .flatMap(file => globSync(file, { cwd: root })),
    );
}

/** All tests that may ask for any of these parts, but for some; they take minutes. */
export function otherTests(known) {
    const all = [
        ...globSync('packages/language/test/{*,lsp/code-actions,lsp/evidence,lsp/hover}.test.ts', { cwd: root }).filter(
            file => !/^diagram-/.test(basename(file)) && !others.includes(basename(file, '.test.ts')),
        ),
        ...quick.flatMap(({ cli }) => cli.map(name => `packages/cli/test/${name}.test.ts`)),
        'packages/cli/test/examples.test.ts',
    ];
    return placed(all).filter(file => !known.includes(file));
}
