import type { Assessment } from '../../assessment/index.ts';
import { countermeasuresOf } from '../../assessment/protection.ts';
import type { Conduit, Lookup, Statement, Zone } from '../../model/index.ts';
import { isPlaceholder } from '../../model/index.ts';

/** A compensation names a countermeasure or a reason; one that is still to be filled in is none. */
function isAnswer({ by, because }: Statement): boolean {
    return by.length > 0 || (because !== null && !isPlaceholder(because));
}

/**
 * True when the conduit, or the zone in which a flow stays, compensates the requirement by its number, and not by plans
 * alone or by evidence that has expired. Nothing less answers for one flow: that it is met or excluded stands against
 * what the protocol shows, and is a contradiction.
 * @param requirements any of these will do
 */
export function answers(
    { lookup, day }: Assessment,
    subject: Conduit | Zone | null,
    requirements: readonly string[],
): boolean {
    return (
        subject?.statements.some(
            statement =>
                statement.verb === 'compensates' &&
                isAnswer(statement) &&
                !day.isStale(statement) &&
                day.restsOn(countermeasuresOf(lookup, statement.by)) === 'works' &&
                statement.requirements.some(each => each.kind === 'requirement' && requirements.includes(each.id)),
        ) ?? false
    );
}

/** True where a diode is in the conduit. */
export function hasDiode(lookup: Lookup, conduit: Conduit | null): boolean {
    return (
        conduit?.via.some(({ id }) => {
            const device = lookup.asset(id);
            return device !== undefined && lookup.isA(device, 'diode');
        }) ?? false
    );
}
