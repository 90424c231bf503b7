import type { Origin, Span } from '../place.ts';
import type { Facts, Naming, FactsOf } from '../facts.ts';
import { day, joined, mentions, nothingLeft, one, quoted, text, notAFact, word } from '../facts.ts';
import type { Access, Protection } from '../words.ts';
import type { Accept, Agreement, DateFact, Mention } from './common.ts';
import type { Ports } from './ports.ts';
import { namedFacts } from './common.ts';
import { ports } from './ports.ts';
import type { Lifetime } from './time.ts';
import { lifetimeFacts } from './time.ts';

/** `->` from the side that opens the session; `<->` both may; `--` nobody has found out yet. */
export type Arrow = '->' | '<->' | '--';

/** Communication between two assets or zones, in a conduit or inside a zone. */
export interface Flow extends Lifetime {
    readonly kind: 'flow';
    /** Derived from where it stands, its ends and its protocols, with a number where two are alike. */
    readonly id: string;
    /** The zone or conduit whose block it is in; `null` at top level. */
    readonly container: string | null;
    /** An asset or a zone. */
    readonly from: Mention;
    readonly to: Mention;
    readonly arrow: Arrow;
    readonly arrowAt: Span;
    readonly protocols: readonly Mention[];
    readonly purpose: string | null;
    readonly doc: string | null;
    readonly ports: readonly Ports[];
    readonly access: Access | null;
    /** The word after `access`; `null` where it says none. */
    readonly accessAt: Span | null;
    readonly secured: Secured | null;
    /** True where it is said to be secured by something that is not known. */
    readonly securedUnread: boolean;
    /** Written down and not yet decided. */
    readonly proposed: Proposal | null;
    readonly carries: string | null;
    readonly approvedBy: string | null;
    readonly until: DateFact | null;
    /** True where a day is written that cannot be read: nobody knows how long it is allowed. */
    readonly untilUnread: boolean;
    readonly description: string | null;
    readonly owner: string | null;
    readonly origin: Origin;
    readonly accepts: readonly Accept[];
    readonly agreements: readonly Agreement[];
}

/** What a flow protects, and the countermeasures that do it. */
export interface Secured {
    readonly protections: readonly Protection[];
    readonly by: readonly Mention[];
    readonly origin: Origin;
}

/** `is proposed because "seen on 19 of 20 days"`. */
export interface Proposal {
    readonly because: string | null;
    readonly origin: Origin;
}

/** Ends and arrow of a flow as one text, the same for both ways of writing a flow that has no direction. */
export function sessionText(flow: Pick<Flow, 'from' | 'to' | 'arrow'>, names: Naming): string {
    const ends = [names.element(flow.from.id), names.element(flow.to.id)];
    return (flow.arrow === '->' ? ends : ends.sort()).join(` ${flow.arrow} `);
}

const secured: FactsOf<Secured | null> = (value, names) => {
    if (!value) return [];
    const { protections, by, origin: _origin, ...rest } = value;
    nothingLeft(rest);
    const countermeasures = by.map(each => names.countermeasure(each.id)).sort();
    return one(
        'secured',
        joined(
            [...new Set(protections)].sort().join(', '),
            countermeasures.length > 0 && `by ${countermeasures.join(', ')}`,
        ),
    );
};

const ofSession = notAFact('a part of the session');

/** The facts of a flow. */
export const flowFacts = {
    ...lifetimeFacts,
    kind: notAFact('what it is'),
    id: namedFacts.id,
    doc: namedFacts.doc,
    origin: namedFacts.origin,
    container: notAFact('where it is: another one is a move'),
    from: (_from, names, flow) => one('session', sessionText(flow, names), 2),
    to: ofSession,
    arrow: ofSession,
    arrowAt: ofSession,
    protocols: mentions('protocol', 'protocol'),
    purpose: text('purpose', 2),
    ports,
    access: word('access'),
    accessAt: notAFact('where the access is written'),
    secured,
    securedUnread: unread => one('secured', unread ? 'by something that is not known' : null),
    proposed: value => one('is proposed', value && (value.because === null ? '' : `because ${quoted(value.because)}`)),
    carries: text('carries'),
    approvedBy: text('approved by'),
    until: day('until'),
    untilUnread: unread => one('until', unread ? 'a day that cannot be read' : null),
    description: text('description'),
    owner: text('owner'),
    accepts: namedFacts.accepts,
    agreements: namedFacts.agreements,
} satisfies Facts<Flow>;
