import { strToU8, zipSync } from 'fflate';

/** What a workbook made by hand consists of, beside what every workbook has. */
export interface Parts {
    /** The elements of the sheet: `<sheetData>` and what else may stand beside it. */
    readonly sheet: string;
    /** What is in `workbook.xml` beside the list of sheets. */
    readonly book?: string;
    /** Attributes of the sheet in the list, such as `state="hidden"`. */
    readonly tab?: string;
    readonly strings?: string;
    readonly styles?: string;
    /** Further parts by name. */
    readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

function relationships(...targets: readonly (readonly [type: string, target: string])[]): string {
    return (
        '<Relationships ' +
        `xmlns="${packages}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`
    );
}

/** The bytes of an `.xlsx` with one sheet, written part by part, so that it can hold what no program would write. */
export function workbook({ sheet, book = '', tab = '', strings, styles, more = {} }: Parts): Uint8Array {
    const files: Record<string, string | Uint8Array> = {
        '[Content_Types].xml':
            `<Types xmlns="${packages}/content-types"><Default Extension="rels" ` +
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ' +
            'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ' +
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override ' +
            'PartName="/xl/worksheets/sheet1.xml" ' +
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
        'xl/workbook.xml':
            `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Sheet" sheetId="1" ${tab} ` +
            `r:id="rId1"/></sheets>${book}</workbook>`,
        'xl/_rels/workbook.xml.rels': relationships(
            ['worksheet', 'worksheets/sheet1.xml'],
            ['sharedStrings', 'sharedStrings.xml'],
            ['styles', 'styles.xml'],
        ),
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
        ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` }),
        ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
        ...more,
    };
    return zipSync(
        Object.fromEntries(
            Object.entries(files).map(([name, content]) => [
                name,
                typeof content === 'string' ? strToU8(content) : content,
            ]),
        ),
    );
}

/** `<sheetData>` of rows of texts and numbers. */
export function data(...rows: readonly (readonly (string | number)[])[]): string {
    return `<sheetData>${rows.map(rowOf).join('')}</sheetData>`;
}

function rowOf(cells: readonly (string | number)[], at: number): string {
    const inner = cells.map((cell, column) => {
        const reference = `${String.fromCharCode(65 + column)}${at + 1}`;
        return typeof cell === 'number'
            ? `<c r="${reference}"><v>${cell}</v></c>`
            : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    });
    return `<row r="${at + 1}">${inner.join('')}</row>`;
}
