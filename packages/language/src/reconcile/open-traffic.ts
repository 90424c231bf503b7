/** Traffic that cannot be compared, because the model leaves open where an end of it belongs. */
import type { Sight } from '../model/index.ts';
import type { OpenEnd } from './locate.ts';
import type { Sightings } from './sightings.ts';
import { isDecided } from './sightings.ts';
import { isOpen } from './locate.ts';
import type { LocatedEnd, OpenTraffic, OpenTrafficEnd } from './types.ts';

const nothing: readonly never[] = [];

function endOf(end: LocatedEnd | OpenEnd, { address, name }: Sight): OpenTrafficEnd {
    if (!isOpen(end)) return { ...end, shownBy: nothing, mayBeIn: nothing };
    const ids = end.places.map(place => (place.kind === 'asset' ? place.leg.asset.id : place.network.zone.id));
    const shownBy = [...new Set(end.hiding.map(({ device }) => device))];
    return {
        text: address ?? name ?? '',
        asset: null,
        zone: null,
        shownBy,
        mayBeIn: shownBy.length > 0 ? nothing : [...new Set(ids)],
    };
}

/** In the order of the text. No finding is made of it: whose traffic it is, is not known. */
export function openTraffic({ of, open }: Sightings): readonly OpenTraffic[] {
    if (open.length === 0) return nothing;
    return [...of].flatMap(([observation, { sights }]) =>
        sights.flatMap((sight): readonly OpenTraffic[] => {
            if (sight === null || isDecided(sight)) return nothing;
            const { conversation, from, to } = sight;
            return [
                { conversation, observation, from: endOf(from, conversation.from), to: endOf(to, conversation.to) },
            ];
        }),
    );
}
