/** What Node has everywhere and a browser does not; a bundle loads it first. */
const waiting: (() => void)[] = [];
const channel = new MessageChannel();
(channel.port1 as unknown as { onmessage: () => void }).onmessage = () => waiting.shift()?.();

/** A turn of the event loop. `setTimeout` is no replacement: browsers stretch it to 4 ms. */
function immediate(run: () => void): void {
    waiting.push(run);
    channel.port2.postMessage(null);
}

const scope = globalThis as unknown as Record<string, unknown>;
scope['setImmediate'] ??= immediate;
