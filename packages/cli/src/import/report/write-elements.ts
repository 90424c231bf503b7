import { library, writeVector } from 'iacs-language';
import { quoted } from '../names.ts';
import { evidenceLines } from './evidence-lines.ts';
import type { ReportRow, ReportTables } from './report-tables.ts';
import type { FurtherFacts } from './statement-lines.ts';
import { blockText } from './block-text.ts';
import { headText, linesIn, listLine, newBlock, textLine } from './statement-lines.ts';
import { notesOf } from './write-subjects.ts';

const frs = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'];

/** A declaration and the zone or conduit that it is in; empty for the top of the file. */
export interface Placed {
    readonly container: string;
    readonly text: string;
}

function lastName(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

/** What an asset type says of the assets that have it: the report shows it at each of them. */
function typeSays(further: FurtherFacts): (type: string, word: string) => string | undefined {
    const own = new Map(
        further.ids('type').map(id => {
            const block = newBlock();
            further.addTo(block, 'type', id);
            return [id, block] as const;
        }),
    );
    const builtIn = new Map(
        library()
            .files.flatMap(file => file.types)
            .map(type => [type.id, type]),
    );
    return function says(type, word): string | undefined {
        const block = own.get(type);
        if (!block) {
            const known = builtIn.get(type);
            const value =
                word === 'SL-C'
                    ? known?.slC && writeVector(known.slC.levels)
                    : (known as unknown as Record<string, string | null> | undefined)?.[word];
            return typeof value === 'string' ? (word === 'SL-C' ? value : quoted(value)) : undefined;
        }
        const line = block.lines.find(each => each.startsWith(`${word} `));
        if (line !== undefined) return line.slice(word.length + 1).replace(/ because ".*"$/u, '');
        return block.base === null ? undefined : says(block.base, word);
    };
}

export function assetDeclarations(report: ReportTables, further: FurtherFacts): readonly Placed[] {
    const says = typeSays(further);
    const notes = notesOf(report);
    return (report.lists.get('assets') ?? []).map(row => {
        const id = row.get('Id') ?? '';
        const block = newBlock(row);
        block.base = row.get('Type') ?? null;
        const own = (word: string, value: string | undefined): readonly string[] =>
            value === undefined || (block.base !== null && says(block.base, word) === value)
                ? []
                : [`${word} ${value}`];
        const slC = writeVector(frs.map(fr => (row.has(`SL-C ${fr}`) ? Number(row.get(`SL-C ${fr}`)) : null)));
        block.lines.push(
            ...listLine(
                'address',
                linesIn(row, 'Addresses').filter(address => address !== 'dhcp'),
            ),
            ...(linesIn(row, 'Addresses').includes('dhcp') ? ['address dhcp'] : []),
            ...['Vendor', 'Product', 'Version'].flatMap(column =>
                own(column.toLowerCase(), row.has(column) ? quoted(row.get(column)!) : undefined),
            ),
            ...(row.get('Location') ?? '').split('; ').flatMap(place => textLine('location', place || undefined)),
            ...(row.has('Criticality') ? [`criticality ${row.get('Criticality')}`] : []),
            ...listLine('is', linesIn(row, 'Traits')),
            ...own('SL-C', slC === '' ? undefined : slC),
            ...listLine('needs', linesIn(row, 'Needs')),
            ...listLine('serves', linesIn(row, 'Serves')),
            ...(notes.get(id) ?? []),
        );
        further.addTo(block, 'asset', id, ['serves']);
        const text = blockText(headText('asset', lastName(id), block), block.lines);
        return { container: row.get('Zone or conduit') ?? '', text };
    });
}

export function flowDeclarations(report: ReportTables, further: FurtherFacts): readonly Placed[] {
    return (report.lists.get('flows') ?? []).map(row => {
        const block = newBlock();
        const secured = linesIn(row, 'Secured');
        const by = linesIn(row, 'Secured by');
        block.lines.push(
            ...(row.get('Ports') ?? '').split('; ').flatMap(ports => (ports === '' ? [] : [`port ${ports}`])),
            ...(row.has('Access') ? [`access ${row.get('Access')}`] : []),
            ...(secured.length === 0 ? [] : [[`secured ${secured.join(', ')}`, ...listLine('by', by)].join(' ')]),
            ...textLine('carries', row.get('Carries')),
            ...textLine('approved by', row.get('Approved by')),
            ...(row.has('Until') ? [`until ${row.get('Until')}`] : []),
        );
        further.addTo(block, 'flow', row.get('Id') ?? '', ['carries']);
        const protocols = linesIn(row, 'Protocols');
        const head =
            `flow ${row.get('From')} ${row.get('Arrow')} ${row.get('To')}` +
            `${protocols.length === 0 ? '' : ` : ${protocols.join(', ')}`}` +
            `${row.has('Purpose') ? ` ${quoted(row.get('Purpose')!)}` : ''}`;
        return { container: row.get('Stands in') ?? '', text: blockText(head, block.lines) };
    });
}

/** `A, B to likelihood 2, consequence 1 (today)`, as the report writes what a threat is mitigated by. */
function mitigation(line: string): string {
    const [, by, to] = /^(.*?) to (.*?) \((?:today|planned|no)\)$/u.exec(line) ?? [];
    if (by === undefined) return `mitigated by ${line}`;
    return `mitigated by ${by}${to === 'not stated' ? '' : ` to ${to!.replaceAll(', ', ' ')}`}`;
}

function level(word: string, cell: string | undefined): readonly string[] {
    const number = /^\d+/u.exec(cell ?? '')?.[0];
    return number === undefined ? [] : [`${word} ${number}`];
}

export function threatDeclarations(report: ReportTables, further: FurtherFacts): readonly string[] {
    return (report.lists.get('threats') ?? []).map(row => {
        const block = newBlock(row);
        block.lines.push(
            ...textLine('description', row.get('Description')),
            ...listLine('from', linesIn(row, 'From')),
            ...listLine('against', linesIn(row, 'Against')),
            ...(row.has('Class') ? [`category ${row.get('Class')}`] : []),
            ...level('likelihood', row.get('Likelihood')),
            ...level('consequence', row.get('Consequence')),
            ...linesIn(row, 'Countermeasures').map(mitigation),
        );
        further.addTo(block, 'threat', row.get('Id') ?? '');
        return blockText(headText('threat', row.get('Id') ?? '', block), block.lines);
    });
}

export function countermeasureDeclarations(report: ReportTables, further: FurtherFacts): readonly string[] {
    return (report.lists.get('countermeasures') ?? []).map(row => {
        const block = newBlock(row);
        block.lines.push(
            ...(row.has('Status') ? [`status ${row.get('Status')}`] : []),
            ...(row.has('Due') ? [`due ${row.get('Due')}`] : []),
            ...(row.has('Cost') ? [`cost ${row.get('Cost')}`] : []),
            ...textLine('owner', row.get('Owner')),
            ...evidenceLines(linesIn(row, 'Evidence')),
        );
        further.addTo(block, 'countermeasure', row.get('Id') ?? '');
        return blockText(headText('countermeasure', row.get('Id') ?? '', block), block.lines);
    });
}

export function invariantDeclarations(report: ReportTables, further: FurtherFacts): readonly string[] {
    return (report.lists.get('invariants') ?? []).map(row => {
        const block = newBlock(row);
        block.lines.push(
            ...linesIn(row, 'Clauses'),
            ...linesIn(row, 'Exceptions').map(exception => `except flow ${exception}`),
        );
        further.addTo(block, 'invariant', row.get('Id') ?? '');
        return blockText(headText('invariant', row.get('Id') ?? '', block), block.lines);
    });
}

/** Types and protocols of the model itself; those that are only named rest on what the report says of them. */
export function libraryDeclarations(report: ReportTables, further: FurtherFacts): readonly string[] {
    const known = library().files;
    const declared = (kind: 'type' | 'protocol', ids: Iterable<string>, base: (id: string) => string | null) => {
        const builtIn = new Set(
            known.flatMap(file => (kind === 'type' ? file.types : file.protocols).map(each => each.id)),
        );
        return [...new Set([...further.ids(kind), ...ids])]
            .filter(id => !builtIn.has(id))
            .map(id => {
                const block = newBlock();
                block.base = base(id);
                further.addTo(block, kind, id);
                return blockText(headText(kind, id, block), block.lines);
            });
    };
    const assets = report.lists.get('assets') ?? [];
    const flows = report.lists.get('flows') ?? [];
    const component = (id: string): string | null =>
        assets.find((row: ReportRow) => row.get('Type') === id)?.get('Component type') ?? null;
    return [
        ...declared(
            'type',
            assets.flatMap(row => row.get('Type') ?? []),
            component,
        ),
        ...declared(
            'protocol',
            flows.flatMap(row => linesIn(row, 'Protocols')),
            () => null,
        ),
    ];
}
