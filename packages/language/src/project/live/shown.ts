import type { Place, Related } from '../../model/index.ts';
import type { Finding, Part } from '../../rules/engine/finding.ts';
import { compareInFile } from '../../rules/engine/order.ts';
import type { Hearing } from '../../rules/engine/understood.ts';
import type { FilesNow } from './placing.ts';
import { findingNow, placeNow, spanNow } from './placing.ts';

/** What a finding says, without the places. */
export type Said = Pick<Finding, 'rule' | 'severity' | 'message' | 'subject' | 'basis' | 'accepted'> & {
    readonly parts: readonly Pick<Part, 'subject'>[];
};

/** A finding of an analysis. Where it is now is known; the rest of its places are worked out when somebody asks. */
export class Shown {
    readonly said: Said;
    readonly at: Place;
    private readonly finding: Finding;
    private readonly files: FilesNow | null;
    private readonly hearing: Hearing | null;
    private placed: Finding | undefined;

    /**
     * @param finding as its rule said it
     * @param at where it is now
     * @param files those of whose addresses it speaks; `null` for a finding of the present text
     * @param hearing what the problems of the present text leave of it
     */
    constructor(finding: Finding, at: Place, files: FilesNow | null, hearing: Hearing | null) {
        this.said = finding;
        this.finding = finding;
        this.at = at;
        this.files = files;
        this.hearing = hearing;
    }

    /**
     * The finding with all that belongs to it, at the places of the present text. What is no longer there is left out.
     */
    get whole(): Finding {
        return (this.placed ??= this.files === null ? this.finding : this.wholeNow(this.files));
    }

    private wholeNow(files: FilesNow): Finding {
        const { finding, at } = this;
        const now = findingNow(finding, files);
        if (now) return this.hearing?.safe(now) ?? now;
        return { ...finding, at, fixes: [], related: [], parts: [{ subject: finding.subject, at }] };
    }

    get related(): readonly Related[] {
        const { files } = this;
        return files === null
            ? this.finding.related
            : this.finding.related.flatMap(related => {
                  const at = placeNow(related.at, files);
                  return at ? [{ message: related.message, at }] : [];
              });
    }

    /** True where another one is the same to the eye: the same words at the same places. */
    looksLike(other: Shown): boolean {
        const [a, b] = [this.said, other.said];
        if (!isAt(this.at, other.at)) return false;
        const [now, then] = [this.files, other.files];
        if (a === b && now !== null && then !== null) {
            const isThere = ({ at }: { readonly at: Place }): boolean => isSamePlace(at, now, then);
            return this.finding.parts.every(isThere) && this.finding.related.every(isThere);
        }
        return (
            (a === b || (a.rule === b.rule && a.severity === b.severity && a.message === b.message)) &&
            (a.accepted === null) === (b.accepted === null) &&
            areAt(this.places, other.places) &&
            areAt(
                this.related.map(each => each.at),
                other.related.map(each => each.at),
            ) &&
            (a === b || this.related.every((each, index) => each.message === other.related[index]!.message))
        );
    }

    /** The places that it blames. */
    get places(): readonly Place[] {
        const { files } = this;
        return files === null
            ? this.finding.parts.map(part => part.at)
            : this.finding.parts.flatMap(part => placeNow(part.at, files) ?? []);
    }
}

function isAt(a: Place, b: Place): boolean {
    return a.start === b.start && a.end === b.end && a.file === b.file;
}

/** True where a place of addresses is the same in two states of the files; a file is mostly the same state itself. */
function isSamePlace(place: Place, now: FilesNow, then: FilesNow): boolean {
    const [file, other] = [now.get(place.file), then.get(place.file)];
    if (file === other) return true;
    if (!file || !other) return false;
    const [here, there] = [spanNow(file, place), spanNow(other, place)];
    return here?.start === there?.start && here?.end === there?.end;
}

function areAt(a: readonly Place[], b: readonly Place[]): boolean {
    return a.length === b.length && a.every((place, index) => isAt(place, b[index]!));
}

/** Orders findings in one file by where they are now; what is alike stays in its order. */
export function compareShown(
    a: { readonly said: Said; readonly at: Place },
    b: { readonly said: Said; readonly at: Place },
): number {
    return compareInFile(
        { at: a.at, rule: a.said.rule, severity: a.said.severity },
        { at: b.at, rule: b.said.rule, severity: b.said.severity },
    );
}
