import { toCsv } from '../text/csv.ts';
import type { ModelLevels } from './levels.ts';
import { requirementHeads, requirementRows } from './rows.ts';

/** One line for each requirement of each zone and conduit, with the levels of its foundational requirement. */
export function levelsToCsv(models: readonly ModelLevels[]): string {
    const columns = requirementHeads.map(title => ({ title }));
    return toCsv({ columns, rows: requirementRows(models) });
}
