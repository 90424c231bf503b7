import type { FilterRule, Region } from 'iacs-language/filter';
import {
    addressTexts,
    evaluate,
    everyAddress,
    everyService,
    filterOf,
    isAnyInterface,
    rest,
    servicesOf,
    serviceText,
    tooMany,
} from 'iacs-language/filter';
import type { Dialect } from '../../src/import/rules/readers.ts';
import { readers } from '../../src/import/rules/readers.ts';
import type { ReadRule, ReadRules, RulesRequest } from '../../src/import/rules/reading.ts';

/** What a reader makes of a text. */
export function read(dialect: Exclude<Dialect, 'csv'>, text: string, request: Partial<RulesRequest> = {}): ReadRules {
    return readers[dialect]({ text, own: null, part: null, ...request });
}

/** A rule as one line, for comparison by eye. */
export function lineOf(rule: ReadRule): string {
    const { from, to, services } = rule.region;
    const by = (word: string, { not, names }: ReadRule['enters']): string =>
        isAnyInterface({ not, names }) ? '' : ` ${word} ${not ? 'not ' : ''}${names.join(',')}`;
    return (
        `${rule.permits ? 'permits' : 'blocks'} ${addressTexts(from).join(', ')} -> ` +
        `${addressTexts(to).join(', ')} : ${servicesOf(services).map(serviceText).join(', ')} "${rule.label}"` +
        `${by('in', rule.enters)}${by('out', rule.leaves)}${rule.when === null ? '' : ` when ${rule.when}`}${rule.trait === null ? '' : ` is ${rule.trait}`}`
    );
}

export const linesOf = ({ rules }: ReadRules): string[] => rules.map(lineOf);

/** All sessions that a rule set permits, as regions. Interfaces are left aside. */
export function permitSet({ rules }: ReadRules): readonly Region[] {
    const asked: FilterRule[] = rules
        .filter(rule => rule.trait === null)
        .map(rule => ({ ...rule.region, permits: rule.permits, when: rule.when }));
    return evaluate(filterOf(asked), { from: everyAddress, to: everyAddress, services: everyService }).permitted.map(
        each => each.region,
    );
}

/** True where two rule sets permit the same sessions. */
export function samePermits(a: ReadRules, b: ReadRules): boolean {
    const [one, other] = [permitSet(a), permitSet(b)];
    const [left, right] = [rest(one, other), rest(other, one)];
    return left !== tooMany && right !== tooMany && left.length === 0 && right.length === 0;
}
