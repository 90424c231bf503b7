import type { Access } from 'iacs-language';
import { isMulticast } from './seen.ts';
import type { AskedFunction, Function } from './session.ts';

/** Two ends with functions between them, for which no session was found yet. */
interface Pair {
    readonly from: string;
    readonly to: string;
    readonly port: number;
    highest: AskedFunction;
    isTaken: boolean;
}

interface Asked {
    highest: AskedFunction;
    readonly pair: Pair;
}

/** Two ends of functions that belong to no session. */
export type Unmatched = Omit<Pair, 'isTaken'>;

/** An unknown function may do more than read; beside one that writes, writing is what is known. */
const ascending = ['read', 'unknown', 'write', 'program'] as const;
/** The higher one of two functions. */
export const higher = (one: AskedFunction, other: AskedFunction): AskedFunction =>
    ascending.indexOf(other) > ascending.indexOf(one) ? other : one;

/** What was asked over protocols of automation, by the logs that stand beside those of the sessions. */
export class Functions {
    /** By the ends of a session from either side: a log of functions may name them the other way round. */
    readonly #asked = new Map<string, Asked>();
    readonly #pairs: Pair[] = [];

    /** Takes a function over; its addresses have the form that those of sessions have. */
    add({ from, to, fromPort, toPort, access }: Function): void {
        if (isMulticast(from) || isMulticast(to)) return;
        const keys = [`${from} ${to} ${toPort}`, `${to} ${from} ${fromPort}`] as const;
        const pair = this.#asked.get(keys[0])?.pair ?? this.#begun({ from, to, port: toPort, highest: access });
        pair.highest = higher(pair.highest, access);
        for (const key of keys) {
            const known = this.#asked.get(key);
            if (known) known.highest = higher(known.highest, access);
            else this.#asked.set(key, { highest: access, pair });
        }
    }

    #begun(unmatched: Unmatched): Pair {
        const pair = { ...unmatched, isTaken: false };
        this.#pairs.push(pair);
        return pair;
    }

    /** The highest function of a session; `null` for none, and where beside an unknown one only reading is known. */
    of(from: string, to: string, port: number): Access | null {
        const asked = this.#asked.get(`${from} ${to} ${port}`);
        if (!asked) return null;
        asked.pair.isTaken = true;
        return asked.highest === 'unknown' ? null : asked.highest;
    }

    /** The ends that no session had, in the order of the log; asked when all sessions are known. */
    unmatched(): readonly Unmatched[] {
        return this.#pairs.filter(pair => !pair.isTaken);
    }
}
