import type { Duty, Element, Lookup } from '../../model/index.ts';
import { duties, monitorOf, responsibleFor } from '../../model/index.ts';

/** Who does what for an element: ids of parties, and where each is said if not at the element itself. */
export interface RaciRow {
    readonly kind: Element['kind'];
    readonly id: string;
    readonly title: string | null;
    /** Accountable: the owner, as it is written; `null` where it is not said. */
    readonly accountable: string | null;
    /** Responsible, for each duty. */
    readonly responsible: Readonly<Record<Duty, RaciCell>>;
    /** Who monitors a conduit; `null` elsewhere, and where it is not said. */
    readonly monitoredBy: string | null;
}

/** Who is responsible for one duty; empty where nobody is named. */
export interface RaciCell {
    readonly parties: readonly string[];
    /** The id of the zone, conduit or type that says it; `null` where the element itself does, or nothing. */
    readonly from: string | null;
}

function cell(lookup: Lookup, element: Element, duty: Duty): RaciCell {
    const found = responsibleFor(lookup, element, duty);
    return {
        parties: found?.parties.map(({ id }) => id) ?? [],
        from: found && found.from !== element.id ? found.from : null,
    };
}

/**
 * Who is accountable and responsible for each zone, conduit and asset; empty where a model declares no parties. Assets
 * of which nothing else is said than of the zone or conduit that they are in are left out.
 */
export function raciRows(lookup: Lookup): readonly RaciRow[] {
    const { model } = lookup;
    if (model.parties.length === 0) return [];
    return [...model.zones, ...model.conduits, ...model.assets].flatMap(element => {
        const responsible = Object.fromEntries(
            duties.map(duty => [duty, cell(lookup, element, duty)]),
        ) as unknown as Readonly<Record<Duty, RaciCell>>;
        const isAsAround =
            element.kind === 'asset' &&
            element.owner === null &&
            duties.every(duty => {
                const { from, parties } = responsible[duty];
                return parties.length === 0 || (from !== null && lookup.type(from) === undefined);
            });
        if (isAsAround) return [];
        return [
            {
                kind: element.kind,
                id: element.id,
                title: element.title,
                accountable: lookup.ownerOf(element.id),
                responsible,
                monitoredBy: element.kind === 'conduit' ? monitorOf(element) : null,
            },
        ];
    });
}
