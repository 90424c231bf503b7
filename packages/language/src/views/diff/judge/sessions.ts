import { excusing } from './asked-elements.ts';
import { isCalledOtherwise } from './called-otherwise.ts';
import type { Flow, Protection, Protocol } from '../../../model/index.ts';
import { protections } from '../../../model/words.ts';
import { usesOf } from '../../../assessment/index.ts';
import { isHardwired, readsOnly } from '../../../assessment/passing.ts';
import type { DiffSide, Direction, ReasonKind } from '../model-diff.ts';
import { namesFrom } from '../pairing.ts';
import { aboutFlow, counted, pairsOf, type Compared, type Reasons } from './reason.ts';
import { hasWithdrawnAccess } from './withdrawn.ts';

/** Read is less than write, write less than program; what nobody said may write, and so may remote access. */
const ranks = { read: 1, write: 2, program: 3 } as const;
const rank = ({ lookup }: DiffSide, flow: Flow): number => {
    if (flow.access === null || (flow.access === 'read' && !readsOnly(lookup, flow))) return ranks.write;
    return ranks[flow.access];
};
const accessOf = (flow: Flow): string => flow.access ?? 'not stated';

/** Days compare as text; a flow without an end lasts for ever. */
const lasting = (flow: Flow): string => flow.until?.date ?? '9999-12-31';
const lastingText = (flow: Flow): string => (flow.until ? `until ${flow.until.date}` : 'without an end');

type Set3 = ReadonlySet<Protection>;

/** What every one of some sets has. */
function common(sets: readonly Set3[]): Set3 {
    return new Set(sets.length === 0 ? [] : protections.filter(each => sets.every(set => set.has(each))));
}

/**
 * What protects a session: `own` is what its weakest protocol can protect by itself, `all` what is protected with all
 * that is said.
 */
function protectionOf({ assessment }: DiffSide, flow: Flow): { readonly own: Set3; readonly all: Set3 } {
    const uses = usesOf(assessment, flow);
    const carried = uses.filter(({ protocol }) => !protocol.traits.includes('tunnel'));
    const tunnels = uses
        .filter(({ protocol }) => protocol.traits.includes('tunnel'))
        .flatMap(({ protocol }) => able(protocol));
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

const protocolsOf = (flow: Flow, name: (id: string) => string): string =>
    flow.protocols
        .map(each => name(each.id))
        .sort()
        .join(', ');

/** Flows that took the same step, said once. */
class Steps {
    private readonly groups = new Map<
        string,
        {
            readonly direction: Direction;
            readonly kind: ReasonKind;
            readonly say: Saying;
            readonly flows: Flow[];
            readonly about: string[];
        }
    >();

    note(direction: Direction, kind: ReasonKind, flow: Flow, say: Saying, more: readonly string[] = []): void {
        const key = `${direction} ${kind} ${say('', false)}`;
        const group = this.groups.get(key) ?? { direction, kind, say, flows: [], about: [] };
        this.groups.set(key, group);
        group.flows.push(flow);
        group.about.push(aboutFlow(flow), ...more);
    }

    report(reasons: Reasons): void {
        for (const { direction, kind, say, flows, about } of this.groups.values()) {
            const who =
                flows.length === 1 ? flows[0]!.id : `${flows[0]!.id} and ${counted(flows.length - 1, 'more flow')}`;
            reasons.say(direction, kind, say(who, flows.length > 1), about);
        }
    }
}

/** A sentence about one flow, or about several. */
type Saying = (who: string, several: boolean) => string;

/** True for a flow that is only proposed now, so that nothing of it is decided. */
export const isUndecided = (old: Flow, now: Flow): boolean => now.proposed !== null && old.proposed === null;

/** True for a flow that is nothing but a tunnel now, where its protocol was said before. */
export function hidesContent({ before, asked }: Pick<Compared, 'before' | 'asked'>, old: Flow, now: Flow): boolean {
    const isTunnel = ({ lookup }: DiffSide, { protocols }: Flow): boolean =>
        protocols.length > 0 && protocols.every(({ id }) => lookup.protocol(id)?.traits.includes('tunnel'));
    return isTunnel(asked, now) && old.protocols.length > 0 && !isTunnel(before, old);
}

/**
 * True for a flow that is said to be a hard-wired signal now, and was a session. The word is no proof: what passes is
 * seen at the wires alone, so HEAD is judged by the session.
 */
export function becomesHardwired(
    before: Pick<DiffSide, 'lookup'>,
    after: Pick<DiffSide, 'lookup'>,
    old: Flow,
    now: Flow,
): boolean {
    return isHardwired(after.lookup, now) && !isHardwired(before.lookup, old);
}

/** @param isWord only the protocol is called otherwise: nothing is gained by that */
function judgeProtection(
    { before, asked, pairing }: Compared,
    old: Flow,
    now: Flow,
    steps: Steps,
    isWord: boolean,
): void {
    const names = namesFrom(pairing);
    const countermeasures = now.secured?.by.map(each => `countermeasure ${each.id}`) ?? [];
    const [was, is] = [protectionOf(before, old), protectionOf(asked, now)];
    const [lost, won] = [less(was.all, is.all), less(is.all, was.all)];
    const sameProtocols = protocolsOf(old, names.protocol) === protocolsOf(now, id => id);
    // A protocol that is described otherwise is reported once, and not at each of its flows.
    const ownLost = sameProtocols ? [] : less(was.own, is.own);
    const ownWon = sameProtocols ? [] : less(is.own, was.own);
    const bySecured = (list: readonly Protection[]): boolean =>
        !sameProtocols || list.some(each => was.own.has(each) === is.own.has(each));
    if (lost.length > 0 && bySecured(lost))
        steps.note(
            'worse',
            'protection-lowered',
            now,
            (who, several) => `${who} ${several ? 'are' : 'is'} no longer secured by ${lost.join(', ')}`,
            countermeasures,
        );
    else if (ownLost.length > 0) {
        const [is, was] = [protocolsOf(now, id => id), protocolsOf(old, names.protocol)];
        steps.note(
            'worse',
            'protection-lowered',
            now,
            who => `${is} provides no ${ownLost.join(', ')} by itself, as ${was} did (${who})`,
            countermeasures,
        );
    }
    // A protocol that the site describes itself is what the site says that it is.
    const rated = !sameProtocols && now.protocols.some(({ id }) => asked.lookup.protocol(id)?.builtIn === false);
    const isOpen = isUndecided(old, now) || hidesContent({ before, asked }, old, now);
    const [direction, kind] =
        rated || isOpen ? (['neutral', 'rating-raised'] as const) : (['better', 'protection-raised'] as const);
    if (won.length > 0 && bySecured(won)) {
        if (!isWord)
            steps.note(
                direction,
                kind,
                now,
                (who, several) => `${who} ${several ? 'are' : 'is'} now secured by ${won.join(', ')}`,
                countermeasures,
            );
    } else if (ownWon.length > 0 && lost.length === 0) {
        const protocol = protocolsOf(now, id => id);
        // What a protocol can do is no gain before it is said to be switched on.
        const isOn = ownWon.every(each => is.all.has(each));
        steps.note(
            isOn ? direction : 'neutral',
            isOn ? kind : 'rating-raised',
            now,
            who =>
                `${protocol} provides ${ownWon.join(', ')} by itself` +
                `${isOn ? '' : ', and nothing says that it is switched on'} (${who})`,
            countermeasures,
        );
    }
    const [proof, proved] = [old.secured?.by ?? [], now.secured?.by ?? []];
    if (now.secured && proof.length > 0 && proved.length === 0) {
        const named = proof.map(each => names.countermeasure(each.id)).join(', ');
        steps.note(
            'worse',
            'proof-lost',
            now,
            who => `what secures ${who} is no longer named (${named})`,
            countermeasures,
        );
    }
}

/**
 * @param now with the questions of BASE
 * @param stated as HEAD says it
 */
function judgeFlow(compared: Compared, old: Flow, now: Flow, stated: Flow, steps: Steps): void {
    const more = rank(compared.asked, now) - rank(compared.before, old);
    // Where the word stays, only the protocols have changed, of which more is said below.
    if (more !== 0 && old.access !== now.access) {
        const text = `access ${accessOf(now)}, where it was ${accessOf(old)}`;
        steps.note(
            more > 0 ? 'worse' : 'better',
            more > 0 ? 'access-widened' : 'access-narrowed',
            now,
            (who, several) => `${who} ${several ? 'have' : 'has'} ${text}`,
        );
    }
    if (hasWithdrawnAccess(stated, old) && rank(compared.after, stated) < rank(compared.before, old)) {
        const text = `no longer said to have access ${accessOf(old)}`;
        steps.note('worse', 'rating-lowered', now, (who, several) => `${who} ${several ? 'are' : 'is'} ${text}`);
    }
    const names = namesFrom(compared.pairing);
    const isWord = isCalledOtherwise(compared.before.lookup, compared.after.lookup, old, stated, names);
    if (isWord) judgeProtection({ ...compared, asked: compared.after }, old, stated, steps, true);
    else judgeProtection(compared, old, now, steps, false);
    // A protocol that is described otherwise is reported once, and not at each of its flows.
    const sameProtocols = protocolsOf(old, names.protocol) === protocolsOf(stated, id => id);
    if (!sameProtocols && becomesHardwired(compared.before, compared.after, old, stated))
        steps.note(
            'neutral',
            'rating-raised',
            now,
            (who, several) =>
                `${who} ${several ? 'are' : 'is'} said to be hard-wired now, which only wires show: judged as before`,
        );
    if (isWord)
        steps.note(
            'neutral',
            'rating-raised',
            now,
            (who, several) =>
                `${who} ${several ? 'were' : 'was'} called ${protocolsOf(old, names.protocol)}: nothing else shows ` +
                'another session now, so it is judged as before',
        );
    if (hidesContent(compared, old, now))
        steps.note(
            'worse',
            'protection-lowered',
            now,
            who => `nothing says any more what ${who} carries, which is a tunnel`,
        );
    const [first, last] = [lasting(old), lasting(now)];
    // A day that has passed ends nothing: the flow counts as open, and a finding says so.
    if (first !== last && (last > first || last >= compared.after.today)) {
        const text = `${lastingText(now)}, where it was ${lastingText(old)}`;
        steps.note(
            last > first ? 'worse' : 'better',
            last > first ? 'permission-longer' : 'permission-shorter',
            now,
            (who, several) => `${who} ${several ? 'last' : 'lasts'} ${text}`,
        );
    }
    const [gone, given] = [
        now.approvedBy === null ? old.approvedBy : null,
        old.approvedBy === null ? now.approvedBy : null,
    ];
    if (gone !== null)
        steps.note(
            'worse',
            'approval-lost',
            now,
            (who, several) => `${who} ${several ? 'are' : 'is'} no longer approved by ${gone}`,
        );
    if (given !== null)
        steps.note(
            'better',
            'approval-given',
            now,
            (who, several) => `${who} ${several ? 'are' : 'is'} approved by ${given}`,
        );
}

const modes = { none: 0, optional: 1, mandatory: 2 } as const;
const mode = (protocol: Protocol): number | null => (protocol.security === null ? null : modes[protocol.security]);

/** Protocols that the site describes itself: what is said of them for the better is a rating by hand. */
function judgeProtocols({ before, after, pairing }: Compared, reasons: Reasons): void {
    for (const [old, now] of pairsOf(
        before.model.protocols.filter(each => !each.builtIn),
        after.model.protocols,
        pairing.protocols,
    )) {
        const about = [`protocol ${now.id}`];
        const [lost, won] = [
            less(new Set(able(old)), new Set(able(now))),
            less(new Set(able(now)), new Set(able(old))),
        ];
        const step = (mode(now) ?? 0) - (mode(old) ?? 0);
        const speaking = after.model.flows.filter(flow => flow.protocols.some(each => each.id === now.id)).length;
        const where = speaking === 0 ? '' : `, in ${speaking} flow${speaking === 1 ? '' : 's'}`;
        const asksLess = [
            ...old.traits
                .filter(each => !excusing.has(each) && !now.traits.includes(each))
                .map(each => `no longer called ${each}`),
            ...now.traits
                .filter(each => excusing.has(each) && !old.traits.includes(each))
                .map(each => `called ${each}`),
        ];
        if (asksLess.length > 0)
            reasons.worse('rating-lowered', `${now.id} is ${asksLess.join(', and is ')}${where}`, about);
        if (lost.length > 0)
            reasons.worse('protocol-weakened', `${now.id} no longer provides ${lost.join(', ')}${where}`, about);
        else if (step < 0 && old.provides.length > 0)
            reasons.worse(
                'protocol-weakened',
                `the security of ${now.id} is ${now.security ?? 'not stated'}, where it was ${old.security}${where}`,
                about,
            );
        if (won.length > 0)
            reasons.neutral('rating-raised', `${now.id} is said to provide ${won.join(', ')}${where}`, about);
        else if (step > 0 && lost.length === 0 && now.provides.length > 0)
            reasons.neutral(
                'rating-raised',
                `the security of ${now.id} is said to be ${now.security}, where it was ` +
                    `${old.security ?? 'not stated'}${where}`,
                about,
            );
    }
}

/** What a session has come to be able to do, and no longer, though it stands between the same ends. */
export function judgeSessions(compared: Compared, reasons: Reasons): void {
    const own = new Map(compared.asked.model.flows.map(flow => [flow.origin, flow]));
    const steps = new Steps();
    for (const [old, now] of compared.pairing.flows) judgeFlow(compared, old, own.get(now.origin) ?? now, now, steps);
    steps.report(reasons);
    judgeProtocols(compared, reasons);
}
