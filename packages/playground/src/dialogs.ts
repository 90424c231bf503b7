/** Small dialogs of the page. */

type Child = Node | string;

/** An element with attributes and children; an attribute that is a function listens to the event of its name. */
export function element<K extends keyof HTMLElementTagNameMap>(
    name: K,
    attributes: Readonly<Record<string, string | boolean | ((event: Event) => void)>> = {},
    ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === 'function') made.addEventListener(key, value);
        else if (typeof value === 'string') made.setAttribute(key, value);
        else if (value) made.setAttribute(key, '');
    }
    made.append(...children);
    return made;
}

/** An answer of a dialog: its button, and what comes of it. */
export interface Choice<T> {
    readonly label: string;
    readonly value: T;
    /** The button that Enter presses. */
    readonly main?: boolean;
}

/**
 * Asks, and waits for an answer.
 * @param content what is between the title and the buttons
 * @returns the value of the button; `null` where the dialog was closed
 */
export function ask<T>(title: string, content: readonly Child[], choices: readonly Choice<T>[]): Promise<T | null> {
    return new Promise(resolve => {
        let answer: T | null = null;
        const heading = element('h2', { id: 'dialog-title' }, title);
        const dialog = element('dialog', { 'aria-labelledby': 'dialog-title' });
        const buttons = choices.map(({ label, value, main }) =>
            element(
                'button',
                {
                    type: 'submit',
                    ...(main ? { class: 'main', autofocus: true } : {}),
                    click: () => {
                        answer = value;
                    },
                },
                label,
            ),
        );
        dialog.append(
            element('form', { method: 'dialog' }, heading, ...content, element('div', { class: 'row' }, ...buttons)),
        );
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(answer);
        });
        document.body.append(dialog);
        dialog.showModal();
    });
}

/**
 * Says something for some seconds at the edge of the page. The place is there all the time, since a screen reader reads
 * what changes in a place that it knows.
 */
export function say(message: string): void {
    const note = document.getElementById('said') as HTMLElement;
    note.textContent = message;
    setTimeout(() => {
        if (note.textContent === message) note.textContent = '';
    }, 8000);
}
