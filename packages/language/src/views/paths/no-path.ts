import type { Assessment } from '../../assessment/index.ts';
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
