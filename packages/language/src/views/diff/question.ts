import type { DiffSide, ModelDiff } from './model-diff.ts';
import { radiusOf, type Radius } from './radius.ts';

/** A question to both sides; ids of zones or assets, by the names of HEAD. One end is named at least. */
export interface DiffQuestion {
    readonly from: string | null;
    readonly to: string | null;
    /** The last session speaks one of these; any where it is empty. Only with both ends. */
    readonly protocols: readonly string[];
}

/** What one side answers. */
export interface SideAnswer {
    /** With both ends: the ids along a shortest path; `null` where there is none. */
    readonly path: readonly string[] | null;
    /** With one end: how far it reaches, or from how far it is reached. */
    readonly radius: Radius | null;
}

/** What both sides of a model answer; `null` for a side that does not have an end. */
export interface DiffAnswer {
    readonly system: string | null;
    readonly before: SideAnswer | null;
    readonly after: SideAnswer | null;
}

/** The id before the change of what is called so after it. */
function olderId({ changes, before }: ModelDiff, id: string): string {
    const { lookup } = before;
    if (lookup.zone(id) || lookup.asset(id)) return id;
    for (const change of changes) {
        if (change.before === null || (change.kind !== 'renamed' && change.kind !== 'moved')) continue;
        if (change.id === id) return change.before;
        if (id.startsWith(`${change.id}.`)) return `${change.before}${id.slice(change.id.length)}`;
    }
    return id;
}

function answer({ assessment }: DiffSide, { from, to, protocols }: DiffQuestion): SideAnswer | null {
    const { lookup, reach } = assessment;
    const known = (id: string | null): boolean =>
        id === null || lookup.zone(id) !== undefined || lookup.asset(id) !== undefined;
    if (!known(from) || !known(to)) return null;
    if (from === null || to === null) return { path: null, radius: radiusOf(assessment, (from ?? to)!, from === null) };
    const found =
        protocols.length === 0 ? reach.shortestPath(from, to) : reach.shortestPathOver(from, to, new Set(protocols));
    return { path: found && [found.from, ...found.hops.map(hop => hop.to)], radius: null };
}

/** Asks both sides of a comparison. */
export function askDiff(diff: ModelDiff, question: DiffQuestion): DiffAnswer {
    const old = (id: string | null): string | null => (id === null ? null : olderId(diff, id));
    return {
        system: diff.system,
        before: answer(diff.before, { ...question, from: old(question.from), to: old(question.to) }),
        after: answer(diff.after, question),
    };
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `4 assets, 2 of them essential, in 1 zone`. */
export function radiusText(radius: Radius | null): string {
    if (radius === null) return 'not in the model';
    const { assets, essential, zones } = radius;
    const named = essential === 0 ? '' : assets === 1 ? ', which is essential,' : `, ${essential} of them essential,`;
    return assets === 0 ? 'no asset' : `${count(assets, 'asset')}${named} in ${count(zones, 'zone')}`;
}

function sideText(side: SideAnswer | null, both: boolean): string {
    if (side === null) return 'not in the model';
    if (!both) return radiusText(side.radius);
    return side.path === null ? 'no path' : side.path.join(' → ');
}

/** A question and its answers, one line for each model and side. */
export function answerLines({ from, to, protocols }: DiffQuestion, answers: readonly DiffAnswer[]): readonly string[] {
    const over = protocols.length > 0 ? ` over ${protocols.join(', ')}` : '';
    const asked =
        from !== null && to !== null
            ? `From ${from} to ${to}${over}`
            : from !== null
              ? `Reached from ${from}`
              : `What reaches ${to}`;
    return answers.flatMap(({ system, before, after }) => [
        answers.length > 1 ? `${asked} in ${system ?? 'no system'}` : asked,
        `  before: ${sideText(before, from !== null && to !== null)}`,
        `  after:  ${sideText(after, from !== null && to !== null)}`,
    ]);
}
