import type { Page } from 'playwright-core';

/** What a person sees at the cursor. */
export interface Seen {
    /** The line before and after the cursor, and the line below. */
    readonly before: string;
    readonly after: string;
    readonly below: string;
    /** The items of the open list as far as they are to be seen, the chosen one first; empty where no list is open. */
    readonly items: readonly string[];
}

/** How long the screen must stay as it is before it is read, in milliseconds; longer where no list is open yet. */
const quiet = { open: 120, closed: Number(process.env['IACS_QUIET'] ?? 220) };

/** The text editor of a VS Code in a browser, read from what it draws. */
export class TextWindow {
    private readonly page: Page;

    constructor(page: Page) {
        this.page = page;
    }

    press(key: string): Promise<void> {
        return this.page.keyboard.press(key);
    }

    type(text: string): Promise<void> {
        return this.page.keyboard.type(text);
    }

    /** What is on the screen once it does not change any more. */
    seen(): Promise<Seen> {
        return this.page.evaluate(async quiet => {
            const read = (): Seen | null => {
                const editor = document.querySelector('.editor-group-container.active .monaco-editor');
                const cursor = editor?.querySelector<HTMLElement>('.cursors-layer .cursor');
                if (!editor || !cursor) return null;
                const lines = [...editor.querySelectorAll<HTMLElement>('.view-lines > .view-line')]
                    .map(line => ({ top: parseFloat(line.style.top), line }))
                    .sort((a, b) => a.top - b.top);
                const at = lines.findIndex(({ top }) => Math.abs(top - parseFloat(cursor.style.top)) < 4);
                if (at < 0) return null;
                const textOf = (index: number): string =>
                    (lines[index]?.line.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
                const longest = lines
                    .map(({ line }) => line.querySelector('span'))
                    .filter(span => span !== null)
                    .sort((a, b) => b.textContent.length - a.textContent.length)[0];
                const width = longest?.textContent
                    ? longest.getBoundingClientRect().width / longest.textContent.length
                    : 8;
                const column = Math.round(parseFloat(cursor.style.left) / width);
                const list = document.querySelector('.suggest-widget.visible:not(.message)');
                const rows = [...(list?.querySelectorAll<HTMLElement>('.monaco-list-row') ?? [])]
                    .sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
                    .map(row => row.querySelector('.label-name')?.textContent ?? '');
                const chosen = list?.querySelector<HTMLElement>('.monaco-list-row.focused')?.dataset['index'] ?? '0';
                const text = textOf(at);
                return {
                    before: text.slice(0, column).padEnd(column),
                    after: text.slice(column),
                    below: textOf(at + 1),
                    items: rows.slice(Number(chosen)),
                };
            };
            let last = '';
            let since = performance.now();
            for (;;) {
                const now = read();
                const key = JSON.stringify(now);
                if (key !== last) [last, since] = [key, performance.now()];
                const wait = now && now.items.length > 0 ? quiet.open : quiet.closed;
                if (now && performance.now() - since >= wait) return now;
                if (performance.now() - since > 20_000) throw new Error('No cursor in a text was to be seen.');
                await new Promise(resolve => setTimeout(resolve, 20));
            }
        }, quiet);
    }
}
