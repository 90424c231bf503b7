/** States of connections, as iptables and nft name them. */
import { both } from './reading.ts';

/** What a set of connection states lets a rule decide: sessions that are opened, or only packets that open none. */
export interface StateMatch {
    readonly trait: 'established' | 'invalid' | null;
    /** The condition under which sessions that are opened are among it; `null` for none. */
    readonly when: string | null;
}

/** @param notrack true where some packets are not tracked: sessions of theirs open in the state UNTRACKED */
export function stateMatch(states: readonly string[], negated: boolean, notrack: boolean): StateMatch {
    const upper = states.map(state => state.toUpperCase());
    // A new session whose addresses are translated is of these states too.
    const shown = upper.filter(state => state === 'DNAT' || state === 'SNAT').map(state => state.toLowerCase());
    const translated = shown.length > 0 ? `${negated ? 'not ' : ''}translated (${shown.join(', ')})` : null;
    const hasUntracked = upper.includes('UNTRACKED') !== negated;
    if (upper.includes('NEW') !== negated) {
        const tracked = notrack && !hasUntracked ? 'tracked, as not all are (NOTRACK)' : null;
        return { trait: null, when: both(negated ? translated : null, tracked) };
    }
    if (translated !== null && !negated) return { trait: null, when: translated };
    if (notrack && hasUntracked) return { trait: null, when: 'not tracked (NOTRACK)' };
    return { trait: upper.includes('ESTABLISHED') !== negated ? 'established' : 'invalid', when: null };
}
