import { compareVersions } from './version.ts';

/** True for two texts of one version: `V3.1`, `v3.1` and `3.1`. */
export function isSameVersion(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase() || compareVersions(a, b) === 'same';
}
