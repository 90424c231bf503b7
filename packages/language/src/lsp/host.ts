import type { LayoutEngine } from '../views/diagram/index.ts';
import type { FileSystem } from '../project/index.ts';

/** What the shell gives the server. */
export interface ServerHost {
    readonly files: FileSystem;
    /** The clock: today, `YYYY-MM-DD`. */
    today(): string;
    /** Runs layouts away from the thread that answers requests; started when a diagram is first asked for. */
    engine(): LayoutEngine;
    /** How often the disk is looked at for what the editor does not report, in milliseconds; by default 2,000. */
    readonly lookEvery?: number;
}
