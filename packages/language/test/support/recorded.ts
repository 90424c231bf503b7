import { understand } from '../../src/analysis.ts';
import { onDay } from '../../src/model/index.ts';
import type { Model } from '../../src/model/index.ts';
import { rules } from '../../src/rules/index.ts';
import { parse } from '../../src/syntax/index.ts';
import { carelessPlant } from './careless-plant.ts';
import { exampleFolders, exampleText } from './examples.ts';
import { memorySource } from './load.ts';
import { sections, withoutMarks } from './marks.ts';
import { random } from './random-plant.ts';
import type { Reads } from './recording.ts';

const today = '2026-06-01';
const root = 'file:///plant/main.iacs';

/** All that a text says, on whatever day. */
function wholeOf(text: string): Model {
    const files = new Map(
        sections(text).map((part, index) => [index === 0 ? root : new URL(part.name!, root).href, part.text]),
    );
    return understand(parse(root, files.get(root)!), memorySource(files)).model;
}

interface Tried {
    /** How many random plants. */
    readonly plants?: number;
    /** Other plants for another one. */
    readonly seed?: number;
    /** One of so many examples of the rules; all of them where nothing is given. */
    readonly oneOf?: number;
}

function wholesToRead({ plants = 300, seed = 3, oneOf = 1 }: Tried): readonly Model[] {
    const next = random(seed);
    const own = rules.flatMap(({ examples }) => examples.flatMap(({ before, after = '' }) => [before, after]));
    const texts = [
        ...own.filter(() => next(oneOf) === 0),
        ...Array.from({ length: plants }, () => carelessPlant(next)),
        ...exampleFolders.map(exampleText),
    ];
    return texts.filter(text => text !== '').map(text => wholeOf(withoutMarks(text)));
}

/** The models of all examples of the rules, of random plants and of the examples of the product, as they are today. */
export function modelsToRead(tried: Tried = {}): readonly Model[] {
    return wholesToRead(tried).map(whole => onDay(whole, today));
}

/**
 * Records what the rules read in these models.
 * @param record see `recording.ts`
 * @returns `reads` by the rules, and the fields that the elements of each list have
 */
export function readAll(
    record: (whole: Model, today: string, into: Reads) => void,
    tried: Tried = {},
): { readonly reads: Reads; readonly fields: ReadonlyMap<string, ReadonlySet<string>> } {
    const reads: Reads = new Map();
    const fields = new Map<string, Set<string>>();
    for (const whole of wholesToRead(tried)) {
        for (const [list, value] of Object.entries(onDay(whole, today))) {
            const known = fields.get(list) ?? new Set<string>();
            fields.set(list, known);
            for (const each of [value].flat() as unknown[])
                if (typeof each === 'object' && each !== null) for (const field of Object.keys(each)) known.add(field);
        }
        record(whole, today, reads);
    }
    return { reads, fields };
}
