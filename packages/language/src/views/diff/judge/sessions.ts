import type { Flow } from '../../../model/index.ts';
import { readsOnly } from '../../../assessment/passing.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom } from '../pairing.ts';
import { judgedAs } from './called-otherwise.ts';
import { judgeProtection, protocolsOf } from './flow-protection.ts';
import { FlowSteps } from './flow-steps.ts';
import { judgeProtocols } from './own-protocols.ts';
import type { Compared, Reasons } from './reason.ts';
import { isInBase } from '../places.ts';
import { allowedByOthers, declaredOtherwise, goesOn } from './services.ts';
import { becomesHardwired, hidesContent } from './words-of-flows.ts';
import { zoneAround } from './undeclared.ts';
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

/**
 * @param now with the questions of BASE
 * @param stated as HEAD says it
 * @param isStillThere whether what it was goes on
 * @param isAllowed whether another flow allows all that it did
 */
function judgeFlow(
    compared: Compared,
    old: Flow,
    now: Flow,
    stated: Flow,
    isStillThere: ReturnType<typeof goesOn>,
    isAllowed: ReturnType<typeof allowedByOthers>,
    steps: FlowSteps,
): void {
    const more = rank(compared.asked, now) - rank(compared.before, old);
    // Where the word stays, only the protocols have changed, of which more is said below.
    if (more !== 0 && old.access !== now.access) {
        const kept = more < 0 && isAllowed(old);
        const text =
            `access ${accessOf(now)}, where it was ${accessOf(old)}` +
            `${kept ? ', and another flow still allows as much' : ''}`;
        steps.note(
            more > 0 ? 'worse' : kept ? 'neutral' : 'better',
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
    const word = judgedAs(compared.before.lookup, compared.after.lookup, old, stated, names);
    const securing = JSON.stringify(stated.secured?.protections) !== JSON.stringify(old.secured?.protections);
    if (word && !securing) judgeProtection({ ...compared, asked: compared.after }, old, stated, steps, true);
    else judgeProtection(compared, old, now, steps, !word && isStillThere(old, stated));
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
    else if (word)
        steps.note(
            'neutral',
            'rating-raised',
            now,
            (who, several) =>
                `${who} ${several ? 'were' : 'was'} called ${protocolsOf(old, names.protocol)}: only ` +
                `${securing ? 'words have' : 'the word has'} changed, so it is judged as ${word}`,
        );
    else if (
        stated.protocols.some(({ id }) => !old.protocols.some(was => names.protocol(was.id) === id)) &&
        isStillThere(old, stated)
    )
        steps.note(
            'neutral',
            'access-narrowed',
            now,
            (who, several) =>
                `${who} ${several ? 'are' : 'is'} no longer ${protocolsOf(old, names.protocol)}, which another flow ` +
                'takes in',
        );
    if (hidesContent(compared, old, now))
        steps.note(
            'worse',
            'protection-lowered',
            now,
            (who, several) =>
                `nothing says any more what ${who} ` +
                (several ? 'carry, which are tunnels' : 'carries, which is a tunnel'),
        );
    const [first, last] = [lasting(old), lasting(now)];
    // A day that has passed ends nothing: the flow counts as open, and a finding says so.
    if (first !== last && (last > first || last >= compared.after.today)) {
        const kept = last < first && isAllowed(old, other => lasting(other) >= first);
        const text =
            `${lastingText(now)}, where it was ${lastingText(old)}` +
            `${kept ? ', and another flow still allows as much' : ''}`;
        steps.note(
            last > first ? 'worse' : kept ? 'neutral' : 'better',
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

/** What a session has come to be able to do, and no longer, though it stands between the same ends. */
export function judgeSessions(compared: Compared, reasons: Reasons): void {
    const own = new Map(compared.asked.model.flows.map(flow => [flow.origin, flow]));
    const steps = new FlowSteps();
    const [isStillThere, isAllowed] = [goesOn(compared), allowedByOthers(compared)];
    const isDeclared = declaredOtherwise(compared);
    for (const [old, now] of compared.pairing.flows)
        judgeFlow(compared, old, own.get(now.origin) ?? now, now, isStillThere, isAllowed, steps);
    for (const flow of compared.asked.model.flows)
        if (isInBase(flow.origin.file) && !isDeclared(flow)) {
            const joined = zoneAround(compared.after.lookup, flow);
            const why = (several: boolean): string =>
                joined === null
                    ? `rules or traffic still show ${several ? 'them' : 'it'}`
                    : `no boundary is between the ends in ${joined}`;
            steps.note(
                'neutral',
                'access-narrowed',
                flow,
                (who, several) =>
                    `${who} ${several ? 'are' : 'is'} no longer declared, and ${why(several)}: nothing is closed`,
            );
        }
    steps.report(reasons);
    judgeProtocols(compared, reasons);
}
