/** The order in which pfSense and OPNsense ask the rules that people wrote. */
import type { Knowledge } from './pf-objects.ts';
import type { Element } from './xml.ts';
import { child, childrenOf, isOn, textIn } from './xml.ts';

/** Floating rules, rules of groups of interfaces, and rules of one interface: they are asked in this order. */
const places = ['first', 'group', 'usual'] as const;
export type Place = (typeof places)[number];

export interface WrittenRule {
    readonly rule: Element;
    /** From 1, in the order of the file. */
    readonly number: number;
    readonly place: Place;
    /** False where a later rule may decide otherwise. */
    readonly isQuick: boolean;
}

/**
 * The rules in the order in which they are asked. The newer rules of OPNsense have theirs in `sequence`; each place
 * asks them before its older ones, and one that names several interfaces or none is floating (`FilterRuleField.php`).
 */
export function writtenRules(root: Element, { groups }: Knowledge): readonly WrittenRule[] {
    const older = childrenOf(child(root, 'filter'), 'rule');
    const newer = childrenOf(child(root, 'OPNsense', 'Firewall', 'Filter', 'rules'), 'rule');
    return [...older, ...newer]
        .map((rule, at) => {
            const isNewer = at >= older.length;
            const names = (textIn(rule, 'interface') ?? '').split(',').filter(name => name !== '');
            const isFloating = isNewer ? names.length !== 1 : textIn(rule, 'floating') === 'yes';
            const place: Place = isFloating ? 'first' : names.some(name => groups.has(name)) ? 'group' : 'usual';
            const isQuick = child(rule, 'quick') === undefined ? isNewer || !isFloating : isOn(rule, 'quick');
            const sequence = isNewer ? Number(textIn(rule, 'sequence') ?? 0) : 0;
            return { rule, number: at + 1, place, isQuick, isNewer, sequence };
        })
        .sort(
            (a, b) =>
                places.indexOf(a.place) - places.indexOf(b.place) ||
                Number(b.isNewer) - Number(a.isNewer) ||
                a.sequence - b.sequence,
        );
}
