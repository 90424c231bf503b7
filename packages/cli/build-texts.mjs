// What a check prints of a rule is what the rule says of the model. Its page is for `explain` and for SARIF: in the
// bundle of a check the texts of the pages are apart, and read when one is asked for.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const rulesFolder = fileURLToPath(new URL('../language/src/rules/', import.meta.url));

/** The properties of a rule that are texts of its page. */
const texts = ['summary', 'why', 'falsePositives', 'examples'];

/** The module that reads them; the bundle is a CommonJS file, beside which they are. */
const reader = `
import { readFileSync } from 'node:fs';
let pages;
export const page = id => (pages ??= JSON.parse(readFileSync(__dirname + '/rule-pages.json', 'utf8')))[id];
`;

/** The properties of the object that is a rule: the one with an id and an example. */
function propertiesOf(source, file) {
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

/** The text of a module of a rule, with the texts of its page read when they are asked for. */
export function withoutPage(text, file) {
    const named = propertiesOf(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), file);
    const id = named.get('id').initializer.text;
    const cut = texts.flatMap(name => named.get(name) ?? []).sort((a, b) => b.pos - a.pos);
    const rest = cut.reduce((kept, property) => {
        const name = property.name.text;
        return `${kept.slice(0, property.pos)} get ${name}() { return page('${id}').${name}; }${kept.slice(property.end)}`;
    }, text);
    return `import { page } from 'iacs:rule-pages';\n${rest}`;
}

/** The plugin for esbuild. */
export const pagesApart = {
    name: 'pages-apart',
    setup({ onLoad, onResolve }) {
        onResolve({ filter: /^iacs:rule-pages$/ }, () => ({ path: 'rule-pages', namespace: 'iacs' }));
        onLoad({ filter: /.*/, namespace: 'iacs' }, () => ({ contents: reader, loader: 'js' }));
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            const [family, name, ...more] = path.relative(rulesFolder, file).split(path.sep);
            if (family === '..' || name === undefined || more.length > 0) return undefined;
            if (['engine', 'ask', 'fix', 'say'].includes(family)) return undefined;
            return { contents: withoutPage(readFileSync(file, 'utf8'), file), loader: 'ts' };
        });
    },
};

/** Writes the texts of the pages beside the bundle. */
export async function writePages(dist) {
    const { outputFiles } = await build({
        bundle: true,
        platform: 'node',
        format: 'esm',
        write: false,
        entryPoints: [path.join(rulesFolder, 'index.ts')],
    });
    const { rules } = await import(
        `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
    );
    const pages = rules.map(rule => [rule.id, Object.fromEntries(texts.map(name => [name, rule[name]]))]);
    writeFileSync(`${dist}/rule-pages.json`, JSON.stringify(Object.fromEntries(pages)));
}
