import type { Conduit, Lookup } from '../../model/index.ts';
import { monitorOf } from '../../model/index.ts';

/** True for a conduit that says who monitors it, known or not. */
export function namesMonitor(lookup: Lookup, conduit: Conduit): boolean {
    return monitorOf(conduit) !== null || lookup.isUnread(conduit.id, 'monitored');
}

/** True for a conduit that names a device after `via`, known or not. */
export function namesDevice(lookup: Lookup, { id, via }: Conduit): boolean {
    return via.length > 0 || lookup.isUnread(id, 'via');
}
