import type { Part } from './form.ts';
import { partsOf } from './form.ts';
import type { SlotName } from './slots.ts';
import type { StatementWord } from './table.ts';
import { formOf } from './table.ts';

/** How a form is put into words. */
interface Writing {
    /** What is in a slot; `index` counts the slots of that name before it. */
    slot(part: Part & { readonly kind: 'slot' }, index: number): string;
    readonly block: string;
    /** False to leave out what may be left out, and of a list all but its first item. */
    readonly whole: boolean;
    list(item: Part, text: (item: Part) => string): string;
}

function write(form: Part, writing: Writing): string {
    const counts = new Map<SlotName, number>();
    const joined = (parts: readonly Part[]): string =>
        parts
            .map(text)
            .filter(part => part !== '')
            .join(' ');

    function text(part: Part): string {
        switch (part.kind) {
            case 'literal':
                return part.text;
            case 'slot': {
                const index = counts.get(part.name) ?? 0;
                counts.set(part.name, index + 1);
                return writing.slot(part, index);
            }
            case 'block':
                return writing.block;
            case 'sequence':
                return joined(part.parts);
            case 'choice':
                return text(part.choices[0]!);
            case 'any-order':
                return writing.whole ? joined(part.choices) : '';
            case 'optional':
                return writing.whole ? text(part.part) : '';
            case 'list':
                return writing.whole ? writing.list(part.part, text) : text(part.part);
        }
    }

    return text(form);
}

function sample(part: Part & { readonly kind: 'slot' }, index: number): string {
    const { samples } = part.slot;
    return samples[index % samples.length]!;
}

/** A list with every sample that there is, or with one item and room for more. */
function list(item: Part, text: (item: Part) => string): string {
    if (item.kind !== 'slot') return `${text(item)}, ${text(item)}`;
    const {
        slot: { is, samples },
    } = item;
    return is === 'name' || samples.length === 1 ? `${text(item)}, …` : samples.join(', ');
}

/** An example of a statement with all that may be in it: `applies M, …`, `one-way A -> B`. */
export function exampleOf(entry: StatementWord): string {
    return write(formOf(entry), { slot: sample, block: '{ … }', whole: true, list });
}

/** An example with nothing that may be left out: `flow A -> B`. */
export function shortExampleOf(entry: StatementWord): string {
    return write(formOf(entry), { slot: sample, block: '{ … }', whole: false, list });
}

/** The words at the start of a statement before anything is filled in: `approved by`. */
export function headOf(entry: StatementWord): string {
    const form = formOf(entry);
    const words: string[] = [];
    for (const part of form.kind === 'sequence' ? form.parts : [form]) {
        if (part.kind !== 'literal') break;
        words.push(part.text);
    }
    return words.join(' ');
}

/**
 * What an editor inserts for a statement of words and texts alone: `approved by "$1"`; its head and a blank where more
 * is to be chosen.
 */
export function insertOf(entry: StatementWord): string {
    const form = formOf(entry);
    const [first, ...rest] = form.kind === 'sequence' ? form.parts : [form];
    let text = (first as Part & { readonly kind: 'literal' }).text;
    let count = 0;
    for (const part of rest) {
        const inner = part.kind === 'list' ? partsOf(part)[0]! : part;
        if (inner.kind === 'literal') text += ` ${inner.text}`;
        else if (inner.kind === 'slot' && (inner.slot.is === 'text' || inner.slot.is === 'path') && count === 0)
            text += ` "$${++count}"`;
        else break;
    }
    return count === 0 ? `${(first as Part & { readonly kind: 'literal' }).text} ` : `${text}$0`;
}
