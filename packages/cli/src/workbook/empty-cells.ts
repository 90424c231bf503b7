/** Where the XML of a sheet goes, in order. */
export interface SheetXml {
    /** XML that has to be parsed. */
    write(xml: string): void;
    /** Cells of the current row in which nothing is, as they are written. */
    passCells(cells: string): void;
    /** A row in which nothing is, by its attributes as they are written. */
    passRow(attributes: string): void;
    /** So many cells in which nothing is were passed over. */
    passed(count: number): void;
}

const prefix = '(?:[\\w.-]+:)?';
const attributes = `(?:\\s+[\\w.:-]+\\s*=\\s*(?:"[^"<&]*"|'[^'<&]*'))*`;
const cell = `<${prefix}c${attributes}\\s*(?:/>|></${prefix}c>)`;
/** More cells than that in one row are passed over in several steps: an expression keeps a note of each step. */
const most = 500;
const emptyCells = new RegExp(`(?:${cell}){1,${most}}`, 'y');
const emptyRow = new RegExp(
    `<${prefix}row(${attributes})\\s*(?:/>|>\\s*(?:${cell}){0,${most}}\\s*</${prefix}row>)`,
    'y',
);
const rowTag = new RegExp(`^<${prefix}row\\b[^<>]*>\\s*$`);

/** How an element without content ends, where it has attributes: most cells with a value have neither in them. */
const signs = ['/>', '"></', "'></"];

/**
 * The next cells or the next row in which nothing is.
 * @returns a function from the place to begin at; its answer has the attributes where it is a row
 */
function emptiesOf(xml: string): (from: number) => { at: number; end: number; row: string | undefined } | null {
    const next = signs.map(() => -1);
    return from => {
        for (let after = from; ;) {
            signs.forEach((sign, index) => {
                if (next[index]! < after) next[index] = (xml.indexOf(sign, after) + 1 || Infinity) - 1;
            });
            const sign = Math.min(...next);
            if (sign === Infinity) return null;
            const start = xml.lastIndexOf('<', sign);
            const before = start > from ? xml.lastIndexOf('<', start - 1) : -1;
            const places = before >= from && rowTag.test(xml.slice(before, start)) ? [before, start] : [start];
            for (const at of places) {
                if (at < from) continue;
                emptyRow.lastIndex = emptyCells.lastIndex = at;
                const row = emptyRow.exec(xml);
                if (row) return { at, end: emptyRow.lastIndex, row: row[1]! };
                if (emptyCells.test(xml)) return { at, end: emptyCells.lastIndex, row: undefined };
            }
            after = sign + 1;
        }
    };
}

/** How many elements begin in a part of XML. */
function begunIn(xml: string, from: number, end: number): number {
    let count = 0;
    for (let at = from; at >= 0 && at < end; at = xml.indexOf('<', at + 1)) if (xml[at + 1] !== '/') count++;
    return count;
}

/** Parts of XML in which a tag is only text, by how they begin and end. */
const opaque = /<!--|<!\[CDATA\[|<!/g;
const endOf: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>' };

/**
 * Takes cells and rows in which nothing is out of the XML of a sheet before it is parsed. Programs write one for each
 * cell that has a format, down to the last row of a sheet where somebody formatted whole columns.
 * @param to what takes the rest, and gets what was taken out
 * @returns what takes the XML in pieces, in order, and is closed at its end
 */
export function withoutEmptyCells(to: SheetXml): { write(piece: string): void; close(): void } {
    let kept = '';
    /** The end of the comment or section that is open; `null` for none. */
    let until: string | null = null;
    let passes = false;

    const sift = (xml: string): void => {
        const next = emptiesOf(xml);
        let done = 0;
        for (let found = next(0); found; found = next(done)) {
            if (found.at > done) to.write(xml.slice(done, found.at));
            if (found.row === undefined) to.passCells(xml.slice(found.at, found.end));
            else to.passRow(found.row);
            to.passed(begunIn(xml, found.at, found.end) - (found.row === undefined ? 0 : 1));
            done = found.end;
        }
        if (done < xml.length) to.write(xml.slice(done));
    };

    /** Takes what can be decided, and returns the rest, of which the end has to be seen. */
    const take = (xml: string): string => {
        let rest = xml;
        while (!passes) {
            if (until !== null) {
                const end = rest.indexOf(until);
                if (end < 0) {
                    // The end may be cut in two.
                    const sure = Math.max(0, rest.length - until.length + 1);
                    to.write(rest.slice(0, sure));
                    return rest.slice(sure);
                }
                to.write(rest.slice(0, end + until.length));
                rest = rest.slice(end + until.length);
                until = null;
            }
            opaque.lastIndex = 0;
            const start = opaque.exec(rest);
            if (!start) {
                // A row that goes on in the next piece is decided there, as long as it is not too long to wait for.
                const row = rest.lastIndexOf('<row');
                const tag = rest.lastIndexOf('<');
                const sure = row >= 0 && rest.length - row < 100_000 ? row : tag;
                if (sure < 0) to.write(rest);
                else sift(rest.slice(0, sure));
                return sure < 0 ? '' : rest.slice(sure);
            }
            // `<!` at the end of a piece may be the beginning of `<!--`.
            if (start[0] === '<!' && rest.length - start.index < 9) {
                sift(rest.slice(0, start.index));
                return rest.slice(start.index);
            }
            sift(rest.slice(0, start.index));
            rest = rest.slice(start.index);
            // A document type: what its tags mean is left to the parser.
            if (start[0] === '<!') passes = true;
            else {
                to.write(start[0]);
                rest = rest.slice(start[0].length);
                until = endOf[start[0]]!;
            }
        }
        to.write(rest);
        return '';
    };

    return {
        write(piece) {
            kept = take(kept === '' ? piece : kept + piece);
        },
        close() {
            if (until !== null || passes) to.write(kept);
            else sift(kept);
            kept = '';
        },
    };
}
