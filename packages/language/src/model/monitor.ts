import type { Conduit } from './elements/conduit.ts';

/** Who monitors a conduit: what is written, or the id of a party; `null` where nothing is said. */
export function monitorOf({ monitoredBy, monitoringParty }: Conduit): string | null {
    return monitoredBy ?? monitoringParty?.id ?? null;
}
