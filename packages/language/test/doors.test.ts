import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.join(import.meta.dirname, '..');
const doors: Record<string, { readonly 'iacs-source': string }> = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
).exports;

const sources = new Map<string, ts.SourceFile>();

function sourceOf(file: string): ts.SourceFile {
    let source = sources.get(file);
    if (!source) {
        source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
        sources.set(file, source);
    }
    return source;
}

/** The names that a statement declares and exports. */
function namesOf(statement: ts.Statement): readonly string[] {
    if (!ts.canHaveModifiers(statement)) return [];
    const exported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations.map(({ name }) => name.getText());
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).text] : [];
}

const isDescribed = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0;

/** Each exported name of a file, and whether a comment says what it is, where it is exported or declared. */
function exportsOf(file: string): ReadonlyMap<string, boolean> {
    const found = new Map<string, boolean>();
    const source = sourceOf(file);
    const imported = new Map<string, ts.ImportDeclaration>();
    for (const statement of source.statements) {
        for (const name of namesOf(statement)) found.set(name, found.get(name) === true || isDescribed(statement));
        if (ts.isImportDeclaration(statement)) {
            const bindings = statement.importClause?.namedBindings;
            if (bindings && ts.isNamedImports(bindings))
                for (const { name } of bindings.elements) imported.set(name.text, statement);
        }
        if (!ts.isExportDeclaration(statement)) continue;
        const clause = statement.exportClause;
        const described = clause !== undefined && isDescribed(statement);
        const elements = clause && ts.isNamedExports(clause) ? clause.elements : [];
        if (!clause) for (const [name, told] of exportsOf(from(file, statement))) found.set(name, told);
        for (const { name, propertyName } of elements) {
            const original = (propertyName ?? name).text;
            const origin = statement.moduleSpecifier ? statement : imported.get(original);
            const elsewhere = origin ? toldIn(from(file, origin), original) : found.get(original) === true;
            found.set(name.text, described || elsewhere);
        }
    }
    return found;
}

/** The file that a statement imports from; empty for a package, which describes its names itself. */
function from(file: string, { moduleSpecifier }: ts.ExportDeclaration | ts.ImportDeclaration): string {
    const specifier = (moduleSpecifier as ts.StringLiteral).text;
    return specifier.startsWith('.') ? path.resolve(path.dirname(file), specifier) : '';
}

const toldIn = (file: string, name: string): boolean => file === '' || exportsOf(file).get(name) === true;

describe('The doors of the language', () => {
    for (const [door, { 'iacs-source': file }] of Object.entries(doors)) {
        if (!file?.endsWith('.ts') || file.includes('*')) continue;
        it(`${door}: a comment says of each name what it is`, () => {
            const all = [...exportsOf(path.join(root, file))];
            assert.ok(all.length > 0);
            assert.deepEqual(
                all.filter(([, told]) => !told).map(([name]) => name),
                [],
            );
        });
    }
});
