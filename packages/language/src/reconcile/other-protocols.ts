import type { Conversation, Flow, Lookup, Protocol } from '../model/index.ts';
import { protections } from '../model/index.ts';
import type { Drafted } from './drafts.ts';
import type { Placed } from './sightings.ts';
import type { OtherProtocol } from './types.ts';
import type { WireName } from './wire-names.ts';
import { recognised, wireName } from './wire-names.ts';

/** Whether what a sensor recognised is what a flow declares. */
type Sameness = 'same' | 'other' | 'unknown';

const encrypts = ({ provides }: Protocol): boolean => provides.includes('encryption');

/** True for a protocol of which it is known how a sensor would call it. */
function isTellable(protocol: Protocol): boolean {
    return (
        protocol.builtIn && (recognised.has(protocol.id) || (protocol.security === 'mandatory' && encrypts(protocol)))
    );
}

/** @param names those that one session has at once */
function samenessOf(flow: Flow, protocols: readonly Protocol[], names: readonly (WireName | null)[]): Sameness {
    const known = names.filter(name => name !== null);
    const fits = (name: WireName): boolean =>
        name.encrypted
            ? protocols.some(encrypts) || flow.secured?.protections.includes('encryption') === true
            : protocols.some(({ id }) => name.fits.has(id));
    if (known.some(fits)) return 'same';
    const canTell = known.length === names.length && protocols.length > 0 && protocols.every(isTellable);
    return canTell ? 'other' : 'unknown';
}

/**
 * The names that a sensor gave to sessions of a flow, by whether they are what the flow declares. An import parts the
 * names of different sessions by `;`, and a sensor those of one session by `,`.
 */
function namesBySameness(lookup: Lookup, flow: Flow, names: string): ReadonlyMap<Sameness, readonly string[]> {
    const mentioned = flow.protocols.map(({ id }) => lookup.protocol(id));
    const protocols = mentioned.filter(protocol => protocol !== undefined);
    // A name that is not known may be any protocol.
    const all = protocols.length === mentioned.length ? protocols : [];
    const sessions = names.split(';').map(name => name.trim());
    return Map.groupBy(sessions, name => samenessOf(flow, all, name.split(',').map(wireName)));
}

/** What a sensor told of the protocols of flows. */
export interface ProtocolsTold {
    /** By flow: its conversations that are another protocol than any flow declares that they are of. */
    readonly others: ReadonlyMap<Flow, readonly OtherProtocol[]>;
    /** Names that are not compared, in the order in which they were seen. */
    readonly notTold: readonly string[];
}

/** What nobody allows by naming another protocol: sessions of people, ways around, changes of programs. */
const grave: readonly string[] = ['remote-access', 'relayed', 'tunnel', 'engineering'];

/** True where more can be done over what was seen than over what is declared, or less of it is protected. */
function isWorse(lookup: Lookup, flow: Flow, name: string): boolean {
    const declared = flow.protocols.flatMap(({ id }) => lookup.protocol(id) ?? []);
    return name.split(',').some(each => {
        // The first one is what is mostly called so.
        const [id = ''] = wireName(each)?.fits ?? [];
        const seen = lookup.protocol(id);
        if (!seen || declared.some(protocol => protocol.id === id)) return false;
        return (
            grave.some(
                trait => seen.traits.includes(trait) && !declared.some(({ traits }) => traits.includes(trait)),
            ) ||
            protections.some(
                each => !seen.provides.includes(each) && declared.some(({ provides }) => provides.includes(each)),
            )
        );
    });
}

/** Holds what sensors recognised against what flows declare; only payload shows a protocol. */
export function toldProtocols(lookup: Lookup, drafts: ReadonlyMap<Flow, Drafted>): ProtocolsTold {
    const found: [Flow, Placed, readonly string[]][] = [];
    /** What is, or may be, a protocol of one of the flows that a conversation is of. */
    const declared = new Map<Conversation, Set<string>>();
    const notTold = new Set<string>();
    for (const [flow, { own }] of drafts) {
        for (const sight of own) {
            const { conversation } = sight;
            if (conversation.protocol === null || conversation.outcome !== 'used') continue;
            const names = namesBySameness(lookup, flow, conversation.protocol);
            const others = names.get('other');
            if (others) found.push([flow, sight, others]);
            const known = declared.get(conversation) ?? new Set();
            declared.set(conversation, known);
            for (const name of [...(names.get('same') ?? []), ...(names.get('unknown') ?? [])]) known.add(name);
            for (const name of names.get('unknown') ?? []) notTold.add(name);
        }
    }
    const others = new Map<Flow, OtherProtocol[]>();
    for (const [flow, sight, names] of found) {
        for (const name of names) {
            if (declared.get(sight.conversation)!.has(name)) continue;
            const known = others.get(flow) ?? [];
            known.push({ sight, name, worse: isWorse(lookup, flow, name) });
            others.set(flow, known);
        }
    }
    return { others, notTold: [...notTold] };
}
