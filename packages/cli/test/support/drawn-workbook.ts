import { workbook } from './workbooks.ts';

/**
 * A workbook drawn as text: a row a line, cells between bars. `<` belongs to the cell on its left and `^` to the one
 * above (merged cells), `=A1+1→2` is a formula with its last result, a line with `~` in front is a hidden row, and
 * `!sheet Name` begins a sheet; `!hidden Name | 1 | 2` is a hidden sheet of one row.
 */
export function drawnWorkbook(text: string): Uint8Array {
    const sheets: { name: string; hidden: boolean; lines: string[] }[] = [];
    for (const line of text.trim().split('\n')) {
        const [, word, rest = ''] = /^!(sheet|hidden) (.*)$/u.exec(line) ?? [];
        if (word === 'sheet') sheets.push({ name: rest, hidden: false, lines: [] });
        else if (word === 'hidden') {
            const [name = '', ...cells] = rest.split('|').map(cell => cell.trim());
            sheets.push({ name, hidden: true, lines: [cells.join('|')] });
        } else {
            if (sheets.length === 0) sheets.push({ name: 'Sheet', hidden: false, lines: [] });
            sheets.at(-1)!.lines.push(line);
        }
    }
    const [first, ...others] = sheets.map(sheet => ({ ...sheet, xml: sheetXml(sheet.lines) }));
    const attributes = (hidden: boolean): string => (hidden ? 'state="hidden"' : '');
    const whole = workbook({ sheet: first!.xml, tab: attributes(first!.hidden) });
    if (others.length === 0 && first!.name === 'Sheet') return whole;
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const list = sheets
        .map(
            ({ name, hidden }, index) =>
                `<sheet name="${name}" sheetId="${index + 1}" ${attributes(hidden)} r:id="rId${index + 1}"/>`,
        )
        .join('');
    const targets = sheets
        .map(
            (_, index) =>
                `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" ` +
                `Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('');
    return workbook({
        sheet: first!.xml,
        more: {
            'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${list}</sheets></workbook>`,
            'xl/_rels/workbook.xml.rels':
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
                `${targets}</Relationships>`,
            ...Object.fromEntries(
                others.map(({ xml }, index) => [
                    `xl/worksheets/sheet${index + 2}.xml`,
                    `<worksheet xmlns="${main}">${xml}</worksheet>`,
                ]),
            ),
        },
    });
}

function letter(column: number): string {
    return String.fromCharCode(65 + column);
}

function sheetXml(lines: readonly string[]): string {
    const rows = lines.map(line => ({
        hidden: line.startsWith('~'),
        cells: line
            .replace(/^~/u, '')
            .split('|')
            .map(cell => cell.trim()),
    }));
    const masterOf = (row: number, column: number): string => {
        const cell = rows[row]?.cells[column];
        if (cell === '<') return masterOf(row, column - 1);
        return cell === '^' ? masterOf(row - 1, column) : `${letter(column)}${row + 1}`;
    };
    const ends = new Map<string, string>();
    rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
            if (cell === '<' || cell === '^') ends.set(masterOf(row, column), `${letter(column)}${row + 1}`);
        }),
    );
    const merges = [...ends].map(([from, to]) => `<mergeCell ref="${from}:${to}"/>`).join('');
    const body = rows
        .map(({ hidden, cells }, row) => {
            const inner = cells.map((cell, column) => cellXml(cell, `${letter(column)}${row + 1}`)).join('');
            return `<row r="${row + 1}"${hidden ? ' hidden="1"' : ''}>${inner}</row>`;
        })
        .join('');
    return `<sheetData>${body}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}`;
}

function cellXml(cell: string, at: string): string {
    if (cell === '' || cell === '<' || cell === '^') return '';
    const [, formula, result] = /^=(.*)→(.*)$/u.exec(cell) ?? [];
    if (formula !== undefined) return `<c r="${at}"><f>${formula}</f><v>${result}</v></c>`;
    if (cell.startsWith('#')) return `<c r="${at}" t="e"><v>${cell}</v></c>`;
    if (/^\d+(\.\d+)?$/u.test(cell)) return `<c r="${at}"><v>${cell}</v></c>`;
    const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
