import type { Part } from './form.ts';
import type { Slot } from './slots.ts';

/** What may come next in a statement: a word or sign of its form, or something to fill in. */
export type Next =
    | { readonly kind: 'literal'; readonly text: string }
    | {
          readonly kind: 'slot';
          readonly slot: Slot;
          /** Index of the first word of a slot that is begun, else of the next word. */ readonly from: number;
      };

export interface Following {
    readonly next: readonly Next[];
    /** True where the statement may end here. */
    readonly ends: boolean;
}

/**
 * Where a slot ends that begins at a word: the index behind it, and how it might go on; `null` where the word does not
 * fit.
 */
interface Taken {
    readonly end: number;
    /** What the slot itself may go on with. */
    readonly goesOn: readonly string[];
    /** True where the slot lacks something. */
    readonly open: boolean;
}

const nameShape = /^[\p{L}_]/u;
const isSign = (word: string): boolean => !/^[\p{L}_\d"“-‟«»:]/u.test(word) || word === ':';

/**
 * What may follow the words of a statement.
 * @param form of the statement
 * @param words all of its words and signs, the first one included; a qualified name is several
 */
export function follow(form: Part, words: readonly string[]): Following {
    const next = new Map<string, Next>();
    let ends = false;

    function expect(found: Next): void {
        const key = found.kind === 'literal' ? found.text : `${found.slot.what} ${found.from}`;
        if (!next.has(key)) next.set(key, found);
    }

    function walk(part: Part, at: number, done: (at: number) => void): void {
        switch (part.kind) {
            case 'literal':
                if (at === words.length) expect(part);
                else if (words[at] === part.text) done(at + 1);
                return;
            case 'slot': {
                if (at === words.length) {
                    expect({ kind: 'slot', slot: part.slot, from: at });
                    return;
                }
                const taken = take(part.slot, words, at);
                if (!taken) return;
                if (!taken.open) done(taken.end);
                else if (taken.end === words.length) expect({ kind: 'slot', slot: part.slot, from: at });
                if (taken.end === words.length) for (const text of taken.goesOn) expect({ kind: 'literal', text });
                return;
            }
            case 'block':
                return;
            case 'sequence':
                return inTurn(part.parts, at, done);
            case 'choice':
                for (const choice of part.choices) walk(choice, at, done);
                return;
            case 'optional':
                walk(part.part, at, done);
                done(at);
                return;
            case 'list':
                return walk(part.part, at, end => {
                    if (words[end] === ',') walk(part, end + 1, done);
                    else done(end);
                });
            case 'any-order':
                return anyOrder(part.choices, at, done);
        }
    }

    function inTurn(parts: readonly Part[], at: number, done: (at: number) => void): void {
        const [first, ...rest] = parts;
        if (first) walk(first, at, end => inTurn(rest, end, done));
        else done(at);
    }

    // Of several choices each is gone once; a single one is a list, such as the zones that a conduit is between.
    function anyOrder(choices: readonly Part[], at: number, done: (at: number) => void): void {
        for (const choice of choices) {
            const left = choices.length === 1 ? choices : choices.filter(each => each !== choice);
            walk(choice, at, end => anyOrder(left, end, done));
        }
        done(at);
    }

    walk(form, 0, end => {
        if (end === words.length) ends = true;
    });
    return { next: [...next.values()], ends };
}

function take(slot: Slot, words: readonly string[], at: number): Taken | null {
    const first = words[at]!;
    const whole = (end: number, goesOn: readonly string[] = []): Taken => ({ end, goesOn, open: false });
    switch (slot.is) {
        case 'text':
        case 'path':
            return /^["“-‟«»]/u.test(first) ? whole(at + 1) : null;
        case 'arrow':
            return slot.words!.includes(first) ? whole(at + 1) : null;
        case 'name': {
            if (!nameShape.test(first)) return null;
            let end = at + 1;
            while (words[end] === '.' && end + 1 < words.length) end += 2;
            return words[end] === '.' ? { end: end + 1, goesOn: [], open: true } : whole(end);
        }
        case 'service':
            return /^[\p{L}]/u.test(first) ? whole(serviceFrom(words, at)) : null;
        case 'requirement':
            return requirement(words, at);
        case 'part-requirement':
            return partRequirement(words, at);
        case 'levels':
            return first === '{' ? vectorFrom(words, at) : /^\d/.test(first) ? afterLevel(words, at) : null;
        default:
            return isSign(first) || first.startsWith('"') !== (slot.is === 'risk' && first.startsWith('"'))
                ? null
                : whole(at + 1);
    }
}

/** Where a service ends: its transport, and the ports behind it, which are a list of their own. */
function serviceFrom(words: readonly string[], at: number): number {
    const isPort = (index: number): boolean => /^\d/.test(words[index] ?? '');
    let end = at + 1;
    if (isPort(end)) end++;
    while (words[end] === ',' && isPort(end + 1)) end += 2;
    return end;
}

function afterLevel(words: readonly string[], at: number): Taken {
    return words[at + 1] === '{' ? vectorFrom(words, at + 1) : { end: at + 1, goesOn: ['{'], open: false };
}

function vectorFrom(words: readonly string[], at: number): Taken {
    const close = words.indexOf('}', at);
    return close < 0 ? { end: words.length, goesOn: [], open: true } : { end: close + 1, goesOn: [], open: false };
}

/** `NET 3.2`, `SP.07.04 RE 1`, `SM-1`, or a part of one. */
function partRequirement(words: readonly string[], at: number): Taken | null {
    const first = words[at]!;
    if (!nameShape.test(first)) return null;
    if (first.includes('-')) return { end: at + 1, goesOn: [], open: false };
    const number = words[at + 1] === '.' ? at + 2 : at + 1;
    if (words[number] === undefined || isSign(words[number])) return { end: number, goesOn: [], open: true };
    if (first !== 'SP' || words[number + 1] !== 'RE')
        return { end: number + 1, goesOn: first === 'SP' ? ['RE'] : [], open: false };
    return words[number + 2] === undefined
        ? { end: number + 2, goesOn: [], open: true }
        : { end: number + 3, goesOn: [], open: false };
}

/** `SR 1.1 RE 1`, `FR 2 SL 1`, or a part of one. */
function requirement(words: readonly string[], at: number): Taken | null {
    const [kind, number, more, further] = words.slice(at, at + 4);
    if (!nameShape.test(kind!)) return null;
    const marker = kind === 'FR' ? 'SL' : 'RE';
    if (number === undefined || isSign(number)) return { end: at + 1, goesOn: [], open: true };
    if (more !== marker) return { end: at + 2, goesOn: [marker], open: false };
    return further === undefined ? { end: at + 3, goesOn: [], open: true } : { end: at + 4, goesOn: [], open: false };
}
