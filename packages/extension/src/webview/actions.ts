import type { Choice, Gesture, Picture, ReachChoice } from '../preview/messages.ts';
import { isAsking, nothingAsked } from '../preview/messages.ts';

/** What the actions act on. */
export interface ActionHost {
    choice(): Choice;
    picture(): Picture | null;
    change(part: Partial<Choice>): void;
    /** Says something for a moment where the notes are. */
    hint(text: string | null): void;
    /** Hangs a line from an asset, or lets it go on another one. */
    line(element: Element): void;
    /** Marks the first end of a path. */
    markStart(id: string | null): void;
}

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter(each => each !== id);
const toggled = (ids: readonly string[], id: string): readonly string[] =>
    ids.includes(id) ? without(ids, id) : [...ids, id];

const idOf = (element: Element | null): string | null => element?.getAttribute('data-id') ?? null;

const nextSide: Readonly<Record<ReachChoice['side'], ReachChoice['side'] | null>> = {
    both: 'out',
    out: 'in',
    in: null,
};

/** What the reader can ask of an element, by key, menu or pointer. Each is a change of the choice. */
export class Actions {
    private readonly host: ActionHost;
    private start: string | null = null;

    constructor(host: ActionHost) {
        this.host = host;
    }

    /** Cuts a conduit, zone or asset, or joins it again. Of a flow it is its conduit. */
    cut(element: Element): void {
        const id = idOf(element.matches('g.flow') ? element.closest('g.conduit') : element);
        if (id === null) return;
        if (/ (?:->|<->|--) /u.test(id)) return this.host.hint('A flow in no conduit has no boundary to cut.');
        this.host.change({ ...this.supposing(), cut: toggled(this.host.choice().cut, id) });
    }

    /** Assumes that an asset or zone is compromised, or takes that back. */
    assume(element: Element): void {
        const id = idOf(element);
        if (id === null || !element.matches('g.asset, g.zone'))
            return this.host.hint('An asset or a zone can be assumed to be compromised.');
        this.host.change({ ...this.supposing(), assumed: toggled(this.host.choice().assumed, id) });
    }

    /** A supposed case is seen without another question on the same picture. */
    private supposing(): Partial<Choice> {
        return { reach: null, path: null, trace: [], traceTitle: null };
    }

    /** Who reaches whom from an element: both ways, then out, then in, then no more. */
    reach(element: Element): void {
        const id = idOf(element);
        if (id === null || !element.matches('g.asset, g.zone'))
            return this.host.hint('An asset or a zone reaches others.');
        const { reach } = this.host.choice();
        const side = reach?.id === id ? nextSide[reach.side] : 'both';
        const depth = reach?.id === id ? reach.depth : null;
        this.host.change({ ...nothingAsked, reach: side && { id, side, depth } });
    }

    /** One hop less, or one more; beyond the last there is no limit. */
    deeper(by: 1 | -1): void {
        const { reach } = this.host.choice();
        if (!reach) return this.host.hint('R on an asset shows what it reaches, then [ and ] change the depth.');
        const farthest = this.host.picture()?.farthest ?? 0;
        const depth = Math.max(1, (reach.depth ?? farthest) + by);
        this.host.change({ reach: { ...reach, depth: depth >= farthest ? null : depth } });
    }

    /** Takes an element as the first end of a path, then another one as the second. */
    path(element: Element): void {
        const id = idOf(element);
        if (id === null || !element.matches('g.asset, g.zone'))
            return this.host.hint('A path begins and ends at an asset or a zone.');
        if (this.start === null || this.start === id) {
            this.start = this.start === id ? null : id;
            this.host.markStart(this.start);
            this.host.hint(this.start && `Path from ${id}: choose the other end the same way.`);
            return;
        }
        const from = this.start;
        this.forget();
        this.host.change({ ...nothingAsked, path: { from, to: id } });
    }

    /** Begins a flow at an asset, or ends it there. */
    line(element: Element): void {
        this.host.line(element);
    }

    /** Shows the zone around an element alone, with what its conduits lead to. */
    inside(element: Element): void {
        const id = idOf(element.closest('g.zone'));
        if (id !== null) this.enter(id);
    }

    /** @param id of a zone; `null` for the whole picture */
    enter(id: string | null): void {
        this.host.change({ inside: id });
    }

    /** Out of the zone that is shown alone, into the one around it. */
    outside(): void {
        const crumbs = this.host.picture()?.crumbs ?? [];
        if (crumbs.length > 0) this.enter(crumbs.at(-2)?.id ?? null);
    }

    fold(element: Element): void {
        const id = idOf(element.closest('g.zone'));
        if (id === null) return;
        this.host.change({ folded: toggled(this.folded, id) });
    }

    /** The zones that are drawn closed: as somebody chose, or for want of room. */
    get folded(): readonly string[] {
        return this.host.choice().folded ?? this.host.picture()?.closed ?? [];
    }

    /** The next view of the model, or the one before; the whole picture is one of them. */
    view(step: 1 | -1): void {
        const ids = [null, ...(this.host.picture()?.views.map(({ id }) => id) ?? [])];
        const at = ids.indexOf(this.host.choice().view);
        const view = ids[(at + step + ids.length) % ids.length] ?? null;
        this.host.change({ ...nothingAsked, view, colour: null, detail: null, folded: null, inside: null });
    }

    /** Takes back what was asked of the picture. */
    back(): boolean {
        const had = this.start !== null;
        this.forget();
        if (!isAsking(this.host.choice())) return had;
        this.host.change(nothingAsked);
        return true;
    }

    gesture(gesture: Gesture, element: Element): void {
        this[gesture](element);
    }

    private forget(): void {
        this.start = null;
        this.host.markStart(null);
        this.host.hint(null);
    }
}
