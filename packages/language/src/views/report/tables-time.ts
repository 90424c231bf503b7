import { writeVector } from '../../model/index.ts';
import type { LevelInTimeRow, ReportData } from './data.ts';
import type { DataTable } from './typed-table.ts';
import { askedOrReached, islandVerdict } from './section-time.ts';
import { date, table, text, yes } from './typed-table.ts';

/** SL-A on a day; what is not there on it has none. */
function levelsOrAway(row: LevelInTimeRow, levels: readonly number[] | null): string {
    return levels === null ? 'not there' : writeVector(askedOrReached(row, levels));
}

/** Functions and islands, and what changes with time. */
export function timeTables(data: ReportData): readonly DataTable[] {
    return [
        table('functions', 'Functions', data.functions, [
            text('Id', 20, row => row.id),
            text('Function', 36, row => row.title),
            yes('Essential', row => row.essential),
            text('Needs', 30, row => row.needs),
            text('Endures', 30, row => row.endures),
            text('Works without', 40, row => row.worksWithout),
            text('By hand', 40, row => row.fallback),
            text('Owner', 20, row => row.owner),
        ]),
        table('islands', 'Islands', data.islands, [
            text('Island', 20, row => row.island),
            text('Title', 30, row => row.title),
            text('What is cut', 28, row => row.cut),
            text('Function', 20, row => row.keeps),
            text('For', 12, row => row.for),
            text('Verdict', 24, row => islandVerdict(row).text),
            date('Until', row => row.until),
            text('Why', 60, row => row.because),
        ]),
        table('forecast', 'What changes when', data.forecast, [
            date('Day', row => row.date),
            date('Last day', row => row.last),
            text('Kind', 18, row => row.kind),
            text('What', 70, row => row.what),
            text('Where', 24, row => row.subject),
        ]),
        table('levels-in-time', 'Today, planned, forecast', data.levelsInTime, [
            text('Where', 24, row => row.subject),
            text('SL-T', 18, row => writeVector(row.slT) || null),
            text('SL-A today', 18, row => levelsOrAway(row, row.today)),
            text('SL-A planned', 18, row => levelsOrAway(row, row.planned)),
            text('SL-A forecast', 18, row => levelsOrAway(row, row.forecast)),
        ]),
    ];
}
