import type { Ports } from '../../model/index.ts';

/** Ports as they are written: `tcp 80, 443, 5000-5010; udp 53`. */
export function portsText(ports: readonly Ports[]): string {
    return ports.map(each => {
        const ranges = each.ranges.map(range => (range.from === range.to ? String(range.from) : `${range.from}-${range.to}`));
        return ranges.length === 0 ? each.transport : `${each.transport} ${ranges.join(', ')}`;
    }).join('; ');
}
