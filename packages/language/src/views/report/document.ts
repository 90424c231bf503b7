/**
 * A report as a document: what HTML, Markdown and DOCX have in common. All texts are plain; each renderer escapes them
 * for itself.
 */
export type Block = Heading | Paragraph | List | Facts | Table | Picture | Note | SignOff;

export interface Heading {
    readonly kind: 'heading';
    readonly level: 1 | 2 | 3;
    /** Unique in the document, fit for a link: lower-case letters, digits, hyphens. */
    readonly id: string;
    readonly text: string;
    /** Where this section answers the standard: `ZCR 6.4`. */
    readonly basis?: string;
}

export interface Paragraph {
    readonly kind: 'paragraph';
    readonly text: string;
    /** True where it marks code with backticks. */
    readonly marked?: true;
}

export interface List {
    readonly kind: 'list';
    readonly items: readonly string[];
}

/** Names with what is said of each. */
export interface Facts {
    readonly kind: 'facts';
    readonly rows: readonly { readonly name: string; readonly values: readonly Cell[] }[];
}

/** How a cell is coloured: by how good its value is, or set back. */
export type Tone = 'good' | 'fair' | 'bad' | 'quiet';

/** A text, or one with a tone (never shown by colour alone), a link to a section, or code between backticks. */
export type Cell =
    | string
    | { readonly text: string; readonly tone?: Tone; readonly link?: string; readonly marked?: true };

export interface Column {
    readonly title: string;
    readonly align?: 'right' | 'center';
    /** The share of the width that it deserves, 1 by default. */
    readonly weight?: number;
}

/** A table with its head. */
export interface Table {
    readonly kind: 'table';
    /** What the table shows. */
    readonly caption: string;
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly Cell[])[];
    /** True where the first cell of a row names it. */
    readonly rowHeads?: boolean;
    /** `grid`: a risk matrix, cells of equal width. */
    readonly look?: 'grid';
}

export interface Picture {
    readonly kind: 'picture';
    readonly title: string;
    readonly description: string;
    readonly svg: string;
    readonly mermaid: string | null;
}

/** A remark that has to be seen. */
export interface Note {
    readonly kind: 'note';
    readonly tone: Tone;
    readonly title: string;
    readonly text: string;
}

/** Lines to sign on paper. */
export interface SignOff {
    readonly kind: 'sign-off';
    readonly roles: readonly string[];
}

/** A heading of the first level with what stands under it: a new page in print. */
export interface Section {
    readonly heading: Heading;
    readonly blocks: readonly Block[];
}

/** What is printed, in any format: title, sections and their blocks. */
export interface Document {
    readonly title: string;
    readonly subtitle: string;
    /** Facts of the title page. */
    readonly facts: Facts;
    readonly sections: readonly Section[];
    /** What stands at the head and foot of each printed page. */
    readonly running: { readonly head: string; readonly foot: string };
}

/** The text of a cell. */
export function cellText(cell: Cell): string {
    return typeof cell === 'string' ? cell : cell.text;
}

/** A row so tall that it may break over two pages: half a page would stay empty otherwise. */
export function isTall(row: readonly Cell[]): boolean {
    return row.some(cell => cellText(cell).split('\n').length > 10 || cellText(cell).length > 1200);
}

/** A table that fits on a page in any case, and is not torn apart. */
export function isShort(table: Table): boolean {
    return table.rows.length <= 9 && table.rows.every(row => row.every(cell => cellText(cell).length <= 160));
}

/** The sections that begin a page in print. */
export const pageStarts: readonly string[] = [
    'summary',
    'zones',
    'conduits',
    'assets',
    'risk',
    'applicability',
    'plan',
    'findings',
    'sources',
    'sign-off',
];

/** A piece of a link made of any text; not unique by itself. */
export function slug(text: string): string {
    return text
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
        .replace(/^-+|-+$/g, '');
}
