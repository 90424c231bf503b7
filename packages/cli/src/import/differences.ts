import type { EntryZone } from './entry.ts';
import type { KnownElement, NamedThing } from './known.ts';
import { areOneKind } from './known.ts';
import { canonicalAddress } from './values.ts';

/** What a row says of its device. */
export interface RowSays {
    /** vendor, product, version, by the word of the statement. */
    readonly words: Readonly<Record<string, string>>;
    readonly addresses: readonly string[];
    readonly macs: readonly string[];
    /** The zone that the row names; `null` where it names none. */
    readonly zone: EntryZone | null;
    /** The id of its type; `null` for none that is known. */
    readonly type: string | null;
    /** Words after `is`. */
    readonly traits: readonly string[];
    /** One of the four words of the language; `null` for none. */
    readonly criticality: string | null;
}

/** What a row says otherwise than the model, or beyond it, in a few words; empty for nothing. */
export function differences(row: RowSays, asset: KnownElement, types: readonly NamedThing[]): string {
    const own = (word: string): readonly string[] => [asset.says.get(word) ?? []].flat();
    const parts = [
        ...Object.entries(row.words).flatMap(([word, text]) => said(word, [`"${text}"`], own(word).map(quotes))),
        ...said('address', row.addresses.map(canonicalAddress), asset.addresses.map(canonicalAddress)),
        ...said('mac', row.macs, asset.macs),
    ];
    const { zone, type, criticality } = row;
    if (criticality !== null) parts.push(...said('criticality', [criticality], own('criticality')));
    const [ownType] = own('type');
    if (type !== null && ownType !== undefined && !areOneKind(type, ownType, types))
        parts.push(`it is of type ${type} where the model says ${ownType}`);
    const traits = (asset.says.get('is') ?? '').split(', ');
    const further = row.traits.filter(trait => !traits.includes(trait));
    if (further.length > 0) parts.push(`it also says is ${further.join(', ')}`);
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
