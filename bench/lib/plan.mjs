import { random } from './random.mjs';
import { furtherPairs, joinedTo, roles, site, standsIn } from './roles.mjs';

/**
 * Plans a model: which zones, assets, conduits and flows there are, before any text is written.
 * @param {object} size
 * @param {number} size.zones number of zones
 * @param {number} [size.assetsPerZone] assets in every zone; the boundary devices of conduits come on top
 * @param {number} [size.conduitsPerZone] conduits for each zone on average, at most 2
 * @param {number} [size.flowsPerConduit] flows in every conduit
 * @param {number} [size.flows] number of flows in all, in place of `flowsPerConduit`
 * @param {boolean} [size.nested] zones stand in zones, up to four levels; otherwise all at top level
 * @param {number} [size.seed]
 * @returns {{ zones: object[], conduits: object[] }} zones in the order of their declaration, a parent before its
 *    children
 */
export function plan({
    zones: count,
    assetsPerZone = 20,
    conduitsPerZone = 1.5,
    flowsPerConduit = 3,
    flows,
    nested = false,
    seed = 62443,
}) {
    const dice = random(seed);
    const zones = planZones(count, assetsPerZone, nested, dice);
    const pairs = planPairs(zones, Math.round(count * conduitsPerZone), dice);
    const all = flows ?? pairs.length * flowsPerConduit;
    const conduits = pairs.map(([from, to], index) =>
        planConduit(from, to, index, share(all, pairs.length, index), dice),
    );
    return { zones, conduits };
}

function share(all, parts, index) {
    return Math.floor(((index + 1) * all) / parts) - Math.floor((index * all) / parts);
}

function planZones(count, assetsPerZone, nested, dice) {
    const zones = [];
    for (let index = 0; index < count; index++) {
        const place = index % site.length;
        const start = index - place;
        const role = roles[site[place]];
        const around = nested ? standsIn(place) : undefined;
        const parent = around === undefined ? undefined : zones[start + around];
        const local = `${role.word}${place}`;
        const name = parent ? local : `S${start / site.length + 1}${local}`;
        const zone = { index, place, role, name, parent, children: [], id: parent ? `${parent.id}.${name}` : name };
        zone.assets = planAssets(zone, assetsPerZone, dice);
        parent?.children.push(zone);
        zones.push(zone);
    }
    return zones;
}

function planAssets(zone, count, dice) {
    return Array.from({ length: count }, (_, number) => {
        const [word, type, title] = zone.role.assets[number % zone.role.assets.length];
        return {
            name: `${word}${number + 1}`,
            type,
            title: `${title} ${number + 1}`,
            address: `10.${zone.index >> 8}.${zone.index & 255}.${number + 10}`,
            criticality: dice.pick(['low', 'medium', 'high', 'critical']),
            essential: dice.chance(0.1),
            plain: dice.chance(0.25),
            guarded: dice.chance(0.05),
            needs: number > 0 && dice.chance(0.1) ? `${zone.role.assets[0][0]}1` : undefined,
        };
    });
}

/** Pairs of zones: enough to join all zones, then further ones until there are as many as asked for. */
function planPairs(zones, count, dice) {
    const first = [];
    const further = [];
    for (const zone of zones) {
        const start = zone.index - zone.place;
        if (zone.place > 0) first.push([zone, zones[start + joinedTo(zone.place)]]);
        for (const [a, b] of furtherPairs) {
            if (b === zone.place) further.push([zone, zones[start + a]]);
        }
        const next = zones[zone.index + site.length];
        // The DMZs join the sites in a chain, so that a path runs through all of them.
        if (next && zone.place === 1) first.push([zone, next]);
        if (next && (zone.place === 2 || zone.place === 3)) further.push([zone, next]);
    }
    while (first.length + further.length > count && further.length > 0) {
        further[dice.below(further.length)] = further.at(-1);
        further.pop();
    }
    return [...first, ...further].sort(([a, b], [c, d]) => a.index - c.index || b.index - d.index);
}

function planConduit(from, to, index, flowCount, dice) {
    const safety = from.role === roles.safety;
    return {
        name: `C${index + 1}`,
        from,
        to,
        target: Math.max(from.role.target, to.role.target),
        oneWay: safety,
        device: safety ? 'Diode' : 'Fw',
        deviceType: safety ? 'diode' : 'firewall',
        flows: Array.from({ length: flowCount }, () => planFlow(from, to, safety, dice)),
    };
}

const protocols = [
    ['opc-ua', 4840, 'Tag values', 'OpcUaSigned'],
    ['https', 443, 'Reports', undefined],
    ['ssh', 22, 'Maintenance', undefined],
    ['syslog-tls', 6514, 'Security events', undefined],
    ['dnp3-tls', 19999, 'Telemetry', undefined],
    ['mqtts', 8883, 'Measured values', undefined],
    ['sftp', 22, 'Batch files', undefined],
    ['ldaps', 636, 'Log-on', undefined],
];
const clear = ['modbus-tcp', 502, 'Status bits', undefined];

function planFlow(from, to, readOnly, dice) {
    const [protocol, port, purpose, measure] = dice.chance(1 / 12) ? clear : dice.pick(protocols);
    return {
        from: `${from.id}.${dice.pick(from.assets).name}`,
        to: `${to.id}.${dice.pick(to.assets).name}`,
        protocol,
        port,
        purpose,
        measure,
        short: dice.chance(0.3),
        access: readOnly || dice.chance(0.7) ? 'read' : 'write',
    };
}
