import { counted } from 'iacs-language';
import type { Notice } from '../entry.ts';
import type { FoundTable } from '../find-tables.ts';
import type { TableRequest } from '../read-sheets.ts';
import { looseTextsOf, readTables } from '../read-tables.ts';
import { protocolNotStated } from '../names.ts';
import type { ImportResult } from '../write-iacs.ts';
import { flowEntries } from './flow-entries.ts';
import { flowFields } from './flow-fields.ts';
import type { KnownFlows } from './known-flows.ts';
import { writeFlows } from './write-flows.ts';

export interface FlowsRequest extends TableRequest {
    readonly known: KnownFlows;
    /** The file that an earlier import wrote; `null` for none. */
    readonly existing: string | null;
}

export interface FlowsAnswer extends ImportResult {
    readonly tables: readonly FoundTable[];
    readonly notices: readonly Notice[];
    readonly matched: number;
}

/**
 * Reads a table of connections and writes its flows, or brings the file up to date that an earlier import wrote.
 * @throws ImportError when the file cannot be read or holds no table
 */
export function importFlows(request: FlowsRequest): FlowsAnswer {
    const { tables, notices } = readTables(request, 'flows', flowFields);
    const { entries, notices: said, texts, matched, withoutProtocol } = flowEntries(tables, request.known);
    const loose = looseTextsOf(tables);
    const comments = [...loose.comments, ...texts];
    const result = writeFlows(
        { file: request.name, comments },
        entries,
        request.existing,
        request.known.hasPlaceholder,
    );
    const bare =
        withoutProtocol === 0
            ? []
            : [
                  {
                      sheet: request.name,
                      row: 0,
                      message:
                          `${counted(withoutProtocol, 'flow has', 'flows have')} no protocol that is known; ` +
                          `${protocolNotStated} is written in its place, to be replaced by hand.`,
                  },
              ];
    return { ...result, tables, matched, notices: [...notices, ...said, ...bare, ...loose.notices, ...result.notices] };
}
