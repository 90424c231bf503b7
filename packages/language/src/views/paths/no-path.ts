import type { Assessment } from '../../assessment/index.ts';
import type { Threat } from '../../model/index.ts';
import { leftOpen } from '../../rules/index.ts';

/**
 * Says that no path was found from one end to another, and where something that nobody described could be one.
 * @param from id of a zone or an asset, as `to`
 */
export function noPathText(assessment: Assessment, from: string, to: string): string {
    const open = leftOpen(assessment, [{ from: [from], to: [to] }]).map(({ message }) => message);
    return open.length === 0
        ? `No path over the declared flows leads from ${from} to ${to}.`
        : `No path over the declared flows is known from ${from} to ${to}. ${open.join(' ')}`;
}

/** The same of a threat: somebody who is in a zone moves there without a flow. */
export function noThreatPathText(assessment: Assessment, { id, from, against }: Threat): string {
    const [open] = leftOpen(assessment, [
        { from: from.map(end => end.id), to: against.map(end => end.id), past: { lateral: true } },
    ]);
    return open === undefined
        ? `No path over the declared flows leads threat ${id} to what it is against.`
        : `No path over the declared flows is known that leads threat ${id} to what it is against. ${open.message}`;
}
