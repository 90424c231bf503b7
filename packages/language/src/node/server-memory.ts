import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Room for young objects, in bytes. V8 would take eight times as much while a large model is read, and keep it. */
const youngRoom = 16 * 2 ** 20;
/** How much garbage may be kept, in percent of what is in use. V8 would let the heap of a busy process double twice. */
const garbage = 60;
/** So many objects that stay are enough to fill the room: more are never made. */
const most = 200_000;

const room = (): number => getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? 0;

/** The factor by which V8 enlarges the room when much of what is in it stays; 1 leaves it as it is. */
const growth = (factor: number): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/** V8 enlarges the room only when it is full of what stays. */
function enlarge(): void {
    const kept: object[] = [];
    // At once: what stays is copied at every step.
    growth(Math.max(1, Math.floor(youngRoom / 2 / room())));
    while (room() < youngRoom && kept.length < most)
        for (let count = 0; count < 500; count++) kept.push([kept.length, kept]);
    growth(1);
}

/**
 * Bounds the memory of a server: it keeps what is in use, three fifths of that as garbage, and {@link youngRoom}. To
 * be called once, before anything is read. In a process that runs, the size of the room cannot be set, but whether it
 * grows.
 */
export function boundMemory(): void {
    setFlagsFromString(`--heap-growing-percent=${garbage}`);
    enlarge();
    // V8 makes the room smaller when the server has nothing to do for a while.
    new PerformanceObserver(() => growth(room() < youngRoom / 2 ? 2 : 1)).observe({ entryTypes: ['gc'] });
}
