import type { FilterRule } from '../../src/filter/index.ts';
import { hasSession } from '../../src/filter/index.ts';
import type { Point } from '../../src/filter/index.ts';

/**
 * What a rule set does with one session, found out as a device does it: rule by rule. A condition may hold or not, so
 * both courses are tried.
 */
export function bruteVerdict(
    rules: readonly FilterRule[],
    from: Point,
    to: Point,
    service: number,
): 'permitted' | 'blocked' | 'unclear' {
    const outcomes = new Set<boolean>();
    let decided = false;
    for (const rule of rules) {
        if (!hasSession(rule, from, to, service)) continue;
        outcomes.add(rule.permits);
        if (rule.when === null) {
            decided = true;
            break;
        }
    }
    if (!decided) outcomes.add(false);
    return outcomes.size === 2 ? 'unclear' : outcomes.has(true) ? 'permitted' : 'blocked';
}
