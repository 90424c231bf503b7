import { library } from 'iacs-language';

/** What is known of ports: those of the built-in protocols. */
export interface KnownPorts {
    /** True for a port of a known protocol, and for those below 1024. */
    isService(transport: string, port: number): boolean;
    /** The one transport over which known protocols use a port; `null` where that is several or none. */
    transportOf(port: number): string | null;
}

/** Ranges of ports that are longer say nothing of a single one. */
const longest = 20;

/** The ports of the built-in protocols. */
export function knownPorts(): KnownPorts {
    const services = new Set<string>();
    const transports = new Map<number, Set<string>>();
    for (const { transport, ranges } of library().files.flatMap(file =>
        file.protocols.flatMap(protocol => protocol.ports),
    )) {
        for (const range of ranges) {
            if (range.to - range.from >= longest) continue;
            for (let port = range.from; port <= range.to; port++) {
                services.add(`${transport} ${port}`);
                transports.set(port, (transports.get(port) ?? new Set()).add(transport));
            }
        }
    }
    return {
        isService: (transport, port) => (port > 0 && port < 1024) || services.has(`${transport} ${port}`),
        transportOf(port) {
            const some = [...(transports.get(port) ?? [])];
            return some.length === 1 ? some[0]! : null;
        },
    };
}
