import { toCsv } from '../report/csv.ts';
import type { ModelLevels } from './levels.ts';
import { requirementHeads, requirementRows } from './rows.ts';

/** One line for each requirement of each zone and conduit, with the levels of its foundational requirement. */
export function levelsToCsv(models: readonly ModelLevels[]): string {
    const columns = requirementHeads.map(title => ({ title, type: 'text' as const, width: 16 }));
    return toCsv({ name: 'requirements', title: 'Requirements', columns, rows: requirementRows(models) });
}
