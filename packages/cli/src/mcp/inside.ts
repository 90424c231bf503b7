import path, { type PlatformPath } from 'node:path';
import { shortPath } from 'iacs-language';

/**
 * True for a folder itself and for what is in it. The long form of a path of Windows is the short one.
 * @param paths the rules of the system that the paths are of
 */
export function isInside(folder: string, file: string, { relative, isAbsolute, sep }: PlatformPath = path): boolean {
    const way = relative(shortPath(folder), shortPath(file));
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
