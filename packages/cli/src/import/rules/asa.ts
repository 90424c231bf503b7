import { parse } from './asa-config.ts';
import { atInterfaces, ofList, withInactive } from './asa-interfaces.ts';
import { openRules } from './asa-open.ts';
import { translationRules } from './asa-nat.ts';
import { listsOfTunnels, tunnelRules } from './asa-tunnels.ts';
import { extentNotices } from './asa-whole.ts';
import type { ChainRule } from './chains.ts';
import type { ReadRule, ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { both, RulesError, unread } from './reading.ts';
import { addAll } from '../add-all.ts';
import { EntryReader } from './asa-entries.ts';
import { leftOpen } from './translation.ts';

/** Why no rule of an old device with translations can be judged. */
const translated = 'translated addresses, as before version 8.3';

/** What decides in the place of rules that stand before those of the file. */
const beginning = 'the beginning of the file, which is missing';

/**
 * Reads the running configuration of a Cisco ASA: access lists with their objects, the interfaces at which they are
 * asked, and what the device does where none is.
 * @throws {@link RulesError} where no access list can be read
 */
export function readAsa({ text, part }: RulesRequest): ReadRules {
    const config = parse(text);
    if (config.heads.length > 1)
        throw new RulesError(
            `Several configurations begin in this file, in lines ${config.heads.join(' and ')}: give that of one ` +
                'context, or of one day.',
        );
    const notices: RuleNotice[] = [];
    const reader = new EntryReader(config, notices);
    const chains = new Map<string, ChainRule[]>();
    const inactive = new Map<string, readonly ReadRule[]>();
    for (const [list, entries] of config.lists) {
        const rules = entries.flatMap((entry, at) => reader.rules(list, at + 1, entry));
        chains.set(
            list,
            rules
                .filter(rule => !rule.disabled)
                .map(({ permits, disabled: _, ...rule }) => ({
                    ...rule,
                    verdict: { kind: permits ? ('accept' as const) : ('drop' as const) },
                })),
        );
        inactive.set(
            list,
            rules.filter(rule => rule.disabled).map(({ disabled: _, ...rule }) => ({ ...rule, trait: 'disabled' })),
        );
    }
    const elsewhere = config.shown === null ? translationRules(config, reader) : [];
    if (config.translations > 0)
        notices.push({
            line: 0,
            message:
                `${config.translations} translation${config.translations === 1 ? '' : 's'} of addresses: access ` +
                'lists name real addresses, and they are what is compared.' +
                (elsewhere.length > 0 ? ` ${leftOpen}.` : ''),
        });
    addAll(notices, extentNotices(config.extent, config.lastLine, config.missing !== 'filter'));
    for (const group of config.groups.filter(each => !config.lists.has(each.list)))
        notices.push({
            line: group.line,
            message: `Access list ${group.list} is asked but is not in the export: what it decides is not assessable.`,
        });
    const used = new Set([...config.groups, ...config.ofDevice].map(group => group.list));
    const carrying = listsOfTunnels(config);
    const filtering = [...config.lists.keys()].filter(list => used.has(list) || !carrying.includes(list));
    const cut = config.missing === 'filter';
    // Of a cut file other lists may be missing: one of them is taken only where it is named.
    const only = !cut && config.groups.length === 0 && filtering.length === 1 ? filtering : [];
    const alone = part ?? only[0] ?? null;
    if (alone !== null && !config.lists.has(alone))
        throw new RulesError(
            `The export has no access list ${alone}: it has ${[...config.lists.keys()].join(', ') || 'none'}.`,
        );
    if (alone === null && used.size === 0 && (filtering.length > 0 || config.interfaces.length < 2 || cut)) {
        throw new RulesError(
            config.lists.size === 0
                ? `No access list is in this file${cut ? ', which seems to be cut before them' : ''}: give the ` +
                      'running configuration of the ASA.'
                : `No access list is asked at an interface (access-group)${
                      cut ? ', and the file seems to be cut before that' : ''
                  }: name one with --part: ${[...config.lists.keys()].join(', ')}.`,
        );
    }
    for (const [list, entries] of config.lists) {
        if (!used.has(list) && list !== alone && !carrying.includes(list))
            notices.push({
                line: entries[0]!.line,
                message: `Access list ${list} is not asked at an interface and is left out.`,
            });
    }
    for (const { list, line } of config.ofDevice)
        notices.push({
            line,
            message: `Access list ${list} filters what is for the device itself (control-plane) and is not read.`,
        });
    const ofTunnels = tunnelRules(config, chains, notices);
    if (config.shown !== null)
        notices.push({
            line: config.shown,
            message:
                'Before version 8.3, access lists name translated addresses: rules of a device with "static" are not ' +
                'assessable. Give a table of its rules with real addresses.',
        });
    const open = openRules(alone === null ? config : { ...config, groups: [] }, notices);
    const active = alone === null ? atInterfaces(config, chains) : ofList(config, chains, alone);
    const rules = withInactive(
        config.shown === null ? active : active.map(rule => ({ ...rule, when: both(rule.when, translated) })),
        inactive,
        alone === null ? config.groups : [{ list: alone, direction: 'global', name: null }],
    );
    return {
        rules: [
            ...(config.extent === 'headless' ? [{ ...unread(), when: beginning }] : []),
            ...elsewhere,
            ...ofTunnels,
            ...open,
            ...rules,
        ],
        notices,
        interfaces: config.interfaces.flatMap(each =>
            each.network === null ? [] : [{ name: each.name, networks: [each.network] }],
        ),
    };
}
