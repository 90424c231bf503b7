import { random } from './random-plant.ts';

/** A small plant at random: nested zones, hosts with two legs, firewalls, flows between assets and zones, needs. */
export function cutPlant(seed: number): { readonly text: string; readonly cuttable: readonly string[] } {
    const below = random(seed);
    const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
    const zones = ['A', 'B', 'C', 'A.N'].slice(0, 2 + below(3));
    const assets = zones.flatMap(zone => ['p', 'q'].slice(0, 1 + below(2)).map(name => `${zone}.${name}`));
    const needs = (own: string, most: number): string =>
        Array.from({ length: below(most) }, () => {
            const others = assets.filter(each => each !== own);
            return below(3) === 0 ? `needs ${pick(others)} or ${pick(others)}` : `needs ${pick(others)}`;
        }).join('\n');
    const block = (zone: string): string =>
        assets
            .filter(id => id.slice(0, id.lastIndexOf('.')) === zone)
            .map(id => {
                const serves = below(6) === 0 ? `serves ${pick(zones)}` : '';
                return `asset ${id.split('.').at(-1)} : ${pick(['plc', 'server', 'hmi'])} { ${serves}\n${needs(id, 3)} }`;
            })
            .join('\n');
    const nested = zones.includes('A.N') ? `zone N {\n${block('A.N')}\n}` : '';
    const conduits = Array.from({ length: 1 + below(3) }, (_, index) => {
        const [one, other] = [pick(zones), pick(zones)];
        const via = below(2) === 0 ? `via F${index} asset F${index} : firewall { serves ${one}, ${other} }` : '';
        return { name: `K${index}`, one, other, via };
    }).filter(({ one, other }) => one !== other);
    const ends = [...assets, ...assets, ...zones];
    const flow = (): string => `flow ${pick(ends)} ${pick(['->', '->', '<->'])} ${pick(ends)} : https`;
    const text = `system S
${zones
    .filter(zone => !zone.includes('.'))
    .map(zone => `zone ${zone} {\n${block(zone)}\n${zone === 'A' ? nested : ''}\n}`)
    .join('\n')}
${conduits
    .map(
        ({ name, one, other, via }) =>
            `conduit ${name} between ${one} and ${other} {\n${via}\n${Array.from({ length: below(3) }, flow).join('\n')}\n}`,
    )
    .join('\n')}
${Array.from({ length: below(3) }, flow).join('\n')}
function F1 { needs ${pick(assets)}, ${pick(assets)} }
function F2 {
needs ${pick(assets)} or ${pick(assets)}
needs ${pick([...assets, ...zones])}
}
`;
    const devices = conduits.flatMap(({ name, via }) => (via === '' ? [] : [`${name}.F${name.slice(1)}`]));
    return { text, cuttable: [...zones, ...assets, ...conduits.map(each => each.name), ...devices] };
}
