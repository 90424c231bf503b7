import type { Service } from '../../filter/services.ts';
import { serviceText } from '../../filter/services.ts';
import type { Origin, Span } from '../place.ts';
import type { Facts, FactsOf } from '../facts.ts';
import { day, joined, mentions, nothingLeft, quoted, text } from '../facts.ts';
import type { Access, Outcome } from '../words.ts';
import type { DateFact, Mention, Named } from './common.ts';
import { namedFacts } from './common.ts';
import type { Arrow } from './flow.ts';

/** What was seen on the wire in a place and a time. */
export interface Observation extends Named {
    /** The zones whose traffic is visible there; nested ones only where they are named. */
    readonly sees: readonly Mention[];
    readonly since: DateFact | null;
    readonly until: DateFact | null;
    /** The name of the file that was read. */
    readonly source: string | null;
    readonly conversations: readonly Conversation[];
}

/** Sessions between two hosts over one service, taken together. */
export interface Conversation {
    readonly from: Sight;
    readonly to: Sight;
    readonly arrow: Arrow;
    readonly services: readonly Service[];
    /** What the sensor takes the protocol for. */
    readonly protocol: string | null;
    readonly outcome: Outcome;
    /** On how many days; `null` where it is not said. */
    readonly days: number | null;
    readonly first: DateFact | null;
    readonly last: DateFact | null;
    readonly sessions: number | null;
    readonly bytes: number | null;
    /** The highest function that was seen. */
    readonly access: Access | null;
    readonly origin: Origin;
}

/** An end as the sensor saw it. */
export interface Sight {
    /** An address; `any` for the many of a scan; `null` where only a name or a MAC address is known. */
    readonly address: string | null;
    /** A MAC address or a name. */
    readonly name: string | null;
    readonly at: Span;
}

/** An end of a conversation: its address, its name, or both. */
export function sightText({ address, name }: Sight): string {
    return joined(address, name !== null && quoted(name));
}

/** Ends and services of a conversation: `10.1.1.5 -> 10.2.0.1 : tcp 502`. */
export function conversationText({ from, to, arrow, services }: Conversation): string {
    return `${sightText(from)} ${arrow} ${sightText(to)} : ${services.map(serviceText).join(', ')}`;
}

const conversations: FactsOf<readonly Conversation[]> = all =>
    all.map(conversation => {
        const {
            protocol,
            outcome,
            days,
            first,
            last,
            sessions,
            bytes,
            access,
            from: _from,
            to: _to,
            arrow: _arrow,
            services: _services,
            origin,
            ...rest
        } = conversation;
        nothingLeft(rest);
        const key = `saw ${conversationText(conversation)}`;
        const value = joined(
            protocol !== null && quoted(protocol),
            outcome,
            days !== null && `on ${days} days`,
            first && last && `${first.date} to ${last.date}`,
            sessions !== null && `sessions ${sessions}`,
            bytes !== null && `bytes ${bytes}`,
            access !== null && `access ${access}`,
        );
        return { key, label: key, value, weight: 0.2, origin };
    });

/** The facts of an observation. */
export const observationFacts = {
    ...namedFacts,
    sees: mentions('sees', 'element', 3),
    since: day('since'),
    until: day('until'),
    source: text('source'),
    conversations,
} satisfies Facts<Observation>;
