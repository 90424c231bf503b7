/** What an ASA lets through because it comes out of a tunnel: unless a line says so, no access list is asked for it. */
import type { Region } from 'iacs-language/filter';
import { everyService, interfaces } from 'iacs-language/filter';
import type { Config, TunnelLine } from './asa-config.ts';
import type { ChainRule } from './chains.ts';
import type { ReadRule, RuleNotice } from './reading.ts';
import { anywhere, both, unread } from './reading.ts';

/** A tunnel: the interface by which its traffic comes, and the access lists of what it carries; `null` for anything. */
interface Tunnel {
    readonly enters: string;
    readonly lists: readonly string[] | null;
    readonly line: number;
}

/** The access lists of a crypto map; `null` where an entry takes what its peers say, as a dynamic one does. */
function carriedBy(name: string, lines: readonly TunnelLine[]): readonly string[] | null {
    const entries = new Map<string, string | null>();
    for (const { words } of lines) {
        const [, , map, entry = '', ...rest] = words;
        if (map !== name || !/^\d+$/.test(entry)) continue;
        if (rest[0] === 'match' && rest[1] === 'address') entries.set(entry, rest[2] ?? null);
        else if (!entries.has(entry)) entries.set(entry, null);
    }
    const lists = [...entries.values()];
    return lists.length > 0 && lists.every(list => list !== null) ? lists : null;
}

function tunnelsOf(lines: readonly TunnelLine[]): readonly Tunnel[] {
    return lines.flatMap(({ words, line }): readonly Tunnel[] => {
        const [word, second = '', name = '', third, enters] = words;
        if (word !== 'crypto') return [{ enters: second, lists: null, line }];
        return third === 'interface' && enters !== undefined ? [{ enters, lists: carriedBy(name, lines), line }] : [];
    });
}

/** What the access list of a tunnel sends into it comes out of it the other way round. */
function backOf({
    region,
    when,
    verdict,
}: ChainRule): readonly { readonly region: Region; readonly when: string | null }[] {
    if (verdict.kind !== 'accept') return [];
    return [{ region: { from: region.to, to: region.from, services: everyService }, when }];
}

/** The access lists that say what a tunnel carries, and filter nothing by that. */
export function listsOfTunnels({ tunnels }: Config): readonly string[] {
    return tunnelsOf(tunnels).flatMap(({ lists }) => lists ?? []);
}

/**
 * Rules in front of all others for what comes out of tunnels: it passes, and whether something of the model does is not
 * said.
 * @param chains the access lists as they are read
 * @param notices gets what is said of them
 */
export function tunnelRules(
    config: Config,
    chains: ReadonlyMap<string, readonly ChainRule[]>,
    notices: RuleNotice[],
): readonly ReadRule[] {
    const tunnels = tunnelsOf(config.tunnels);
    const [first] = tunnels;
    if (!first || !config.tunnelsPass) return [];
    notices.push({
        line: first.line,
        message:
            'Traffic that comes out of a tunnel (crypto map, webvpn, tunnel interface) passes these access lists, ' +
            'unless the configuration says "no sysopt connection permit-vpn": what they block of it is not assessable.',
    });
    const out = 'it comes out of a tunnel (sysopt connection permit-vpn)';
    return tunnels.flatMap(({ enters, lists, line }) => {
        const isKnown = lists !== null && lists.every(list => chains.has(list));
        const carried = isKnown
            ? lists.flatMap(list => chains.get(list)!.flatMap(backOf))
            : [{ region: anywhere, when: null }];
        return carried.map(({ region, when }) => ({
            ...unread(),
            region,
            enters: interfaces(enters),
            label: `tunnels at ${enters}`,
            when: both(when, out),
            line,
        }));
    });
}
