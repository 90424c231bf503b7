import { library } from 'iacs-language';

/** What is known of ports: those of the built-in protocols. */
export interface KnownPorts {
    /** True for a port of a known protocol, and for those below 1024. */
    isService(transport: string, port: number): boolean;
    /** The one transport over which known protocols use a port; `null` where that is several or none. */
    transportOf(port: number): string | null;
    /**
     * The port of a known protocol over a transport, by its name or another common one, as a sensor writes it; `null`
     * where that is several or none.
     */
    portOf(transport: string, protocol: string): number | null;
}

/** From here on the systems of today take the port of a client at random: Linux from 32768, Windows from 49152. */
export const firstRandom = 32_768;

/** Ranges of ports that are longer say nothing of a single one. */
const longest = 20;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

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
    const named = new Map<string, Set<number>>();
    for (const { id, aliases, ports } of library().files.flatMap(file => file.protocols))
        for (const name of [id, ...aliases.map(plain)])
            for (const { transport, ranges } of ports)
                for (const { from, to } of ranges) {
                    const key = `${transport} ${plain(name)}`;
                    const known = named.get(key) ?? new Set();
                    named.set(key, known.add(from === to ? from : -1));
                }
    return {
        portOf(transport, protocol) {
            const [port = -1, ...more] = named.get(`${transport} ${plain(protocol)}`) ?? [];
            return port < 0 || more.length > 0 ? null : port;
        },
        isService: (transport, port) => (port > 0 && port < 1024) || services.has(`${transport} ${port}`),
        transportOf(port) {
            const some = [...(transports.get(port) ?? [])];
            return some.length === 1 ? some[0]! : null;
        },
    };
}
