import type { Declared, Dice, Sets, Sighting } from './single-sessions.ts';
import { conduits, hosts, networks, pick, protocols, rulesOf, services, strangers, zoneOf } from './single-sessions.ts';

/** A small plant with what is declared, configured and seen in it, as its facts and as its text. */
export interface SmallPlant {
    readonly flows: readonly Declared[];
    readonly sets: Sets;
    readonly sees: readonly string[];
    /** How many days its observation lasts. */
    readonly days: number;
    readonly sightings: readonly Sighting[];
    /** All addresses of which there may be traffic. */
    readonly places: readonly string[];
    readonly text: string;
}

/** Draws a small plant. */
export function smallPlant(dice: Dice): SmallPlant {
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
    const places = [...hosts.flatMap(({ legs }) => legs.map(([address]) => address)), ...strangers, '192.0.2.7'];
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
                    .map(({ from, to, arrow, names }) => `  flow ${from} ${arrow} ${to} : ${names.join(', ')}\n`)
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
    return { flows, sets, sees, days, sightings, places, text };
}
