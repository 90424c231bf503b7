import type { TextWindow } from './window.ts';

/** What it took to write a text: what the hands did, and what the lists of the editor offered. */
export interface Log {
    /** Keys that were pressed, each letter, arrow, Enter and Escape. */
    keys: number;
    /** Items that were taken, by their place in the list: first, or after some arrows. */
    first: number;
    later: number;
    /** Lists that were open although they had to be closed before the next key. */
    closed: number;
    /** Lines whose end took an item that was not meant; it was taken back. */
    mistaken: number;
    /** Where a list opened before or with the first letter of a word, and its first item was another one. */
    readonly wrong: readonly Wrong[];
}

export interface Wrong {
    /** The line as far as it was written. */
    readonly written: string;
    /** What is written there, and the items that were offered first. */
    readonly wanted: string;
    readonly offered: readonly string[];
    /** The place of the wanted item among those that were to be seen; 0 where it was not. */
    readonly place: number;
}

/** The most arrows that are pressed for an item; beyond them letters are typed. */
const mostArrows = 4;
const wordEnd = /[\s"{},]/u;

/**
 * A person who writes a text and takes what is offered. The rules are the same for every version of the extension: an
 * item is taken where that costs fewer keys than the letters that are left; otherwise the next letter is typed.
 */
export class Typist {
    private readonly window: TextWindow;
    readonly log: Log & { wrong: Wrong[] } = { keys: 0, first: 0, later: 0, closed: 0, mistaken: 0, wrong: [] };

    constructor(window: TextWindow) {
        this.window = window;
    }

    /** Presses keys of which no list matters. */
    async press(...keys: readonly string[]): Promise<void> {
        for (const key of keys) await this.window.press(key);
        this.log.keys += keys.length;
    }

    async type(text: string): Promise<void> {
        await this.window.type(text);
        this.log.keys += text.length;
    }

    /** Writes a text into an empty editor. */
    async write(text: string): Promise<void> {
        const lines = text.replace(/\n$/u, '').split('\n');
        for (const [index, line] of lines.entries()) {
            if (index > 0) await this.nextLine(line);
            await this.line(line);
        }
    }

    private async line(line: string): Promise<void> {
        const judged = new Set<number>();
        let corrections = 0;
        for (;;) {
            const { before, after, items } = await this.window.seen();
            if (!line.startsWith(before)) {
                // Something was inserted that does not belong there: too deep an indentation, or a space too many.
                if (++corrections > 40) throw new Error(`The editor has ${before}, and not the start of ${line}`);
                await this.press('Backspace');
                continue;
            }
            const rest = line.slice(before.length);
            if (rest === '') {
                // What the editor closed, and what was closed by hand as well.
                if (after !== '' && !(line.endsWith('{') && after === '}')) await this.press(...deletes(after));
                return;
            }
            if (rest === after) {
                await this.press('End');
                continue;
            }
            const start = startOf(before);
            const typed = before.length - start;
            const wanted = line.slice(start);
            const place = items.findIndex(label => label.length > typed && begins(wanted, label));
            const isWritten = typed >= wordOf(wanted).length;
            if (items.length > 0 && typed <= 1 && !isWritten && !judged.has(start) && !/^[\s"{},]/u.test(wanted)) {
                judged.add(start);
                if (place !== 0) this.judge(before, wordOf(wanted), items, place);
            }
            const left = place < 0 ? 0 : items[place]!.length - typed;
            if (place >= 0 && place <= mostArrows && place + 1 < left) await this.take(place, items[place]!);
            else if (items.length === 0 && (typed >= 1 || inText(before))) await this.type(restOfWord(rest, before));
            // After a brace or a quote something may be offered; before a text nothing is.
            else if (/^ "/u.test(rest)) await this.type(' "');
            else await this.type(rest[0]!);
        }
    }

    private judge(written: string, wanted: string, items: readonly string[], place: number): void {
        this.log.wrong.push({ written: written.trim(), wanted, offered: items.slice(0, 3), place: place + 1 });
    }

    private async take(place: number, label: string): Promise<void> {
        for (let count = 0; count < place; count++) await this.press('ArrowDown');
        // The list may have come anew meanwhile: whoever sees that goes on typing.
        if (place > 0 && (await this.window.seen()).items[0] !== label) return;
        await this.press('Enter');
        this.log[place === 0 ? 'first' : 'later']++;
    }

    private async nextLine(line: string): Promise<void> {
        const { before, items, below } = await this.window.seen();
        if (items.length > 0) {
            await this.press('Escape');
            this.log.closed++;
        }
        // The brace that the editor wrote itself.
        if (line.trim() === '}' && below === line) await this.press('ArrowDown', 'End');
        else await this.press('Enter');
        // A list that opened in this very moment took the key.
        const now = await this.window.seen();
        if (before.trim() === '' || !now.before.startsWith(before)) return;
        this.log.mistaken++;
        await this.press('Control+Z');
        await this.nextLine(line);
    }
}

const deletes = (after: string): readonly string[] => Array.from(after, () => 'Delete');

function inText(before: string): boolean {
    return (before.match(/"/gu) ?? []).length % 2 === 1;
}

/** Where the word that is being written begins; in a text, where the text does. */
function startOf(before: string): number {
    if (inText(before)) return before.lastIndexOf('"') + 1;
    let start = before.length;
    while (start > 0 && !wordEnd.test(before[start - 1]!)) start--;
    return start;
}

const begins = (wanted: string, label: string): boolean =>
    wanted.startsWith(label) &&
    (wanted.length === label.length || label.endsWith('.') || wordEnd.test(wanted[label.length]!));

function wordOf(wanted: string): string {
    return /^[^\s"{},]+/u.exec(wanted)?.[0] ?? wanted[0] ?? '';
}

function restOfWord(rest: string, before: string): string {
    const found = inText(before) ? /^[^"]+/u.exec(rest) : /^[^\s"{},]+ ?/u.exec(rest);
    return found?.[0] ?? rest[0]!;
}
