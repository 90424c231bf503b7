/** What an ASA decides by lines that are not evaluated. */
import { all6, interfaces } from 'iacs-language/filter';
import type { Config } from './asa-config.ts';
import type { ReadRule, RuleNotice } from './reading.ts';
import { unread } from './reading.ts';

/** Something that may permit, and that may block. */
const either = (rule: Partial<ReadRule>): readonly ReadRule[] =>
    [true, false].map(permits => ({ ...unread(), ...rule, permits }));

/**
 * Rules in front of all others for what is not evaluated: lists of their own for IPv6, lists of users, and lines that
 * take something back.
 * @param notices gets what is said of them
 */
export function openRules({ list6, undone, groups }: Config, notices: RuleNotice[]): readonly ReadRule[] {
    const rules: ReadRule[] = [];
    if (list6 !== null) {
        notices.push({
            line: list6,
            message: 'Before version 9.0, IPv6 has access lists of its own (ipv6 access-list), which are not read.',
        });
        const region = { ...unread().region, from: all6, to: all6 };
        rules.push(...either({ region, label: 'IPv6', when: 'an access list of IPv6, which is not read' }));
    }
    for (const { words, line } of undone) {
        const text = `"${words.join(' ').slice(0, 60)}"`;
        notices.push({ line, message: `${text} is not carried out: no rule is certain.` });
        rules.push(...either({ label: 'taken back', when: text, line }));
    }
    for (const { list, name, line } of groups.filter(group => group.perUser && group.name !== null)) {
        notices.push({
            line,
            message: `The access list of a user may take the place of ${list} (per-user-override); it is not read.`,
        });
        const when = 'the access list of a user (per-user-override)';
        rules.push(...either({ label: `users at ${name!}`, enters: interfaces(name!), when, line }));
    }
    return rules;
}
