import type { Flow, Origin } from '../../../model/index.ts';
import { withAnd } from '../../../model/index.ts';
import type { DiffSide, Direction, LevelChange, Reason, ReasonKind, RequirementChange } from '../model-diff.ts';
import type { Pairing } from '../pairing.ts';
import type { Same } from './alike.ts';

/** What has changed of levels and of the states of requirements. */
export interface LevelSteps {
    readonly levels: readonly LevelChange[];
    readonly requirements: readonly RequirementChange[];
}

/** The rules that answer of HEAD with the questions of BASE what they answer of BASE: they were not asked. */
export interface AnsweredAlike {
    has(rule: string): boolean;
    /** HEAD with the questions of BASE, with what some of these rules answer then. */
    ask(some: ReadonlySet<string>): DiffSide;
}

/** Another state of HEAD, of which rules are asked where their answers are needed. */
export interface Variant {
    readonly side: DiffSide;
    /** The same with what some rules answer then. */
    ask(some: ReadonlySet<string>): DiffSide;
}

/** HEAD with the questions of BASE, without what it claims newly and shows no evidence of. */
export interface Shown extends Variant {
    /** Its flows by where they are written. */
    readonly flows: ReadonlyMap<Origin, Flow>;
}

/** Both sides of a comparison, and the second one asked what the first one was asked. */
export interface Compared {
    readonly before: DiffSide;
    /** HEAD with its own questions. */
    readonly after: DiffSide;
    /** HEAD with the questions of BASE; `after` itself where they are the same. */
    readonly asked: DiffSide;
    /** Of these rules `asked` has no findings; `null` where it has those of all. */
    readonly alike: AnsweredAlike | null;
    /** Nothing gets better by a claim alone; `null` where nothing new is claimed without evidence. */
    readonly shown: Shown | null;
    /**
     * HEAD with the questions of BASE, and without flows that BASE declares and HEAD does not, though rules or traffic
     * show them; `null` where there are none.
     */
    readonly declared: Variant | null;
    /**
     * HEAD with the questions of BASE, with zones that were put into others at their place of BASE; `null` where there
     * are none. What is mended by the new place alone is not.
     */
    readonly placed: Variant | null;
    readonly pairing: Pairing;
    /** Zones, conduits and assets: ids after to ids before. */
    readonly partners: ReadonlyMap<string, string>;
    /** Zones that were cut out of others: ids after to those of the others before. */
    readonly cutOut: ReadonlyMap<string, string>;
    /** HEAD with its own questions. */
    readonly ownSteps: LevelSteps;
    /** HEAD with the questions of BASE. */
    readonly plantSteps: LevelSteps;
    /** What is not compared, as nothing can differ there. */
    readonly same: Same;
}

/** Gathers reasons in the order in which they are found. */
export class Reasons {
    readonly found: Reason[] = [];

    say(
        direction: Direction,
        kind: ReasonKind,
        text: string,
        about: readonly string[] = [],
        besides: readonly string[] = [],
        isError = false,
        kinds: readonly ReasonKind[] = [],
    ): void {
        const more = besides.length === 0 ? {} : { besides: [...new Set(besides)] };
        const error = isError ? { isError } : {};
        const others = [...new Set(kinds)].filter(each => each !== kind);
        const also = others.length === 0 ? {} : { alsoOf: others };
        this.found.push({ kind, direction, text, about: [...new Set(about)], ...more, ...error, ...also });
    }

    worse(kind: ReasonKind, text: string, about: readonly string[] = []): void {
        this.say('worse', kind, text, about);
    }

    better(kind: ReasonKind, text: string, about: readonly string[] = []): void {
        this.say('better', kind, text, about);
    }

    neutral(kind: ReasonKind, text: string, about: readonly string[] = []): void {
        this.say('neutral', kind, text, about);
    }
}

/** What is said of a gain that no evidence shows. */
export const claimedOnly = '(claimed, not shown by evidence)';

export { counted } from '../../../model/index.ts';

/** `A, B and 3 more`. */
export function some(names: readonly string[], most = 4): string {
    const once = [...new Set(names)];
    const rest = once.length - most;
    if (rest > 0) return `${once.slice(0, most).join(', ')} and ${rest} more`;
    return withAnd(once);
}

export const aboutFlow = (flow: Flow): string => `flow ${flow.id}`;

/** How a zone, conduit or asset is named by a change: `asset Control.Plc1`. */
export function aboutElement({ lookup }: DiffSide, id: string): string {
    return `${lookup.element(id)?.kind ?? 'asset'} ${id}`;
}

/** The elements that are on both sides, the side before first. */
export function* pairsOf<T extends { readonly id: string }>(
    before: readonly T[],
    after: readonly T[],
    pairs: ReadonlyMap<string, string>,
): Iterable<readonly [T, T]> {
    const known = new Map(after.map(each => [each.id, each]));
    for (const old of before) {
        const now = known.get(pairs.get(old.id) ?? '');
        if (now) yield [old, now];
    }
}
