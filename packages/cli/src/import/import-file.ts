import { counted } from 'iacs-language';
import { withAddressColumns } from './address-columns.ts';
import { assetEntries } from './asset-entries.ts';
import type { BareZone } from './bare-zones.ts';
import type { Entry, Notice } from './entry.ts';
import type { Field } from './fields.ts';
import { assetFields, riskFields } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import { withIdColumn } from './id-column.ts';
import type { Known } from './known.ts';
import { withLevelColumns } from './level-columns.ts';
import { withPlainLists } from './list-cells.ts';
import { withoutNetworks } from './network-tables.ts';
import { withoutOtherBlocks } from './other-blocks.ts';
import type { ExistingFile } from './read-written.ts';
import { readExisting } from './read-written.ts';
import type { TableRequest } from './read-sheets.ts';
import { looseTextsOf, readTables } from './read-tables.ts';
import { riskEntries } from './risk-entries.ts';
import { movingHeads, recognised } from './sources.ts';
import { withTypeColumn } from './type-column.ts';
import type { ImportResult } from './write-iacs.ts';
import { writeImport } from './write-iacs.ts';
import { addAll } from './add-all.ts';
import { withZoneColumn } from './zone-column.ts';

export type ImportKind = 'risks' | 'assets';

export interface ImportRequest extends TableRequest {
    readonly kind: ImportKind;
    readonly known: Known;
    /** The file that an earlier import wrote; `null` for none. */
    readonly existing: string | null;
    readonly taken: Iterable<string>;
    /** States whose rows are left out. */
    readonly without?: readonly string[];
}

export interface ImportAnswer extends ImportResult {
    readonly tables: readonly FoundTable[];
    /** What each table was recognised as, in the same order; `null` for none. */
    readonly sources: readonly (string | null)[];
    /** How the rows meet the model; `null` where it has nothing of the kind. */
    readonly met: { readonly matched: number; readonly missing: readonly string[] } | null;
}

/** The fields that a column can be given to. */
export function fieldsOf(kind: ImportKind): readonly Field[] {
    return kind === 'risks' ? riskFields : assetFields;
}

/**
 * Reads a register and writes it as `.iacs`, or brings the file up to date that an earlier import wrote.
 * @throws ImportError when the file cannot be read or holds no table
 */
export function importFile(request: ImportRequest): ImportAnswer {
    const { kind } = request;
    const programs: (string | null)[] = [];
    const said: Notice[] = [];
    const settle = (found: FoundTable): FoundTable => {
        const { table, source } = kind === 'assets' ? recognised(found) : { table: found, source: null };
        programs.push(source);
        if (kind !== 'assets') return withLevelColumns(table, request.known);
        const numbered = withIdColumn(withoutOtherBlocks(withPlainLists(table), request.known.types));
        const settled = withAddressColumns(withTypeColumn(numbered.table, request.known.types));
        const placed = withZoneColumn(settled.table, request.known);
        addAll(said, numbered.notices);
        addAll(said, settled.notices);
        addAll(said, placed.notices);
        return placed.table;
    };
    const read = readTables(request, kind, fieldsOf(kind), settle);
    const devices = kind === 'assets' ? withoutNetworks(read.tables, request.known.types) : null;
    const tables = devices?.tables ?? read.tables;
    const sources = tables.map(table => programs[read.tables.indexOf(table)] ?? null);
    const file = readExisting(request.existing ?? '');
    const rows = rowsOf(request, tables, file);
    if (kind === 'assets' && request.known.elements.length === 0 && file.byHand.size > 0)
        said.push({
            sheet: request.name,
            row: 0,
            message:
                `The file that is written has ${counted(file.byHand.size, 'name')} of devices that no import wrote: ` +
                'name its model with --model, so that the same devices are not written again.',
        });
    const loose = looseTextsOf(tables);
    const result = writeImport(
        kind,
        { file: request.name, comments: [...loose.comments, ...rows.texts] },
        rows.entries,
        {
            existing: request.existing,
            file,
            taken: request.taken,
            types: request.known.types.map(type => type.id),
            zoneFacts: rows.zoneFacts,
            zones: rows.zones,
        },
    );
    return {
        ...result,
        tables,
        sources,
        met: rows.met,
        notices: [
            ...read.notices,
            ...(devices?.notices ?? []),
            ...said,
            ...(kind === 'assets' ? tables.flatMap((table, index) => moving(table, sources[index] ?? null)) : []),
            ...rows.notices,
            ...loose.notices,
            ...result.notices,
        ],
    };
}

/** Columns that make a later import change what has not changed. */
function moving(table: FoundTable, source: string | null): readonly Notice[] {
    const heads = movingHeads(table, source);
    if (heads.length === 0) return [];
    const message =
        `${heads.join(', ')} ${heads.length === 1 ? 'changes' : 'change'} from export to export and ` +
        `${heads.length === 1 ? 'is' : 'are'} kept as text; leave ${heads.length === 1 ? 'it' : 'them'} out with ` +
        `${heads.map(head => `--ignore ${JSON.stringify(head)}`).join(' ')}, so that a later import changes only ` +
        'what has changed.';
    return [{ sheet: table.sheet, row: table.headRow, message }];
}

interface Rows {
    readonly entries: readonly Entry[];
    readonly notices: readonly Notice[];
    readonly zoneFacts: ReadonlyMap<string, readonly string[]>;
    readonly met: ImportAnswer['met'];
    readonly zones: readonly BareZone[];
    /** Rows that became nothing, word for word. */
    readonly texts: readonly string[];
}

function rowsOf(request: ImportRequest, tables: readonly FoundTable[], file: ExistingFile): Rows {
    if (request.kind === 'risks') {
        const { matched, missing, ...rows } = riskEntries(tables, request.known);
        const none = { zoneFacts: new Map(), zones: [], texts: [] };
        return { ...rows, ...none, met: request.known.threats?.length ? { matched, missing } : null };
    }
    const without = new Set((request.without ?? []).map(word => word.toLowerCase()));
    const { matched, missing, ...rows } = assetEntries(tables, request.known, without, file.declared);
    return { ...rows, met: request.known.elements.length === 0 ? null : { matched, missing } };
}
