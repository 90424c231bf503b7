import type { TitleFields } from '../sheet/title-block.ts';
import type { BinderChanges } from './binder.ts';
import type { RevisionLine } from './cover.ts';

/** A revision of the model before the one that is drawn. */
export interface EarlierRevision {
    readonly revision: string;
    /** `YYYY-MM-DD` */
    readonly date: string;
    /** What it says of itself. */
    readonly what: string;
}

/** What is not known of an earlier revision is not said: who tagged it need not have drawn it. */
const unsigned = { drawn: '–', checked: '–', approved: '–' };

function changeWords(changes: BinderChanges | null): string {
    if (changes === null) return 'Drawing set';
    const count = changes.rows.length;
    return count === 1 ? '1 change, see its list' : `${count} changes, see their list`;
}

/**
 * The lines of the revision table, newest first: this one, what it is compared with where that is not a revision
 * itself, and those before it.
 */
export function revisionsOf(
    fields: TitleFields,
    changes: BinderChanges | null,
    earlier: readonly EarlierRevision[],
): RevisionLine[] {
    const revision = fields.revision ?? fields.commit ?? '–';
    const now: RevisionLine = {
        revision,
        date: fields.date ?? '–',
        what: changeWords(changes),
        drawn: fields.drawn ?? '–',
        checked: fields.checked ?? '–',
        approved: fields.approved ?? '–',
    };
    const before = earlier.filter(each => each.revision !== revision);
    const known = before.some(each => each.revision === changes?.since);
    return [
        now,
        ...(changes === null || known
            ? []
            : [{ ...unsigned, revision: changes.since, date: '–', what: 'what this set is compared with' }]),
        ...before.map(each => ({
            ...each,
            ...unsigned,
            what: each.revision === changes?.since ? `compared with: ${each.what}` : each.what,
        })),
    ];
}
