import { counted } from '../../model/index.ts';
import type { AdvisoryRow } from '../advisories/index.ts';
import { remedyText, verdictText, versionText, windowText } from '../advisories/index.ts';
import type { Block, Cell, Section } from './document.ts';
import type { ReportData } from './data.ts';
import { heading, list, section } from './section-parts.ts';

function verdict(row: AdvisoryRow): Cell {
    return { text: verdictText(row), tone: row.verdict === 'affected' ? 'bad' : 'fair' };
}

/** The number of an advisory, what it is about and whose it is, with its revision and the score that counts. */
function advisory({ advisory: id, title, publisher, dated, revision, status, weight }: AdvisoryRow): string {
    const edition = [
        publisher ?? 'publisher not said',
        dated,
        revision === null ? null : `revision ${revision}`,
        status === null || status === 'final' ? null : status,
    ];
    return [
        id,
        title,
        edition.filter(each => each !== null).join(', '),
        weight?.score == null ? null : `CVSS ${weight.score}`,
    ]
        .filter(each => each !== null)
        .join('\n');
}

/** What security advisories mean for the assets; `null` for a model without any. */
export function advisoriesSection({ advisories: rows }: ReportData): Section | null {
    if (rows === null) return null;
    const open = rows.readings.filter(each => each.weight !== null);
    const clear = rows.readings.length - open.length;
    const blocks: Block[] = [
        {
            kind: 'paragraph',
            text:
                `The model has ${counted(rows.advisories, 'advisory', 'advisories')}; ${rows.elsewhere.length} of ` +
                'them name no product of the plant. A product is matched only by a name that a person has confirmed. ' +
                `Not affected, according to the stated versions: ${counted(clear, 'time')}.`,
        },
    ];
    if (open.length > 0)
        blocks.push({
            kind: 'table',
            caption: counted(open.length, 'asset and advisory', 'assets and advisories'),
            columns: [
                { title: 'When', weight: 1 },
                { title: 'Advisory', weight: 2 },
                { title: 'Asset', weight: 1.6 },
                { title: 'Verdict', weight: 2.2 },
                { title: 'Why then', weight: 2.4 },
                { title: 'Remedy and window', weight: 1.8 },
            ],
            rows: open.map(row => [
                row.weight!.urgency,
                advisory(row),
                `${row.asset}\n${versionText(row)}`,
                verdict(row),
                list(row.weight!.reasons),
                `${remedyText(row)}\n${windowText(row)}`,
            ]),
        });
    if (rows.unconfirmed.length > 0)
        blocks.push(heading(2, 'names-to-confirm', 'Names to confirm'), {
            kind: 'table',
            caption: counted(rows.unconfirmed.length, 'product of the plant', 'products of the plant'),
            columns: [
                { title: 'Product', weight: 2 },
                { title: 'May be', weight: 3 },
                { title: 'Advisories', weight: 2 },
            ],
            rows: rows.unconfirmed.map(({ holders, product, candidates }) => [
                `${holders.join(', ')}${product === null ? '' : `\n${product}`}`,
                list(candidates.map(each => each.name)),
                list([...new Set(candidates.flatMap(each => each.advisories))]),
            ]),
        });
    if (rows.unsaid.length > 0)
        blocks.push(heading(2, 'not-looked-up', 'Not looked up'), {
            kind: 'paragraph',
            text:
                `Nothing says which product ${counted(rows.unsaid.length, 'asset is', 'assets are')}, so no advisory ` +
                `was looked up: ${rows.unsaid.join(', ')}.`,
        });
    return section('advisories', 'Security advisories', 'ZCR 5.2, SR 3.4', blocks);
}
