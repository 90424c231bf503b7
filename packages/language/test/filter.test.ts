import assert from 'node:assert/strict';
import ipaddr from 'ipaddr.js';
import type { FilterRule, Point, Ranges, Region, Service } from '../src/filter/index.ts';
import {
    addressPoint,
    addressText,
    addressTexts,
    evaluate,
    everyAddress,
    everyService,
    filterOf,
    hasSession,
    includes,
    intersect,
    maskedPrefix,
    meets,
    pairsOf,
    permissionOf,
    rangesOf,
    readAddresses,
    readAddressList,
    readServices,
    rest,
    sameRanges,
    serviceText,
    servicesOf,
    sizeOf,
    subtract,
    tooMany,
    uncovered,
    union,
} from '../src/filter/index.ts';
import { bruteVerdict } from './support/brute-filter.ts';
import { random } from './support/random-plant.ts';

/** A set of small numbers, and the numbers themselves. */
function someSet(dice: (below: number) => number, most: number): Ranges {
    return rangesOf(
        Array.from({ length: dice(4) }, () => {
            const low = dice(most);
            return [low, Math.min(most - 1, low + dice(5))] as const;
        }),
    );
}

function members(set: Ranges): number[] {
    return pairsOf(set).flatMap(([low, high]) =>
        Array.from({ length: Number(high) - Number(low) + 1 }, (_, at) => Number(low) + at),
    );
}

const textOf = (services: readonly Service[]): string => services.map(serviceText).join(', ');

function rule(
    permits: boolean,
    from: string,
    to: string,
    services: readonly Service[],
    when: string | null = null,
): FilterRule {
    const list = (text: string): Ranges => readAddressList(text.split(', ')) ?? assert.fail(text);
    return { permits, from: list(from), to: list(to), services: readServices(services) ?? assert.fail(), when };
}

const tcp = (...ports: number[]): Service => ({
    transport: 'tcp',
    ranges: ports.map(port => ({ from: port, to: port })),
});
const anything: Service = { transport: 'any', ranges: [] };

describe('sets of addresses and services', () => {
    it('agree with sets of single numbers', () => {
        const dice = random(7);
        for (let round = 0; round < 3000; round++) {
            const [a, b] = [someSet(dice, 24), someSet(dice, 24)];
            const [inA, inB] = [new Set(members(a)), new Set(members(b))];
            assert.deepEqual(
                members(intersect(a, b)),
                [...inA].filter(each => inB.has(each)),
            );
            assert.deepEqual(
                members(subtract(a, b)),
                [...inA].filter(each => !inB.has(each)),
            );
            assert.deepEqual(
                members(union(a, b)),
                [...new Set([...inA, ...inB])].sort((x, y) => x - y),
            );
            assert.equal(
                meets(a, b),
                [...inA].some(each => inB.has(each)),
            );
            assert.equal(
                includes(a, b),
                [...inB].every(each => inA.has(each)),
            );
            assert.equal(sizeOf(a), inA.size);
            assert.ok(sameRanges(union(intersect(a, b), subtract(a, b)), a));
        }
    });

    it('read addresses as ipaddr.js does', () => {
        const dice = random(11);
        const groups = (): string =>
            Array.from({ length: 8 }, () => (dice(3) === 0 ? '0' : dice(65536).toString(16))).join(':');
        for (let round = 0; round < 2000; round++) {
            const four = [dice(256), dice(256), dice(256), dice(256)].join('.');
            assert.equal(
                addressPoint(four),
                ipaddr
                    .parse(four)
                    .toByteArray()
                    .reduce((sum, byte) => sum * 256 + byte, 0),
            );
            const six = ipaddr.IPv6.parse(groups());
            const short = six.toRFC5952String();
            const value = six.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
            assert.equal(addressPoint(short), value + (1n << 33n));
            assert.equal(addressText(addressPoint(six.toNormalizedString())!), short);
        }
    });

    it('read prefixes as ipaddr.js does', () => {
        const dice = random(13);
        for (let round = 0; round < 2000; round++) {
            const kind = dice(2) === 0 ? 4 : 6;
            const address =
                kind === 4
                    ? [dice(256), dice(256), dice(256), dice(256)].join('.')
                    : Array.from({ length: 8 }, () => dice(65536).toString(16)).join(':');
            const text = `${address}/${dice(kind === 4 ? 33 : 129)}`;
            const [low, high] = readAddresses(text) as [Point, Point];
            const range = ipaddr.parseCIDR(text);
            const inside = (point: Point): boolean => ipaddr.parse(addressText(point)).match(range);
            assert.ok(inside(low) && inside(high), text);
            const before = typeof low === 'number' ? low - 1 : low - 1n;
            const after = typeof high === 'number' ? high + 1 : high + 1n;
            if (
                includes(everyAddress, [before, before]) &&
                typeof before === typeof low &&
                kind === 4 &&
                Number(before) >= 0
            )
                assert.ok(!inside(before), text);
            if (kind === 4 && Number(after) <= 0xffff_ffff) assert.ok(!inside(after), text);
            assert.deepEqual(readAddressList(addressTexts([low, high])), [low, high]);
        }
    });

    it('read an address of IPv4 that is written as IPv6 as that of IPv4', () => {
        for (const [written, plain] of [
            ['::ffff:1.2.3.4', '1.2.3.4'],
            ['::FFFF:0102:0304', '1.2.3.4'],
            ['0:0:0:0:0:ffff:10.0.0.1', '10.0.0.1'],
            ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
            ['::ffff:0:0/96', '0.0.0.0/0'],
            ['::ffff:10.0.0.1/128', '10.0.0.1/32'],
            ['::ffff:10.0.0.1-::ffff:10.0.0.9', '10.0.0.1-10.0.0.9'],
            ['::ffff:10.0.0.1-10.0.0.9', '10.0.0.1-10.0.0.9'],
        ] as const)
            assert.deepEqual(readAddresses(written), readAddresses(plain), written);
        assert.equal(readAddresses('::ffff:10.0.0.1/129'), null);
        assert.equal(readAddresses('::ffff:10.0.0.1-2001:db8::1'), null);
        assert.deepEqual(
            readAddresses('::ffff:0:0/64'),
            readAddresses('::/64'),
            'a shorter prefix has more in it than IPv4',
        );
        for (const other of ['::1.2.3.4', '::fffe:1.2.3.4', '::1:ffff:1.2.3.4'])
            assert.equal(typeof addressPoint(other), 'bigint', other);
    });

    it('refuse what is no address', () => {
        for (const text of [
            '',
            '10.0.0',
            '10.0.0.256',
            '10.0.0.1/33',
            '1::2::3',
            '1:2:3:4:5:6:7',
            ':::',
            'fe80::1%eth0',
            '10.0.0.9-10.0.0.1',
            '10.0.0.1-::1',
            'host',
            '10.0.0.1/',
        ]) {
            assert.equal(readAddresses(text), null, text);
        }
        assert.equal(addressPoint('::'), 1n << 33n);
        assert.deepEqual(
            ['255.255.255.0', '255.255.255.255', '0.0.0.0', '255.0.255.0', 'x'].map(mask =>
                maskedPrefix('10.0.0.0', mask),
            ),
            ['10.0.0.0/24', '10.0.0.0/32', '10.0.0.0/0', null, null],
        );
    });

    it('write sets as they are read', () => {
        const texts = (some: string): readonly string[] => addressTexts(readAddressList(some.split(', '))!);
        assert.deepEqual(texts('10.0.0.0/25, 10.0.0.128/25'), ['10.0.0.0/24']);
        assert.deepEqual(texts('10.0.0.7, 10.0.0.8, 2001:db8::/32'), ['10.0.0.7-10.0.0.8', '2001:db8::/32']);
        assert.deepEqual(addressTexts(everyAddress), ['any']);
        assert.deepEqual(
            readAddressList(['any']),
            everyAddress,
            'the two kinds of addresses never run into each other',
        );
        assert.deepEqual(readAddressList(['::/0', '0.0.0.0/0']), everyAddress);
        const services: readonly Service[] = [
            tcp(80, 443),
            { transport: 'udp', ranges: [] },
            { transport: 'icmp', ranges: [] },
            {
                transport: 'ip',
                ranges: [
                    { from: 47, to: 47 },
                    { from: 50, to: 51 },
                ],
            },
        ];
        assert.equal(textOf(servicesOf(readServices(services)!)), 'icmp, tcp 80, 443, udp, ip 47, 50-51');
        assert.deepEqual(readServices(servicesOf(readServices(services)!)), readServices(services));
        assert.equal(textOf(servicesOf(everyService)), 'any');
        assert.equal(readServices([{ transport: 'ethernet', ranges: [] }]), null);
    });
});

describe('a packet filter', () => {
    it('decides single sessions as a device does, rule by rule', () => {
        const dice = random(17);
        for (let round = 0; round < 400; round++) {
            const rules: FilterRule[] = Array.from({ length: dice(9) }, () => ({
                permits: dice(2) === 0,
                from: someSet(dice, 7),
                to: someSet(dice, 7),
                services: someSet(dice, 7),
                when: dice(4) === 0 ? 'a user' : null,
            }));
            const question: Region = { from: [0, 6], to: [0, 6], services: [0, 6] };
            const verdict = evaluate(filterOf(rules), question);
            assert.ok(verdict.complete);
            const lists = { permitted: verdict.permitted, blocked: verdict.blocked, unclear: verdict.unclear };
            for (let session = 0; session < 343; session++) {
                const [from, to, service] = [session % 7, Math.floor(session / 7) % 7, Math.floor(session / 49)] as [
                    number,
                    number,
                    number,
                ];
                const found = Object.entries(lists).flatMap(([name, parts]) =>
                    parts.filter(part => hasSession(part.region, from, to, service)).map(() => name),
                );
                assert.deepEqual(found, [bruteVerdict(rules, from, to, service)]);
            }
        }
    });

    it('finds what others leave uncovered, and only that', () => {
        const dice = random(19);
        for (let round = 0; round < 400; round++) {
            const some = (): Region => ({ from: someSet(dice, 6), to: someSet(dice, 6), services: someSet(dice, 6) });
            const region: Region = { from: [0, 5], to: [1, 4], services: [0, 3] };
            const others = Array.from({ length: dice(7) }, some);
            const left = rest([region], others);
            const gap = uncovered(region, others);
            assert.ok(left !== tooMany && gap !== tooMany);
            assert.equal(gap === null, left.length === 0);
            for (let session = 0; session < 216; session++) {
                const [from, to, service] = [session % 6, Math.floor(session / 6) % 6, Math.floor(session / 36)] as [
                    number,
                    number,
                    number,
                ];
                const expected =
                    hasSession(region, from, to, service) &&
                    !others.some(other => hasSession(other, from, to, service));
                assert.equal(left.filter(part => hasSession(part, from, to, service)).length, expected ? 1 : 0);
                if (gap && hasSession(gap, from, to, service)) assert.ok(expected);
            }
        }
    });

    it('answers yes, no, partly, and that it cannot be judged', () => {
        const ask = (rules: readonly FilterRule[], from: string, port: number): string =>
            permissionOf(evaluate(filterOf(rules), rule(true, from, '10.0.2.1', [tcp(port)])));
        const rules = [
            rule(true, '10.0.0.0/24', '10.0.2.0/24', [tcp(502)]),
            rule(true, 'any', 'any', [tcp(22)], 'user group Contractors'),
            rule(false, '10.0.1.0/24', 'any', [anything]),
            rule(true, 'any', '10.0.2.1', [tcp(80)]),
        ];
        assert.equal(ask(rules, '10.0.0.5', 502), 'yes');
        assert.equal(ask(rules, '10.0.0.0/23', 502), 'partly');
        assert.equal(ask(rules, '10.0.1.5', 80), 'no');
        assert.equal(ask(rules, '10.0.3.5', 22), 'not-assessable');
        assert.equal(ask(rules, '10.0.1.5', 22), 'not-assessable', 'the condition comes before the rule that blocks');
        assert.equal(
            ask(
                [rule(true, 'any', 'any', [tcp(22)], 'a schedule'), rule(true, 'any', 'any', [tcp(22)])],
                '10.0.3.5',
                22,
            ),
            'yes',
            'both come to the same',
        );
        assert.equal(
            ask([rule(false, 'any', 'any', [tcp(22)], 'a schedule')], '10.0.3.5', 22),
            'no',
            'what no rule matches is blocked',
        );
        assert.equal(ask(rules, '2001:db8::1', 80), 'yes', 'any is both kinds of addresses');
    });

    it('gives a question up that falls into too many parts, and says so', () => {
        const rules = Array.from({ length: 60 }, (_, at) =>
            rule(at % 2 === 0, `10.${at}.0.0/16`, `10.0.${at}.0/24`, [tcp(at)]),
        );
        const question = rule(true, 'any', 'any', [anything]);
        assert.equal(evaluate(filterOf(rules), question).complete, true);
        const cut = evaluate(filterOf(rules), question, 100);
        assert.equal(cut.complete, false);
        assert.equal(permissionOf(cut), 'not-assessable');
        assert.equal(rest([question], rules, 100), tooMany);
    });
});
