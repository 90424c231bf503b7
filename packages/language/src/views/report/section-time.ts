import { counted } from '../../model/index.ts';
import type { Block, Cell, Section, Tone } from './document.ts';
import type { IslandRow, LevelInTimeRow, ReportData } from './data.ts';
import { vectorText } from './risk-part.ts';
import { heading, list, said, section } from './section-parts.ts';

/** SL-A of what is asked for or reached: a 0 of what is not asked for would read as if it had been assessed. */
export function askedOrReached({ slT }: LevelInTimeRow, levels: readonly number[]): readonly (number | null)[] {
    return levels.map((level, fr) => (level === 0 && slT[fr] === null ? null : level));
}

/** Levels today, as planned and as they will be; `null` where the model says nothing of any day. */
export function timeSection(data: ReportData): Section | null {
    if (data.forecast.length === 0 && data.levelsInTime.length === 0) return null;
    const level = (row: LevelInTimeRow, levels: readonly number[] | null): Cell =>
        levels === null ? { text: 'not there' } : vectorText(askedOrReached(row, levels));
    const blocks: Block[] = [
        {
            kind: 'paragraph',
            text:
                'Three columns: what is achieved today; what would be achieved in a year if each planned ' +
                'countermeasure is in place by its day; and what the text as it is comes to in a year, in which ' +
                'evidence expires and nothing that is planned counts.',
        },
    ];
    if (data.levelsInTime.length > 0)
        blocks.push({
            kind: 'table',
            caption: 'SL-A today, planned and forecast',
            columns: [
                { title: 'Zone or conduit', weight: 1.6 },
                { title: 'SL-T', weight: 1.2 },
                { title: 'SL-A today', weight: 1.2 },
                { title: 'SL-A planned', weight: 1.2 },
                { title: 'SL-A forecast', weight: 1.2 },
            ],
            rows: data.levelsInTime.map(row => [
                row.subject,
                vectorText(row.slT),
                level(row, row.today),
                level(row, row.planned),
                level(row, row.forecast),
            ]),
        });
    if (data.forecast.length > 0)
        blocks.push(heading(2, 'days', 'What changes when'), {
            kind: 'table',
            caption: counted(data.forecast.length, 'event'),
            columns: [
                { title: 'Day', weight: 1 },
                { title: 'What', weight: 4 },
                { title: 'Where', weight: 1.4 },
            ],
            rows: data.forecast.map(row => [
                row.last === null || row.last === row.date ? row.date : `${row.date} to ${row.last}`,
                row.what,
                said(row.subject),
            ]),
        });
    return section('forecast', 'Today, planned, forecast', 'ZCR 6.4', blocks);
}

/** What becomes of a function in an island, in words: whether it goes on, and for long enough. */
export function islandVerdict({ holds, verdict: found, until }: IslandRow): {
    readonly text: string;
    readonly tone?: Tone;
} {
    if (holds === null) return { text: found === 'degraded' ? `until ${until}, then not said` : 'not said' };
    if (!holds) return { text: found === 'degraded' ? `not long enough: until ${until}` : 'lost', tone: 'bad' };
    return { text: found === 'degraded' ? `goes on until ${until}` : 'kept', tone: 'good' };
}

/** What the plant must keep doing, and whether it does when connections are cut; `null` where nothing is declared. */
export function functionsSection(data: ReportData): Section | null {
    if (data.functions.length === 0 && data.islands.length === 0) return null;
    const blocks: Block[] = [];
    if (data.functions.length > 0)
        blocks.push({
            kind: 'table',
            caption: counted(data.functions.length, 'function'),
            columns: [
                { title: 'Function', weight: 1.8 },
                { title: 'Needs', weight: 1.8 },
                { title: 'Endures', weight: 1.6 },
                { title: 'Works without', weight: 2 },
                { title: 'By hand', weight: 1.6 },
                { title: 'Owner', weight: 1 },
            ],
            rows: data.functions.map(row => [
                `${row.id}${row.title ? `\n${row.title}` : ''}${row.essential ? '\nessential' : ''}`,
                row.needs.length === 0 ? { text: 'nothing is said', tone: 'fair' } : list(row.needs),
                list(row.endures),
                list(row.worksWithout),
                said(row.fallback),
                said(row.owner),
            ]),
        });
    if (data.islands.length > 0)
        blocks.push(heading(2, 'islands', 'When connections are cut'), {
            kind: 'table',
            caption: counted(data.islands.length, 'function that an island keeps', 'functions that islands keep'),
            columns: [
                { title: 'Island', weight: 1.6 },
                { title: 'What is cut', weight: 1.6 },
                { title: 'Function', weight: 1.2 },
                { title: 'Verdict', weight: 1.4 },
                { title: 'Why', weight: 3 },
            ],
            rows: data.islands.map(row => [
                `${row.island}${row.title ? `\n${row.title}` : ''}`,
                list(row.cut),
                `${row.keeps}${row.for === null ? '' : ` for ${row.for}`}`,
                islandVerdict(row),
                list(row.because),
            ]),
        });
    return section('functions', 'Functions and islands', 'SR 5.2 RE 2, SR 7.4', blocks);
}
