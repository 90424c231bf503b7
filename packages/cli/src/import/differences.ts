import type { EntryZone } from './entry.ts';
import type { KnownElement } from './known.ts';
import { canonicalAddress } from './values.ts';

/** What a row says of its device. */
export interface RowSays {
    /** vendor, product, version, by the word of the statement. */
    readonly words: Readonly<Record<string, string>>;
    readonly addresses: readonly string[];
    readonly macs: readonly string[];
    /** The zone that the row names; `null` where it names none. */
    readonly zone: EntryZone | null;
}

/** What a row says otherwise than the model, or beyond it, in a few words; empty for nothing. */
export function differences(row: RowSays, asset: KnownElement): string {
    const own = (word: string): readonly string[] => [asset.says.get(word) ?? []].flat();
    const parts = [
        ...Object.entries(row.words).flatMap(([word, text]) => said(word, [`"${text}"`], own(word).map(quotes))),
        ...said('address', row.addresses.map(canonicalAddress), asset.addresses.map(canonicalAddress)),
        ...said('mac', row.macs, asset.macs),
    ];
    const { zone } = row;
    if (zone && !zone.declared) parts.push(`it is in "${zone.title ?? zone.name}", which the model does not have`);
    else if (zone && !asset.id.startsWith(`${zone.name}.`))
        parts.push(`it is in ${zone.name} in the inventory and in ${asset.id.replace(/\.[^.]*$/u, '')} in the model`);
    return parts.join('; ');
}

function said(word: string, theirs: readonly string[], own: readonly string[]): readonly string[] {
    const more = theirs.filter(text => !own.includes(text));
    if (more.length === 0) return [];
    return [
        own.length === 0
            ? `it also says ${word} ${more.join(', ')}`
            : `it says ${word} ${more.join(', ')} where the model says ${own.join(', ')}`,
    ];
}

function quotes(text: string): string {
    return `"${text}"`;
}
