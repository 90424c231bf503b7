import { all4, all6, anyInterface, everyAddress, intersect, subtract } from 'iacs-language/filter';
import type { Config, Entry } from './asa-config.ts';
import type { AsaObject } from './asa-objects.ts';
import {
    anyService,
    networkMeaning,
    plainAddress,
    portsAfter,
    serviceMeaning,
    transportsIn,
    wholeProtocol,
    Words,
} from './asa-objects.ts';
import type { ChainRule } from './chains.ts';
import { linesOf } from './from-meanings.ts';
import type { Meaning } from './objects.ts';
import { known, Names, together, unknown } from './objects.ts';
import type { RuleNotice } from './reading.ts';
import { both } from './reading.ts';

/** Kinds of access lists that filter no packets by address and port. */
const otherKinds = ['standard', 'ethertype', 'webtype', 'rename', 'alert-interval', 'deny-flow-max'];

/** Reads the lines of access lists, with the objects that they name; what is not understood is reported. */
export class EntryReader {
    readonly #config: Config;
    readonly #notices: RuleNotice[];
    readonly #networks: Names<AsaObject>;
    readonly #services = new Map<string, Names<AsaObject>>();

    constructor(config: Config, notices: RuleNotice[]) {
        this.#config = config;
        this.#notices = notices;
        this.#networks = new Names(
            this.#named('network'),
            (object, resolve) => networkMeaning(object, resolve, config.names),
            name => unknown(`object ${name}, which is not in the export`),
        );
    }

    /** The addresses of a name of networks, or of an address itself. */
    network(name: string): Meaning {
        if (name === 'any' || name === 'any4') return known(name === 'any' ? everyAddress : all4);
        if (this.#config.objects.has(`network ${name}`)) return this.#networks.meaning(name);
        return plainAddress(new Words([name]), this.#config.names);
    }

    /** The services of an object of services. */
    service(name: string): Meaning {
        return this.#serviceNames([]).meaning(name);
    }

    #named(kind: 'network' | 'service'): ReadonlyMap<string, AsaObject> {
        return new Map(
            [...this.#config.objects]
                .filter(([key]) => key.startsWith(`${kind} `))
                .map(([key, object]) => [key.slice(kind.length + 1), object]),
        );
    }

    #serviceNames(transports: readonly string[]): Names<AsaObject> {
        const key = transports.join(' ');
        const names =
            this.#services.get(key) ??
            new Names(
                this.#named('service'),
                (object, resolve) => serviceMeaning(object, resolve, transports),
                name => unknown(`object ${name}, which is not in the export`),
            );
        this.#services.set(key, names);
        return names;
    }

    #isServiceGroup(name: string): boolean {
        return this.#config.objects.has(`service ${name}`) && !this.#config.objects.has(`network ${name}`);
    }

    #address(words: Words): Meaning {
        switch (words.next) {
            case 'any':
                words.take();
                return known(everyAddress);
            case 'any4':
                words.take();
                return known(all4);
            case 'any6':
                words.take();
                return known(all6);
            case 'object':
            case 'object-group':
                words.take();
                return this.#networks.meaning(words.take());
            case 'interface': {
                words.take();
                return unknown(`the address of interface ${words.take()}`);
            }
            case 'object-group-security':
            case 'security-group':
            case 'object-group-user':
            case 'user':
            case 'user-group': {
                const kind = words.take();
                return unknown(`${kind} ${words.take()}`);
            }
            case undefined:
                return known(everyAddress);
            default:
                return plainAddress(words, this.#config.names);
        }
    }

    /** A rule of which nothing is known but that it is there. */
    #anything(permits: boolean, label: string, when: string, line: number): ReturnType<EntryReader['rules']> {
        const end = known(everyAddress);
        const [enters, leaves] = [anyInterface, anyInterface];
        const rule = {
            permits,
            from: end,
            to: end,
            services: anyService,
            enters,
            leaves,
            when,
            trait: null,
            label,
            line,
        };
        return linesOf(rule, notice => this.#notices.push(notice)).map(each => ({
            ...each,
            trait: null,
            disabled: false,
        }));
    }

    /** The rules of one line of an access list: `permit tcp any host 10.1.1.1 eq 502`. */
    rules(
        list: string,
        number: number,
        entry: Entry,
    ): readonly (Omit<ChainRule, 'verdict'> & { readonly permits: boolean; readonly disabled: boolean })[] {
        const words = new Words(entry.words);
        const action = words.take();
        const label = [list, `${number}`, entry.remark].filter(each => each !== null).join(' ');
        if (action !== 'permit' && action !== 'deny' && !otherKinds.includes(action)) {
            this.#notices.push({
                line: entry.line,
                message:
                    `"${action}" in access list ${list} is not understood; what this ` +
                    'line decides cannot be evaluated.',
            });
            // It may permit or block.
            return [true, false].flatMap(permits => this.#anything(permits, label, `"${action}"`, entry.line));
        }
        if (action !== 'permit' && action !== 'deny') {
            this.#notices.push({
                line: entry.line,
                message:
                    `Access list ${list} is of kind ${words.next ?? action} and filters no packets by address and ` +
                    'port; this line is left out.',
            });
            return [];
        }
        const doubts: string[] = [];
        let protocol = words.take();
        let services: Meaning;
        let transports: readonly string[] = [];
        if (protocol === 'object' || protocol === 'object-group') {
            const name = words.take();
            protocol = '';
            services = this.#serviceNames([]).meaning(name);
            if (this.#config.objects.get(`service ${name}`)?.kind === 'object-group protocol')
                transports = transportsIn(services.known);
        } else if (words.next === undefined && !['ip', 'tcp', 'udp'].includes(protocol)) {
            services = anyService;
        } else {
            services = wholeProtocol(protocol);
            transports = protocol === 'ip' ? [] : transportsIn(services.known);
        }
        if (words.next !== undefined && ['user', 'user-group', 'object-group-user'].includes(words.next))
            doubts.push(`${words.take()} ${words.take()}`);
        if (words.next !== undefined && ['security-group', 'object-group-security'].includes(words.next))
            doubts.push(`${words.take()} ${words.take()} ${words.take()}`);
        const from = this.#address(words);
        const source = this.#ports(words, transports);
        if (source) doubts.push(`source port ${source.text}`);
        if (words.next !== undefined && ['security-group', 'object-group-security'].includes(words.next))
            doubts.push(`${words.take()} ${words.take()} ${words.take()}`);
        const to = this.#address(words);
        const target = this.#ports(words, transports);
        if (target) services = target.meaning;
        else if (protocol === 'icmp' || protocol === 'icmp6') {
            if (words.next !== undefined && !['log', 'inactive', 'time-range'].includes(words.next)) {
                doubts.push(
                    words.next === 'object-group' ? `icmp types of ${words.rest[1]}` : `icmp type ${words.next}`,
                );
                if (words.take() === 'object-group') words.take();
            }
        }
        let disabled = false;
        let established = false;
        for (let word = words.next; word !== undefined; word = words.next) {
            words.take();
            if (word === 'inactive') disabled = true;
            else if (word === 'time-range') doubts.push(`schedule ${words.take()}`);
            else if (word === 'established') established = true;
            else if (
                ![
                    'log',
                    'disable',
                    'interval',
                    'default',
                    'warnings',
                    'informational',
                    'notifications',
                    'debugging',
                    'errors',
                    'alerts',
                    'critical',
                    'emergencies',
                    '(hitcnt=0)',
                ].includes(word) &&
                !/^(\d+|\(hitcnt|0x[0-9a-f]+)/.test(word)
            )
                doubts.push(word);
        }
        const family = this.#familyOf(from, to);
        return linesOf(
            {
                permits: action === 'permit',
                from,
                to,
                services,
                family,
                enters: anyInterface,
                leaves: anyInterface,
                when: both(...doubts),
                trait: established ? 'established' : null,
                label,
                line: entry.line,
            },
            notice => this.#notices.push(notice),
        ).map(rule => ({ ...rule, trait: rule.trait === 'established' ? 'established' : null, disabled }));
    }

    #familyOf(from: Meaning, to: Meaning): typeof all4 {
        const only = (kind: typeof all4): boolean =>
            [from, to].some(
                side => side.unknown.length === 0 && side.known.length > 0 && subtract(side.known, kind).length === 0,
            );
        return only(all4) ? all4 : only(all6) ? all6 : everyAddress;
    }

    #ports(words: Words, transports: readonly string[]): { readonly meaning: Meaning; readonly text: string } | null {
        if (
            (words.next === 'object-group' || words.next === 'object') &&
            this.#isServiceGroup(words.rest[1] ?? '') &&
            transports.length > 0
        ) {
            words.take();
            const name = words.take();
            const meaning = this.#serviceNames(transports).meaning(name);
            const whole = together(transports.map(wholeProtocol)).known;
            return {
                meaning: { ...meaning, known: intersect(meaning.known, whole) },
                text: `of ${name}`,
            };
        }
        return portsAfter(words, transports);
    }
}
