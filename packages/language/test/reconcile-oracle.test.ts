import assert from 'node:assert/strict';
import { read } from './support/as-found.ts';
import { random } from './support/random-plant.ts';
import type { Sets, Declared, Sighting } from './support/single-sessions.ts';
import {
    networks,
    hosts,
    protocols,
    services,
    conduits,
    pick,
    zoneOf,
    rulesOf,
    configuredOf,
    strangers,
    legOf,
    isOf,
    classOf,
    trafficClass,
    against,
} from './support/single-sessions.ts';

describe('A comparison', () => {
    it('says of each flow and each session what single sessions say, in any small plant', () => {
        const kinds = new Set<string>();
        for (let seed = 1; seed <= Number(process.env['IACS_EDITS'] ?? 300); seed++) {
            const dice = random(seed * 7919);
            const ends = [...hosts.map(({ id }) => id), 'A', 'B', 'C', 'D'];
            const flows = Array.from({ length: 1 + dice(4) }, (): Declared => {
                const [from, to] = [pick(dice, ends), pick(dice, ends)];
                const fits = Object.entries(conduits).find(
                    ([, { between }]) => between.includes(zoneOf(from)) && between.includes(zoneOf(to)),
                )?.[0];
                return {
                    from,
                    to,
                    arrow: pick(dice, ['->', '->', '<->', '--']),
                    names: dice(3) === 0 ? ['One', 'Two'] : [pick(dice, Object.keys(protocols))],
                    conduit: zoneOf(from) === zoneOf(to) ? null : (fits ?? null),
                };
            }).filter(({ conduit }) => conduit !== null);
            const devices = ['F1', 'F2', 'F3', 'F4', 'F5'].filter(() => dice(5) > 0);
            const sets: Sets = new Map(
                devices.map(device => [device, Array.from({ length: dice(4) === 0 ? 2 : 1 }, () => rulesOf(dice))]),
            );
            const days = dice(2) === 0 ? 30 : 200;
            const sees = ['A', 'B', 'C', 'D'].filter(() => dice(2) === 0);
            const places = [
                ...hosts.flatMap(({ legs }) => legs.map(([address]) => address)),
                ...strangers,
                '192.0.2.7',
            ];
            const sightings = Array.from({ length: dice(5) }, (): Sighting => ({
                from: pick(dice, places),
                to: pick(dice, places),
                arrow: pick(dice, ['->', '->', '--']),
                port: pick(dice, services),
                outcome: pick(dice, ['used', 'answered', 'tried']),
            })).filter(({ from, to }) => from !== to);
            const text = `system Plant
${Object.entries(protocols)
    .map(
        ([name, ports]) =>
            `protocol ${name} "${name}" { class ot security none ${ports.map(port => `port ${port}`).join(' ')} }\n`,
    )
    .join('')}${Object.entries(networks)
                .map(
                    ([zone, net]) =>
                        `zone ${zone} { network ${net}.0/${zone === 'D' ? 30 : 24}\n${hosts
                            .filter(host => host.zone === zone)
                            .map(
                                host =>
                                    `  asset ${host.id.slice(2)} : server { address ${host.legs.map(([address]) => address).join(', ')}${host.legs.length > 1 ? ' serves B' : ''} }\n`,
                            )
                            .join('')}}\n`,
                )
                .join('')}${Object.entries(conduits)
                .map(
                    ([name, { between, via }]) =>
                        `conduit ${name} between ${between.join(' and ')} { via ${via.join(', ')}\n` +
                        `${via.map(device => `  asset ${device} : firewall { serves ${between.join(', ')} }\n`).join('')}` +
                        `${flows
                            .filter(({ conduit }) => conduit === name)
                            .map(
                                ({ from, to, arrow, names }) => `  flow ${from} ${arrow} ${to} : ${names.join(', ')}\n`,
                            )
                            .join('')}}\n`,
                )
                .join('')}${[...sets]
                .flatMap(([device, some]) => {
                    const place = Object.entries(conduits).find(([, { via }]) => via.includes(device))![0];
                    return some.map(
                        (rules, at) =>
                            `ruleset R${device}${at} { device ${place}.${device}\n${rules
                                .map(
                                    ({ permits, from, to, ports, when }) =>
                                        `  ${permits ? 'permits' : 'blocks'} ${from} -> ${to} : ${ports}${when ? ' { when "x" }' : ''}\n`,
                                )
                                .join('')}}\n`,
                    );
                })
                .join(
                    '',
                )}observation O {${sees.length > 0 ? ` sees ${sees.join(', ')}` : ''} since 2026-01-01 until ${days === 30 ? '2026-01-30' : '2026-07-19'}
${sightings.map(({ from, to, arrow, port, outcome }) => `  saw ${from} ${arrow} ${to} : ${port} ${outcome}\n`).join('')}}
`;
            const found = read(text);
            assert.deepEqual(
                found.flows
                    .map(each => `${each.flow.from.id} ${each.flow.to.id} ${each.configured} ${each.class}`)
                    .sort(),
                flows
                    .map(flow => {
                        const configured = configuredOf(sets, flow);
                        const isWatched = days >= 90 && [flow.from, flow.to].some(end => sees.includes(zoneOf(end)));
                        const own = sightings.filter(seen => isOf(flow, seen));
                        return `${flow.from} ${flow.to} ${configured} ${classOf(configured, own, isWatched)}`;
                    })
                    .sort(),
                text,
            );
            const expected = sightings.filter(
                seen => legOf(seen.from).zone !== legOf(seen.to).zone && !flows.some(flow => isOf(flow, seen)),
            );
            assert.deepEqual(
                found.traffic.map(each => `${each.from.text} ${each.to.text} ${each.configured} ${each.class}`).sort(),
                expected.map(seen => `${seen.from} ${seen.to} ${trafficClass(sets, seen)}`).sort(),
                text,
            );
            for (const [device, some] of sets)
                for (const [at, rules] of some.entries())
                    for (const { ruleset, rule, class: of } of found.rules) {
                        if (ruleset.name !== `R${device}${at}`) continue;
                        kinds.add(`rule ${of}`);
                        const index = ruleset.rules.indexOf(rule);
                        assert.equal(of === 'not-assessable', rules[index]!.when, text);
                        assert.equal(against(flows, rules, index, of, places), null, `${of} rule ${index}\n${text}`);
                    }
            for (const each of found.flows) kinds.add(`${each.configured} ${each.class}`);
            for (const each of found.traffic) kinds.add(`traffic ${each.configured} ${each.class}`);
        }
        assert.ok(kinds.size >= 19, [...kinds].join('\n'));
    });
});
