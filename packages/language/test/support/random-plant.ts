/** Numbers from 0 to `below - 1`, the same ones for the same seed. */
export function random(seed: number): (below: number) => number {
    let state = seed;
    return below => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
        return (state >> 8) % below;
    };
}

/** A small model as its facts, so that a test can change one of them and write it again in another way. */
export interface Plant {
    readonly zones: { name: string; inside: string | null; target: number }[];
    readonly assets: { name: string; zone: string; type: string; serves: string | null; address: number }[];
    readonly flows: { from: string; to: string; arrow: string; protocol: string }[];
    readonly promises: { from: string; to: string }[];
}

export function randomPlant(next: (below: number) => number): Plant {
    const zones: Plant['zones'] = [];
    for (let zone = 0, count = 2 + next(4); zone < count; zone++) {
        zones.push({ name: `Zone${zone}`, inside: zone > 0 && next(2) === 1 ? zones[next(zone)]!.name : null, target: next(4) });
    }
    const anyZone = (): string => zones[next(zones.length)]!.name;
    const assets: Plant['assets'] = [];
    for (let asset = 0, count = 1 + next(7); asset < count; asset++) {
        assets.push({
            name: `Asset${asset}`, zone: anyZone(), type: next(3) === 0 ? 'firewall' : 'server', serves: next(3) === 0 ? anyZone() : null, address: next(250),
        });
    }
    const end = (): string => (next(3) === 0 ? anyZone() : assets[next(assets.length)]!.name);
    const arrows = ['->', '<->', '--'];
    const protocols = ['https', 'modbus-tcp', 's7comm'];
    const flows = Array.from({ length: next(8) }, () => ({ from: end(), to: end(), arrow: arrows[next(3)]!, protocol: protocols[next(3)]! }));
    return { zones, assets, flows, promises: [{ from: anyZone(), to: anyZone() }] };
}

/** The text of a plant. Another `style` says the same in another order and layout. */
export function plantText(plant: Plant, style: 'plain' | 'other' = 'plain'): string {
    const other = style === 'other';
    const turn = <T>(list: readonly T[]): T[] => (other ? [...list].reverse() : [...list]);
    const idOfZone = (name: string): string => {
        const zone = plant.zones.find(each => each.name === name);
        return zone?.inside ? `${idOfZone(zone.inside)}.${name}` : name;
    };
    const idOf = (name: string): string => {
        const asset = plant.assets.find(each => each.name === name);
        return asset ? `${idOfZone(asset.zone)}.${name}` : idOfZone(name);
    };
    const pad = other ? '\t\t' : '  ';
    const note = other ? '// no fact\n' : '';
    const block = (zone: Plant['zones'][number]): string => [
        `${note}zone ${zone.name} {`,
        ...turn([
            `${pad}SL-T ${zone.target}`,
            ...plant.zones.filter(each => each.inside === zone.name).map(block),
            ...plant.assets.filter(asset => asset.zone === zone.name).map(asset =>
                `${pad}asset ${asset.name} : ${asset.type} { address 10.0.0.${asset.address}${asset.serves ? ` serves ${idOfZone(asset.serves)}` : ''} }`),
        ]),
        '}',
    ].join(other ? '\n\n' : '\n');
    return [
        'system Plant',
        ...turn([
            ...plant.zones.filter(zone => zone.inside === null).map(block),
            ...plant.flows.map(flow => `flow ${idOf(flow.from)} ${flow.arrow} ${idOf(flow.to)} : ${flow.protocol}`),
            ...plant.promises.map(({ from, to }, index) => `invariant Promise${index} { deny path from ${idOfZone(from)} to ${idOfZone(to)} }`),
        ]),
        '',
    ].join('\n');
}
