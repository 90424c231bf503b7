import { quoted } from '../names.ts';
import type { ReportRow, ReportTables } from './report-tables.ts';
import type { FurtherFacts } from './statement-lines.ts';
import { blockText } from './block-text.ts';
import { headText, linesIn, listLine, newBlock, textLine } from './statement-lines.ts';

/** What a function needs: a line each, those with `or` by themselves. */
function needsLines(row: ReportRow): readonly string[] {
    const all = linesIn(row, 'Needs');
    return [
        ...listLine(
            'needs',
            all.filter(need => !need.includes(' or ')),
        ),
        ...all.filter(need => need.includes(' or ')).map(need => `needs ${need}`),
    ];
}

/** `Control: Quantities are entered by hand`, or a name alone. */
function withoutLine(text: string): string {
    const [, name, because] = /^([^\s:]+): (.*)$/su.exec(text) ?? [];
    return name === undefined ? `works without ${text}` : `works without ${name} because ${quoted(because!)}`;
}

/** Essential functions, with what they need and endure. */
export function functionDeclarations({ lists }: ReportTables, further: FurtherFacts): readonly string[] {
    return (lists.get('functions') ?? []).map(row => {
        const id = row.get('Id') ?? '';
        const block = { ...newBlock(), title: row.get('Function') ?? null };
        block.lines.push(
            ...(/^(yes|true)$/u.test(row.get('Essential') ?? '') ? ['is essential'] : []),
            ...needsLines(row),
            ...linesIn(row, 'Endures').map(line => `endures ${line}`),
            ...linesIn(row, 'Works without').map(withoutLine),
            ...textLine('fallback', row.get('By hand')),
            ...textLine('owner', row.get('Owner')),
        );
        further.addTo(block, 'function', id);
        return blockText(headText('function', id, block), block.lines);
    });
}

/** Islands: what is cut and kept is in their own list, and what keeps nothing is among the further facts. */
export function islandDeclarations({ lists }: ReportTables, further: FurtherFacts): readonly string[] {
    const rows = Map.groupBy(lists.get('islands') ?? [], row => row.get('Island') ?? '');
    return [...new Set([...rows.keys(), ...further.ids('island')])].map(id => {
        const own = rows.get(id) ?? [];
        const block = newBlock(own[0]);
        const cut = own[0] ? linesIn(own[0], 'What is cut') : [];
        block.lines.push(
            ...listLine('cut', cut),
            ...own.map(row => `keeps ${row.get('Function')}${row.has('For') ? ` for ${row.get('For')}` : ''}`),
        );
        further.addTo(block, 'island', id, cut.length === 0 ? [] : ['cut']);
        return blockText(headText('island', id, block), block.lines);
    });
}

/** Elements of which a report says everything among its further facts: parties, programmes, views. */
export function furtherDeclarations(further: FurtherFacts, kind: 'party' | 'programme' | 'view'): readonly string[] {
    return further.ids(kind).map(id => {
        const block = newBlock();
        further.addTo(block, kind, id);
        // A programme has no name.
        const head = headText(kind, kind === 'programme' ? '' : id, block)
            .replace(/\s+/u, ' ')
            .trim();
        return blockText(head, block.lines);
    });
}
