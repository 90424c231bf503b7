import type { Conduit, Flow } from '../../../model/index.ts';
import type { Blamed } from './blamed.ts';
import type { Compared } from './reason.ts';
import { judgedByWithdrawn } from './sources.ts';

/** A flow on both sides, or a conduit. */
interface Partners {
    readonly flow?: readonly [Flow, Flow];
    readonly conduit?: readonly [Conduit, Conduit];
}

/**
 * What a rule rests on, so that it falls silent where that goes: then it is not satisfied. True where it still has
 * something to judge.
 * The boundary that a flow crosses is asked of every rule.
 */
const restsOn: Readonly<Record<string, (partners: Partners) => boolean>> = {
    'one-way-without-proxies': ({ conduit }) => !conduit || conduit[1].oneWay !== null,
    'one-way-contradicted': ({ conduit }) => !conduit || conduit[1].oneWay !== null,
    'flow-expired': ({ flow }) =>
        !flow || (flow[1].until !== null && flow[1].until.date <= (flow[0].until?.date ?? '')),
    'temporary-flow-unapproved': ({ flow }) => !flow || flow[1].until !== null,
};

/**
 * Rules about a gap to the SL-T. They fall silent too where nothing is said any more of what was missing: the gap is
 * there all the same.
 */
const aboutGaps: ReadonlySet<string> = new Set(['gap-below-target']);

/** Rules about a day: to put it off mends nothing. */
const aboutDays: ReadonlySet<string> = new Set(['due-date-passed', 'accept-expired', 'invariant-exception-expired']);

/**
 * Answers for a finding that is no longer there whether it was mended: whether what it rests on is still there. A
 * boundary that is no
 * longer crossed, because it was dissolved, mends nothing; nor does a day that was put off, or a source that is gone.
 */
export function restingOn(compared: Compared): (ended: Blamed) => boolean {
    const { before, asked, pairing } = compared;
    const isUnread = judgedByWithdrawn(compared);
    const flows = new Map([...pairing.flows].map(([old, now]) => [`flow ${now.id}`, [old, now] as const]));
    const crosses = (side: Compared['before'], flow: Flow): boolean =>
        side.lookup.zoneOf(flow.from.id)?.id !== side.lookup.zoneOf(flow.to.id)?.id;
    /** True where one of the gaps is still there. */
    const isOpen = (subject: string | null): boolean => {
        const was = before.assessment.of(subject ?? '')?.gap ?? [];
        const is = asked.assessment.of(pairing.elements.get(subject ?? '') ?? '')?.gap ?? [];
        return was.some((gap, fr) => (gap ?? 0) > 0 && (is[fr] ?? 0) > 0);
    };
    return ({ finding, part, about }) => {
        if (aboutDays.has(finding.rule) || isUnread(finding.rule)) return false;
        if (aboutGaps.has(finding.rule) && isOpen(finding.parts[part]!.subject)) return false;
        const flow = flows.get(about ?? '');
        if (flow && crosses(before, flow[0]) && !crosses(asked, flow[1])) return false;
        const held = flow ? flow[0].container : finding.subject;
        const [old, now] = [
            before.lookup.conduit(held ?? ''),
            asked.lookup.conduit(pairing.elements.get(held ?? '') ?? ''),
        ];
        return (
            restsOn[finding.rule]?.({
                ...(flow ? { flow } : {}),
                ...(old && now ? { conduit: [old, now] as const } : {}),
            }) ?? true
        );
    };
}
