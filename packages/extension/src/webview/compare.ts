/** The page of a comparison: an entry that is clicked is reported by its number. */
declare function acquireVsCodeApi(): { postMessage(message: { readonly index: number }): void };

const host = acquireVsCodeApi();
document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-index]') : null;
    if (button) host.postMessage({ index: Number(button.dataset['index']) });
});

export {};
