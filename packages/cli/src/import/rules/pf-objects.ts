/** What the names in a backup of pfSense or OPNsense mean: aliases, interfaces, ports. */
import { everyAddress, rangesOf, readAddresses, servicePoint, union } from 'iacs-language/filter';
import type { Meaning, Names } from './objects.ts';
import { except, known, partOf, together, unknown } from './objects.ts';
import type { Leg } from './pf-legs.ts';
import { portRange } from './port-names.ts';
import type { RuleNotice } from './reading.ts';
import type { Element } from './xml.ts';
import { child, childrenOf, isOn, textIn } from './xml.ts';

export interface Alias {
    readonly type: string;
    readonly isOff: boolean;
    readonly values: readonly string[];
}

/** What the rules of a backup name. */
export interface Knowledge {
    readonly legs: ReadonlyMap<string, Leg>;
    readonly groups: ReadonlyMap<string, readonly string[]>;
    readonly hosts: Names<Alias>;
    readonly aliases: ReadonlyMap<string, Alias>;
    readonly notices: RuleNotice[];
    /** True for pfSense, which loads some rules otherwise than OPNsense. */
    readonly isPfsense: boolean;
}

/** Aliases of both kinds: in `aliases` as pfSense keeps them, and those of the newer models of OPNsense. */
export function aliasesOf(root: Element): ReadonlyMap<string, Alias> {
    const all = [
        ...childrenOf(child(root, 'aliases'), 'alias'),
        ...childrenOf(child(root, 'OPNsense', 'Firewall', 'Alias', 'aliases'), 'alias'),
    ];
    return new Map(
        all.map(each => [
            textIn(each, 'name') ?? '',
            {
                type: textIn(each, 'type') ?? 'host',
                isOff: textIn(each, 'enabled') === '0',
                values: (textIn(each, 'address') ?? textIn(each, 'content') ?? '')
                    .split(/[\s,]+/)
                    .filter(value => value !== ''),
            },
        ]),
    );
}

export function hostsMeaning({ type, values, isOff }: Alias, resolve: (name: string) => Meaning): Meaning {
    if (isOff) return unknown('an alias that is switched off');
    if (type === 'port') return unknown('an alias of ports');
    if (!['host', 'network', 'networkgroup'].includes(type)) return unknown(`${type} ${values.slice(0, 3).join(' ')}`);
    const taken = values.filter(value => value.startsWith('!')).map(value => value.slice(1));
    const read = (value: string): Meaning => {
        const ranges = readAddresses(value);
        return ranges ? known(ranges) : resolve(value);
    };
    const all = together(values.filter(value => !value.startsWith('!')).map(read));
    return taken.length === 0 ? all : except(all, together(taken.map(read)));
}

/** A source or target: any, an alias, a network of an interface, an address; `not` turns it round. */
export function sideOf(side: Element | undefined, { legs, hosts }: Knowledge): Meaning {
    if (!side) return known(everyAddress);
    const network = textIn(side, 'network');
    const address = textIn(side, 'address');
    const written = network ?? address;
    let meaning: Meaning = known(everyAddress);
    if (written !== null && written !== 'any')
        meaning = together(written.split(',').map(each => place(each.trim(), legs, hosts)));
    if (!isOn(side, 'not')) return meaning;
    const rest = except(known(everyAddress), meaning);
    const leg = legs.get(network ?? '');
    // Of several networks pf takes what is not in the first, and what is not in the second: that may be everything.
    return leg && leg.virtual.length > 0
        ? together([rest, unknown(`not each network of ${leg.shown} by itself`)])
        : rest;
}

export function place(word: string, legs: ReadonlyMap<string, Leg>, hosts: Names<Alias>): Meaning {
    const ranges = readAddresses(word);
    if (ranges) return known(ranges);
    if (word === '(self)') {
        const own = [...legs.values()].map(leg => leg.address);
        return {
            known: union(...own.filter(each => each !== null)),
            unknown: own.includes(null) ? ['an address of this firewall that is not fixed'] : [],
        };
    }
    const own = /^(.+)ip$/.exec(word);
    // OPNsense makes an alias of the network of each interface.
    const name = /^__(.+)_network$/.exec(word)?.[1] ?? word;
    const leg = legs.get(name) ?? (own ? legs.get(own[1]!) : undefined);
    if (leg) {
        const found = legs.has(name) ? leg.network : leg.address;
        const what = `${legs.has(name) ? 'the network' : 'the address'} of ${leg.shown}, which is not fixed`;
        if (!found) return leg.open.length > 0 ? partOf(leg.open, what) : unknown(what);
        const beside = legs.has(name) ? leg.virtual : [];
        return together([
            known(found),
            ...(leg.open.length > 0 ? [partOf(leg.open, what)] : []),
            ...(beside.length > 0 ? [partOf(beside, `virtual addresses of ${leg.shown}`)] : []),
        ]);
    }
    if (/^[a-z]/i.test(word) && word.includes('.')) return unknown(`name ${word}`);
    return hosts.meaning(word);
}

/** The ports of a rule; aliases of ports may name each other. */
export function portsOf(
    written: string,
    transports: readonly string[],
    { aliases }: Knowledge,
    open: readonly string[] = [],
): Meaning {
    const plain = portRange(written);
    if (plain)
        return known(
            rangesOf(
                transports.map(
                    transport => [servicePoint(transport, plain.from)!, servicePoint(transport, plain.to)!] as const,
                ),
            ),
        );
    const alias = aliases.get(written);
    if (alias?.isOff === true) return unknown(`ports ${written}, which are switched off`);
    if (!alias || open.includes(written))
        return unknown(
            'ports ' +
                `${written}${open.includes(written) ? ', which contain themselves' : ', which are not in the export'}`,
        );
    return together(
        alias.values.map(value => portsOf(value, transports, { aliases } as Knowledge, [...open, written])),
    );
}
