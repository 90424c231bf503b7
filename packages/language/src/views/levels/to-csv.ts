import { placesTitle, toCsv, withPlaces } from '../text/csv.ts';
import type { ModelLevels } from './levels.ts';
import { requirementHeads, requirementRows } from './rows.ts';

/** One line for each requirement of each zone and conduit, with the levels of its foundational requirement. */
export function levelsToCsv(models: readonly ModelLevels[]): string {
    const columns = [...requirementHeads, placesTitle].map(title => ({ title }));
    const rows = models.flatMap(model =>
        withPlaces(requirementRows(model), model.notUnderstood, requirementHeads.length, [model.system, model.file]),
    );
    return toCsv({ columns, rows });
}
