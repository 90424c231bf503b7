// What a check seldom or never prints is apart from its bundle, in files beside it: the pages of the rules, for
// `explain` and SARIF, and the text of the built-in library, of which a check needs what it says.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const language = fileURLToPath(new URL('../language/src/', import.meta.url));
const rulesFolder = path.join(language, 'rules');

/** The properties of a rule that are texts of its page. */
export const texts = ['summary', 'why', 'falsePositives', 'examples'];

/** The files, by the name under which the bundle imports them; each is read when something of it is asked for. */
const reader = name => `
import { readFileSync } from 'node:fs';
let content;
export const read = () => (content ??= JSON.parse(readFileSync(__dirname + '/${name}.json', 'latin1')));
`;

const libraryModule = unpack => `
import { ${unpack} } from './library/packed.ts';
import { read } from 'iacs:library';
let builtIn;
export const library = () => (builtIn ??= ${unpack}(read()));
`;
const libraryFile = path.join(language, 'built-in.ts');

/** The rules that judge a programme: few models have one. */
const judgesModule = `
import { read } from 'iacs:programme-judges';
export const judgesOf = id => read()[id] ?? [];
`;
const judgesFile = path.join(language, 'catalogue', 'parts', 'judges.ts');

const sourcesModule = `
import { read } from 'iacs:library-texts';
export const types = () => read().types;
export const protocols = () => read().protocols;
`;

/** The properties of the object that is a rule: the one with an id and an example. */
export function propertiesOf(source, file) {
    let found;
    const visit = node => {
        if (ts.isObjectLiteralExpression(node)) {
            const named = new Map(node.properties.map(each => [each.name?.text, each]));
            if (named.has('id') && named.has('examples')) found ??= named;
        }
        if (!found) ts.forEachChild(node, visit);
    };
    visit(source);
    if (!found || !ts.isStringLiteral(found.get('id').initializer)) throw new Error(`${file} holds no rule`);
    return found;
}

/** From what a rule has the texts of its page: one object for all, since four functions in each are 640 to make. */
const pageModule = `
import { read } from 'iacs:rule-pages';
export const page = {
    ${texts.map(name => `get ${name}() { return read()[this.id].${name}; },`).join('\n')}
};
`;

/** The text of a module of a rule, with the texts of its page read when they are asked for. */
function withoutPage(text, file) {
    const named = propertiesOf(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), file);
    const cut = texts.flatMap(name => named.get(name) ?? []).sort((a, b) => b.pos - a.pos);
    const rest = cut.reduce((kept, { pos, end }, index) => {
        const first = index === cut.length - 1 ? ' __proto__: page' : '';
        // With the comma behind it, unless something stands there in its place.
        return `${kept.slice(0, pos)}${first}${kept.slice(first ? end : end + /^,?/.exec(kept.slice(end))[0].length)}`;
    }, text);
    return `import { page } from 'iacs:rule-page';\n${rest}`;
}

/** The text of a module of a rule without its examples. */
function withoutExamples(text, file) {
    const { pos, end } = propertiesOf(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), file).get('examples');
    return `${text.slice(0, pos)} examples: []${text.slice(end)}`;
}

/** The file that holds the table of statements. */
export const tableFile = path.join(language, 'statements', 'table.ts');

/** The files that hold the requirements of IEC 62443-3-3 and 4-2. */
export const requirementsFiles = ['requirements.ts', 'components.ts'].map(name =>
    path.join(language, 'catalogue', name),
);

/** The text of the table of statements without the help that an editor shows: the last word of each row. */
function withoutHelp(text) {
    return rewritten(text, /^(many|once)$/, ([, , help]) => [[help, "''"]]);
}

/** The text of the table without what only messages and editors need: of each form its first word is left. */
export function withoutForms(text) {
    return rewritten(text, /^(many|once)$/, ([, form, help]) => {
        const word = /^['`]([a-zA-Z-]+)/.exec(form.getText());
        return [...(word ? [[form, `'${word[1]}'`]] : []), [help, "''"]];
    });
}

/** The text of requirements without their titles: a check needs levels alone. */
export function withoutTitles(text) {
    return rewritten(text, /^(row|sr|re)$/, args => {
        const title = args.find((arg, index) => index >= 2 && ts.isStringLiteral(arg));
        return title ? [[title, "''"]] : [];
    });
}

/** A table with arguments of its rows written anew. */
function rewritten(text, calls, ofRow) {
    const changes = [];
    const visit = node => {
        if (ts.isCallExpression(node) && calls.test(node.expression.getText()) && node.arguments.length >= 3)
            changes.push(...ofRow(node.arguments));
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('table.ts', text, ts.ScriptTarget.Latest, true));
    if (changes.length === 0) throw new Error(`A table has no rows ${calls}`);
    return changes
        .sort(([a], [b]) => b.pos - a.pos)
        .reduce((kept, [{ pos, end }, now]) => `${kept.slice(0, pos)} ${now}${kept.slice(end)}`, text);
}

/** True for the module of a rule. */
function isRule(file) {
    const [family, name, ...more] = path.relative(rulesFolder, file).split(path.sep);
    return family !== '..' && name !== undefined && more.length === 0 && !/^(engine|ask|fix|say)$/.test(family);
}

/** The plugin for esbuild. */
export const textsApart = {
    name: 'texts-apart',
    setup({ onLoad, onResolve }) {
        onResolve({ filter: /^iacs:/ }, ({ path }) => ({ path: path.slice('iacs:'.length), namespace: 'iacs' }));
        onLoad({ filter: /.*/, namespace: 'iacs' }, ({ path }) => ({
            contents: path === 'rule-page' ? pageModule : reader(path),
            loader: 'js',
        }));
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            const resolveDir = path.dirname(file);
            if (file === libraryFile) return { contents: libraryModule('unpackLibrary'), loader: 'ts', resolveDir };
            if (file === path.join(language, 'library', 'sources.ts')) return { contents: sourcesModule, loader: 'ts' };
            if (file === judgesFile) return { contents: judgesModule, loader: 'js' };
            const text = readFileSync(file, 'utf8');
            if (file === tableFile) return { contents: withoutHelp(text), loader: 'ts' };
            return isRule(file) ? { contents: withoutPage(text, file), loader: 'ts' } : undefined;
        });
    },
};

/** The plugin for esbuild of a bundle that lists no types or protocols; it goes before {@link textsApart}. */
export const libraryLookedUp = {
    name: 'library-looked-up',
    setup({ onLoad }) {
        onLoad({ filter: /built-in\.ts$/ }, ({ path: file }) =>
            file === libraryFile
                ? { contents: libraryModule('libraryApart'), loader: 'ts', resolveDir: language }
                : undefined,
        );
    },
};

/** The plugin for esbuild of what runs in an editor: its hovers and completions show no example of a rule. */
export const examplesLeftOut = {
    name: 'examples-left-out',
    setup({ onLoad }) {
        onLoad({ filter: /[\\/]rules[\\/].*\.ts$/ }, ({ path: file }) =>
            isRule(file) ? { contents: withoutExamples(readFileSync(file, 'utf8'), file), loader: 'ts' } : undefined,
        );
    },
};

/** JSON without other signs than those of ASCII: as Latin-1 it is read and parsed in half of the time. */
const ascii = text => text.replace(/[^\x00-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Writes the files beside the bundle, from what the sources export. */
export async function writeTexts(dist) {
    const { outputFiles } = await build({
        stdin: {
            contents: `
                export { rules } from './rules/index.ts';
                export { library } from './built-in.ts';
                export { packLibrary } from './library/packed.ts';
                export * from './library/sources.ts';
                export { programmeJudges } from './catalogue/parts/judges.ts';`,
            resolveDir: language,
            loader: 'ts',
        },
        bundle: true,
        platform: 'node',
        format: 'esm',
        write: false,
    });
    const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
    const { rules, library, packLibrary, types, protocols, programmeJudges } = await import(url);
    const pages = rules.map(rule => [rule.id, Object.fromEntries(texts.map(name => [name, rule[name]]))]);
    const files = {
        'rule-pages': Object.fromEntries(pages),
        library: packLibrary(library()),
        'programme-judges': programmeJudges,
        'library-texts': { types: types(), protocols: protocols() },
    };
    for (const [name, content] of Object.entries(files))
        writeFileSync(`${dist}/${name}.json`, ascii(JSON.stringify(content)));
}
