/** What VS Code gives a webview, for the page of the preview in a frame of the playground. */
let state: unknown;

Object.assign(globalThis, {
    acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => parent.postMessage(message, '*'),
        getState: () => state,
        setState: (next: unknown) => {
            state = next;
        },
    }),
});

window.addEventListener('message', ({ source, data }: MessageEvent<{ type: string; theme?: string }>) => {
    if (source === parent && data.type === 'theme') document.body.className = `vscode-${data.theme}`;
});
