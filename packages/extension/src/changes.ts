import type { Disposable } from 'vscode';

const pause = 800;

/** Tells what follows the models that they have changed, after a rest. */
export class Changes {
    private readonly hearing = new Set<() => unknown>();
    private timer: NodeJS.Timeout | undefined;

    /** Calls after each change, until it is disposed. */
    each(run: () => unknown): Disposable {
        this.hearing.add(run);
        return { dispose: () => void this.hearing.delete(run) };
    }

    changed(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
            for (const run of this.hearing) run();
        }, pause);
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.hearing.clear();
    }
}
