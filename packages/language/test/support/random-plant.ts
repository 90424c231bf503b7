/** Numbers from 0 to `below - 1`, the same ones for the same seed. */
export function random(seed: number): (below: number) => number {
    let state = seed;
    return below => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
        return (state >> 8) % below;
    };
}

/**
 * A small model as its facts, so that a test can change one of them and write it again in another way. Ends are names.
 */
export interface Plant {
    readonly zones: {
        name: string;
        inside: string | null;
        target: number;
        applies: string | null;
        accepts: string | null;
    }[];
    /** `zone` is a conduit for a device that stands in one. */
    readonly assets: { name: string; zone: string; type: string | null; serves: string | null; address: number }[];
    readonly conduits: {
        name: string;
        between: readonly string[];
        oneWay: 'there' | 'back' | null;
        via: string | null;
    }[];
    /** `conduit` is `null` at top level. */
    readonly flows: {
        from: string;
        to: string;
        arrow: string;
        protocol: string;
        conduit: string | null;
        access: string | null;
    }[];
    readonly invariants: {
        verb: 'deny' | 'deny write' | 'require';
        from: string;
        to: string;
        through: string | null;
        except: Exception | null;
    }[];
    readonly countermeasures: { name: string; status: string; meets: string }[];
    readonly threats: { name: string; from: string; against: string; likelihood: number }[];
}

export interface Exception {
    from: string;
    to: string;
    arrow: string;
    protocol: string | null;
    access: string | null;
    /** A year; the day is its last one. */
    until: number;
}

export const arrows = ['->', '<->', '--'];
export const protocols = [
    'https',
    'modbus-tcp',
    's7comm',
    'mqtts',
    'hardwired-io',
    'hardwired-io, https',
    'opc-ua-pubsub',
];

export function randomPlant(next: (below: number) => number): Plant {
    const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
    const maybe = <T>(odds: number, make: () => T): T | null => (next(odds) === 0 ? make() : null);
    const countermeasures = ['Backup', 'Accounts'].slice(0, 1 + next(2)).map(name => ({
        name,
        status: pick(['planned', 'implemented']),
        meets: pick(['SR 7.3', 'FR 1 SL 1', 'SR 1.1']),
    }));
    const zones: Plant['zones'] = [];
    for (let zone = 0, count = 2 + next(4); zone < count; zone++) {
        zones.push({
            name: `Zone${zone}`,
            inside: zone > 0 && next(2) === 1 ? zones[next(zone)]!.name : null,
            target: next(4),
            applies: maybe(3, () => pick(countermeasures).name),
            accepts: maybe(4, () => 'zone-without-owner'),
        });
    }
    const anyZone = (): string => pick(zones).name;
    const conduits: Plant['conduits'] = [];
    for (let conduit = 0, count = next(3); conduit < count; conduit++) {
        const between = [...new Set([anyZone(), anyZone(), ...(next(5) === 0 ? [anyZone()] : [])])];
        if (between.length > 1)
            conduits.push({
                name: `Conduit${conduit}`,
                between,
                oneWay: pick(['there', 'back', null, null]),
                via: null,
            });
    }
    const assets: Plant['assets'] = [];
    for (let asset = 0, count = 1 + next(7); asset < count; asset++) {
        assets.push({
            name: `Asset${asset}`,
            zone: anyZone(),
            type: pick(['server', 'server', 'firewall', 'jump-host', null]),
            serves: maybe(3, anyZone),
            address: next(250),
        });
    }
    for (const conduit of conduits) {
        for (let device = next(3); device > 0; device--) {
            const name = `Asset${assets.length}`;
            assets.push({
                name,
                zone: conduit.name,
                type: pick(['firewall', 'diode', 'diode', 'server']),
                serves: maybe(2, () => pick(conduit.between)),
                address: next(250),
            });
            conduit.via = next(2) === 0 ? name : conduit.via;
        }
    }
    const end = (): string => (next(3) === 0 ? anyZone() : pick(assets).name);
    const flows = Array.from({ length: next(9) }, (): Plant['flows'][number] => {
        const conduit = conduits.length > 0 ? maybe(2, () => pick(conduits)) : null;
        const near = conduit
            ? [
                  ...conduit.between,
                  ...assets
                      .filter(asset => asset.zone === conduit.name || conduit.between.includes(asset.zone))
                      .map(asset => asset.name),
              ]
            : [];
        const [from, to] = conduit && next(4) > 0 ? [pick(near), pick(near)] : [end(), end()];
        return {
            from,
            to,
            arrow: pick(['->', ...arrows]),
            protocol: pick(protocols),
            conduit: conduit?.name ?? null,
            access: maybe(2, () => pick(['read', 'write', 'program'])),
        };
    });
    const exception = (): Exception => {
        const flow =
            flows.length > 0 && next(2) === 0 ? pick(flows) : { from: end(), to: end(), protocol: pick(protocols) };
        const [from, to] = next(2) === 0 ? [flow.from, flow.to] : [flow.to, flow.from];
        return {
            from,
            to,
            arrow: pick(arrows),
            protocol: maybe(2, () => flow.protocol),
            access: maybe(3, () => pick(['read', 'write', 'program'])),
            until: pick([2020, 2999]),
        };
    };
    const invariants = Array.from({ length: 1 + next(3) }, (): Plant['invariants'][number] => {
        const verb = pick(['deny', 'deny write', 'require'] as const);
        return {
            verb,
            from: end(),
            to: end(),
            through: verb === 'require' ? end() : null,
            except: maybe(2, exception),
        };
    });
    const threats = Array.from({ length: next(3) }, (_, index) => ({
        name: `Threat${index}`,
        from: anyZone(),
        against: pick(assets).name,
        likelihood: 1 + next(5),
    }));
    return { zones, assets, conduits, flows, invariants, countermeasures, threats };
}

/** The text of a plant. Another `style` says the same in another order and layout. */
export function plantText(plant: Plant, style: 'plain' | 'other' = 'plain'): string {
    const other = style === 'other';
    const turn = <T>(list: readonly T[]): T[] => (other ? [...list].reverse() : [...list]);
    const idOf = (name: string): string => {
        const asset = plant.assets.find(each => each.name === name);
        if (asset) return `${idOf(asset.zone)}.${name}`;
        const zone = plant.zones.find(each => each.name === name);
        return zone?.inside ? `${idOf(zone.inside)}.${name}` : name;
    };
    const pad = other ? '\t\t' : '  ';
    const note = other ? '// no fact\n' : '';
    const lines = (list: readonly (string | null | false)[]): string =>
        list.filter(line => line).join(other ? '\n\n' : '\n');
    const assetsIn = (home: string): string[] =>
        plant.assets
            .filter(asset => asset.zone === home)
            .map(
                asset =>
                    `${pad}asset ${asset.name} ${asset.type ? `: ${asset.type} ` : ''}{ address ` +
                    `10.0.0.${asset.address}${asset.serves ? ` serves ${idOf(asset.serves)}` : ''} }`,
            );
    const flowsIn = (home: string | null): string[] =>
        plant.flows
            .filter(flow => flow.conduit === home)
            .map(
                flow =>
                    `${pad}flow ${idOf(flow.from)} ${flow.arrow} ${idOf(flow.to)} : ` +
                    `${flow.protocol}${flow.access ? ` { access ${flow.access} }` : ''}`,
            );
    const zone = (each: Plant['zones'][number]): string =>
        lines([
            `${note}zone ${each.name} {`,
            ...turn([
                `${pad}SL-T ${each.target}`,
                each.applies && `${pad}applies ${each.applies}`,
                each.accepts && `${pad}accept ${each.accepts} because "Known" until 2999-01-01`,
                ...plant.zones.filter(inner => inner.inside === each.name).map(zone),
                ...assetsIn(each.name),
            ]),
            '}',
        ]);
    const conduit = ({ name, between, oneWay, via }: Plant['conduits'][number]): string =>
        lines([
            `${note}conduit ${name} between ${turn(between).map(idOf).join(' and ')} {`,
            ...turn([
                oneWay &&
                    `${pad}one-way ` +
                        `${(oneWay === 'there' ? between.slice(0, 2) : between.slice(0, 2).reverse()).map(idOf).join(' -> ')}`,
                via && `${pad}via ${idOf(via)}`,
                ...assetsIn(name),
                ...flowsIn(name),
            ]),
            '}',
        ]);
    const invariant = ({ verb, from, to, through, except }: Plant['invariants'][number], index: number): string =>
        lines([
            `invariant Invariant${index} { ${verb} path from ${idOf(from)} to ` +
                `${idOf(to)}${through ? ` through ${idOf(through)}` : ''}`,
            except &&
                `${pad}except flow ${idOf(except.from)} ${except.arrow} ` +
                    `${idOf(except.to)}${except.protocol ? ` : ${except.protocol}` : ''}${except.access ? ` access ${except.access}` : ''} ` +
                    `because "Pilot" until ${except.until}-12-31`,
            '}',
        ]);
    return (
        lines([
            'system Plant { tolerable-risk 6 }',
            ...turn([
                ...plant.zones.filter(each => each.inside === null).map(zone),
                ...plant.conduits.map(conduit),
                ...flowsIn(null),
                ...plant.invariants.map(invariant),
                ...plant.countermeasures.map(
                    ({ name, status, meets }) => `countermeasure ${name} { meets ${meets} status ${status} }`,
                ),
                ...plant.threats.map(
                    ({ name, from, against, likelihood }) =>
                        `threat ${name} { from ${idOf(from)} against ${idOf(against)} likelihood ${likelihood} ` +
                        `consequence 4 mitigated by ${plant.countermeasures[0]!.name} to likelihood 1 }`,
                ),
            ]),
        ]) + '\n'
    );
}
