import type { Conduit } from '../../../model/index.ts';
import type { Compared } from './reason.ts';

/**
 * Rules about what stands beside each other: devices of one zone, or elements that share an address, a name or a type.
 * What is no longer in the model is no longer seen there, which mends nothing; what is taken out of the plant is said
 * to be `retired`.
 */
const ofNeighbours: ReadonlySet<string> = new Set([
    'address-twice',
    'advisory-affected',
    'advisory-unconfirmed',
    'advisory-undecided',
    'business-and-control-together',
    'claim-contradicted',
    'exclusion-contradicted',
    'flat-zone',
    'flow-end-over-wide',
    'level-above-capability',
    'look-alike-names',
    'management-across-zones',
    'mixed-consequence-zone',
    'networks-overlap',
    'order-through-one-device',
    'other-system-in-safety-zone',
    'remote-device-among-others',
    'safety-and-control-together',
    'station-for-several-cells',
    'support-ended',
    'temporary-device-among-others',
    'wireless-device-among-others',
]);

/** Rules about a boundary as such. A conduit that is gone, or has lost its devices, has no boundary left to judge. */
const ofBoundaries: ReadonlySet<string> = new Set([
    'boundary-without-detection',
    'device-past-boundary',
    'programme-contradicted',
]);

/** Answers for a rule whether it may have fallen silent because an element left the model. */
export function judgedByNeighbours({ before, after, pairing }: Compared): (rule: string) => boolean {
    // What has retired is still in the text: it left the plant, and not only the model.
    const said = new Set([...after.whole.zones, ...after.whole.assets, ...after.whole.conduits].map(({ id }) => id));
    const isGone = ({ id }: { readonly id: string }): boolean => {
        const now = pairing.elements.get(id);
        return now === undefined || !said.has(now);
    };
    const isOpened = (old: Conduit): boolean =>
        isGone(old) || (old.via.length > 0 && after.lookup.conduit(pairing.elements.get(old.id)!)?.via.length === 0);
    let neighbours: boolean | undefined;
    let boundaries: boolean | undefined;
    return rule =>
        (ofNeighbours.has(rule) && (neighbours ??= [...before.model.zones, ...before.model.assets].some(isGone))) ||
        (ofBoundaries.has(rule) && (boundaries ??= before.model.conduits.some(isOpened)));
}
