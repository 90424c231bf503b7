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

/**
 * To be called before a text is parsed. Nearly all that is made of a large text stays, so room for young objects is of
 * no use: V8 would take 64 MB for them, twice. And it would let garbage gather: of 100,000 assets that is a seventh of
 * the memory, and to collect it earlier takes hardly more time.
 * @param length of all texts that have been read, in characters
 */
export function beforeParsing(length: number): void {
    if (length <= muchText) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/** By how many hundredths the heap of a thread may grow in which one small model follows another. */
const growthOfMany = 200;

/**
 * To be called before threads go through many models. Between two of them hardly anything is in use, and V8 would let
 * garbage gather in each thread until it is several times as much as a model.
 */
export function beforeMany(): void {
    setFlagsFromString(`--heap-growing-percent=${growthOfMany}`);
}

const youngSize = (): number =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_used_size ?? 0;

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
export function collectYoung(): void {
    if (youngSize() >= youngGarbage) collect()?.({ type: 'minor' });
}
