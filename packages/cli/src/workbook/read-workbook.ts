import { Archive, largestSheet } from './archive.ts';
import { formatsOf } from './cell-formats.ts';
import type { SharedParts } from './read-sheet.ts';
import { readSheet, withoutEscapes } from './read-sheet.ts';
import type { Sheet } from './workbook.ts';
import { WorkbookError } from './workbook.ts';
import { prefixed, scanXml } from './xml.ts';

/** What is read of an `.xlsx` workbook. */
export interface Workbook {
    /** In the order of their tabs, hidden ones too. */
    readonly sheets: readonly Sheet[];
    /** True where the file holds macros. Nothing of a workbook is run. */
    readonly macros: boolean;
}

interface Relation {
    readonly type: string;
    readonly target: string;
}

/** The parts that a part points to, by the id of the relation (ECMA-376 part 2). */
function relationsOf(archive: Archive, part: string): ReadonlyMap<string, Relation> {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const found = new Map<string, Relation>();
    scanXml(archive.text(`${folder}_rels/${part.slice(slash)}.rels`) ?? '', {
        open(name, attributes) {
            if (name !== 'Relationship') return;
            const type = attributes['Type'] ?? '';
            found.set(attributes['Id'] ?? '', {
                type: type.slice(type.lastIndexOf('/') + 1),
                target: resolved(folder, attributes['Target'] ?? ''),
            });
        },
    });
    return found;
}

function resolved(folder: string, target: string): string {
    const steps: string[] = target.startsWith('/') ? [] : folder.split('/');
    for (const step of target.split(/[\\/]/)) {
        if (step === '..') steps.pop();
        else if (step !== '.') steps.push(step);
    }
    return steps.filter(step => step !== '').join('/');
}

/** The texts that cells share; what is written above them to read them aloud (phonetic runs) is not part of them. */
function sharedStrings(xml: string): readonly string[] {
    const strings: string[] = [];
    let current = '';
    let collects = false;
    let phonetic = false;
    scanXml(xml, {
        open(name) {
            if (name === 'si') current = '';
            else if (name === 'rPh') phonetic = true;
            else if (name === 't') collects = !phonetic;
        },
        text(text) {
            if (collects) current += text;
        },
        close(name) {
            if (name === 't') collects = false;
            else if (name === 'rPh') phonetic = false;
            else if (name === 'si') strings.push(withoutEscapes(current));
        },
    });
    return strings;
}

interface SheetPlace {
    readonly name: string;
    readonly hidden: boolean;
    readonly relation: string;
}

function tabsOf(xml: string): { readonly tabs: readonly SheetPlace[]; readonly from1904: boolean } {
    const tabs: SheetPlace[] = [];
    let from1904 = false;
    scanXml(xml, {
        open(name, attributes) {
            if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
            if (name !== 'sheet') return;
            tabs.push({
                name: attributes['name'] ?? '',
                hidden: /hidden/i.test(attributes['state'] ?? ''),
                relation: prefixed(attributes, 'id') ?? attributes['id'] ?? '',
            });
        },
    });
    return { tabs, from1904 };
}

/**
 * Reads an `.xlsx` or `.xlsm` workbook: what a person sees in the cells, and which of them are merged. Its time and
 * memory go with the size of these parts; each of them is bounded.
 * @param wanted the sheets to read, by name and whether they are hidden; the others are left unread with no rows
 * @param mostRows so many rows of a sheet in which something is are read; more are an error
 * @throws WorkbookError where the bytes are not such a workbook, are damaged, or hold more than can be read
 */
export function readWorkbook(
    bytes: Uint8Array,
    wanted: (name: string, hidden: boolean) => boolean = () => true,
    mostRows?: number,
): Workbook {
    const archive = new Archive(bytes);
    const root =
        [...relationsOf(archive, '').values()].find(each => each.type === 'officeDocument')?.target ??
        'xl/workbook.xml';
    const book = archive.text(root);
    if (book === null)
        throw new WorkbookError('is a ZIP archive but not an .xlsx workbook: save the table as .xlsx or CSV.');
    const relations = relationsOf(archive, root);
    const partOf = (type: string): string => {
        const target = [...relations.values()].find(each => each.type === type)?.target;
        return target === undefined ? '' : (archive.text(target) ?? '');
    };
    const { tabs, from1904 } = tabsOf(book);
    const shared: SharedParts = {
        strings: sharedStrings(partOf('sharedStrings')),
        formats: formatsOf(partOf('styles')),
        from1904,
        ...(mostRows === undefined ? {} : { mostRows }),
    };
    const sheets = tabs.flatMap(({ name, hidden, relation }): readonly Sheet[] => {
        const found = relations.get(relation);
        // Sheets that hold one chart have no cells.
        if (found && found.type !== 'worksheet') return [];
        if (!wanted(name, hidden)) return [{ name, hidden, rows: [], merged: [], notes: [] }];
        if (!found || !archive.has(found.target))
            throw new WorkbookError(
                `lacks the sheet "${name}" that it lists: open it in a spreadsheet program and save it again.`,
            );
        return [readSheet(name, hidden, take => archive.readText(found.target, take, largestSheet), shared)];
    });
    return { sheets, macros: archive.has(`${root.slice(0, root.lastIndexOf('/') + 1)}vbaProject.bin`) };
}
