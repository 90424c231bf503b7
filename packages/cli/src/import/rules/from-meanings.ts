import type { Interfaces, Ranges } from 'iacs-language/filter';
import { everyAddress, everyService, intersect, isEmpty, union } from 'iacs-language/filter';
import type { Meaning } from './objects.ts';
import type { ReadRule, RuleNotice } from './reading.ts';
import { both } from './reading.ts';

/** A rule whose ends and services may be known in part. */
export interface MeantRule extends Omit<ReadRule, 'region'> {
    readonly from: Meaning;
    readonly to: Meaning;
    readonly services: Meaning;
    /** The addresses that the kind of rule can match at all, such as IPv4. */
    readonly family?: Ranges;
    readonly enters: Interfaces;
    readonly leaves: Interfaces;
}

/**
 * A rule as lines that can be judged: one for what is known, and one under a condition for the rest.
 * @param say what is reported of a rule that matches no session at all
 */
export function linesOf(rule: MeantRule, say: (notice: RuleNotice) => void): readonly ReadRule[] {
    const { from, to, services, family = everyAddress, ...rest } = rule;
    const lines: ReadRule[] = [];
    const certain = { from: intersect(from.known, family), to: intersect(to.known, family), services: services.known };
    if (!isEmpty(certain)) lines.push({ ...rest, region: certain });
    const doubts = [
        ...from.unknown.map(each => `from ${each}`),
        ...to.unknown.map(each => `to ${each}`),
        ...services.unknown,
    ];
    if (doubts.length > 0) {
        const alone = [from, to, services].filter(each => each.unknown.length > 0).length === 1;
        const most = ({ known, unknown, within }: Meaning, all: Ranges): Ranges =>
            unknown.length === 0 ? known : within === undefined ? all : alone ? within : union(known, within);
        const wide = {
            from: intersect(most(from, family), family),
            to: intersect(most(to, family), family),
            services: most(services, everyService),
        };
        if (!isEmpty(wide))
            lines.push({
                ...rest,
                region: wide,
                when: both(
                    rest.when,
                    doubts.slice(0, 5).join(', ') + (doubts.length > 5 ? ` and ${doubts.length - 5} more` : ''),
                ),
            });
    }
    if (lines.length === 0)
        say({ line: rest.line, message: `Rule ${rest.label} matches no session: one of its sides is empty.` });
    return lines;
}
