import type { Facts } from '../facts.ts';
import { many, quoted, text, notAFact, word, words } from '../facts.ts';
import type { Protection, SecurityMode } from '../words.ts';
import type { Named } from './common.ts';
import type { Ports } from './ports.ts';
import { namedFacts } from './common.ts';
import { ports } from './ports.ts';

/** A protocol of flows: its ports, and how it protects what it carries. */
export interface Protocol extends Named {
    readonly ports: readonly Ports[];
    readonly provides: readonly Protection[];
    readonly security: SecurityMode | null;
    /** What the protocol is fit for or known for: `engineering`, `remote-access`, `cleartext-credentials` … */
    readonly traits: readonly string[];
    readonly protocolClass: string | null;
    /** Other names by which people know it. */
    readonly aliases: readonly string[];
    readonly description: string | null;
    readonly builtIn: boolean;
}

/** The facts of a protocol. */
export const protocolFacts = {
    ...namedFacts,
    ports,
    provides: words('provides'),
    security: word('security'),
    traits: words('is'),
    protocolClass: word('class'),
    aliases: aliases => many('alias', aliases.map(quoted)),
    description: text('description'),
    builtIn: notAFact('whose it is'),
} satisfies Facts<Protocol>;
