/** One `edit` of a FortiGate configuration: what is set in it, and what is configured inside of it. */
export interface FortiEntry {
    readonly name: string;
    readonly line: number;
    readonly values: Map<string, readonly string[]>;
    readonly blocks: Map<string, FortiBlock>;
}

/** A `config` block: its entries in their order, and what is set in it directly. */
export interface FortiBlock {
    entries: FortiEntry[];
    readonly values: Map<string, readonly string[]>;
    readonly line: number;
}

/** The first word that is set for a key; `null` where none is. */
export const word = (entry: FortiEntry, key: string): string | null => entry.values.get(key)?.[0] ?? null;

/** All words that are set for a key. */
export const list = (entry: FortiEntry, key: string): readonly string[] => entry.values.get(key) ?? [];

/** Blocks by their path, such as `firewall policy`. */
export type FortiBlocks = ReadonlyMap<string, FortiBlock>;

/** Something about a line that could not be carried out. */
export interface FortiFault {
    readonly line: number;
    readonly message: string;
}

interface Line {
    readonly number: number;
    readonly words: readonly string[];
}

/** Splits a configuration into lines of words; a string in quotes may go on over several lines. */
function linesOf(text: string): readonly Line[] {
    const lines: Line[] = [];
    let number = 1;
    let start = 1;
    let words: string[] = [];
    let current: string | null = null;
    let quote = '';
    const endWord = (): void => {
        if (current !== null) words.push(current);
        current = null;
    };
    const endLine = (): void => {
        endWord();
        if (words.length > 0) lines.push({ number: start, words });
        words = [];
    };
    for (let at = 0; at < text.length; at++) {
        const sign = text[at]!;
        if (sign === '\n') number++;
        if (quote !== '') {
            if (sign === '\\' && quote === '"' && at + 1 < text.length) current += text[++at]!;
            else if (sign === quote) quote = '';
            else current += sign;
        } else if (sign === '"' || (sign === "'" && current === null)) {
            quote = sign;
            current ??= '';
        } else if (sign === '\n') {
            endLine();
            start = number;
        } else if (sign === '#' && current === null && words.length === 0) {
            while (at + 1 < text.length && text[at + 1] !== '\n') at++;
        } else if (/\s/.test(sign)) endWord();
        else
            current =
                (current ?? '') + (sign === '\\' && at + 1 < text.length && text[at + 1] !== '\n' ? text[++at]! : sign);
    }
    endLine();
    return lines;
}

const fresh = (line: number): FortiBlock => ({ entries: [], values: new Map(), line });

/**
 * Reads the blocks of a FortiGate configuration or script, `move`, `clone`, `rename` and `delete` carried out.
 * @returns the blocks by their path, such as `firewall policy`, what could not be carried out or is not closed, and the
 *    paths of the blocks that are open where the file ends; an entry in which it ends is left out
 */
export function readFortiBlocks(text: string): {
    readonly top: FortiBlock & { readonly blocks: Map<string, FortiBlock> };
    readonly faults: readonly FortiFault[];
    readonly open: ReadonlySet<string>;
} {
    const faults: FortiFault[] = [];
    const root: FortiEntry = { name: '', line: 1, values: new Map(), blocks: new Map() };
    const stack: { readonly owner: FortiEntry; readonly block: FortiBlock | null }[] = [{ owner: root, block: null }];
    for (const { number, words } of linesOf(text)) {
        const top = stack.at(-1)!;
        const [verb, ...rest] = words as [string, ...string[]];
        const name = rest[0] ?? '';
        const { block } = top;
        const target =
            block && top.owner !== root && stack.length > 1 && stack.at(-2)!.block === block
                ? top.owner
                : (block ?? top.owner);
        switch (verb) {
            case 'config': {
                const path = rest.join(' ');
                if (path === 'global') {
                    // What all VDOMs share is read as if it stood outside of them.
                    stack.push({ owner: root, block: null });
                    break;
                }
                const known = top.owner.blocks.get(path) ?? fresh(number);
                top.owner.blocks.set(path, known);
                stack.push({
                    owner: { name: path, line: number, values: known.values, blocks: new Map() },
                    block: known,
                });
                break;
            }
            case 'edit': {
                if (!block) break;
                // In a script 0 is the next free number.
                let entry = name === '0' ? undefined : block.entries.find(each => each.name === name);
                if (!entry) {
                    entry = { name, line: number, values: new Map(), blocks: new Map() };
                    block.entries.push(entry);
                }
                stack.push({ owner: entry, block });
                break;
            }
            case 'next':
                if (stack.length > 1 && stack.at(-2)!.block === block) stack.pop();
                break;
            case 'end': {
                if (stack.length > 1 && stack.at(-2)!.block === block && stack.at(-2)!.owner !== root) stack.pop();
                if (stack.length > 1) stack.pop();
                break;
            }
            case 'set':
            case 'select':
                target.values.set(name, rest.slice(1));
                break;
            case 'append':
                target.values.set(name, [...(target.values.get(name) ?? []), ...rest.slice(1)]);
                break;
            case 'unselect':
                target.values.set(
                    name,
                    (target.values.get(name) ?? []).filter(each => !rest.includes(each)),
                );
                break;
            case 'unset':
            case 'clear':
                target.values.delete(name);
                break;
            case 'move':
            case 'clone':
            case 'rename':
            case 'delete':
            case 'purge':
                if (block) change(block, verb, rest, number, faults);
                break;
            default:
                faults.push({ line: number, message: `"${words.join(' ').slice(0, 60)}" is not understood.` });
        }
    }
    if (stack.length > 1)
        faults.push({
            line: stack[1]!.owner.line,
            message: `"config ${stack[1]!.owner.name}" is not closed: the file seems to be cut.`,
        });
    const open = new Set(stack.slice(1).map(({ owner }) => owner.name));
    const { owner, block } = stack.at(-1)!;
    // What is said of the last entry may be half of it: a policy without its action yet is none that denies.
    if (block && stack.at(-2)?.block === block) block.entries = block.entries.filter(entry => entry !== owner);
    return { top: { entries: [], values: root.values, line: 1, blocks: root.blocks }, faults, open };
}

function change(block: FortiBlock, verb: string, rest: readonly string[], line: number, faults: FortiFault[]): void {
    if (verb === 'purge') {
        block.entries = [];
        return;
    }
    const [name = '', way = '', other = ''] = rest;
    const entry = block.entries.find(each => each.name === name);
    const place = block.entries.findIndex(each => each.name === other);
    if (!entry) {
        faults.push({ line, message: `"${verb} ${rest.join(' ')}" names an entry that is not there.` });
    } else if (verb === 'delete') block.entries = block.entries.filter(each => each !== entry);
    else if (verb === 'rename' && way === 'to' && place < 0)
        block.entries = block.entries.map(each => (each === entry ? { ...entry, name: other } : each));
    else if (verb === 'clone' && way === 'to' && place < 0)
        block.entries.push({ ...entry, name: other, line, values: new Map(entry.values) });
    else if (verb === 'move' && place >= 0 && (way === 'before' || way === 'after')) {
        const others = block.entries.filter(each => each !== entry);
        others.splice(others.findIndex(each => each.name === other) + (way === 'after' ? 1 : 0), 0, entry);
        block.entries = others;
    } else faults.push({ line, message: `"${verb} ${rest.join(' ')}" cannot be carried out.` });
}
