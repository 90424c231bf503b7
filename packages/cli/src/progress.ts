import type { Io } from './io.ts';

/** What is done sooner needs no word. */
const patience = 500;
const widest = 78;

/**
 * Shows on a terminal what a long command is doing: one line on standard error, which is gone when the command goes on.
 */
export class Progress {
    private readonly io: Pick<Io, 'progress' | 'status'>;
    private readonly clock: () => number;
    private readonly start: number;
    private shown = false;

    /** @param clock milliseconds from any beginning */
    constructor(io: Pick<Io, 'progress' | 'status'>, clock: () => number = () => performance.now()) {
        this.io = io;
        this.clock = clock;
        this.start = io.progress ? clock() : 0;
    }

    /** Says what comes next, once the command has taken long enough for somebody to wonder. */
    step(text: string): void {
        if (!this.io.progress || this.clock() - this.start < patience) return;
        this.shown = true;
        const line = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
        this.io.status(`\r\u001b[K${line.length > widest ? `${line.slice(0, widest - 1)}…` : line}`);
    }

    /** Takes the line away. */
    end(): void {
        if (this.shown) this.io.status('\r\u001b[K');
        this.shown = false;
    }
}
