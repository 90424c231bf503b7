/** Texts on which properties are tried: sound models, models with slips of the hand, words in any order, any bytes. */
import fc from 'fast-check';
import { blockKinds, statementsIn, statementWords } from '../../src/statements/index.ts';
import { formatText } from '../../src/syntax/index.ts';
import { carelessPlant } from '../support/careless-plant.ts';
import { exampleFolders, exampleText } from '../support/examples.ts';
import { oddLayout } from '../support/odd-layout.ts';
import { plantText, random, randomPlant } from '../support/random-plant.ts';
import { plantWith, samplesOf, textOf } from '../support/statement-samples.ts';

const signs = ['{', '}', '"', ',', '.', ':', '->', '<->', '--', '//', '/*', '*/', '/**', '\n', ' ', '\t', '\r', '\0'];
const values = [
    '10.0.0.1',
    '10.0.0.0/8',
    'fe80::1',
    '1',
    '4',
    '9',
    '2027-01-01',
    '2027-02-30',
    '"x"',
    '“x”',
    'SR 1.1',
    'é',
    '😀',
];
const names = ['A', 'B', 'A.X', 'X', 'plc', 'https', 'S', 'control', 'system S', 'import "main.iacs"'];
const words = [...statementWords.map(({ word }) => word), ...signs, ...values, ...names];

/** Models in which nothing is wrong with the text. */
export const sound: fc.Arbitrary<string> = fc.oneof(
    fc.nat(1_000_000).map(seed => carelessPlant(random(seed))),
    fc.nat(1_000_000).map(seed => plantText(randomPlant(random(seed)))),
    fc.constantFrom(...exampleFolders.map(exampleText)).map(text => text.replace(/^\/\/- .*$/gm, '')),
);

/** Each statement of the table, in a plant with one element of each kind. */
const everyStatement: fc.Arbitrary<string> = fc
    .constantFrom(...blockKinds.flatMap(block => statementsIn(block).flatMap(entry => samplesOf(entry, block))))
    .map(sample => plantWith(sample.block, textOf(sample)));

/** Sound models in a layout that nobody would choose, with comments between the words; some of them formatted. */
export const oddlyLaidOut: fc.Arbitrary<string> = fc
    .tuple(fc.oneof(sound, everyStatement), fc.nat(1_000_000), fc.constantFrom(4, 25), fc.nat(9))
    .map(([text, seed, rate, further]) => {
        const odd = oddLayout(text, random(seed), rate);
        const laidOut = further < 4 ? formatText(odd) : odd;
        return further % 4 === 0 ? laidOut.replaceAll('\n', '\r\n') : laidOut;
    });

interface Slip {
    /** A part of the text: 0 to 1. */
    readonly at: number;
    readonly cut: number;
    readonly put: string;
    /** Where a piece of the text itself is put, and how long it is. */
    readonly copied: number;
}

const slip: fc.Arbitrary<Slip> = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(200)),
    put: fc.oneof(
        fc.constant(''),
        fc.constantFrom(...words),
        fc.constantFrom(...words).map(word => ` ${word} `),
    ),
    copied: fc.oneof(fc.constant(0), fc.nat(120)),
});

function slipped(text: string, slips: readonly Slip[]): string {
    return slips.reduce((whole, { at, cut, put, copied }) => {
        const place = Math.floor(at * whole.length);
        const from = Math.floor((1 - at) * whole.length);
        return whole.slice(0, place) + put + whole.slice(from, from + copied) + whole.slice(place + cut);
    }, text);
}

/** Models with some slips of the hand in them. */
export const careless: fc.Arbitrary<string> = fc
    .tuple(sound, fc.array(slip, { minLength: 1, maxLength: 6 }))
    .map(([text, slips]) => slipped(text, slips));

/** A model, and what becomes of it while somebody types. */
export const typed: fc.Arbitrary<readonly string[]> = fc
    .tuple(sound, fc.array(fc.array(slip, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 8 }))
    .map(([text, edits]) => {
        const texts = [text];
        for (const slips of edits) texts.push(slipped(texts.at(-1)!, slips));
        return texts;
    });

/** A model, and the same without some of its lines. */
export const edited: fc.Arbitrary<readonly string[]> = fc
    .tuple(sound, fc.array(fc.double({ min: 0, max: 0.99, noNaN: true }), { minLength: 1, maxLength: 3 }))
    .map(([text, places]) => {
        const lines = text.split('\n');
        const gone = new Set(places.map(place => Math.floor(place * lines.length)));
        return [text, lines.filter((_, index) => !gone.has(index)).join('\n')];
    });

const soup = fc.array(fc.constantFrom(...words), { maxLength: 200 }).map(all => all.join(' '));
const bytes = fc.string({ unit: 'binary', maxLength: 400 });

/** Any text at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
    { weight: 5, arbitrary: careless },
    { weight: 2, arbitrary: sound },
    { weight: 2, arbitrary: soup },
    { weight: 1, arbitrary: bytes },
);

/** One text as the only input. */
export const alone = (text: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> => text.map(each => [each]);
