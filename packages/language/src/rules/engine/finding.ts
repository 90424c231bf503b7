import type { Accept, Fix, Place, Related } from '../../model/index.ts';
import type { Severity } from './rule.ts';

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
    /** The statement that accepts it; `null` when nobody did. */
    readonly accepted: Accept | null;
}
