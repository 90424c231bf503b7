import type { Asset, Conduit, Flow, Zone } from '../../model/index.ts';
import { absentOn, daysOfChange } from '../../model/index.ts';
import type { LiveAnalysis } from '../../project/live/index.ts';
import { rowOf, type PlaceOf, type TreeRow } from './row.ts';

type Planned = Zone | Conduit | Asset | Flow;

function containerOf(each: Planned): string | null {
    return 'container' in each ? each.container : 'parent' in each ? each.parent : null;
}

/**
 * What is planned for a later day: it is in no other section, since nothing is assessed of it yet. What comes with
 * something around it is below that.
 */
export class PlannedRows {
    private readonly placeOf: PlaceOf;
    /** The first day on which something is there that is not there now, by its id. */
    private readonly days = new Map<string, string>();
    private readonly all: readonly Planned[];

    constructor({ whole, assessment: { today } }: LiveAnalysis, placeOf: PlaceOf) {
        this.placeOf = placeOf;
        const now = absentOn(whole, today);
        const left = new Set([...now.elements, ...now.flows]);
        this.all = [...whole.zones, ...whole.conduits, ...whole.assets, ...whole.flows].filter(({ id }) =>
            left.has(id),
        );
        for (const day of left.size === 0 ? [] : daysOfChange(whole)) {
            if (day <= today) continue;
            const { elements, flows } = absentOn(whole, day);
            for (const id of left)
                if (!elements.has(id) && !flows.has(id)) {
                    this.days.set(id, day);
                    left.delete(id);
                }
        }
    }

    /** Those that come into what is there, or stand by themselves. */
    first(): readonly TreeRow[] {
        return this.rows(each => !this.days.has(containerOf(each) ?? ''));
    }

    /** What comes with a zone or conduit. */
    within(id: string): readonly TreeRow[] {
        return this.rows(each => containerOf(each) === id);
    }

    private rows(wanted: (each: Planned) => boolean): readonly TreeRow[] {
        return this.all.filter(each => this.days.has(each.id) && wanted(each)).map(each => this.row(each));
    }

    private row(each: Planned): TreeRow {
        const inner = this.all.some(other => this.days.has(other.id) && containerOf(other) === each.id);
        const from = `from ${this.days.get(each.id)!}`;
        const what = each.kind === 'flow' ? each.protocols.map(({ id }) => id).join(', ') : each.kind;
        const row = rowOf(this.placeOf, each.kind, each, [from, what].filter(Boolean).join(' · '), inner);
        const label = each.kind === 'flow' ? `${each.from.id} ${each.arrow} ${each.to.id}` : (each.title ?? each.name);
        return { ...row, key: `planned:${each.id}`, label };
    }
}
