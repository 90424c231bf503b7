import { legsOf } from '../content/graph.ts';
import { ownId } from '../layout/elk-graph.ts';
import { paddingOf } from '../layout/elk-options.ts';
import type { Frame } from '../layout/frame.ts';
import type { ConduitBox } from '../measure/conduit-box.ts';

/** Room inside an outer zone around what it holds, by side. */
export interface Padding {
    readonly top: number;
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
}

/** A zone as it is placed. */
export interface ZoneItem {
    readonly key: string;
    readonly frame: Frame & { readonly zone: NonNullable<Frame['zone']>; readonly box: NonNullable<Frame['box']> };
    /** Key of the zone around it; `null` at the root. */
    readonly parent: string | null;
    readonly leaf: boolean;
    /** Levels run down; in a picture that runs to the right the sides are exchanged with the axes. */
    readonly padding: Padding;
}

/** A conduit as it is placed. */
export interface CardItem {
    readonly key: string;
    /** Key of the zone in which its card stands; `null` at the root. */
    readonly home: string | null;
    readonly box: ConduitBox;
    /**
     * For each leg, the key of the box that its line ends at: a zone, or the frame around the own assets of its home.
     */
    readonly targets: readonly string[];
}

/** What a picture is made of, flat, in the order of the text, outer zones before inner ones. */
export interface Scene {
    readonly zones: readonly ZoneItem[];
    readonly cards: readonly CardItem[];
    readonly zone: ReadonlyMap<string, ZoneItem>;
    /** The key of the zone around a box; `null` at the root. */
    readonly parentOf: (key: string) => string | null;
    /** Whether a box is a zone or stands inside of it. */
    readonly within: (key: string, zone: string) => boolean;
    /**
     * Keys of what a line from a card to a box has to go around: all but the zones around either of them, and what is
     * inside of others.
     */
    readonly obstacles: (card: string, target: string) => readonly string[];
}

export function sceneOf(root: Frame, right: boolean): Scene {
    const zones: ZoneItem[] = [];
    const cards: CardItem[] = [];
    const keyOf = new Map<string, string>();
    const around = new Map<string, string | null>();
    const read = (frame: Frame, parent: string | null): void => {
        const own = frame.zone?.key ?? null;
        if (frame.zone && frame.box) {
            const { top, left, right: end, bottom } = paddingOf(frame, right ? 'right' : 'down');
            const padding = right
                ? { top: left, left: top, right: bottom, bottom: end }
                : { top, left, right: end, bottom };
            zones.push({
                key: frame.zone.key,
                frame: { ...frame, zone: frame.zone, box: frame.box },
                parent,
                leaf: frame.frames.length === 0,
                padding,
            });
            keyOf.set(frame.zone.id, frame.zone.key);
            around.set(frame.zone.key, parent);
            if (frame.own) around.set(ownId(frame.zone.key), frame.zone.key);
        }
        for (const inner of frame.frames) read(inner, own);
    };
    read(root, null);
    const readCards = (frame: Frame): void => {
        const home = frame.zone?.key ?? null;
        frame.conduits.forEach((box, index) => {
            const joint = frame.joints[index];
            const inside = joint ? [...joint.children, ...joint.docks] : [];
            const targets = legsOf(box.node).map((end, leg) =>
                inside[leg] === null && frame.zone ? ownId(frame.zone.key) : (keyOf.get(end) ?? ''),
            );
            cards.push({ key: box.node.key, home, box, targets });
            around.set(box.node.key, home);
        });
        frame.frames.forEach(readCards);
    };
    readCards(root);
    const within = (key: string, zone: string): boolean => {
        for (let at: string | null | undefined = key; at !== null && at !== undefined; at = around.get(at))
            if (at === zone) return true;
        return false;
    };
    const known = new Map<string, Map<string, readonly string[]>>();
    const obstacles = (card: string, target: string): readonly string[] => {
        const ofCard = known.get(card) ?? new Map<string, readonly string[]>();
        const made = ofCard.get(target);
        if (made) return made;
        known.set(card, ofCard);
        const open = (key: string): boolean =>
            (within(target, key) && key !== target) || (within(card, key) && key !== card);
        const found = [...around]
            .filter(([key, parent]) => !open(key) && (parent === null || open(parent)))
            .map(([key]) => key);
        ofCard.set(target, found);
        return found;
    };
    return {
        zones,
        cards,
        obstacles,
        zone: new Map(zones.map(item => [item.key, item])),
        parentOf: key => around.get(key) ?? null,
        within,
    };
}
