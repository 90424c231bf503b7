/** What translations of an ASA leave open for the targets that sessions name. */
import type { Interfaces, Point, Ranges } from 'iacs-language/filter';
import { anyInterface, everyService, interfaces, rangesOf, sameRanges, sizeOf } from 'iacs-language/filter';
import type { Config } from './asa-config.ts';
import type { EntryReader } from './asa-entries.ts';
import { portsAfter, Words } from './asa-objects.ts';
import type { Meaning } from './objects.ts';
import { known } from './objects.ts';
import type { ReadRule } from './reading.ts';
import type { Shown } from './translation.ts';
import { sentElsewhere } from './translation.ts';

const everything: Meaning = known(everyService);

/** What follows `nat`, with the two interfaces of `(inside,outside)`: all where none is named. */
function afterNat(words: readonly string[]): {
    readonly sides: readonly [Interfaces, Interfaces];
    readonly rest: readonly string[];
} {
    const found = /^\(([^,]+),([^)]+)\)$/.exec(words[1] ?? '');
    if (!found) return { sides: [anyInterface, anyInterface], rest: words.slice(1) };
    const one = (name: string): Interfaces => (name === 'any' ? anyInterface : interfaces(name));
    return { sides: [one(found[1]!), one(found[2]!)], rest: words.slice(2) };
}

/** What is known of a meaning as a whole; `null` where a part of it is not. */
const wholeOf = ({ known: ranges, unknown }: Meaning): Ranges | null => (unknown.length === 0 ? ranges : null);

/** Where a target is sent: `same` where translation leaves it as it is. */
function targetOf(shown: Meaning, real: Meaning, ports: readonly [Meaning, Meaning] | null): Shown['target'] {
    const [from, to] = [wholeOf(shown), wholeOf(real)];
    const [shownPorts, realPorts] = ports?.map(wholeOf) ?? [everyService, everyService];
    const keepsPorts = shownPorts && realPorts ? sameRanges(shownPorts, realPorts) : false;
    return from !== null && to !== null && keepsPorts && sameRanges(from, to) ? 'same' : to;
}

/** The addresses as which a network is shown: from the first one on, as many as there are. */
function shownAs(shown: Meaning, real: Meaning): Meaning {
    const size = sizeOf(real.known);
    const first: Point | undefined = shown.known[0];
    if (typeof first !== 'number' || real.known.length !== 2 || sizeOf(shown.known) !== 1 || size === 1) return shown;
    const start = Number.isInteger(Math.log2(size)) ? first - (first % size) : first;
    return known(rangesOf([[start, start + size - 1]]));
}

/** `nat (inside,outside) static 10.20.5.9 service tcp 502 5020` of an object. */
function ofObject(words: readonly string[], name: string, line: number, reader: EntryReader): readonly Shown[] {
    const { sides, rest } = afterNat(words);
    const [kind, shown = '', ...more] = rest;
    // That of an interface is the device itself.
    if (kind !== 'static' || shown === 'interface') return [];
    const real = reader.network(name);
    const at = more.indexOf('service');
    const [transport = '', inside = '', outside = ''] = at < 0 ? [] : more.slice(at + 1);
    const port = (written: string): Meaning =>
        portsAfter(new Words(['eq', written]), [transport])?.meaning ?? everything;
    const ports = at < 0 ? null : ([port(outside), port(inside)] as const);
    const to = shownAs(reader.network(shown), real);
    return [
        {
            from: reader.network('any'),
            to,
            services: ports?.[0] ?? everything,
            enters: sides[1],
            when: null,
            target: targetOf(to, real, ports),
            real: ports && wholeOf(ports[1]),
            label: `translation of ${name}`,
            line,
        },
    ];
}

/** `nat (inside,outside) source static Real Shown destination static Shown Real service Shown Real`. */
function ofLine(words: readonly string[], line: number, reader: EntryReader): readonly Shown[] {
    const { sides, rest } = afterNat(words);
    const described = rest.indexOf('description');
    const said = described < 0 ? rest : rest.slice(0, described);
    if (said.includes('inactive')) return [];
    const after = (word: string): readonly string[] | null =>
        said.includes(word) ? said.slice(said.indexOf(word) + 1) : null;
    const [kind, real = '', shown = ''] = after('source') ?? [];
    const target = after('destination');
    const pair = after('service');
    const services = pair && ([reader.service(pair[0] ?? ''), reader.service(pair[1] ?? '')] as const);
    const found: Shown[] = [];
    const add = (from: Meaning, to: Meaning, at: Interfaces, back: Meaning, ports: typeof services): void => {
        const sent = targetOf(to, back, ports);
        found.push({
            from,
            to,
            services: ports?.[0] ?? everything,
            enters: at,
            when: null,
            target: sent,
            real: ports && wholeOf(ports[1]),
            label: `translation in line ${line}`,
            line,
        });
    };
    if (target?.[0] === 'static' && target[1] !== undefined && target[1] !== 'interface')
        add(reader.network(real), reader.network(target[1]), sides[0], reader.network(target[2] ?? ''), services);
    if (kind === 'static' && shown !== 'interface' && !said.includes('unidirectional'))
        add(
            reader.network(target?.[2] ?? 'any'),
            reader.network(shown),
            sides[1],
            reader.network(real),
            // Of one without a target, the services are those of the side that is translated.
            target === null && services ? [services[1], services[0]] : null,
        );
    return found;
}

/** What a device sends elsewhere: its own lines first, then those of objects, then what stands after these. */
export function translationRules(config: Config, reader: EntryReader): readonly ReadRule[] {
    const lines = (late: boolean): readonly Shown[] =>
        config.nats
            .filter(({ words }) => words.includes('after-auto') === late)
            .flatMap(({ words, line }) => ofLine(words, line, reader));
    const objects = [...config.objects.values()].flatMap(({ name, lines: own, line }) =>
        own.filter(words => words[0] === 'nat').flatMap(words => ofObject(words, name, line, reader)),
    );
    return sentElsewhere([...lines(false), ...objects, ...lines(true)]);
}
