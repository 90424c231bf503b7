import { compareVersions } from 'iacs-language';
import type { ReadAdvisory } from './read-csaf.ts';

/** An advisory and the file that it was read from. */
export interface FromFile {
    readonly read: ReadAdvisory;
    readonly shown: string;
    readonly source: string;
    readonly sha256: string;
}

/** Who gives it out, and under which number: one advisory, in whatever revision. */
export function keyOf({ identifier, publisher }: Pick<ReadAdvisory, 'identifier' | 'publisher'>): string {
    return `${publisher ?? ''}\n${identifier}`.toLowerCase();
}

type Revised = Pick<ReadAdvisory, 'revision' | 'dated'>;

/** Whether a revision is older than another one: by its number, else by its day; `null` where neither decides. */
export function isOlder(one: Revised, other: Revised): boolean | null {
    const order =
        one.revision !== null && other.revision !== null ? compareVersions(one.revision, other.revision) : null;
    if (order === 'earlier' || order === 'later') return order === 'earlier';
    if (one.dated !== null && other.dated !== null && one.dated !== other.dated) return one.dated < other.dated;
    return order === 'same' ? false : null;
}

/** How a revision is called. */
export function revisionText({ revision, dated }: Revised): string {
    return [
        revision === null ? 'a revision without a number' : `revision ${revision}`,
        ...(dated === null ? [] : [`of ${dated}`]),
    ].join(' ');
}

/**
 * Of several files with one advisory the newest revision.
 * @param notice takes a sentence about each that is left out
 */
export function newestOf(all: readonly FromFile[], notice: (text: string) => void): readonly FromFile[] {
    const newest = new Map<string, FromFile>();
    for (const each of all) {
        const key = keyOf(each.read);
        const known = newest.get(key);
        if (!known) newest.set(key, each);
        else if (known.sha256 === each.sha256) continue;
        else {
            const older = isOlder(each.read, known.read);
            const [kept, left] = older === false && isOlder(known.read, each.read) ? [each, known] : [known, each];
            newest.set(key, kept);
            notice(
                older === null || (older === false && kept === known)
                    ? `${left.shown} is left out: ${kept.shown} has the same revision of ${kept.read.identifier} in ` +
                          'other words.'
                    : `${left.shown} is left out: ${kept.shown} has ${revisionText(kept.read)} of ` +
                          `${kept.read.identifier}, which is newer than ${revisionText(left.read)}.`,
            );
        }
    }
    return [...newest.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ read: { identifier, publisher } }: FromFile): string {
    return `${identifier}\n${publisher ?? ''}`;
}
