import { random } from './random.mjs';

const rulesets = 20;
const observations = 4;

/**
 * What firewalls are configured to do and what sensors saw in a planned model.
 * @param {{ zones: object[], conduits: object[] }} planned see `plan`
 * @param {{ rules: number, lines: number, documented: number }} size how many rules, and how many observed
 *    conversations; so many of a hundred of them are of flows of the model, the others join any two assets
 * @returns {string} the text of rule sets and observations
 */
export function evidenceText({ zones, conduits }, { rules, lines, documented }) {
    const dice = random(4711);
    const assets = new Map(
        zones.flatMap(zone => zone.assets.map(asset => [`${zone.id}.${asset.name}`, asset.address])),
    );
    const flows = conduits.flatMap(conduit =>
        conduit.flows.map(({ from, to, port }) => [assets.get(from), assets.get(to), port]),
    );
    const addresses = [...assets.values()];
    const session = () =>
        dice.chance(documented / 100)
            ? dice.pick(flows)
            : [dice.pick(addresses), dice.pick(addresses), dice.pick([22, 80, 102, 443, 502, 3389, 4840])];
    const firewalls = conduits.filter(conduit => conduit.deviceType === 'firewall');
    const rule = (set, number) => {
        const [from, to, port] = session();
        return `  ${dice.chance(0.02) ? 'blocks' : 'permits'} ${from} -> ${to} : tcp ${port} "${set}-${number}"`;
    };
    const line = number => {
        const [from, to, port] = session();
        const day = `2026-05-${String((number % 28) + 1).padStart(2, '0')}`;
        const outcome = dice.pick(['used', 'used', 'answered', 'tried']);
        return `  saw ${from} -> ${to} : tcp ${port} ${outcome} on ${dice.below(20) + 1} days, ${day} to 2026-06-30`;
    };
    const parts = Array.from({ length: rulesets }, (_, set) => [
        `ruleset Rules${set + 1} "Rules of part ${set + 1}" {`,
        `  device ${firewalls
            .filter((_, index) => index % rulesets === set)
            .slice(0, 10)
            .map(conduit => `${conduit.name}.${conduit.device}`)
            .join(', ')}`,
        '  exported 2026-10-01',
        ...Array.from({ length: rules / rulesets }, (_, number) => rule(set + 1, number + 1)),
        '}',
    ]);
    const taps = Array.from({ length: observations }, (_, tap) => [
        `observation Tap${tap + 1} {`,
        `  sees ${zones
            .filter((_, index) => index % observations === tap)
            .map(zone => zone.id)
            .join(', ')}`,
        '  since 2026-05-01',
        '  until 2026-10-01',
        ...Array.from({ length: lines / observations }, (_, number) => line(number)),
        '}',
    ]);
    return [...parts, ...taps].map(some => some.join('\n')).join('\n\n');
}
