import type { Notice } from '../entry.ts';
import type { FoundTable } from '../find-tables.ts';
import type { TableRequest } from '../read-sheets.ts';
import { looseTextsOf, readTables } from '../read-tables.ts';
import type { ImportResult } from '../write-iacs.ts';
import { requirementFields } from './requirement-fields.ts';
import type { KnownStates } from './known-subjects.ts';
import type { RequirementRows, SheetReading } from './requirement-entries.ts';
import { requirementEntries } from './requirement-entries.ts';
import { writeRequirements } from './write-requirements.ts';

export interface RequirementsRequest extends TableRequest {
    readonly known: KnownStates;
    readonly reading: SheetReading;
    /** The file that an earlier import wrote; `null` for none. */
    readonly existing: string | null;
}

export interface RequirementsAnswer extends ImportResult {
    readonly tables: readonly FoundTable[];
    readonly notices: readonly Notice[];
    readonly rows: Omit<RequirementRows, 'entries' | 'notices' | 'texts'>;
}

/**
 * Reads an assessor's sheet of requirements and writes it as statements, or brings the file up to date that an earlier
 * import wrote.
 * @throws ImportError when the file cannot be read or holds no table
 */
export function importRequirements(request: RequirementsRequest): RequirementsAnswer {
    const { tables, notices } = readTables(request, 'requirements', requirementFields);
    const { entries, notices: said, texts, ...rows } = requirementEntries(tables, request.known, request.reading);
    const loose = looseTextsOf(tables);
    const comments = [...loose.comments, ...texts];
    const taken = request.known.countermeasures.map(countermeasure => countermeasure.id);
    const result = writeRequirements({ file: request.name, comments }, entries, request.existing, taken);
    return { ...result, tables, rows, notices: [...notices, ...said, ...loose.notices, ...result.notices] };
}
