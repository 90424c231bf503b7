import { placesOfCountermeasures } from '../../../assessment/off-path.ts';
import { works } from '../../../assessment/verdicts.ts';
import type { Mitigation, Threat } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import { namesFrom, type Pairing } from '../pairing.ts';

/** What a `mitigated by` rests on, whatever it lowers, as one text. */
const keyOf = ({ by }: Mitigation, name: (id: string) => string): string =>
    by
        .map(({ id }) => name(id))
        .sort()
        .join(', ');

/**
 * Answers for a threat of HEAD which of its mitigations are only written newly: they rest on what worked before, where
 * it works now. That they lower the risk is a number that was rated by hand.
 */
export function mitigationsByHand(
    before: DiffSide,
    after: DiffSide,
    pairing: Pairing,
): (now: Threat, old: Threat) => readonly Mitigation[] {
    const names = namesFrom(pairing);
    const worked = new Set(before.model.countermeasures.filter(works).map(({ id }) => names.countermeasure(id)));
    let known: ((id: string) => boolean) | undefined;
    const isWhereItWas = (): ((id: string) => boolean) => {
        const old = new Map(
            Array.from(before.lookup.once(placesOfCountermeasures), ([id, places]) => [
                names.countermeasure(id),
                new Set([...places].map(names.element)),
            ]),
        );
        const now = after.lookup.once(placesOfCountermeasures);
        return id => [...(now.get(id) ?? [])].every(place => old.get(id)?.has(place));
    };
    return (now, old) => {
        const said = new Set(old.mitigations.map(each => keyOf(each, names.countermeasure)));
        return now.mitigations.filter(each => {
            if (each.by.length === 0 || said.has(keyOf(each, id => id))) return false;
            if (!each.by.every(({ id }) => worked.has(id))) return false;
            known ??= isWhereItWas();
            return each.by.every(({ id }) => known!(id));
        });
    };
}
