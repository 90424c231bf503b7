/** The page of a comparison: an entry that is clicked is reported by its list, its number and its side. */
declare function acquireVsCodeApi(): {
    postMessage(message: {
        readonly list: string | undefined;
        readonly index: number;
        readonly side: string | undefined;
    }): void;
};

const host = acquireVsCodeApi();
document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-index]') : null;
    if (!button) return;
    const { list, index, side } = button.dataset;
    host.postMessage({ list, index: Number(index), side });
});

export {};
