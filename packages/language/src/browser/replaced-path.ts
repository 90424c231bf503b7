/** `node:path` in a bundle for browsers, as far as the language uses it: patterns of the settings. */
import { minimatch } from 'minimatch';

/** As Node calls the same library. */
const options = {
    platform: 'linux',
    nonegate: true,
    nocomment: true,
    optimizationLevel: 2,
    nocaseMagicOnly: true,
    windowsPathsNoEscape: true,
} as const;

export const posix = {
    /** True where a path with `/` between its parts matches a pattern. */
    matchesGlob: (path: string, pattern: string): boolean => minimatch(path, pattern, options),
};
