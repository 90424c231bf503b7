/**
 * What a rule is, and what it may look at.
 *
 * Rules see no text and no tree. A model says what is true of the plant; where it is written is in its origins alone.
 * So a rule answers the same however a text is laid out or split into files, and an edit that only moves statements
 * moves the answers, without asking again (`project/live`). A fix is an edit without text (`model/edit.ts`). It moves
 * existing statements as they are written: the model does not hold everything in a text, and a statement that was
 * written anew from it would lose comments and mistakes.
 *
 * Rules are synchronous and pure, and never import each other. They may be asked in any order, and findings are sorted
 * afterwards (`order.ts`). What each rule reads of a model is recorded (`generated/reads.ts`, held by a test), so an
 * edit of other facts cannot change its answers. The few rules that judge findings or acceptances run last, and get
 * both in their context.
 *
 * What was not understood in a text is not in the model. So a rule that concludes from the absence of something
 * (`restsOnAll`) is not heard while a piece of text or a name is not understood, and no fix edits a file with such a
 * piece (`understood.ts`). A missing finding is then said to be missing: it is never a "fine".
 */
import type { Assessment } from '../../assessment/index.ts';
import type { Accept, Fix, Lookup, Model, Place, Related } from '../../model/index.ts';
import type { Ages, Severity } from '../../settings/index.ts';
import type { Finding } from './finding.ts';

export type { Severity };

/** What a rule may look at. All of it is readonly; nothing of it is text. */
export interface Context {
    readonly model: Model;
    /** All that the text says: with what is planned for a later day, and what is retired. */
    readonly whole: Model;
    readonly lookup: Lookup;
    readonly assessment: Assessment;
    /** The day on which due dates and expiries are judged, `YYYY-MM-DD`. */
    readonly today: string;
    /** How long rules and observations speak for the plant. `check` fills it in from the settings. */
    readonly ages?: Ages;
    /** What became of the `accept` statements. `check` fills it in for the rules that judge them, which run last. */
    readonly acceptances?: readonly Acceptance[];
    /** What the other rules found. `check` fills it in for the rules that judge a claim by it. */
    readonly findings?: readonly Finding[];
}

/**
 * What became of an `accept` statement: `used`: it accepts a finding; `useless`: there is nothing to accept, or it
 * names a rule about acceptances; `expired`: a finding would need it, but its day has passed; `unknown-rule`: no rule
 * has that id; `idle`: its rule is off, so nobody knows.
 */
export interface Acceptance {
    readonly accept: Accept;
    readonly state: 'used' | 'useless' | 'expired' | 'unknown-rule' | 'idle';
    /** The id of the element in whose block it stands. */
    readonly holder: string | null;
    /** With `useless`: true where another one counts for the finding that it speaks of. */
    readonly isSecond: boolean;
    /** With `unknown-rule`: the rule with the nearest id, where one is near. */
    readonly nearest: string | null;
}

/** One answer of a rule. */
export interface Answer {
    /** The name of what is blamed. */
    readonly at: Place;
    /** The id of the element that is blamed; for a flow the conduit or zone that it is in, `null` at top level. */
    readonly subject: string | null;
    /** What is wrong, why it matters here, what to do: one or two sentences. */
    readonly message: string;
    /** Where this case is graver or lighter than the rule's own severity. */
    readonly severity?: Severity | undefined;
    /** Where this case rests on other requirements than the rule's own. */
    readonly basis?: readonly string[] | undefined;
    /** As a function where there may be thousands: it is asked when somebody looks at the fixes of the finding. */
    readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
    /** The titles of fixes that are given as a function: a check prints these alone. Not of fixes with a place. */
    readonly fixTitles?: readonly string[];
    readonly related?: readonly Related[];
    /** True where the place holds what is blamed and is not blamed itself, as a conduit whose flows are. */
    readonly gathers?: boolean;
}

/** Takes what a rule has found. */
export type Report = (answer: Answer) => void;

/** A piece of a model that shows the rule: a documentation page and a test at once. */
export interface Example {
    /** What the example shows, when the rule has several. */
    readonly title?: string;
    /**
     * A whole model. A line of carets under a line marks each place that the rule blames; an example without carets
     * shows what the rule accepts. `//- name.iacs` begins a further file.
     */
    readonly before: string;
    /** The same model after the fix; present exactly where the rule offers one. */
    readonly after?: string;
    /** The title of the fix to apply, where several are offered; the first one otherwise. */
    readonly fix?: string;
}

/** A question asked of a model and its assessment. Synchronous and pure. */
export interface Rule {
    /**
     * Equals the file name; names the fault. The code in the editor, the page in docs/rules and the key in the
     * settings.
     */
    readonly id: string;
    readonly severity: Severity;
    /** Requirement ids: `SR 5.2`, `ZCR 3.3`. */
    readonly basis: readonly string[];
    /** One sentence: what is found. */
    readonly summary: string;
    readonly why: string;
    /** When it is right to accept the finding. */
    readonly falsePositives: string;
    /**
     * True where its answers rest on nothing being left out of the model: they are not heard while some text is not
     * understood.
     */
    readonly restsOnAll?: boolean;
    /**
     * What it looks for first, in a large model for long, one after the other: between two of them somebody else gets a
     * turn. What is found is kept in the assessment.
     */
    readonly steps?: (context: Context) => Iterable<unknown>;
    /** What it returns are steps too: of a rule that looks at each asset of a large model. */
    readonly check: (context: Context, report: Report) => void | Iterable<unknown>;
    readonly examples: readonly Example[];
}
