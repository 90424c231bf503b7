import { firstRandom } from './known-ports.ts';
import { largest } from '../add-all.ts';
import { Functions } from './functions.ts';
import { namesOf } from './protocol-names.ts';
import { Scans } from './scans.ts';
import type { Seen } from './seen.ts';
import { bySeen, isMulticast, plainAddress, sorted } from './seen.ts';
import type { Function, Session, Sink } from './session.ts';
import { TrafficError } from './session.ts';
import type { Gathered, GatherOptions } from './gathered.ts';
import { gapsIn } from './gathered.ts';

const outcomes = ['tried', 'answered', 'used'] as const;
/** 1 January 2000. A clock without a battery starts in 1970 or in 1980. */
const firstDay = 10_957;
/** More than a plant has; beyond it something else was given. */
const mostConversations = 500_000;
/** Pairs of ports without a known one that are remembered for two ends. */
const mostPairs = 64;

interface Entry {
    readonly from: string;
    readonly to: string;
    readonly transport: string;
    readonly port: number;
    /** The port of the other side, where it is open who answers; 0 otherwise. */
    readonly otherPort: number;
    outcome: number;
    readonly days: Set<number>;
    readonly protocols: Map<string, number>;
}

/**
 * Gathers sessions into conversations, whatever the order of the rows. The memory grows with the conversations, not
 * with the rows: of what a source only tries no more is kept than makes a scan.
 */
export class Conversations implements Sink {
    readonly #options: GatherOptions;
    readonly #entries = new Map<string, Entry>();
    readonly #open = new Map<string, Entry>();
    readonly #scans = new Scans();
    readonly #functions = new Functions();
    readonly #leftOut = new Map<string, { count: number; line: number }>();
    #rows = 0;
    #turned = 0;
    #multicast = 0;
    #future = 0;
    #ancient = 0;
    #undated = 0;
    #outside = 0;
    #first: number | null = null;
    #last: number | null = null;
    /** Days on which anything was seen, and the one of the row before. */
    readonly #days = new Set<number>();
    #recent: number | null = null;

    constructor(options: GatherOptions) {
        this.#options = options;
    }

    leftOut(reason: string, line: number): void {
        const known = this.#leftOut.get(reason);
        if (known) known.count += 1;
        else this.#leftOut.set(reason, { count: 1, line });
    }

    function(asked: Function): void {
        const day = dayOf(asked.time);
        if (this.#isOutside(day, day)) this.#outside += 1;
        else this.#functions.add(inOneForms(asked));
    }

    /** True for what ended before, or began after, the days that are asked for. */
    #isOutside(began: number | null, ended: number | null): boolean {
        const { since, until } = this.#options;
        if (began === null) return false;
        return (since !== null && ended! < since) || (until !== null && began > until);
    }

    session(written: Session): void {
        const session = inOneForms(written);
        if (!session.again) this.#rows += 1;
        if (isMulticast(session.to) || isMulticast(session.from)) {
            this.#multicast += 1;
            return;
        }
        const { since, until, today } = this.#options;
        const began = dayOf(session.time);
        const ended = began === null || session.end === undefined ? began : dayOf(session.end);
        if (this.#isOutside(began, ended)) {
            this.#outside += 1;
            return;
        }
        // Of a session that was open longer, the days that were asked for.
        const day = began !== null && since !== null && began < since ? since : began;
        const known = day !== null && day <= today && day >= firstDay ? day : null;
        if (day === null) this.#undated += 1;
        else if (day > today) this.#future += 1;
        else if (day < firstDay) this.#ancient += 1;
        else {
            if (this.#first === null || day < this.#first) this.#first = day;
            if (this.#last === null || day > this.#last) this.#last = day;
        }
        const last = known === null ? null : Math.min(ended!, until ?? today, today);
        if (last !== null && last > this.#last!) this.#last = last;
        if (known !== null && (known !== this.#recent || last !== known)) {
            for (let each = known; each <= last!; each++) this.#days.add(each);
            this.#recent = known;
        }
        const { oriented, unsure } = this.#oriented(session);
        if (oriented !== session || session.turned) this.#turned += 1;
        if (oriented.outcome === 'tried' && !unsure && day !== null) this.#scans.add(oriented, known);
        else this.#add(oriented, known, unsure, last);
    }

    /**
     * Who opened: by the handshake; without one, the side whose port is that of a known protocol answers, and of two
     * such ports the only one below 1024, which no client takes at random; else it is open.
     */
    #oriented(session: Session): { readonly oriented: Session; readonly unsure: boolean } {
        if (session.opener === 'known' || session.transport === 'icmp' || session.transport.startsWith('ip '))
            return { oriented: session, unsure: false };
        const { isService } = this.#options.ports;
        const [there, back] = [
            isService(session.transport, session.toPort),
            isService(session.transport, session.fromPort),
        ];
        const [low, lowBack] = [session.toPort < 1024, session.fromPort < 1024];
        if (there && (!back || session.fromPort === session.toPort || (low && !lowBack)))
            return { oriented: session, unsure: false };
        if (there && !(lowBack && !low)) return { oriented: session, unsure: true };
        return back ? { oriented: turned(session), unsure: false } : { oriented: session, unsure: true };
    }

    #add(session: Session, day: number | null, unsure: boolean, last = day): void {
        const { from, to, transport, toPort, fromPort } = session;
        const list = unsure ? this.#open : this.#entries;
        let key = `${from} ${to} ${transport} ${toPort}`;
        if (unsure) key = from < to ? `${key} ${fromPort}` : `${to} ${from} ${transport} ${fromPort} ${toPort}`;
        let entry = list.get(key);
        if (!entry) {
            const flipped = unsure && from >= to;
            entry = {
                from: flipped ? to : from,
                to: flipped ? from : to,
                transport,
                port: flipped ? fromPort : toPort,
                otherPort: unsure ? (flipped ? toPort : fromPort) : 0,
                outcome: 0,
                days: new Set(),
                protocols: new Map(),
            };
            if (this.#entries.size + this.#open.size > mostConversations) {
                throw new TrafficError(
                    'There are more than 500,000 different conversations: take a shorter time with --since and ' +
                        '--until, or the log of one place.',
                );
            }
            list.set(key, entry);
        }
        const outcome = outcomes.indexOf(session.outcome);
        if (outcome > entry.outcome) entry.outcome = outcome;
        if (day !== null) for (let each = day; each <= last!; each++) entry.days.add(each);
        if (session.protocol !== '')
            entry.protocols.set(session.protocol, (entry.protocols.get(session.protocol) ?? 0) + 1);
    }

    /** What was seen, sorted; the order of the rows says nothing. */
    result(): Gathered {
        const scans = this.#scans.settle((session, day) => this.#add(session, day, false));
        this.#settleOpen();
        const seen = [...[...this.#entries.values()].map(entry => this.#seenOf(entry)), ...scans].sort(bySeen);
        return {
            seen,
            rows: this.#rows,
            turned: this.#turned,
            multicast: this.#multicast,
            future: this.#future,
            ancient: this.#ancient,
            undated: this.#undated,
            outside: this.#outside,
            leftOut: this.#leftOut,
            unmatched: this.#functions.unmatched(),
            first: this.#first,
            last: this.#last,
            gaps: gapsIn(sorted(this.#days)),
        };
    }

    #areKnown({ transport, port, otherPort }: Entry): boolean {
        return [port, otherPort].every(each => this.#options.ports.isService(transport, each));
    }

    /**
     * Where it is open who opened: the host and port that answers elsewhere does so here too; else, of two known ports,
     * the only one that no client takes at random. Ephemeral pairs of two ends are one line.
     */
    #settleOpen(): void {
        const answering = new Set(
            [...this.#entries.values()].map(entry => `${entry.to} ${entry.transport} ${entry.port}`),
        );
        const uses = new Map<string, Set<string>>();
        for (const entry of this.#open.values()) {
            for (const [host, port, other] of [
                [entry.to, entry.port, entry.from],
                [entry.from, entry.otherPort, entry.to],
            ] as const) {
                const key = `${host} ${entry.transport} ${port}`;
                uses.set(
                    key,
                    (uses.get(key) ?? new Set()).add(`${other} ${host === entry.to ? entry.otherPort : entry.port}`),
                );
            }
        }
        const answers = (host: string, transport: string, port: number): boolean => {
            const key = `${host} ${transport} ${port}`;
            return answering.has(key) || (uses.get(key)?.size ?? 0) > 1;
        };
        const pairs = new Map<string, Entry[]>();
        for (const entry of this.#open.values()) {
            let [there, back] = [
                answers(entry.to, entry.transport, entry.port),
                answers(entry.from, entry.transport, entry.otherPort),
            ];
            if (there === back && this.#areKnown(entry))
                [there, back] = [entry.port < firstRandom, entry.otherPort < firstRandom];
            if (there !== back)
                this.#merge(there ? entry : { ...entry, from: entry.to, to: entry.from, port: entry.otherPort }, false);
            else {
                const key = `${entry.from} ${entry.to} ${entry.transport}`;
                pairs.set(key, [...(pairs.get(key) ?? []), entry]);
            }
        }
        for (const some of pairs.values()) {
            if (some.length <= mostPairs) for (const entry of some) this.#merge(entry, true);
            else
                this.#merge(
                    {
                        ...some[0]!,
                        port: 0,
                        outcome: largest(
                            some.map(each => each.outcome),
                            0,
                        ),
                        days: new Set(some.flatMap(each => [...each.days])),
                    },
                    true,
                );
        }
    }

    #merge(entry: Entry, unsure: boolean): void {
        const key = `${entry.from} ${entry.to} ${entry.transport} ${entry.port}${unsure ? ' --' : ''}`;
        const known = this.#entries.get(key);
        if (!known) {
            this.#entries.set(key, {
                ...entry,
                otherPort: unsure ? 1 : 0,
                days: new Set(entry.days),
                protocols: new Map(entry.protocols),
            });
            return;
        }
        known.outcome = Math.max(known.outcome, entry.outcome);
        for (const day of entry.days) known.days.add(day);
        for (const [name, count] of entry.protocols)
            known.protocols.set(name, (known.protocols.get(name) ?? 0) + count);
    }

    #seenOf(entry: Entry): Seen {
        const { from, to, transport, port, otherPort } = entry;
        return {
            from,
            to,
            arrow: otherPort === 0 ? '->' : '--',
            service: port === 0 || transport === 'icmp' ? transport : `${transport} ${port}`,
            protocol: namesOf(entry.protocols),
            outcome: outcomes[entry.outcome]!,
            days: sorted(entry.days),
            access: this.#functions.of(from, to, port),
        };
    }
}

/** IPv6 has many forms for one address, and one for those of IPv4. */
const inOneForm = (end: string): string => (end.includes(':') ? plainAddress(end) : end);

function inOneForms<T extends Pick<Session, 'from' | 'to'>>(row: T): T {
    const { from, to } = row;
    return from.includes(':') || to.includes(':') ? { ...row, from: inOneForm(from), to: inOneForm(to) } : row;
}

/** Days since 1970; `null` for no time. */
function dayOf(seconds: number): number | null {
    return Number.isNaN(seconds) ? null : Math.floor(seconds / 86400);
}

function turned(session: Session): Session {
    return { ...session, from: session.to, to: session.from, fromPort: session.toPort, toPort: session.fromPort };
}
