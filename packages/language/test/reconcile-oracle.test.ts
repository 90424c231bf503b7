import assert from 'node:assert/strict';
import { configuredWorld, reconcile } from '../src/reconcile/index.ts';
import { read } from './support/as-found.ts';
import { load } from './support/load.ts';
import { random } from './support/random-plant.ts';
import {
    against,
    classOf,
    configuredOf,
    hosts,
    isOf,
    legOf,
    openPairs,
    trafficClass,
    zoneOf,
} from './support/single-sessions.ts';
import { smallPlant } from './support/small-plants.ts';

describe('A comparison', () => {
    it('says of each flow and each session what single sessions say, in any small plant', () => {
        const kinds = new Set<string>();
        for (let seed = 1; seed <= Number(process.env['IACS_EDITS'] ?? 300); seed++) {
            const dice = random(seed * 7919);
            const { flows, sets, sees, days, sightings, places, text } = smallPlant(dice);
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

    it('leaves no path through firewalls out of the world as they are configured', () => {
        let pairs = 0;
        for (let seed = 1; seed <= Number(process.env['IACS_EDITS'] ?? 200); seed++) {
            const { sets, text } = smallPlant(random(seed * 15_485_863));
            const { lookup } = load(text);
            const world = configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 })).lookup.model.flows;
            // A host with a second leg is in the zone of that leg too.
            const isIn = (id: string, end: string): boolean =>
                id === end || hosts.some(host => host.id === id && host.legs.some(([, zone]) => zone === end));
            for (const [from, to] of openPairs(sets)) {
                pairs += 1;
                assert.ok(
                    world.some(
                        flow =>
                            (isIn(from, flow.from.id) && isIn(to, flow.to.id)) ||
                            (flow.arrow !== '->' && isIn(from, flow.to.id) && isIn(to, flow.from.id)),
                    ),
                    `${from} -> ${to}\n${text}`,
                );
            }
        }
        assert.ok(pairs > 300, `${pairs} pairs`);
    });
});
