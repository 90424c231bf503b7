import type { Hold } from 'iacs-language/findings';
import type { Pieces } from '../write-whole.ts';
import { aside } from './aside.ts';

/** So many bytes are held in memory until the end; what is more waits in a file. */
const mostHeld = 2e6;

/** Holds a little in memory and the rest in a file: a folder of a thousand models needs no more than one of fifty. */
export function holding(): Hold {
    let held = 0;
    let file: Hold | null | undefined;
    return bytes => {
        held += bytes.length;
        if (held > mostHeld && file === undefined) file = aside();
        return file ? file(bytes) : () => bytes;
    };
}

/** What an output gives out when all is known. */
export class Waiting implements Pieces {
    private readonly hold = holding();
    private readonly held: (() => Uint8Array)[] = [];
    private readonly encoder = new TextEncoder();

    add(text: string): void {
        this.held.push(this.hold(this.encoder.encode(text)));
    }

    *pieces(): Iterable<Uint8Array> {
        for (const read of this.held) yield read();
    }
}
