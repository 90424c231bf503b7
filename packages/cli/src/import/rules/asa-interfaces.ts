/** What an ASA asks at its interfaces, as one list of rules. */
import { anyInterface, everyAddress, everyService, interfaces } from 'iacs-language/filter';
import type { Config } from './asa-config.ts';
import type { BaseChain, ChainRule } from './chains.ts';
import { ChainFault, flatten } from './chains.ts';
import type { ReadRule } from './reading.ts';
import { anywhere, both, cutOff, denied, RulesError, unread } from './reading.ts';
import { addAll } from '../add-all.ts';

type Chains = ReadonlyMap<string, readonly ChainRule[]>;

const base = (name: string): BaseChain => ({ name, domain: anywhere, policy: null, policyLabel: '', policyLine: 0 });

function unfold(chains: Chains, ...bases: readonly BaseChain[]): ReadRule[] {
    try {
        return flatten(chains, bases);
    } catch (error) {
        if (error instanceof ChainFault) throw new RulesError(`The access lists cannot be read: ${error.message}.`);
        throw error;
    }
}

/** The rules of one access list, wherever it is asked. What a cut list would go on with is not assessable. */
export function ofList(config: Config, chains: Chains, list: string): readonly ReadRule[] {
    const cut = config.missing !== 'nothing' && config.lists.get(list)!.at(-1)!.line === config.lastLine;
    return [...unfold(chains, base(list)), ...(cut ? [unread()] : []), denied('implicit deny')];
}

/**
 * What the device asks at each interface: the list of the way out, then that of the way in, then the global one, then
 * the levels. Where lines with `access-group` may be missing, a further list could block what these permit, and permit
 * what no list of these decides: only what they block is certain.
 */
export function atInterfaces(config: Config, chains: Chains): readonly ReadRule[] {
    const rules: ReadRule[] = [];
    const open = config.missing === 'filter';
    const everything = { from: everyAddress, to: everyAddress, services: everyService };
    /** A list that the export does not have decides, and how is not known. */
    const rulesOf = (list: string): readonly ReadRule[] =>
        config.lists.has(list)
            ? unfold(chains, base(list)).map(rule =>
                  open && rule.permits ? { ...rule, when: both(rule.when, cutOff) } : rule,
              )
            : [{ ...unread(), when: `access list ${list}, which is not in the export` }];
    const last = (list: string): ReadRule => (open ? unread() : denied(`implicit deny of ${list}`));
    for (const { list, name } of config.groups.filter(group => group.direction === 'out' && group.name !== null)) {
        if (!config.lists.has(list)) {
            addAll(
                rules,
                rulesOf(list).map(rule => ({ ...rule, leaves: interfaces(name!) })),
            );
            continue;
        }
        rules.push(
            ...unfold(
                chains,
                {
                    name: list,
                    domain: everything,
                    leaves: name!,
                    policy: 'drop',
                    policyLabel: `implicit deny of ${list}`,
                    policyLine: 0,
                },
                { ...base('no such list'), policy: null },
            ),
        );
    }
    const entering = config.groups.filter(group => group.direction === 'in' && group.name !== null);
    const global = config.groups.find(group => group.direction === 'global');
    for (const { list, name } of entering) {
        addAll(
            rules,
            rulesOf(list).map(rule => ({ ...rule, enters: interfaces(name!) })),
        );
        if (!global) rules.push({ ...last(list), enters: interfaces(name!) });
    }
    if (global) return [...rules, ...rulesOf(global.list), last(global.list)];
    if (open) return [...rules, unread(), denied('implicit deny')];
    return [...rules, ...byLevel(config, new Set(entering.map(group => group.name!))), denied('implicit deny')];
}

/** What an interface without a list permits: sessions to interfaces with a lower security level, or as configured. */
function byLevel(config: Config, withList: ReadonlySet<string>): readonly ReadRule[] {
    return config.interfaces
        .filter(each => !withList.has(each.name))
        .flatMap((from): readonly ReadRule[] => {
            const lower = config.interfaces.filter(
                to =>
                    to.level < from.level ||
                    (to.level === from.level && (to.name === from.name ? config.backPermitted : config.samePermitted)),
            );
            if (lower.length === 0) return [];
            return [
                {
                    permits: true,
                    region: anywhere,
                    enters: interfaces(from.name),
                    leaves: interfaces(...lower.map(each => each.name)),
                    when: null,
                    trait: null,
                    label: `implicit: from security level ${from.level} to a lower one`,
                    line: 0,
                },
            ];
        });
}

/**
 * Rules with the entries that are inactive, each at its place in its list and at the interface of the list.
 * @param inactive by their lists
 */
export function withInactive(
    rules: readonly ReadRule[],
    inactive: ReadonlyMap<string, readonly ReadRule[]>,
    groups: readonly Pick<Config['groups'][number], 'list' | 'direction' | 'name'>[],
): readonly ReadRule[] {
    const found = [...rules];
    for (const { list, direction, name } of groups) {
        const at = name === null ? anyInterface : interfaces(name);
        const [enters, leaves] = [direction === 'in' ? at : anyInterface, direction === 'out' ? at : anyInterface];
        const isOwn = (rule: ReadRule): boolean =>
            (rule.label === list || rule.label.startsWith(`${list} `) || rule.label === `implicit deny of ${list}`) &&
            (direction !== 'in' || rule.enters.names.includes(name!)) &&
            (direction !== 'out' || rule.leaves.names.includes(name!));
        for (const entry of inactive.get(list) ?? []) {
            const own = found.flatMap((rule, index) => (isOwn(rule) ? [index] : []));
            const next = own.find(index => found[index]!.line > entry.line || found[index]!.line === 0);
            const last = own.at(-1);
            found.splice(next ?? (last === undefined ? found.length : last + 1), 0, { ...entry, enters, leaves });
        }
    }
    return found;
}
