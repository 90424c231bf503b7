import { statSync, type Stats } from 'node:fs';

/**
 * What is at a path; `undefined` where there is nothing, and where the system does not say: behind links in a circle, a
 * name that is too long, a folder that may not be looked into, and on Windows a file that is about to go.
 */
export function statOf(file: string): Stats | undefined {
    try {
        return statSync(file, { throwIfNoEntry: false });
    } catch {
        return undefined;
    }
}
