/** The page of a comparison: an entry that is clicked is reported by its number and its side. */
declare function acquireVsCodeApi(): {
    postMessage(message: { readonly index: number; readonly side: string | undefined }): void;
};

const host = acquireVsCodeApi();
document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-index]') : null;
    if (button) host.postMessage({ index: Number(button.dataset['index']), side: button.dataset['side'] });
});

export {};
