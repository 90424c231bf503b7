import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { completion } from '../src/lsp/completion.ts';
import { countedInHovers } from '../src/lsp/hover-facts.ts';
import { hover } from '../src/lsp/hover.ts';
import { plain } from '../src/lsp/markdown.ts';
import type { SlotKind } from '../src/statements/index.ts';
import { blockKinds, statementsIn } from '../src/statements/index.ts';
import { formatText } from '../src/syntax/index.ts';
import type { DiffSide } from '../src/views/diff/index.ts';
import { diff, sideOf } from '../src/views/diff/index.ts';
import { notInReport } from '../src/views/report/further.ts';
import { toDocument, toMarkdown, toTables } from '../src/views/report/index.ts';
import type { Workspace } from './lsp/ask.ts';
import { ask, workspace } from './lsp/ask.ts';
import type { Loaded } from './support/load.ts';
import { load } from './support/load.ts';
import { reportOf } from './support/report.ts';
import type { Piece, Sample } from './support/statement-samples.ts';
import { elementOf, plantWith, samplesOf, textOf } from './support/statement-samples.ts';

/**
 * Every statement of the table, in every block where it belongs: written, changed in each of its places, and looked at
 * from all sides.
 * Whatever a new statement needs and does not have fails here, by its name.
 */
const today = '2026-06-01';

/** A file beside the model, for an import. */
const beside = '\n//- parts.iacs\n\n//- more.iacs\n';

/** What the blocks inside of an element belong to. */
const holders: ReadonlyMap<string, string> = new Map([
    ['permits', 'ruleset'],
    ['blocks', 'ruleset'],
    ['saw', 'observation'],
    ['affected', 'advisory'],
    ['not-affected', 'advisory'],
    ['fixed', 'advisory'],
    ['under-investigation', 'advisory'],
]);

/** What nothing is proposed for: only its author knows it. */
const unproposed: ReadonlySet<SlotKind> = new Set(['text', 'declared', 'number', 'ports', 'address', 'risk']);

/** Places whose value says which fact it is: another value is another fact, so one goes and one comes. */
function isIdentity({ block, entry }: Sample, { name }: Piece): boolean {
    if (entry.word === 'accept') return name === 'RULE';
    if (entry.word === 'permits' || entry.word === 'blocks') return name === 'LABEL';
    if (entry.word === 'works' || entry.word === 'endures') return name?.endsWith('DEPENDENCY') === true;
    if (name === 'ORGANISATIONAL' || name === 'OF_PROGRAMME') return true;
    if (
        entry.word === 'evidence' ||
        entry.word === 'certificate' ||
        (block === 'countermeasure' && entry.word === 'meets')
    )
        return name === 'DOCUMENT';
    if (block === 'advisory') return name === 'PRODUCT' || (name === 'CVE' && entry.word === 'vulnerability');
    if (entry.word === 'keeps') return name === 'FUNCTION';
    if (entry.word === 'saw') return name === 'SIGHT' || name === 'ARROW' || name === 'SERVICE';
    if (entry.word === 'except') return name === 'END' || name === 'ARROW' || name === 'PROTOCOL';
    return name === 'REQUIREMENT' && block !== 'countermeasure';
}

function read(sample: Sample, changed?: number): Loaded {
    return load(plantWith(sample.block, textOf(sample, changed)) + beside, { today, withoutRules: true });
}

function side(loaded: Loaded): DiffSide {
    return sideOf(loaded, { today, textOf: uri => loaded.files.get(uri), fileName: uri => uri });
}

interface Printed {
    readonly tables: () => string;
    readonly document: () => string;
}

/** The tables and the document of a report, without what changes with every text: findings, and sums of files. */
function printed(loaded: Loaded): Printed {
    const whole = reportOf(loaded);
    const data = { ...whole, findings: [], document: { ...whole.document, sha256: '', files: [] } };
    return {
        tables: once(() => JSON.stringify(toTables(data))),
        document: once(() => toMarkdown(toDocument(data))),
    };
}

/** Whether two reports print something else, in a table or in the document. */
function printsAnother(one: Printed, other: Printed): boolean {
    return one.tables() !== other.tables() || one.document() !== other.document();
}

function hovered(space: Workspace, offset: number): string {
    const found = ask(hover, { ...space, offset, position: space.view.lines.positionAt(offset) });
    return found ? (found.contents as MarkupContent).value : '';
}

function proposed(space: Workspace, offset: number): readonly string[] {
    const found = ask(completion, { ...space, offset, position: space.view.lines.positionAt(offset) });
    return found?.items.flatMap(item => [item.label, ...(item.textEdit ? [item.textEdit.newText] : [])]) ?? [];
}

/** The text of a sample in the plant, and where it begins. */
function placed(sample: Sample, changed?: number): { readonly space: Workspace; readonly start: number } {
    const space = workspace(plantWith(sample.block, `<|>${textOf(sample, changed)}`) + beside, {}, true);
    return { space, start: space.offset };
}

/** What the hover of the element says of which the sample is a fact. */
function elementHover(sample: Sample, changed?: number): string {
    const { space } = placed(sample, changed);
    const name =
        changed !== undefined && sample.pieces[changed]!.name === 'NAME'
            ? sample.pieces[changed]!.other!
            : elementOf(sample)!;
    const declared = new RegExp(`^ *[a-z]+ ${name}\\b`, 'm').exec(space.view.text)!;
    return hovered(space, declared.index + declared[0].length);
}

/** What all the places of a statement are compared with is made once. */
function once<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}

for (const block of blockKinds) {
    describe(`Every statement in: ${block}`, () => {
        for (const sample of statementsIn(block).flatMap(entry => samplesOf(entry, block))) {
            const { entry, pieces, title } = sample;
            const written = once(() => read(sample));
            const before = { side: once(() => side(written())), printed: once(() => printed(written())) };
            const hoverBefore = once(() => elementHover(sample));
            const slots = pieces.flatMap((piece, index) => (piece.other ? [{ piece, index }] : []));

            it(`${title} is understood, and kept by the formatter`, () => {
                assert.deepEqual(
                    written().problems.map(({ message }) => message),
                    [],
                );
                const text = plantWith(block, textOf(sample));
                assert.equal(formatText(text), text);
            });

            it(`${title} is completed to its end, and explained`, () => {
                const { space, start } = placed(sample);
                const word = hovered(space, start + 1);
                assert.ok(word.includes(plain(entry.help)), `${entry.word} has a hover: ${word}`);
                let at = start;
                for (const piece of pieces) {
                    at = space.view.text.indexOf(piece.text, at);
                    const known =
                        piece.text === '{}' || piece.text === ',' || (piece.slot && unproposed.has(piece.slot.is));
                    // A path stands in quotes; of names those nearby alone are proposed until something is typed.
                    const labels = known
                        ? []
                        : proposed(space, piece.slot?.is === 'path' || piece.slot?.is === 'name' ? at + 1 : at);
                    const bare =
                        piece.slot?.is === 'service' ? piece.text.split(' ')[0]! : piece.text.replace(/^"|"$/g, '');
                    assert.ok(
                        known || labels.some(label => label === bare || bare.endsWith(`.${label}`)),
                        `${piece.text} is proposed at ${space.view.text.slice(start, at)}: ` +
                            `${labels.slice(0, 9).join(', ')}`,
                    );
                    at += piece.text.length;
                }
            });

            // What they say is what stands in the other file, or in their block.
            if (entry.word === 'import' || entry.word === 'within') continue;

            for (const { piece, index } of slots) {
                it(`${title} is compared, shown and reported where ${piece.text} becomes ${piece.other}`, () => {
                    const changed = read(sample, index);
                    assert.deepEqual(
                        changed.problems.map(({ message }) => message),
                        [],
                    );
                    const { changes } = diff(before.side(), side(changed));
                    assert.equal(
                        changes.length,
                        isIdentity(sample, piece) ? 2 : 1,
                        `seen by the diff: ${changes.map(({ what }) => what).join(' / ')}`,
                    );
                    if (
                        elementOf(sample) !== null &&
                        entry.word !== 'flow' &&
                        !countedInHovers.has(entry.word) &&
                        !countedInHovers.has(block)
                    ) {
                        assert.notEqual(
                            elementHover(sample, index),
                            hoverBefore(),
                            'shown in the hover of its element',
                        );
                    }
                    const kind = block === 'file' ? entry.word : (holders.get(block) ?? block);
                    if (!(notInReport as ReadonlyMap<string, string>).has(kind))
                        assert.ok(printsAnother(printed(changed), before.printed()), 'in the report');
                });
            }
        }
    });
}
