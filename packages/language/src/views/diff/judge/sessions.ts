import type { Flow, Lookup, Protection, Protocol } from '../../../model/index.ts';
import { protections } from '../../../model/words.ts';
import { usesOf } from '../../../rules/ask/protection.ts';
import { namesFrom } from '../pairing.ts';
import { aboutFlow, pairsOf, type Compared, type Reasons } from './reason.ts';

/** Read is less than write, write less than program; what nobody said may write. */
const ranks = { read: 1, write: 2, program: 3 } as const;
const rank = (flow: Flow): number => (flow.access === null ? ranks.write : ranks[flow.access]);
const accessOf = (flow: Flow): string => flow.access ?? 'not stated';

/** Days compare as text; a flow without an end lasts for ever. */
const lasting = (flow: Flow): string => flow.until?.date ?? '9999-12-31';
const lastingText = (flow: Flow): string => (flow.until ? `until ${flow.until.date}` : 'without an end');

type Set3 = ReadonlySet<Protection>;

/** What every one of some sets has. */
function common(sets: readonly Set3[]): Set3 {
    return new Set(sets.length === 0 ? [] : protections.filter(each => sets.every(set => set.has(each))));
}

/** What protects a session: `own` is what its weakest protocol can protect by itself, `all` what is protected with all that is said. */
function protectionOf(lookup: Lookup, flow: Flow): { readonly own: Set3; readonly all: Set3 } {
    const uses = usesOf(lookup, flow);
    const carried = uses.filter(({ protocol }) => !protocol.traits.includes('tunnel'));
    const tunnels = uses.filter(({ protocol }) => protocol.traits.includes('tunnel')).flatMap(({ protocol }) => able(protocol));
    const counted = carried.length > 0 ? carried : uses;
    return {
        own: common(counted.map(({ protocol }) => new Set([...able(protocol), ...tunnels]))),
        all: common(counted.map(({ has }) => has)),
    };
}

/** What a protocol can protect, switched on or not. */
function able(protocol: Protocol): readonly Protection[] {
    return protocol.security === 'none' ? [] : protocol.provides;
}

const less = (was: Set3, is: Set3): readonly Protection[] => [...was].filter(each => !is.has(each));

const protocolsOf = (flow: Flow, name: (id: string) => string): string => flow.protocols.map(each => name(each.id)).sort().join(', ');

function judgeProtection({ before, asked, pairing }: Compared, old: Flow, now: Flow, reasons: Reasons): void {
    const names = namesFrom(pairing);
    const about = [aboutFlow(now), ...now.secured?.by.map(each => `countermeasure ${each.id}`) ?? []];
    const [was, is] = [protectionOf(before.lookup, old), protectionOf(asked.lookup, now)];
    const [lost, won] = [less(was.all, is.all), less(is.all, was.all)];
    const sameProtocols = protocolsOf(old, names.protocol) === protocolsOf(now, id => id);
    // A protocol that is described otherwise is told once, and not at each of its flows.
    const ownLost = sameProtocols ? [] : less(was.own, is.own);
    const ownWon = sameProtocols ? [] : less(is.own, was.own);
    const bySecured = (list: readonly Protection[]): boolean => !sameProtocols || list.some(each => was.own.has(each) === is.own.has(each));
    if (lost.length > 0 && bySecured(lost)) reasons.worse('protection-lowered', `${now.id} is no longer secured by ${lost.join(', ')}`, about);
    else if (ownLost.length > 0) {
        reasons.worse('protection-lowered', `${protocolsOf(now, id => id)} provides no ${ownLost.join(', ')} by itself, as ${protocolsOf(old, names.protocol)} did (${now.id})`, about);
    }
    if (won.length > 0 && bySecured(won)) reasons.better('protection-raised', `${now.id} is now secured by ${won.join(', ')}`, about);
    else if (ownWon.length > 0 && lost.length === 0) {
        reasons.better('protection-raised', `${protocolsOf(now, id => id)} provides ${ownWon.join(', ')} by itself (${now.id})`, about);
    }
    const [proof, proved] = [old.secured?.by ?? [], now.secured?.by ?? []];
    if (now.secured && proof.length > 0 && proved.length === 0) {
        reasons.worse('proof-lost', `what secures ${now.id} is no longer named (${proof.map(each => names.measure(each.id)).join(', ')})`, about);
    }
}

function judgeFlow(compared: Compared, old: Flow, now: Flow, reasons: Reasons): void {
    const about = [aboutFlow(now)];
    const more = rank(now) - rank(old);
    const unsaid = old.access === null && now.access !== null && more === 0;
    if (more !== 0 && !unsaid) {
        reasons.say(more > 0 ? 'worse' : 'better', more > 0 ? 'access-widened' : 'access-narrowed', `${now.id} has access ${accessOf(now)}, where it was ${accessOf(old)}`, about);
    }
    judgeProtection(compared, old, now, reasons);
    const [first, last] = [lasting(old), lasting(now)];
    if (first !== last) {
        reasons.say(last > first ? 'worse' : 'better', last > first ? 'permission-longer' : 'permission-shorter', `${now.id} lasts ${lastingText(now)}, where it was ${lastingText(old)}`, about);
    }
    if (old.approvedBy !== null && now.approvedBy === null) reasons.worse('approval-lost', `${now.id} is no longer approved by ${old.approvedBy}`, about);
    if (old.approvedBy === null && now.approvedBy !== null) reasons.better('approval-given', `${now.id} is approved by ${now.approvedBy}`, about);
}

const modes = { none: 0, optional: 1, mandatory: 2 } as const;
const mode = (protocol: Protocol): number | null => (protocol.security === null ? null : modes[protocol.security]);

/** Protocols that the site describes itself. */
function judgeProtocols({ before, asked, pairing }: Compared, reasons: Reasons): void {
    for (const [old, now] of pairsOf(before.model.protocols.filter(each => !each.builtIn), asked.model.protocols, pairing.protocols)) {
        const about = [`protocol ${now.id}`];
        const [lost, won] = [less(new Set(able(old)), new Set(able(now))), less(new Set(able(now)), new Set(able(old)))];
        const step = (mode(now) ?? 0) - (mode(old) ?? 0);
        const speaking = asked.model.flows.filter(flow => flow.protocols.some(each => each.id === now.id)).length;
        const where = speaking === 0 ? '' : `, in ${speaking} flow${speaking === 1 ? '' : 's'}`;
        if (lost.length > 0) reasons.worse('protocol-weakened', `${now.id} no longer provides ${lost.join(', ')}${where}`, about);
        else if (step < 0 && old.provides.length > 0) reasons.worse('protocol-weakened', `the security of ${now.id} is ${now.security ?? 'not stated'}, where it was ${old.security}${where}`, about);
        if (won.length > 0) reasons.better('protocol-strengthened', `${now.id} provides ${won.join(', ')}${where}`, about);
        else if (step > 0 && lost.length === 0 && now.provides.length > 0) reasons.better('protocol-strengthened', `the security of ${now.id} is ${now.security}, where it was ${old.security ?? 'not stated'}${where}`, about);
    }
}

/** What a session has come to be able to do, and no longer, though it stands between the same ends. */
export function judgeSessions(compared: Compared, reasons: Reasons): void {
    const own = new Map(compared.asked.model.flows.map(flow => [flow.origin, flow]));
    for (const [old, now] of compared.pairing.flows) judgeFlow(compared, old, own.get(now.origin) ?? now, reasons);
    judgeProtocols(compared, reasons);
}
