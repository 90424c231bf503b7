import type { Asset, AssetType, Lookup } from '../../../model/index.ts';

/** What decides at a boundary, the strongest first; a device that is none of these passes on whatever comes. */
const grades: readonly (readonly [name: string, strength: number, types: readonly string[]])[] = [
    ['diode', 4, ['diode']],
    ['firewall', 3, ['firewall', 'vpn-gateway', 'application-gateway', 'proxy', 'ips']],
    ['router', 2, ['router', 'gateway', 'load-balancer', 'network-access-controller']],
    ['network device', 1, ['network-device']],
];

/** What has rules that were read from it is this strong; that light goes one way alone they do not show. */
export const strongestByRules = 3;

export interface Strength {
    readonly name: string;
    readonly strength: number;
}

/** What two devices are called: where they have one name and are not equally strong, with what they are. */
export function apart(now: Strength, old: Strength): readonly [now: string, old: string] {
    if (now.name !== old.name || now.strength === old.strength) return [now.name, old.name];
    const kind = ({ name, strength }: Strength): string =>
        `${name} (${grades.find(grade => grade[1] === strength)?.[0] ?? 'no device'})`;
    return [kind(now), kind(old)];
}

function graded(isA: (types: readonly string[]) => boolean, type: string | null): Strength {
    const grade = grades.find(([, , types]) => isA(types));
    return { name: type ?? grade?.[0] ?? 'a device of no type', strength: grade?.[1] ?? 1 };
}

/** How strongly a device enforces a boundary; a host that stands there counts as one that passes on. */
export function strengthOf(lookup: Lookup, device: Asset): Strength {
    return graded(types => lookup.isA(device, ...types), device.type?.id ?? null);
}

/** The same for a device of a type. */
export function strengthOfType(lookup: Lookup, { id }: AssetType): Strength {
    return graded(types => types.some(type => lookup.typeIsA(id, type)), id);
}
