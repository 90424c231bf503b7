import { all4, all6 } from './address.ts';
import type { Ranges } from './ranges.ts';
import { intersect, meets, subtract } from './ranges.ts';
import type { Region } from './region.ts';
import { isEmpty } from './region.ts';
import { readServices } from './services.ts';

const icmp4: Ranges = readServices([{ transport: 'ip', ranges: [{ from: 1, to: 1 }] }])!;
const icmp6: Ranges = readServices([{ transport: 'ip', ranges: [{ from: 58, to: 58 }] }])!;

/** A region without what cannot happen: no session joins IPv4 and IPv6, and each of them has an ICMP of its own. */
export function byFamily(region: Region): readonly Region[] {
    const { from, to, services } = region;
    // Nearly all questions are of IPv4 alone.
    if (typeof from.at(-1) === 'number' && typeof to.at(-1) === 'number' && !meets(services, icmp6)) return [region];
    return (
        [
            [all4, icmp6],
            [all6, icmp4],
        ] as const
    )
        .map(([kind, foreign]) => ({
            from: intersect(from, kind),
            to: intersect(to, kind),
            services: subtract(services, foreign),
        }))
        .filter(region => !isEmpty(region));
}
