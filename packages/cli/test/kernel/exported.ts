import assert from 'node:assert/strict';
import { analyse, parse } from 'iacs-language';
import { addressPoint, servicePoint } from 'iacs-language/filter';
import { permissionsFor, toNft } from 'iacs-language/rule-export';
import type { Lab } from './lab.ts';
import { randomProbes } from './random-rules.ts';

type Dice = (below: number) => number;

const hosts = [1, 2, 3, 4, 9, 17, 33, 130];
const ports = [22, 80, 102, 443, 502, 503, 504, 2000, 4840, 8080];
const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)]!;

/** A plant of three zones around the router of the lab, with random flows between their hosts. */
function randomPlant(dice: Dice): string {
    const zones = [1, 2, 3].map(
        leg =>
            `zone Z${leg} { network 10.${leg}.1.0/24, ` +
            `fd00:${leg}:1::/48\n${hosts.map(host => `  asset H${host} : server { address 10.${leg}.1.${host}, fd00:${leg}:1::${host.toString(16)} }\n`).join('')}}\n`,
    );
    const conduits = [
        [1, 2],
        [1, 3],
        [2, 3],
    ].map(
        ([a, b], at) =>
            `conduit K${at} between Z${a} and Z${b} {\n  via ` +
            `${at === 0 ? 'Fw' : 'K0.Fw'}\n${at === 0 ? '  asset Fw : firewall { serves Z1, Z2, Z3 }\n' : ''}` +
            Array.from({ length: 5 + dice(30) }, () => {
                const [from, to] = dice(2) === 0 ? [a, b] : [b, a];
                const end = (leg: number | undefined): string =>
                    dice(3) === 0 ? `Z${leg}` : `Z${leg}.H${pick(dice, hosts)}`;
                return (
                    `  flow ${end(from)} ${pick(dice, ['->', '->', '<->'])} ${end(to)} : https { port ` +
                    `${pick(dice, ['tcp', 'tcp', 'udp'])} ` +
                    `${pick(dice, [`${pick(dice, ports)}`, '500-505', `${pick(dice, ports)}, 8080`])} }\n`
                );
            }).join('') +
            '}\n',
    );
    return `system Lab\n${zones.join('')}${conduits.join('')}`;
}

/**
 * Loads what is exported for random plants into the kernel: what is declared comes through, and every other probe
 * fails.
 * @returns how many probes were compared, and how many of them came through
 */
export async function compareExport(
    lab: Lab,
    dice: Dice,
    plants: number,
    probesEach: number,
): Promise<{ compared: number; through: number }> {
    let [compared, passed] = [0, 0];
    for (let round = 0; round < plants; round++) {
        const text = randomPlant(dice);
        const { lookup, model, problems } = analyse(
            parse('file:///lab.iacs', text),
            { parse: () => undefined, resolve: () => null },
            { today: '2026-06-01', withoutRules: true },
        );
        assert.deepEqual(problems, []);
        const rules = toNft(permissionsFor(lookup, model, lookup.asset('K0.Fw')!, '2026-06-01', 0));
        lab.loadNft(rules);
        const probes = randomProbes(dice, probesEach, 20000 + (round % 40) * 1000, [4, 6]);
        const through = await lab.through(probes);
        for (const probe of probes) {
            const [from, to] = [addressPoint(probe.from)!, addressPoint(probe.to)!];
            // Declared or not is found out from the text of the model alone, flow by flow.
            const inEnd = (end: string, point: typeof from): boolean => {
                const zone = lookup.zone(end);
                const assets = zone ? lookup.assetsWithin(end) : [lookup.asset(end)!];
                const leg = end.slice(1, 2);
                const own = assets.some(asset => asset.addresses.some(address => addressPoint(address.text) === point));
                return (
                    own ||
                    (zone !== undefined &&
                        [probe.from, probe.to].some(
                            text_ => addressPoint(text_) === point && text_.split(/[.:]+/)[1] === leg,
                        ))
                );
            };
            const declared = model.flows.some(flow => {
                const fits = flow.ports.some(each =>
                    each.ranges.some(
                        range =>
                            servicePoint(each.transport, range.from)! <= servicePoint(probe.transport, probe.port)! &&
                            servicePoint(probe.transport, probe.port)! <= servicePoint(each.transport, range.to)!,
                    ),
                );
                return (
                    fits &&
                    ((inEnd(flow.from.id, from) && inEnd(flow.to.id, to)) ||
                        (flow.arrow === '<->' && inEnd(flow.to.id, from) && inEnd(flow.from.id, to)))
                );
            });
            const came = through.has(`${probe.transport} ${probe.source}`);
            assert.equal(came, declared, `${probe.from} -> ${probe.to} : ${probe.transport} ${probe.port}\n${rules}`);
            compared += 1;
            if (came) passed += 1;
        }
    }
    return { compared, through: passed };
}
