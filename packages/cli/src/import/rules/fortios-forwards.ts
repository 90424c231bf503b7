/** Translated addresses of a FortiGate (VIP): what a policy that names one permits, and what they send elsewhere. */
import type { Interfaces, Ranges } from 'iacs-language/filter';
import { everyAddress, everyService, readAddresses, servicePoint, union } from 'iacs-language/filter';
import type { FortiEntry } from './fortios-blocks.ts';
import { list, word } from './fortios-blocks.ts';
import type { Meaning } from './objects.ts';
import { known, nothingKnown, unknown } from './objects.ts';
import { portRange } from './port-names.ts';
import type { ReadRule } from './reading.ts';
import { sentElsewhere } from './translation.ts';

export interface Forward {
    /** The real addresses. */
    readonly to: Meaning;
    /** The real ports; `null` where ports are not translated, and all of them are reached. */
    readonly services: Ranges | null;
    /** A condition of the translation itself. */
    readonly filter: string | null;
}

function portsOf(entry: FortiEntry, written: string | null): Ranges {
    const transport = word(entry, 'protocol') ?? 'tcp';
    if (transport === 'icmp') {
        const [low, high] = [servicePoint('ip', 1), servicePoint('ip', 1)];
        return low === null || high === null ? [] : [low, high];
    }
    const range = portRange(written ?? '');
    return range ? [servicePoint(transport, range.from)!, servicePoint(transport, range.to)!] : [];
}

const realPorts = (entry: FortiEntry): Ranges => portsOf(entry, word(entry, 'mappedport') ?? word(entry, 'extport'));

function forwardOf(entry: FortiEntry): Forward {
    const mapped = list(entry, 'mappedip').map(each => readAddresses(each));
    const filters = list(entry, 'src-filter');
    return {
        to:
            word(entry, 'status') === 'disable'
                ? nothingKnown
                : mapped.length > 0 && mapped.every(each => each !== null)
                  ? known(union(...mapped))
                  : unknown(`translated address ${entry.name}`),
        services: word(entry, 'portforward') === 'enable' ? realPorts(entry) : null,
        filter: filters.length > 0 ? `source filter ${filters.join(', ')} of ${entry.name}` : null,
    };
}

/** What the names of translated addresses and their groups mean. */
export function forwardsOf(
    vips: readonly FortiEntry[],
    groups: readonly FortiEntry[],
): Map<string, readonly Forward[]> {
    const found = new Map<string, readonly Forward[]>(vips.map(entry => [entry.name, [forwardOf(entry)]]));
    for (const group of groups)
        found.set(
            group.name,
            list(group, 'member').flatMap(member => found.get(member) ?? []),
        );
    return found;
}

/**
 * What translated addresses leave open for the targets that sessions name.
 * @param entering the interfaces that names of a configuration are
 */
export function forwardedElsewhere(
    vips: readonly FortiEntry[],
    entering: (names: readonly string[]) => Interfaces,
): readonly ReadRule[] {
    return sentElsewhere(
        vips
            .filter(entry => word(entry, 'status') !== 'disable')
            .flatMap(entry => {
                const shown = list(entry, 'extip').map(each => readAddresses(each));
                // Without one it is that of an interface, or a name.
                if (shown.length === 0 || shown.includes(null)) return [];
                const isForward = word(entry, 'portforward') === 'enable';
                const filters = list(entry, 'src-filter').map(each => readAddresses(each));
                const { to } = forwardOf(entry);
                return [
                    {
                        from: known(
                            filters.length === 0 || filters.includes(null)
                                ? everyAddress
                                : union(...filters.filter(each => each !== null)),
                        ),
                        to: known(union(...shown.filter(each => each !== null))),
                        services: known(isForward ? portsOf(entry, word(entry, 'extport')) : everyService),
                        enters: entering(list(entry, 'extintf')),
                        when: null,
                        target: to.unknown.length > 0 ? null : to.known,
                        real: isForward ? realPorts(entry) : null,
                        label: `VIP ${entry.name}`,
                        line: entry.line,
                    },
                ];
            }),
    );
}
