import type { HeapSpaceInfo } from 'node:v8';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** In characters of text. Below it the garbage of a process is worth no time. */
const muchText = 4e6;
/**
 * In bytes of heap. To collect a smaller one takes more time than its memory is worth: that of 10,000 assets, with
 * rules and traffic beside them, is some 170 MB, and up to a tenth of the time of a check went into it.
 */
const largeHeap = 250e6;

/** By how many hundredths a large heap may grow before it is collected. */
const growth = 40;
let hasLarge = false;

/** In bytes, both halves of it: the room for young objects beside a large model. V8 begins with an eighth of it. */
const youngRoom = 16e6;
const mostSteps = 16;

/**
 * To be called before a text is parsed. Nearly all that is made of a large text stays, so much room for young objects
 * is of no use: V8 would take 64 MB for them, twice. With the room of the beginning, V8 would look through it 6,000
 * times for 100,000 assets, which takes a fifth of the processor time. And it would let garbage gather: that is a
 * seventh of the memory, and to collect it earlier takes hardly more time.
 * @param length of all texts that have been read, in characters
 */
export function beforeParsing(length: number): void {
    if (length <= muchText || hasLarge) return;
    hasLarge = true;
    growYoungRoom();
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/** V8 doubles the room when as much has survived as it has: that is made so here, while nothing else is in it. */
function growYoungRoom(): void {
    for (let step = 0; step < mostSteps; step++) {
        const { space_size: room = youngRoom } = young() ?? {};
        if (room >= youngRoom) return;
        const survivors = Array.from({ length: room / 200 }, () => [0]);
        collect()?.({ type: 'minor' });
        survivors.length = 0;
    }
}

/** By how many hundredths the heap of a thread may grow in which one small model follows another. */
const growthOfMany = 200;
let preparedForMany = false;

/**
 * To be called before many models are gone through. Between two of them hardly anything is in use, and V8 would let
 * garbage gather in each thread until it is several times as much as a model. And what has survived once it would put
 * among old objects from the beginning: an old object that nobody uses holds all young ones that it knows, so each
 * model would live until the whole heap is collected.
 */
export function beforeMany(): void {
    if (preparedForMany) return;
    preparedForMany = true;
    if (!hasLarge) setFlagsFromString(`--heap-growing-percent=${growthOfMany}`);
    setFlagsFromString('--no-allocation-site-pretenuring');
}

/** To be called when all models have been read: Node keeps compiled code at the end, which belongs to V8's flags. */
export function afterMany(): void {
    if (!preparedForMany) return;
    preparedForMany = false;
    setFlagsFromString('--heap-growing-percent=0');
    setFlagsFromString('--allocation-site-pretenuring');
}

/**
 * To be called when each thread has gone through some models. Room for young objects is as large by then as a model
 * needs. In the thread that prints it would grow with each hundred models, as text is in use that waits for its turn.
 */
export function keepYoungRoom(): void {
    setFlagsFromString('--semi-space-growth-factor=1');
}

const young = (): HeapSpaceInfo | undefined =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');

let collector: ((options?: { readonly type: 'minor' }) => void) | undefined;

/** V8's collector; `undefined` where another thread has changed its flags in the same moment. */
function collect(): typeof collector {
    if (collector) return collector;
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('globalThis.gc') as typeof collector;
    setFlagsFromString('--no-expose-gc');
    return collector;
}

/**
 * To be called when much has been let go: the trees of a model, or the model. V8 would keep it until the heap has
 * doubled. In a small process nothing is done.
 */
export function collectGarbage(): void {
    if (getHeapStatistics().used_heap_size >= largeHeap) collect()?.();
}

/** So many bytes of young objects are worth a look at what is left of them, which is hardly anything. */
const youngGarbage = 4e6;

/**
 * To be called between two of many models, when nothing of the last one is in use. In the middle of a model V8 would
 * take what is in use for what stays, and gather it in each thread.
 */
export function betweenModels(): void {
    beforeMany();
    if ((young()?.space_used_size ?? 0) >= youngGarbage) collect()?.({ type: 'minor' });
}

/** So many characters of printed text are worth a look at what is left of them. */
const printedGarbage = 2e6;

/** By so many bytes the thread that prints may grow: text that waits for its turn has become old when it goes. */
const oldGarbage = 8e6;

/**
 * Lets go what is left of text that has been printed: its bytes lie outside of V8's heap, so V8 does not see how many
 * have gathered.
 */
export class PrintedText {
    /** True where this thread does nothing else: one that checks models loses compiled code with their last object. */
    isAll = false;
    private length = 0;
    /** In bytes: the least that was in use after a collection. */
    private least = Infinity;

    /** To be called with the length of each text when it has been printed, or been laid aside. */
    add(length: number): void {
        this.length += length;
        if (this.length < printedGarbage) return;
        this.length = 0;
        collect()?.({ type: 'minor' });
        if (!this.isAll) return;
        if (getHeapStatistics().used_heap_size > this.least + oldGarbage) collect()?.();
        this.least = Math.min(this.least, getHeapStatistics().used_heap_size);
    }
}
