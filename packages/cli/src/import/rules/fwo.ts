import type { Ranges } from 'iacs-language/filter';
import {
    all4,
    anyInterface,
    everyAddress,
    everyService,
    includes,
    interfaces,
    rangesOf,
    readAddresses,
} from 'iacs-language/filter';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { known, Names, negated, together, unknown } from './objects.ts';
import type { ReadRule, ReadRules, RuleNotice, RulesRequest } from './reading.ts';
import { both, denied, protocolServices, RulesError, servicesFrom } from './reading.ts';
import type { Shown } from './translation.ts';
import { leftOpen, sentElsewhere } from './translation.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
    typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
const objectsIn = (value: unknown): readonly Json[] =>
    (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []).filter(isObject);
const refs = (value: unknown): readonly string[] =>
    text(value)
        .split('|')
        .filter(each => each !== '');

function members(object: Json, key: string, resolve: (name: string) => Meaning): Meaning | null {
    const named = refs(object[key]);
    return named.length === 0 ? null : together(named.map(resolve));
}

function address(object: Json, resolve: (name: string) => Meaning): Meaning {
    const group = members(object, 'obj_member_refs', resolve);
    if (group) return group;
    const name = text(object['obj_name']);
    const [low, high] = [text(object['obj_ip']), text(object['obj_ip_end'])];
    const type = text(object['obj_typ']);
    if (['domain', 'dynamic_net_obj', 'access-role', 'fqdn', 'dns'].includes(type)) return unknown(`${type} ${name}`);
    const [first, last] = [readAddresses(low), readAddresses(high === '' ? low : high)];
    const ranges: Ranges | null =
        first && last && typeof first[0] === typeof last[1] && first[0]! <= last[1]! ? [first[0]!, last[1]!] : null;
    if (ranges && ranges[0] === 0 && ranges[1] === 0xffff_ffff)
        return known(/^(any|all)\b/i.test(name) ? everyAddress : ranges);
    return ranges ? known(ranges) : unknown(`object ${name}${low === '' ? ', which has no address' : ''}`);
}

function service(object: Json, resolve: (name: string) => Meaning): Meaning {
    const group = members(object, 'svc_member_refs', resolve);
    if (group) return group;
    const name = text(object['svc_name']);
    const number = object['ip_proto'];
    if (/^(any|all)$/i.test(name) && (number === null || number === 0 || number === undefined))
        return known(everyService);
    if (typeof number !== 'number') return unknown(`service ${name}, which has no protocol`);
    if (number === 0) return known(everyService);
    const [from, to] = [object['svc_port'], object['svc_port_end'] ?? object['svc_port']];
    if (typeof from === 'number' && typeof to === 'number' && [6, 17, 132].includes(number)) {
        return known(rangesOf([[number * 65536 + from, number * 65536 + to]]));
    }
    return known(servicesFrom(protocolServices(`${number}`) ?? []));
}

interface Config {
    readonly json: Json;
    readonly manager: string;
}

interface Gateway {
    readonly config: Config;
    readonly gateway: Json;
    readonly name: string;
}

function parse(written: string): readonly Gateway[] {
    let value: unknown;
    try {
        value = JSON.parse(written);
    } catch {
        throw new RulesError(
            'This is not JSON, or it is cut: give the normalised configuration of Firewall Orchestrator.',
        );
    }
    const managers = isObject(value) ? objectsIn(value['ManagerSet'] ?? [value]) : [];
    const configs = managers.flatMap(manager =>
        objectsIn(manager['Configs'] ?? [manager]).map((json): Config => ({
            json,
            manager: text(manager['ManagerName']),
        })),
    );
    return configs.flatMap(config =>
        objectsIn(config.json['gateways']).map(gateway => ({
            config,
            gateway,
            name: text(gateway['Name']) || text(gateway['Uid']),
        })),
    );
}

/** A rule, and the condition under which it is asked. */
interface Ordered {
    readonly rule: Json;
    readonly when: string | null;
}

/**
 * The rules of a gateway in the order in which it asks them: its rulebases, with what is inserted below a rule or as a
 * section.
 */
function ordered(config: Json, gateway: Json, notices: RuleNotice[], all: readonly Json[]): readonly Ordered[] {
    const bases = new Map(
        [...all.flatMap(other => objectsIn(other['rulebases'])), ...objectsIn(config['rulebases'])].map(base => [
            text(base['uid']) || text(base['name']),
            base,
        ]),
    );
    const links = objectsIn(gateway['RulebaseLinks']);
    const rulesOf = (uid: string, open: readonly string[], when: string | null = null): readonly Ordered[] => {
        const base = bases.get(uid);
        if (!base || open.includes(uid)) {
            notices.push({
                line: 0,
                message: base
                    ? `Rulebase ${uid} is linked from itself.`
                    : `Rulebase ${uid} is linked but is not in the export.`,
            });
            return [];
        }
        const own = objectsIn(base['Rules'] ?? base['rules'])
            .map((rule, at) => ({ rule, at }))
            .sort(
                (a, b) =>
                    Number(a.rule['rule_num_numeric'] ?? a.at) - Number(b.rule['rule_num_numeric'] ?? b.at) ||
                    a.at - b.at,
            );
        const inner = own.flatMap(({ rule }) => {
            const below = links.filter(
                link => text(link['from_rule_uid']) !== '' && link['from_rule_uid'] === rule['rule_uid'],
            );
            // Rules of an inline layer are asked of what this one matches alone.
            const inside = (link: Json): string | null =>
                both(
                    when,
                    link['link_type'] === 'inline'
                        ? `inside of rule ${text(rule['rule_name']) || text(rule['rule_uid'])}`
                        : null,
                );
            return [
                ...below.flatMap(link => rulesOf(text(link['to_rulebase_uid']), [...open, uid], inside(link))),
                { rule, when },
            ];
        });
        const after = links.filter(
            link => text(link['from_rule_uid']) === '' && text(link['from_rulebase_uid']) === uid,
        );
        return [...inner, ...after.flatMap(link => rulesOf(text(link['to_rulebase_uid']), [...open, uid], when))];
    };
    const starts = links.filter(link => link['is_initial'] === true || text(link['from_rulebase_uid']) === '');
    return starts.length > 0
        ? starts.flatMap(link => rulesOf(text(link['to_rulebase_uid']), []))
        : [...bases.keys()].flatMap(uid => rulesOf(uid, []));
}

/** The other gateways of the export at which alone a rule is in force; `null` where none is named. */
function elsewhere(rule: Json, own: Gateway, all: readonly Gateway[]): string | null {
    const on = refs(rule['rule_installon']);
    const isNamed = ({ gateway, name }: Gateway): boolean => on.includes(name) || on.includes(text(gateway['Uid']));
    return isNamed(own) || !all.some(isNamed) ? null : `installed on ${on.join(', ')}`;
}

/**
 * Reads the normalised configuration of Firewall Orchestrator, which has readers for many firewalls.
 * @throws {@link RulesError} where it holds no rule, or several gateways and none was named
 */
export function readFwo({ text: written, part }: RulesRequest): ReadRules {
    const gateways = parse(written);
    if (gateways.length === 0)
        throw new RulesError('The JSON has no gateway: give the normalised configuration of Firewall Orchestrator.');
    const names = gateways.map(each => each.name).join(', ');
    const chosen =
        part === null ? (gateways.length === 1 ? gateways[0] : undefined) : gateways.find(each => each.name === part);
    if (!chosen)
        throw new RulesError(
            part === null
                ? `The export has several gateways: name one of them with --part: ${names}.`
                : `The export has no gateway ${part}: it has ${names}.`,
        );
    const notices: RuleNotice[] = [];
    const configs = [...new Set(gateways.map(each => each.config.json))];
    const named = (key: string, uid: string): ReadonlyMap<string, Json> =>
        new Map(
            [...configs.filter(each => each !== chosen.config.json), chosen.config.json]
                .flatMap(config => objectsIn(config[key]))
                .map(object => [text(object[uid]), object]),
        );
    const missing =
        (kind: string) =>
        (name: string): Meaning =>
            unknown(`${kind} ${name}, which is not in the export`);
    const addresses = new Names(named('network_objects', 'obj_uid'), address, missing('object'));
    const services = new Names(named('service_objects', 'svc_uid'), service, missing('service'));
    const translated: ReadRule[] = [];
    const rules: ReadRule[] = ordered(chosen.config.json, chosen.gateway, notices, configs)
        .filter(({ rule }) => text(rule['rule_head_text']) === '')
        .flatMap(({ rule, when }, at) => {
            const side = (key: string, names_: Names<Json>, all: Ranges): Meaning => {
                if (refs(rule[`${key}_refs`]).length === 0) return unknown(`${key.slice(5)}, which is empty`);
                const meaning = together(
                    refs(rule[`${key}_refs`]).map(each => {
                        // A user stands before the object, as in `user@object`.
                        const [user, object] = each.includes('@')
                            ? [each.slice(0, each.indexOf('@')), each.slice(each.indexOf('@') + 1)]
                            : [null, each];
                        const found = names_.meaning(object);
                        return user === null ? found : unknown(`user ${user}`, ...found.unknown);
                    }),
                );
                return rule[`${key}_neg`] === true ? negated(meaning, all) : meaning;
            };
            const action = text(rule['rule_action']);
            const zones = (key: string): typeof anyInterface =>
                refs(rule[key]).length === 0 || refs(rule[key]).some(each => each.toLowerCase() === 'any')
                    ? anyInterface
                    : interfaces(...refs(rule[key]));
            const name = text(rule['rule_name']);
            if (text(rule['rule_type']) === 'nat') {
                if (rule['rule_disabled'] === true) return [];
                const sent = sentTo({
                    from: side('rule_src', addresses, everyAddress),
                    to: side('rule_dst', addresses, everyAddress),
                    services: side('rule_svc', services, everyService),
                    enters: zones('rule_src_zone'),
                    when,
                    label: name === '' ? `${at + 1}` : `${at + 1} ${name}`,
                    line: 0,
                });
                notices.push({
                    line: 0,
                    message:
                        `Rule ${at + 1} translates addresses and is not read: real addresses are compared.` +
                        (sent.length > 0 ? ` ${leftOpen}.` : ''),
                });
                translated.push(...sent);
                return [];
            }
            const blocks = ['drop', 'deny', 'reject', 'block'].includes(action);
            const isKnown = blocks || action === 'accept' || action === 'permit' || action === 'allow';
            // What an action that is not known does may be either.
            return (isKnown ? [!blocks] : [true, false]).flatMap(permits =>
                linesOf(
                    {
                        permits,
                        from: side('rule_src', addresses, everyAddress),
                        to: side('rule_dst', addresses, everyAddress),
                        services: side('rule_svc', services, everyService),
                        enters: zones('rule_src_zone'),
                        leaves: zones('rule_dst_zone'),
                        when: both(
                            when,
                            ['', 'any', 'always'].includes(text(rule['rule_time']).toLowerCase())
                                ? null
                                : `schedule ${text(rule['rule_time'])}`,
                            isKnown ? null : `action ${action}`,
                            elsewhere(rule, chosen, gateways),
                        ),
                        trait: rule['rule_disabled'] === true ? 'disabled' : null,
                        label: name === '' ? `${at + 1}` : `${at + 1} ${name}`,
                        line: 0,
                    },
                    notice => notices.push(notice),
                ),
            );
        });
    if (rules.length === 0) throw new RulesError(`The gateway ${chosen.name} has no rule.`);
    rules.push(denied('implicit deny'));
    return { rules: [...translated, ...rules], notices, interfaces: [] };
}

/** What a rule of translation leaves open. One for every target hides its senders, and leaves targets as they are. */
function sentTo(shown: Omit<Shown, 'target' | 'real'>): readonly ReadRule[] {
    const { known: named, unknown: unsaid } = shown.to;
    return unsaid.length === 0 && includes(named, all4) ? [] : sentElsewhere([{ ...shown, target: null, real: null }]);
}
