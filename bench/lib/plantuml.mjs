/**
 * The planned model as a PlantUML component diagram: a rectangle for each zone, its assets inside, a line for each
 * conduit.
 */
export function plantUml({ zones, conduits }) {
    const lines = ['@startuml'];
    const write = (zone, indent) => {
        lines.push(`${indent}rectangle "${zone.role.title} ${zone.index + 1}" as Z${zone.index} {`);
        zone.assets.forEach((asset, number) =>
            lines.push(`${indent}  component "${asset.title}" as Z${zone.index}A${number}`),
        );
        zone.children.forEach(child => write(child, `${indent}  `));
        lines.push(`${indent}}`);
    };
    zones.filter(zone => !zone.parent).forEach(zone => write(zone, ''));
    for (const { from, to, name } of conduits) lines.push(`Z${from.index} -- Z${to.index} : ${name}`);
    return [...lines, '@enduml', ''].join('\n');
}
