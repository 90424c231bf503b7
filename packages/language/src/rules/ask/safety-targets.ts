import type { Zone } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';

/**
 * True where an SL-T is that of a safety zone, whose target rests on more than the threats of a model: of the zone
 * itself, or of one around it that says for some of the foundational requirements what it does not say.
 * @param id of a zone or conduit
 * @param frs 0 to 6
 */
export function isSafetyTarget({ lookup, assessment }: Context, id: string, frs: readonly number[]): boolean {
    const asks = (zone: Zone): boolean =>
        (lookup.kindOf(zone.id) === 'safety' &&
            (zone.id === id || frs.some(fr => assessment.of(zone.id)?.slTSource[fr] !== 'stated'))) ||
        lookup.zonesIn(zone.id).some(asks);
    const zone = lookup.zone(id);
    return zone !== undefined && asks(zone);
}
