import type { Slot, SlotName } from './slots.ts';
import { slotOf, slots } from './slots.ts';

/**
 * How a statement is written, said in one line: `meets REQUIREMENT… (by MEASURE… | because TEXT)* [{}]`.
 *
 * Words and signs stand as they are typed. A word in capitals is a slot (see `slots.ts`). `X…` is a list with commas,
 * `[X]` may be left out, `(X | Y)` is one of several, `(X | Y)*` each of several at most once in any order, `{}` is the
 * block of the statement.
 */
export type Part =
    | { readonly kind: 'literal'; readonly text: string }
    | { readonly kind: 'slot'; readonly name: SlotName; readonly slot: Slot }
    | { readonly kind: 'block' }
    | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
    | { readonly kind: 'choice' | 'any-order'; readonly choices: readonly Part[] }
    | { readonly kind: 'optional' | 'list'; readonly part: Part };

const tokens = /\[|\]|\(|\)\*?|\||…|\{\}|[^\s[\]()|…]+/g;

/** Reads the form of a statement. Throws where it is not well written, which a test would meet first. */
export function readForm(form: string): Part {
    const words = form.match(tokens) ?? [];
    let at = 0;

    function choice(): readonly Part[] {
        const choices = [sequence()];
        while (words[at] === '|') {
            at++;
            choices.push(sequence());
        }
        return choices;
    }

    function sequence(): Part {
        const parts: Part[] = [];
        while (at < words.length && !['|', ']', ')', ')*'].includes(words[at]!)) parts.push(listed(single()));
        return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
    }

    function listed(part: Part): Part {
        if (words[at] !== '…') return part;
        at++;
        return { kind: 'list', part };
    }

    function single(): Part {
        const word = words[at++]!;
        if (word === '{}') return { kind: 'block' };
        if (word === '[') {
            const choices = choice();
            if (words[at++] !== ']') throw new Error(`${form}: a ] is missing`);
            return { kind: 'optional', part: oneOf('choice', choices) };
        }
        if (word === '(') {
            const choices = choice();
            const close = words[at++];
            if (close === ')*') return { kind: 'any-order', choices };
            if (close !== ')') throw new Error(`${form}: a ) is missing`);
            return oneOf('choice', choices);
        }
        // The first word of a statement is never a slot, though SL-T looks like one.
        if (at > 1 && word in slots) return { kind: 'slot', name: word as SlotName, slot: slotOf(word as SlotName) };
        if (at > 1 && /^[A-Z_]{2,}$/.test(word)) throw new Error(`${form}: there is no slot ${word}`);
        return { kind: 'literal', text: word };
    }

    const part = sequence();
    if (at < words.length) throw new Error(`${form}: ${words[at]} closes nothing`);
    return part;
}

function oneOf(kind: 'choice', choices: readonly Part[]): Part {
    return choices.length === 1 ? choices[0]! : { kind, choices };
}

/** The parts inside of a part. */
export function partsOf(part: Part): readonly Part[] {
    switch (part.kind) {
        case 'sequence':
            return part.parts;
        case 'choice':
        case 'any-order':
            return part.choices;
        case 'optional':
        case 'list':
            return [part.part];
        case 'literal':
        case 'slot':
        case 'block':
            return [];
    }
}

/** Every part of a form, the outer ones first. */
export function* allParts(part: Part): Iterable<Part> {
    yield part;
    for (const inner of partsOf(part)) yield* allParts(inner);
}

/**
 * Pairs of parts that may stand next to each other, of which one has to follow the other: what comes before, and what
 * behind.
 */
export function neighbours(form: Part): readonly (readonly [Part, Part])[] {
    const found: [Part, Part][] = [];
    /** Goes through a part after any of `before`; returns what may stand last behind it. */
    function visit(part: Part, before: readonly Part[]): readonly Part[] {
        switch (part.kind) {
            case 'literal':
            case 'slot':
            case 'block':
                found.push(...before.map((each): [Part, Part] => [each, part]));
                return [part];
            case 'sequence':
                return part.parts.reduce((last, each) => visit(each, last), before);
            case 'choice':
                return part.choices.flatMap(each => visit(each, before));
            case 'optional':
                return [...before, ...visit(part.part, before)];
            case 'list':
                return visit(part.part, before);
            case 'any-order': {
                const once = part.choices.flatMap(each => visit(each, before));
                return [...before, ...once, ...part.choices.flatMap(each => visit(each, once))];
            }
        }
    }
    visit(form, []);
    return found;
}
