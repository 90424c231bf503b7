import { usesOf } from '../../../assessment/index.ts';
import type { Flow, Protection, Protocol } from '../../../model/index.ts';
import { protections } from '../../../model/words.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom } from '../pairing.ts';
import type { FlowSteps } from './flow-steps.ts';
import { notKnown } from './evidence.ts';
import { documented, withoutEvidence } from './proof-replaced.ts';
import { claimedOnly, type Compared } from './reason.ts';
import { hidesContent, isUndecided } from './words-of-flows.ts';

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
export function able(protocol: Protocol): readonly Protection[] {
    return protocol.security === 'none' ? [] : protocol.provides;
}

/** What the first protects and the second does not. */
export const less = (was: ReadonlySet<Protection>, is: ReadonlySet<Protection>): readonly Protection[] =>
    [...was].filter(each => !is.has(each));

/** The protocols of a flow as one text. */
export const protocolsOf = (flow: Flow, name: (id: string) => string): string =>
    flow.protocols
        .map(each => name(each.id))
        .sort()
        .join(', ');

/**
 * What protects a session now and did not, and no longer.
 * @param isWord only the protocol is called otherwise: nothing is gained by that
 */
export function judgeProtection(
    { before, asked, shown, pairing }: Compared,
    old: Flow,
    now: Flow,
    steps: FlowSteps,
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
    const without = shown?.flows.get(now.origin);
    const proved = shown && without ? protectionOf(shown.side, without).all : is.all;
    const isClaimed = won.some(each => !proved.has(each));
    const [direction, kind] =
        rated || isOpen
            ? (['neutral', 'rating-raised'] as const)
            : ([isClaimed ? 'neutral' : 'better', 'protection-raised'] as const);
    if (won.length > 0 && bySecured(won)) {
        if (!isWord)
            steps.note(
                direction,
                kind,
                now,
                (who, several) =>
                    `${who} ${several ? 'are' : 'is'} now secured by ${won.join(', ')}` +
                    `${isClaimed ? ` ${claimedOnly}` : ''}`,
                countermeasures,
            );
    } else if (ownWon.length > 0 && lost.length === 0) {
        const protocol = protocolsOf(now, id => id);
        // What a protocol can do is no gain before it is said to be switched on.
        const isOn = ownWon.every(each => proved.has(each));
        steps.note(
            isOn && !isWord ? direction : 'neutral',
            isOn && !isWord ? kind : 'rating-raised',
            now,
            who =>
                `${protocol} provides ${ownWon.join(', ')} by itself` +
                `${isOn ? '' : ', and nothing says that it is switched on'} (${who})`,
            countermeasures,
        );
    }
    judgeSecuring(before, asked, old, now, names.countermeasure, countermeasures, steps);
}

/** By which countermeasures a session is secured: to name none any more, or one without evidence, is a loss. */
function judgeSecuring(
    before: DiffSide,
    asked: DiffSide,
    old: Flow,
    now: Flow,
    countermeasure: (id: string) => string,
    about: readonly string[],
    steps: FlowSteps,
): void {
    const had = (old.secured?.by ?? []).map(({ id }) => countermeasure(id));
    const has = (now.secured?.by ?? []).map(({ id }) => id);
    if (!now.secured || had.length === 0 || (has.length === had.length && has.every(id => had.includes(id)))) return;
    const named = had.join(', ');
    if (has.length === 0)
        steps.note('worse', 'proof-lost', now, who => `what secures ${who} is no longer named (${named})`, about);
    const [documents, others] = [documented(before.model), documented(asked.model)];
    const wasShown = (old.secured?.by ?? []).every(({ id }) => documents.has(id));
    const isShown = has.every(id => others.has(id));
    if (has.length > 0 && wasShown && isShown && !had.every(id => has.includes(id)))
        steps.note(
            'neutral',
            'proof-lost',
            now,
            who =>
                `what secures ${who} is ${has.join(', ')} with evidence, ` +
                `where it was ${named} with evidence: ${notKnown}`,
            about,
        );
    if (has.length > 0 && wasShown && !isShown)
        steps.note(
            'worse',
            'proof-lost',
            now,
            who => `what secures ${who} is ${withoutEvidence(has, others)} without evidence, where ${named} had some`,
            about,
        );
}
