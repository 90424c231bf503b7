/** Translated addresses of a FortiGate (VIP): what a policy that names one permits. */
import type { Ranges } from 'iacs-language/filter';
import { readAddresses, servicePoint, union } from 'iacs-language/filter';
import type { FortiEntry } from './fortios-blocks.ts';
import { list, word } from './fortios-blocks.ts';
import type { Meaning } from './objects.ts';
import { known, nothingKnown, unknown } from './objects.ts';
import { portRange } from './port-names.ts';

export interface Forward {
    /** The real addresses. */
    readonly to: Meaning;
    /** The real ports; `null` where ports are not translated, and all of them are reached. */
    readonly services: Ranges | null;
    /** A condition of the translation itself. */
    readonly filter: string | null;
}

function realPorts(entry: FortiEntry): Ranges {
    const transport = word(entry, 'protocol') ?? 'tcp';
    if (transport === 'icmp') {
        const [low, high] = [servicePoint('ip', 1), servicePoint('ip', 1)];
        return low === null || high === null ? [] : [low, high];
    }
    const range = portRange(word(entry, 'mappedport') ?? word(entry, 'extport') ?? '');
    return range ? [servicePoint(transport, range.from)!, servicePoint(transport, range.to)!] : [];
}

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
