import type { Fix } from './edit.ts';
import type { Place } from './place.ts';

/**
 * `syntax`: not a sentence of the language; `unresolved`: a name that names nothing; `invalid-value`: an impossible
 * value; `duplicate-name`: a name, or the place of the system, that is taken; `unreadable`: a file that could not be
 * read.
 */
export type ProblemKind = 'syntax' | 'unresolved' | 'invalid-value' | 'duplicate-name' | 'unreadable';

/** Something in the text that could not be understood. What was understood is in the model all the same. */
export interface Problem {
    readonly kind: ProblemKind;
    readonly message: string;
    readonly at: Place;
    /** The id of the element in whose statement it stands. */
    readonly subject: string | null;
    readonly fixes: readonly Fix[];
    readonly related: readonly Related[];
    /** The name that nothing has, where it is one that a statement could declare. */
    readonly missing?: Missing;
}

/** A name that is used and not declared, and the kinds of elements that could have it there. */
export interface Missing {
    readonly name: string;
    readonly kinds: readonly string[];
}

/** Another place that belongs to a problem or a finding. */
export interface Related {
    readonly message: string;
    readonly at: Place;
    /**
     * Where the finding blames this place as well: the element, as `Answer.subject` has it, and the place at which it
     * would be blamed if it stood alone, where that is another one.
     */
    readonly blamed?: { readonly subject: string | null; readonly at?: Place };
}
