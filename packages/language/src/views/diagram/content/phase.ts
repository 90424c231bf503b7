import type { Lifetime, Lookup, Model } from '../../../model/index.ts';
import { absentOn, lookup as lookupOf } from '../../../model/index.ts';
import type { DiagramContext } from './options.ts';

/** Why something is drawn that is not there on the day of the picture, and since or until when. */
export interface Phase {
    readonly state: 'planned' | 'retired';
    /** `planned for 2027-03-01`, in the words of the language. */
    readonly words: string;
}

/** What the picture of a day shows of other days. */
export interface Phases {
    /** The phase of a zone, conduit or asset; `null` for what is there. */
    of(id: string): Phase | null;
    ofFlow(id: string): Phase | null;
}

const here: Phases = { of: () => null, ofFlow: () => null };

function ownPhase({ planned, retired }: Lifetime, day: string): Phase | null {
    if (retired !== null && retired.date <= day) return { state: 'retired', words: `retired on ${retired.date}` };
    if (planned !== null && planned.date > day) return { state: 'planned', words: `planned for ${planned.date}` };
    return null;
}

/** What is not there is drawn because of its own date, or else because of that of what it is in or leads to. */
function phasesOf(whole: Model, lookup: Lookup, day: string): Phases | null {
    const absent = absentOn(whole, day);
    if (absent.elements.size + absent.flows.size === 0) return null;
    const of = (id: string): Phase | null => {
        if (!absent.elements.has(id)) return null;
        const zone = lookup.zone(id);
        if (zone) return ownPhase(zone, day) ?? (zone.parent === null ? null : of(zone.parent));
        const conduit = lookup.conduit(id);
        if (conduit) return ownPhase(conduit, day) ?? first(conduit.between.map(end => of(end.id)));
        const asset = lookup.asset(id);
        return asset ? (ownPhase(asset, day) ?? of(asset.container)) : null;
    };
    const flows = new Map(whole.flows.map(flow => [flow.id, flow]));
    return {
        of,
        ofFlow: id => {
            const flow = flows.get(id);
            if (!flow || !absent.flows.has(id)) return null;
            return ownPhase(flow, day) ?? first([flow.from.id, flow.to.id, flow.container ?? ''].map(of));
        },
    };
}

const first = (phases: readonly (Phase | null)[]): Phase | null => phases.find(each => each !== null) ?? null;

/**
 * The model that a picture shows: all that the text says, where something of it is not there on the day. What is not
 * there has neither levels nor findings.
 */
export function withOtherDays(context: DiagramContext): { readonly context: DiagramContext; readonly phases: Phases } {
    const { whole, model, assessment } = context;
    if (!whole || whole === model) return { context, phases: here };
    const lookup = lookupOf(whole);
    const phases = phasesOf(whole, lookup, assessment.today);
    if (!phases) return { context, phases: here };
    // Part by part: an analysis that is kept up to date has its parts behind getters, which a spread loses.
    return { context: { model: whole, whole, lookup, assessment, findings: context.findings }, phases };
}
