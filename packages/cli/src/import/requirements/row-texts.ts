import type { RowReader } from '../entry.ts';
import { quoted } from '../names.ts';

/** ` because "…"` with what the row says beside its status; empty where it says nothing. */
export function reasonOf(reader: RowReader, more: readonly string[]): string {
    const [first, ...others] = reader.cells('because').filter(cell => !/^[-–—]$/u.test(cell.text));
    const parts = [
        ...(first ? [first.text] : []),
        ...others.map(({ head, text }) => `${head}: ${text}`),
        ...more,
        reader.description(),
    ].filter(text => text !== '');
    return parts.length === 0 ? '' : ` because ${quoted(parts.join('; '))}`;
}

/** ` evidence "…"`, a document a line of the cell; empty for none. */
export function evidenceOf(reader: RowReader): string {
    const refs = reader.cells('evidence').flatMap(({ text }) => text.split(/\n|;/u).map(each => each.trim()));
    const filled = [...new Set(refs.filter(text => text !== '' && !/^[-–—]$/u.test(text)))];
    return filled.length === 0 ? '' : ` evidence ${filled.map(quoted).join(', ')}`;
}

/** A row as a line of text. */
export function rowText(reader: RowReader): string {
    return reader.everything().replace(/\s+/gu, ' ');
}
