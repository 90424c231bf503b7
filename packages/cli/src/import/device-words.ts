import type { RowReader } from './entry.ts';
import type { NamedThing } from './known.ts';
import { commonBase, resolve, resolveAll, withoutBracket } from './known.ts';
import { readYes } from './values.ts';

/** The traits that a row says; a cell that says neither yes nor no is kept. */
export function traits(reader: RowReader): readonly string[] {
    return ['essential', 'wireless', 'remote'].filter(trait => {
        const text = reader.cell(trait);
        const yes = text === '' ? false : readYes(text);
        if (yes === null) reader.keep(trait, text, 'is not yes or no');
        return yes === true;
    });
}

/** An asset type by its name, its title or a name of practice; in brackets may stand what product it is. */
export function typeOf(reader: RowReader, types: readonly NamedThing[]): string | null {
    const text = reader.cell('type');
    if (text === '') return null;
    const whole = resolve(text, types) ?? resolve(text.replace(/s$/i, ''), types);
    if (whole !== null) return whole;
    const parts = withoutBracket(text);
    const outer = parts && resolve(parts.name, types);
    if (outer) {
        reader.keepText(reader.head('type'), text);
        return outer;
    }
    const several = resolveAll(text, types);
    const base = several.length > 1 ? commonBase(several, types) : null;
    const both = base === null ? '' : `, and is written as ${base}, which each of them is`;
    reader.keep('type', text, several.length > 1 ? `may be ${several.join(' or ')}${both}` : 'is not an asset type');
    return base;
}
