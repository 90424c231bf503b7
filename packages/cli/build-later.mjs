// What a check of a valid text does not always run is in files beside its bundle, each loaded with the first call:
// `check-later.cjs` has the reading of texts with mistakes, fixes as characters, settings of reviews, and formats
// other than the one for people; `check-found.cjs` has what few models have: what firewalls, sensors, publishers of
// advisories and parties say, and most of the rules about it; `check-cut.cjs` has functions, and what they keep
// when connections are cut; `check-open.cjs` has what leaves invariants open; `check-said.cjs` has what is said of what
// few models have, and what is asked of hard-wired signals.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { propertiesOf, requirementsFiles, tableFile, texts, withoutForms, withoutTitles } from './build-texts.mjs';

const language = fileURLToPath(new URL('../language/src/', import.meta.url));

/** Functions whose modules keep nothing that the bundle has to share, by file and by their modules. */
const files = {
    'check-later.cjs': {
        'syntax/parse-tolerantly.ts': ['parseTolerantly'],
        'syntax/edits.ts': ['renderEdits'],
        'syntax/misplaced.ts': ['reportMisplaced'],
        'syntax/slips.ts': ['listOfRange', 'reportOpenAmount'],
        'syntax/unread.ts': ['unreadIn', 'unreadValuesIn'],
        // A name that is not known, and what may have been meant.
        'syntax/suggest.ts': [
            'calledSo',
            'canBeWritten',
            'isAnother',
            'meantElement',
            'meantName',
            'namesOf',
            'plainName',
            'protectionOf',
            'standsForAll',
        ],
        'settings/read-review.ts': ['readReview'],
        // A risk matrix that somebody has written.
        'assessment/risk-written.ts': ['readMatrix', 'readOverSettings'],
        'views/findings/to-sarif.ts': ['sarifFindings'],
        'views/findings/to-junit.ts': ['junitFindings'],
        'views/findings/to-gitlab.ts': ['gitlabFindings'],
        // A file that is there already, or is named by its URI, and a folder of many models, or with what is in none.
        '../../cli/src/file-uris.ts': ['pathOfUri'],
        '../../cli/src/check/left-out.ts': ['leftOutText'],
        '../../cli/src/written-kind.ts': ['kindOf'],
        '../../cli/src/check/aside.ts': ['aside'],
        '../../cli/src/check/read-shard.ts': ['readShard'],
        '../../cli/src/check/threads.ts': ['inThreads'],
    },
    'check-cut.cjs': {
        'assessment/cut/islands.ts': ['judgeIslands'],
    },
    'check-said.cjs': {
        // Of the few flows that are called hard-wired.
        'rules/ask/hardwired-ends.ts': ['answerTo', 'doubtHardwired'],
        // Of the few devices that translate addresses.
        'rules/ask/shown-twice.ts': ['shownTwice'],
        // Of the few assets with an interface on both sides of a boundary.
        'rules/say/bypassing.ts': ['dualHomed', 'pastBoundary'],
        // Of the few sessions of which it is not said whether a function goes on without them.
        'rules/say/unsaid-dependency.ts': ['unsaidDependency'],
        // Of the few functions that a plant does not keep.
        'rules/say/lost-functions.ts': ['notInside', 'notKept'],
        // Of the few conduits through which such an order goes.
        'rules/say/one-device.ts': ['throughOne'],
        // Of the few acceptances that accept nothing.
        'rules/say/useless.ts': ['useless'],
    },
    // Asked of models with invariants, about connections of which nothing says what passes.
    'check-open.cjs': {
        'rules/ask/left-open.ts': ['invariantsLeftOpen', 'leftOpen', 'undescribedIn', 'unprovedBy'],
    },
    'check-found.cjs': {
        // Of the few assets with two versions.
        'advisories/same-version.ts': ['isSameVersion'],
        // Kept with the lookup: one answer for the rules in both bundles.
        'reconcile/of-model.ts': ['anyReconciliation', 'goOnFrom', 'reconciliation'],
        'syntax/lower-found.ts': ['lowerRuleset', 'lowerObservation'],
        'syntax/lower-advisory.ts': ['lowerAdvisory'],
        'syntax/lower-parties.ts': ['lowerParty', 'lowerProgramme'],
    },
};

/** The files beside the bundle. */
export const laterFiles = Object.keys(files);

/** Families of rules that have nothing to say of a model without some parts. */
const families = {
    found: { parts: ['rulesets', 'observations'], but: ['flow-proposed'] },
    advisories: { parts: ['advisories'], but: [] },
};
/** Single rules like that. */
const cutRules = {
    'essential/dependency-not-said': ['islands'],
    'essential/function-depends-outside': ['functions'],
    'essential/function-without-assets': ['functions'],
    'essential/island-broken': ['islands'],
    'essential/island-vacuous': ['islands'],
};
/** Single rules about parties and programmes. */
const partyRules = {
    'parties/essential-asset-unmaintained': ['parties'],
    'parties/programme-contradicted': ['programmes'],
    'parties/remote-party-without-proof': ['parties'],
};

/** The modules of these rules, the parts of a model that each is about, and the file that it is in. */
const laterRules = new Map([
    ...Object.entries(families).flatMap(([family, { parts, but }]) =>
        readdirSync(path.join(language, 'rules', family))
            .filter(name => name.endsWith('.ts') && !but.includes(name.slice(0, -'.ts'.length)))
            .map(name => [`rules/${family}/${name}`, { parts, file: 'check-found.cjs' }]),
    ),
    ...Object.entries(partyRules).map(([rule, parts]) => [`rules/${rule}.ts`, { parts, file: 'check-found.cjs' }]),
    ...Object.entries(cutRules).map(([rule, parts]) => [`rules/${rule}.ts`, { parts, file: 'check-cut.cjs' }]),
]);

const call = (file, name) => `export const ${name} = (...args) => require(__dirname + '/${file}').${name}(...args);`;

/** By module: what the bundle has in its place. */
const stubs = new Map(
    Object.entries(files).flatMap(([file, modules]) =>
        Object.entries(modules).map(([module, names]) => [module, names.map(name => call(file, name)).join('\n')]),
    ),
);

/** A rule that is asked only where the model has what it is about; its page is read when somebody wants it. */
function ruleStub(module, { parts, file }) {
    const whole = path.join(language, module);
    const source = ts.createSourceFile(whole, readFileSync(whole, 'utf8'), ts.ScriptTarget.Latest, true);
    const named = propertiesOf(source, whole);
    const id = named.get('id').initializer.text;
    const kept = [...named].filter(([name]) => name !== 'check' && !texts.includes(name));
    return `import { page } from 'iacs:rule-page';
        export default {
            __proto__: page,
            ${kept.map(([, property]) => `${property.getText()},`).join('\n')}
            check(context, report) {
                if (${parts.map(part => `context.model.${part}.length`).join(' + ')} > 0)
                    return require(__dirname + '/${file}').checks['${id}'](context, report);
            },
        };`;
}

/** The plugin for esbuild that leaves them out of a bundle. */
export const calledLater = {
    name: 'called-later',
    setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            if (requirementsFiles.includes(file))
                return { contents: withoutTitles(readFileSync(file, 'utf8')), loader: 'ts' };
            // The forms of statements are read where a text has a mistake.
            if (file === tableFile) return { contents: withoutForms(readFileSync(file, 'utf8')), loader: 'ts' };
            const module = path.relative(language, file).replaceAll(path.sep, '/');
            const rule = laterRules.get(module);
            const contents = rule ? ruleStub(module, rule) : stubs.get(module);
            return contents === undefined
                ? undefined
                : { contents, loader: rule ? 'ts' : 'js', resolveDir: path.dirname(file) };
        });
    },
};

/** The text of a module that has the answers of the rules in a file by their ids. */
function checksModule(file) {
    const modules = [...laterRules].filter(([, rule]) => rule.file === file).map(([module]) => module);
    const imports = modules.map((module, index) => `import rule${index} from './${module}';`);
    const entries = modules.map((_, index) => `[rule${index}.id]: rule${index}.check,`);
    return `${imports.join('\n')}\nexport const checks = {\n${entries.join('\n')}\n};`;
}

/** What is said of few models, which the other files beside the bundle leave out too. */
const saidLater = {
    name: 'said-later',
    setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            const module = path.relative(language, file).replaceAll(path.sep, '/');
            const isSaid = Object.hasOwn(files['check-said.cjs'], module);
            return isSaid ? { contents: stubs.get(module), loader: 'js', resolveDir: path.dirname(file) } : undefined;
        });
    },
};

/**
 * Builds the files beside the bundle.
 * @param {string} dist the folder that is built
 * @param {import('esbuild').BuildOptions} options those of the bundle
 */
export async function buildLater(dist, options) {
    for (const [file, modules] of Object.entries(files)) {
        const lines = Object.entries(modules).map(
            ([module, names]) => `export { ${names.join(', ')} } from './${module}';`,
        );
        lines.push(checksModule(file));
        await build({
            ...options,
            plugins: [...(file === 'check-said.cjs' ? [] : [saidLater]), ...options.plugins],
            stdin: { contents: lines.join('\n'), resolveDir: language, loader: 'ts' },
            outfile: `${dist}/${file}`,
        });
    }
}
