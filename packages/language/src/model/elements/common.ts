import type { Origin, Span } from '../place.ts';
import type { Facts, FactsOf } from '../facts.ts';
import { joined, mentions, nothingLeft, quoted, collectFacts, text, texts, notAFact, written } from '../facts.ts';
import type { Evidence } from './time.ts';
import { evidences } from './time.ts';
import type { Statement } from './requirement-statements.ts';
import { statements } from './requirement-statements.ts';

/** A text that was written, with its place. */
export interface Text {
    readonly text: string;
    readonly origin: Origin;
}

/** A mention of another element: its id, and the span of the name in the file of the statement that mentions it. */
export interface Mention {
    readonly id: string;
    readonly at: Span;
}

/** A calendar day, `YYYY-MM-DD`, that exists. */
export interface DateFact {
    readonly date: string;
    readonly at: Span;
}

/** A finding of a rule that is accepted for the element in whose block it is. */
export interface Accept {
    readonly rule: string;
    readonly ruleAt: Span;
    readonly because: string | null;
    readonly until: DateFact | null;
    readonly origin: Origin;
}

/** Who agreed to what changed at the element in whose block it is. */
export interface Agreement {
    /** What was agreed to, in words. */
    readonly what: string;
    /** A person or a role. */
    readonly by: string;
    /** The last day; `null` where none is given. */
    readonly until: DateFact | null;
    readonly origin: Origin;
}

/** An agreement without its word: `"Second jump host" by "Risk owner" until 2027-01-01`. */
export function agreementText({ what, by, until, origin: _origin, ...rest }: Agreement): string {
    nothingLeft(rest);
    return joined(quoted(what), `by ${quoted(by)}`, until && `until ${until.date}`);
}

/** `because "…" until 2027-01-01`, as far as it is said. */
export function reasonText(because: string | null, until: DateFact | null): string {
    return joined(because !== null && `because ${quoted(because)}`, until && `until ${until.date}`);
}

/** The key of agreements among the facts of an element: they say nothing of the plant. */
export const agreedFact = 'agreed';

const accepts: FactsOf<readonly Accept[]> = all =>
    all.map(({ rule, because, until, ruleAt: _at, origin, ...rest }) => {
        nothingLeft(rest);
        const key = `accept ${rule}`;
        return { key, label: key, value: reasonText(because, until), weight: 0.5, origin };
    });

const agreements: FactsOf<readonly Agreement[]> = all =>
    written(
        agreedFact,
        all.map(each => [agreementText(each), each.origin]),
        0.1,
    );

/** What all declared elements have. */
export interface Named {
    /** The qualified name. */
    readonly id: string;
    /** The last part of the id. */
    readonly name: string;
    readonly title: string | null;
    /** The text of the documentation comment before the declaration, without stars. */
    readonly doc: string | null;
    readonly origin: Origin;
    /** `accept` statements in the block of this element. */
    readonly accepts: readonly Accept[];
    /** `agreed` statements in the block of this element. */
    readonly agreements: readonly Agreement[];
}

/** Where something is written is not a fact. */
export const place = notAFact('where it is written');
const comment = notAFact('a comment, which says nothing to a rule');

/** The facts of whatever has a name. */
export const namedFacts = {
    id: notAFact('what the facts are said of'),
    name: notAFact('the last part of the id'),
    title: text('title', 3),
    doc: comment,
    origin: place,
    accepts,
    agreements,
} satisfies Facts<Named>;

/** The characteristics that ZCR 6 wants documented, as free text; each may stand several times. */
export interface Notes {
    readonly location: readonly Text[];
    readonly evidence: readonly Evidence[];
    readonly logicalBoundary: readonly Text[];
    readonly physicalBoundary: readonly Text[];
    readonly logicalAccess: readonly Text[];
    readonly physicalAccess: readonly Text[];
    readonly assumption: readonly Text[];
    readonly policy: readonly Text[];
    readonly regulation: readonly Text[];
}

const noteFacts = {
    location: texts('location'),
    evidence: evidences,
    logicalBoundary: texts('logical-boundary'),
    physicalBoundary: texts('physical-boundary'),
    logicalAccess: texts('logical-access'),
    physicalAccess: texts('physical-access'),
    assumption: texts('assumption'),
    policy: texts('policy'),
    regulation: texts('regulation'),
} satisfies Facts<Notes>;

/** Facts of what is documented in free text. */
export const notes: FactsOf<Notes> = (of, names) => collectFacts(noteFacts, of, names);

/** What speaks of requirements: a zone, a conduit or an asset. */
export interface Subject extends Named {
    readonly owner: string | null;
    readonly description: string | null;
    readonly notes: Notes;
    readonly applies: readonly Mention[];
    readonly statements: readonly Statement[];
}

/** The facts of whatever speaks of requirements. */
export const subjectFacts = {
    ...namedFacts,
    owner: text('owner'),
    description: text('description'),
    notes,
    applies: mentions('applies', 'countermeasure'),
    statements,
} satisfies Facts<Subject>;
