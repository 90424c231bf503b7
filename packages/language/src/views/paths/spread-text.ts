import { pathText, type ReachedAsset } from '../../assessment/index.ts';
import { counted, type Lookup } from '../../model/index.ts';
import type { NotKnown, World } from '../../reconcile/index.ts';
import { forTerminal } from '../text/escape.ts';
import { type FoundPlace, placesOf, type SpreadReading } from './spread.ts';
import { overWhat } from './to-text.ts';

/** How many there are; a zone that holds no asset stands for whoever is in it. */
function amount(lookup: Lookup, found: readonly ReachedAsset[]): string {
    const assets = found.filter(({ id }) => lookup.asset(id)).length;
    const empty = found.length - assets;
    return [
        ...(assets > 0 ? [counted(assets, 'asset')] : []),
        ...(empty > 0 ? [`whoever is in ${counted(empty, 'zone')} without assets`] : []),
    ].join(' and ');
}

function titled(lookup: Lookup, id: string): string {
    const element = lookup.element(id);
    return element === undefined || element.title === null ? id : `${id} "${element.title}"`;
}

/** The zone, how much of it, and how far. */
function headOf({ lookup, question }: SpreadReading, { id, found }: FoundPlace): string {
    const [near, far] = [found[0]!, found.at(-1)!].map(({ path }) => path.hops.length) as [number, number];
    const hops = near === far ? counted(near, 'hop') : `${near} to ${far} hops`;
    if (found[0]!.id === id) return `${titled(lookup, id)}: whoever is in it, ${hops}`;
    if (lookup.conduit(id)) return `Conduit ${titled(lookup, id)}: ${counted(found.length, 'device')}, ${hops}`;
    const isHome = lookup.zoneOf(question.end)?.id === id;
    // What is asked about is no part of the answer.
    const all = lookup.assetsIn(id).filter(asset => asset.id !== question.end).length;
    return (
        `${titled(lookup, id)}${isHome ? ' (its own zone)' : ''}: ` +
        `${found.length === all ? '' : `${found.length} of `}${counted(all, 'asset')}, ${hops}`
    );
}

function pathLine({ id, path }: ReachedAsset): string {
    const conduits = [...new Set(path.hops.flatMap(({ conduit }) => conduit ?? []))];
    const crossed = conduits.length === 0 ? '' : `; through ${conduits.join(', ')}`;
    return `  ${id}  ${counted(path.hops.length, 'hop')}: ${pathText(path)}${crossed}`;
}

/**
 * The answer as plain text for a terminal: by zone, with a shortest path to or from each asset.
 * @param notKnown what is not known of the world
 */
export function spreadText(
    reading: SpreadReading,
    world: World,
    notKnown: readonly Pick<NotKnown, 'message'>[],
): string {
    const { lookup, question, found, listed } = reading;
    const { end, side, lateral } = question;
    const over = `over ${overWhat[world]}${lateral ? ' and movement inside zones' : ''}`;
    const places = placesOf(reading);
    const unknown = [...notKnown, ...reading.devices, ...reading.undescribed];
    const lines: string[] = [];
    if (found.length > 0) {
        const what = amount(lookup, found);
        lines.push(side === 'from' ? `${end} reaches ${what} ${over}.` : `${end} is reached from ${what} ${over}.`, '');
    } else {
        const nothing = unknown.length === 0 ? 'Nothing' : 'Nothing that is known';
        lines.push(
            side === 'from' ? `${nothing} is reached from ${end} ${over}.` : `${nothing} reaches ${end} ${over}.`,
        );
    }
    for (const place of places) {
        lines.push(headOf(reading, place));
        const shown = place.found.filter(each => listed.has(each));
        const more = place.found.length - shown.length;
        lines.push(...shown.map(pathLine));
        if (more > 0) lines.push(`  and ${more} more`);
        lines.push('');
    }
    if (listed.size < found.length)
        lines.push(`${counted(listed.size, 'path')} of ${found.length} are listed: raise --limit.`, '');
    if (unknown.length > 0) lines.push('Not known:', ...unknown.map(({ message }) => `  ${message}`));
    return `${lines.map(forTerminal).join('\n').trimEnd()}\n`;
}
