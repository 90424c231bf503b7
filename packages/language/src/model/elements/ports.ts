import type { Origin } from '../place.ts';
import type { FactsOf } from '../facts.ts';
import { many } from '../facts.ts';
import { writePorts } from '../written.ts';

/** Ports of one transport; a single port is a range of one. */
export interface Ports {
    /** `tcp`, `udp`, `sctp`, or another word where no port numbers exist. */
    readonly transport: string;
    readonly ranges: readonly PortRange[];
    /** True where a port or a transport is written that cannot be read, so that there are more than these. */
    readonly unread?: true;
    readonly origin: Origin;
}

/** 0 to 65535, both ends included. */
export interface PortRange {
    readonly from: number;
    readonly to: number;
}

/** Each port by itself, so that one more is one change. */
export const ports: FactsOf<readonly Ports[]> = all =>
    many(
        'port',
        all.flatMap(each =>
            each.ranges.length === 0
                ? [writePorts(each)]
                : each.ranges.map(range => writePorts({ ...each, ranges: [range] })),
        ),
    );
