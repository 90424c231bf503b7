/** Interfaces of a device by their names: those that are named, or all but those. */
export interface Interfaces {
    readonly not: boolean;
    /** Sorted, each once. */
    readonly names: readonly string[];
}

/** Every interface. */
export const anyInterface: Interfaces = { not: true, names: [] };

/** A set of interfaces by their names. */
export function interfaces(...names: readonly string[]): Interfaces {
    return { not: false, names: [...new Set(names)].sort() };
}

/** All interfaces but those of a set. */
export function otherInterfaces({ not, names }: Interfaces): Interfaces {
    return { not: !not, names };
}

/** The interfaces of both sets. */
export function commonInterfaces(a: Interfaces, b: Interfaces): Interfaces {
    if (a.not && b.not) return { not: true, names: [...new Set([...a.names, ...b.names])].sort() };
    const [some, other] = a.not ? [b, a] : [a, b];
    return { not: false, names: some.names.filter(name => hasInterface(other, name)) };
}

/** True where an interface is in a set. */
export function hasInterface({ not, names }: Interfaces, name: string): boolean {
    return names.includes(name) !== not;
}

/** True for the empty set. */
export function noInterface({ not, names }: Interfaces): boolean {
    return !not && names.length === 0;
}

/** True for the set of all interfaces. */
export function isAnyInterface({ not, names }: Interfaces): boolean {
    return not && names.length === 0;
}

/** True where a name means an interface: `eth+` of iptables and `eth*` of nft are all whose names begin so. */
export function namesInterface(written: string, name: string): boolean {
    return written === name || (/[*+]$/.test(written) && name.startsWith(written.slice(0, -1)));
}
