import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Repository } from '../git.ts';

/** True for a file or folder that is in a folder, or is that folder. */
export function isIn(folder: string, file: string): boolean {
    const inside = path.relative(folder, file);
    return inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
}

/** The place without links, in the letters of the disk; what does not exist is judged by the folder around it. */
function realPlace(place: string): string {
    try {
        return realpathSync.native(place);
    } catch {
        const around = path.dirname(place);
        return around === place ? place : path.join(realPlace(around), path.basename(place));
    }
}

/**
 * Files and folders as git names them: below the top of their repository. A link, a drive or other letter case may lead
 * there too, and under such a name a commit has no file: the model would look new.
 * @param places absolute; what is in no repository, or in another one, stays as it is
 */
export function placesIn(repository: Repository | null, places: readonly string[]): readonly string[] {
    if (!repository) return places;
    const top = realPlace(repository.top);
    return places.map(place => {
        const known = [
            place,
            // A link in the repository is a file of its own.
            path.join(realPlace(path.dirname(place)), path.basename(place)),
            realPlace(place),
        ].find(each => isIn(repository.top, each) || isIn(top, each));
        if (known === undefined) return place;
        return path.join(repository.top, path.relative(isIn(top, known) ? top : repository.top, known));
    });
}
