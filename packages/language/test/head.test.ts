import assert from 'node:assert/strict';
import { headOf, isRoot, mayBeRoot, parse, type Importing } from '../src/syntax/index.ts';
import { carelessPlant } from './support/careless-plant.ts';
import { random } from './support/random-plant.ts';

const uri = 'file:///plant/main.iacs';
const said = ({ file }: Importing, type: string): readonly unknown[] =>
    (file.statements ?? []).filter(({ $type }) => $type === type);

function same(text: string): void {
    const [head, whole] = [headOf(uri, text), parse(uri, text)];
    const leading = (imports: readonly unknown[]): readonly unknown[] =>
        imports.filter(each => ((each as { path?: { text: string } }).path?.text ?? '').includes('.iacs'));
    assert.deepEqual(leading(said(head, 'Import')), leading(said(whole, 'Import')), text);
    // A misspelt `system` is none for whoever looks for roots.
    if (mayBeRoot(text)) assert.equal(isRoot(head), isRoot(whole), text);
    else if (isRoot(whole)) assert.ok(!/(^|[\s{}/"])system\s/.test(text), text);
    if (whole.mistakes.length > 0) return;
    assert.deepEqual(said(head, 'Import'), said(whole, 'Import'), text);
    const systems = new Set(said(whole, 'System').map(each => JSON.stringify(each)));
    for (const each of said(head, 'System')) assert.ok(systems.has(JSON.stringify(each)), text);
}

describe('A look before a file is parsed', () => {
    it('finds no system in texts and comments', () => {
        for (const text of [
            'zone A { asset X "Order system 1" : server }',
            '// the system P\nzone A {}',
            '/* system P */ zone A { title "a \\" system P" }',
        ])
            assert.ok(!mayBeRoot(text), text);
        for (const text of [
            'system P',
            'zone A "open\nsystem P',
            'zone A {} /* a */ system P',
            'zone “a system P',
            'system/* c */P',
            'system// c\nP',
            'system"Plant"',
        ])
            assert.ok(mayBeRoot(text), text);
    });
});

describe('The head of a file', () => {
    it('is its system and its imports, wherever they are', () => {
        for (const text of [
            '',
            'zone A {}',
            '\uFEFFimport "a.iacs"\r\nsystem Plant "P" { owner "x" }\r\n',
            'zone A { asset X : plc } system Plant\nimport"b.iacs"',
            '/** Why. */ system/* no blank */ Plant\n',
            '// import "no.iacs"\nzone A { title "import system x" }\n  import "b.iacs" // and\n  system P\n',
            'zone A { "system Plant\n}\nimport "a.iacs\nsystem Q\n',
            'import\nsystem\nzone A {\n  system Inside\n  import "in.iacs"\n}',
            '<<<<<<< HEAD\nsystem A\n=======\nsystem B\n>>>>>>> other\n',
            'zone A system Plant import "x"\nzone B { title "the system \\"import" }',
            'zone A {}\nimprt "a.iacs"\n',
            'zone A {\nimport "a.iacs"\nsystem Plant\n',
        ])
            same(text);
    });

    it('is the same in texts with random changes', () => {
        const next = random(Number(process.env['IACS_SEED'] ?? 8));
        const words = ['import "a.iacs"', 'system Other', 'import', '\n', '{', '}', '"', '/*', '*/', ' ', 'zone B {'];
        for (let count = 0; count < 400; count++) {
            let text = `import "one.iacs"\n${carelessPlant(next)}\nimport "two.iacs"\n`;
            for (let edit = next(4); edit >= 0; edit--) {
                const at = next(text.length);
                text = text.slice(0, at) + words[next(words.length)]! + text.slice(at + next(3));
            }
            same(text);
        }
    });
});
