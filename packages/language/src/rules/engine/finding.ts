import type { Accept, Fix, Place, Related } from '../../model/index.ts';
import type { Severity } from '../../settings/index.ts';

/** One of the places that a finding blames. */
export interface Part {
    /** As in {@link Finding.subject}. */
    readonly subject: string | null;
    readonly at: Place;
}

/** A rule's answer, or a problem of the text, as it is shown. */
export interface Finding {
    /** A rule id, or `syntax`, `unresolved`, `invalid-value`. */
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly at: Place;
    readonly subject: string | null;
    readonly basis: readonly string[];
    readonly fixes: readonly Fix[];
    readonly related: readonly Related[];
    /**
     * All that it blames, one by one: each as it would be blamed if it stood alone. What has one cause is said once, so
     * that one part
     * more or less changes the finding that says it; the rule and the part tell it again all the same. Never empty.
     */
    readonly parts: readonly Part[];
    /** The statement that accepts it; `null` when nobody did. */
    readonly accepted: Accept | null;
}

/**
 * The fixes of a finding for one of the places that it blames: those of that place, then those for all of them.
 * @param at as in {@link Finding.parts}; the place of the finding, where nothing is given
 */
export function fixesAt({ fixes, at: head }: Finding, at: Place = head): readonly Fix[] {
    const own = ({ at: place }: Fix): boolean =>
        place !== undefined && place.file === at.file && place.start === at.start && place.end === at.end;
    return [...fixes.filter(own), ...fixes.filter(fix => fix.at === undefined)];
}

/**
 * A finding whose fixes are worked out when somebody first asks for them: of thousands, few are ever looked at.
 * @param fixes asked once at most
 */
export function withFixes(
    finding: Omit<Finding, 'fixes'>,
    fixes: () => readonly Fix[],
    message = finding.message,
): Finding {
    // Taken one by one: to copy a finding as a whole would ask for its fixes.
    const { rule, severity, at, subject, basis, related, parts, accepted } = finding;
    let made: readonly Fix[] | undefined;
    return {
        rule,
        severity,
        message,
        at,
        subject,
        basis,
        get fixes() {
            return (made ??= fixes());
        },
        related,
        parts,
        accepted,
    };
}
