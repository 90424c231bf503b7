// elkjs ships the minified worker without types; it is the same module as `elkjs/lib/elk-worker.js`.
declare module 'elkjs/lib/elk-worker.min.js' {
    export const Worker: new () => object;
}
