import { counted, plural, type View } from '../../../model/index.ts';
import type { ConduitNode, DiagramGraph, ZoneNode } from './graph.ts';
import { mostCards, mostInZone } from './limits.ts';
import type { Making } from './to-zones.ts';

const mostNames = 5;

function named(ids: readonly string[]): string {
    const more = ids.length - mostNames;
    return ids.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The heading of a picture: what it is of, and that it is not whole where something was not understood. */
export function headingOf({ system, notUnderstood }: DiagramGraph): string {
    return `${notUnderstood > 0 ? 'Incomplete · ' : ''}${system?.title ?? 'Zones and conduits'}`;
}

/** That something is missing that nobody left out: such a picture is no evidence. */
export function incompleteNote(places: number): string[] {
    if (places === 0) return [];
    return [
        `Incomplete: ${counted(places, 'place')} of the text ${plural(places, 'was', 'were')} not understood. What ` +
            'is written there is missing in this picture. Run iacs check.',
    ];
}

/** What a view takes away without a sign in the picture: whoever counts conduits has to know of it. */
export function cutNotes(
    view: View | null,
    conduits: readonly ConduitNode[],
    { context: { model, lookup }, selection }: Making,
): string[] {
    if (!view) return [];
    const drawn = new Set(conduits.map(conduit => conduit.id));
    const notes: string[] = [];
    const left = [...view.hide, ...view.exclude]
        .map(mention => mention.id)
        .filter(id => view.hide.some(mention => mention.id === id) || !lookup.zone(id));
    if (left.length > 0) notes.push(`This view leaves out ${named([...new Set(left)])}.`);
    const beyond = model.conduits.filter(
        conduit =>
            !drawn.has(conduit.id) &&
            selection.conduit(conduit.id) &&
            conduit.between.some(end => selection.zone(end.id) && selection.bare(end.id)),
    );
    if (beyond.length > 0) {
        notes.push(
            'Neighbours are drawn without their assets, and without ' +
                `${beyond.length === 1 ? 'one conduit' : `${beyond.length} conduits`} to zones beyond.`,
        );
    }
    return notes;
}

/** Which boundary devices are on several cards: whoever counts firewalls has to know of it. */
export function sharedNote(conduits: readonly ConduitNode[]): string[] {
    const devices = conduits.flatMap(conduit => conduit.devices);
    const several = [...Map.groupBy(devices, device => device.id).values()].filter(({ length }) => length > 1);
    const names = several.map(group => `${group[0]?.name} (${group.length})`);
    if (names.length === 0) return [];
    return [
        names.length === 1
            ? `One device on several cards: ${named(names)}.`
            : `On several cards, but one device each: ${named(names)}.`,
    ];
}

/**
 * Conduits that join a zone to itself have no place between zones: that they, their devices and what flows in them are
 * not drawn is said.
 */
export function loopNotes({ context: { model }, selection }: Making): string[] {
    const loops = model.conduits.filter(({ id, between: [first, ...others] }) => {
        if (!first || others.length === 0 || others.some(each => each.id !== first.id)) return false;
        return selection.shownZoneOf(first.id) !== null && selection.conduit(id);
    });
    if (loops.length === 0) return [];
    return [
        `Not drawn: ${counted(loops.length, 'conduit')} that ${plural(loops.length, 'joins', 'join')} a zone to ` +
            `itself, with what is in it (${named(loops.map(({ id }) => id))}).`,
    ];
}

/** That conduits are drawn without their cards. */
export const plainLinesNote = (conduits: number): string =>
    `${conduits} conduits: they are plain lines; their names, devices and protocols show in a view of fewer zones.`;

/** That a picture has nothing in it. */
export function emptyNote({ zones, view }: Pick<DiagramGraph, 'zones' | 'view'>): string[] {
    return zones.length > 0 ? [] : [view ? 'This view shows no zones.' : 'The model has no zones yet.'];
}

/** What a picture is made of, as far as it decides what is said shortly. */
export interface Shortened {
    readonly zones: readonly ZoneNode[];
    readonly conduits: readonly ConduitNode[];
    readonly shown: number;
    readonly assetCount: number;
    /** Assets of one type are drawn as one everywhere. */
    readonly together: boolean;
    /** Assets are left out although nobody asked for that. */
    readonly leftOut: boolean;
}

function some(zones: readonly ZoneNode[], test: (zone: ZoneNode) => boolean): boolean {
    return zones.some(zone => test(zone) || some(zone.zones, test));
}

/** What was left out or drawn together so that the picture stays readable. */
export function shortNotes({ zones, conduits, shown, assetCount, together, leftOut }: Shortened): string[] {
    const notes: string[] = [];
    if (leftOut) notes.push(`${shown} zones: assets are left out. A view, or the detail “assets”, shows them.`);
    if (some(zones, zone => zone.assets.some(asset => asset.count > 1))) {
        notes.push(
            together
                ? `${assetCount} assets: those of one type in one zone are drawn as one, with their number.`
                : `In zones with more than ${mostInZone} assets, those of one type are drawn as one, with their ` +
                      'number.',
        );
    }
    if (conduits.length > mostCards) {
        notes.push(plainLinesNote(conduits.length));
    }
    if (some(zones, zone => zone.folded)) notes.push('Zones marked “closed” are drawn without what is inside them.');
    return notes;
}
