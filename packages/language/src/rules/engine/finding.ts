import type { Accept, Fix, Place, Related } from '../../model/index.ts';
import { WhenAsked } from '../../model/index.ts';
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
     * that one part more or less changes the finding that says it; the rule and the part identify it all the same.
     * Never empty.
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

/** Makes the fixes of a finding, once. */
interface Making {
    (): readonly Fix[];
    /** Their titles, where these are known before; each is a fix for all places of the finding. */
    readonly titles?: readonly string[] | undefined;
}

const fixesWhenAsked = new WhenAsked<'fixes', readonly Fix[], Making>('fixes');

/**
 * A finding whose fixes are worked out when somebody first asks for them: of thousands, few are ever looked at.
 * @param fixes asked once at most
 * @param titles of the fixes, where they are known before the fixes are made
 */
export function withFixes(
    before: Omit<Finding, 'fixes'>,
    fixes: () => readonly Fix[],
    message = before.message,
    titles?: readonly string[],
): Finding {
    // Taken one by one: to copy a finding as a whole would ask for its fixes.
    const { rule, severity, at, subject, basis, related, parts, accepted } = before;
    const finding = { rule, severity, message, at, subject, basis, related, parts, accepted };
    const making: Making = titles ? Object.assign(fixes, { titles }) : fixes;
    return fixesWhenAsked.give(finding, making);
}

/** The titles of fixes that nobody has asked for yet, where they are known; else `undefined`. */
export function knownTitles(finding: Finding): readonly string[] | undefined {
    return fixesWhenAsked.making(finding)?.titles;
}

/** The titles of {@link fixesAt} the place of a finding, for whoever prints no more: most fixes are never made then. */
export function fixTitles(finding: Finding): readonly string[] {
    return knownTitles(finding) ?? fixesAt(finding).map(({ title }) => title);
}

/** True for a finding whose fixes nobody has asked for yet. */
export function hasLaterFixes(finding: Finding): boolean {
    return fixesWhenAsked.making(finding) !== undefined;
}

/** A finding that differs in some of what it says; its fixes are worked out no sooner for it. */
export function differing(finding: Finding, changes: Partial<Omit<Finding, 'fixes'>>): Finding {
    if (!hasLaterFixes(finding)) return { ...finding, ...changes };
    const { rule, severity, message, at, subject, basis, related, parts, accepted } = finding;
    const own = { rule, severity, message, at, subject, basis, related, parts, accepted, ...changes };
    return withFixes(own, () => finding.fixes, own.message, knownTitles(finding));
}
