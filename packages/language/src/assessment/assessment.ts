import type { Flow, Lookup, Model, Once } from '../model/index.ts';
import { Gradual, onceOf } from '../model/index.ts';
import type { Crossing } from './crossing.ts';
import { crossingSteps } from './crossing.ts';
import { Day } from './day.ts';
import type { IslandVerdict } from './cut/islands.ts';
import { judgeIslands } from './cut/islands.ts';
import type { InvariantVerdict } from './invariants.ts';
import { judgeInvariants } from './invariants.ts';
import type { Levels, SubjectAssessment } from './levels.ts';
import { levelsOf, levelSteps } from './levels.ts';
import type { Reach } from './reach.ts';
import { reachSteps } from './reach.ts';
import type { RiskAssessment } from './risk.ts';
import { riskOf } from './risk.ts';
import type { MatrixReading } from './risk-settings.ts';
import { matrixOf } from './risk-settings.ts';
import { ThreatPaths } from './threat-path.ts';

/** What a model is held against besides the catalogue. */
export interface Yardstick {
    /** The day on which due dates and expiries are judged, `YYYY-MM-DD`. */
    readonly today: string;
    /** The risk matrix of the settings; `defaultMatrixReading` where they give none. */
    readonly matrix: MatrixReading;
}

/**
 * What is known of one model beyond what it says: made by {@link assess}, and shared by whoever holds it. Each part is
 * worked out when it is first asked for, and then kept; `index.ts` says what rests on what.
 */
export class Assessment implements Levels {
    readonly lookup: Lookup;
    readonly yardstick: Yardstick;
    /** For questions of the whole model that a room further right asks more than once. */
    readonly once: Once<Assessment> = onceOf<Assessment>(this);
    #day: Day | undefined;
    #levels: Levels | undefined;
    #reach: Gradual<Reach> | undefined;
    #crossings: Gradual<ReadonlyMap<Flow, Crossing>> | undefined;
    #invariants: readonly InvariantVerdict[] | undefined;
    #islands: readonly IslandVerdict[] | undefined;
    #matrix: MatrixReading | undefined;
    #threatPaths: ThreatPaths | undefined;
    #risk: RiskAssessment | undefined;

    /** @param levels that are known: those of another model, or an assessment of the same facts at other places */
    constructor(lookup: Lookup, yardstick: Yardstick, levels?: Levels) {
        this.lookup = lookup;
        this.yardstick = yardstick;
        this.#levels = levels;
    }

    get model(): Model {
        return this.lookup.model;
    }

    get today(): string {
        return this.yardstick.today;
    }

    /** What countermeasures and evidence count for on this day. */
    get day(): Day {
        return (this.#day ??= new Day(this.lookup, this.today));
    }

    /** Required, achieved and capable levels, gaps and the states of the requirements. */
    get levels(): Levels {
        return (this.#levels ??= levelsOf(this.lookup, this.today));
    }

    /**
     * The assessment in which levels and statements have the same places: this one, but where an editor goes on with
     * the levels of the same facts. For questions whose answers have no places.
     */
    get placed(): Assessment {
        return this.#levels instanceof Assessment ? this.#levels.placed : this;
    }

    /** Works out {@link levels} in steps, for whoever asks for them next. */
    *levelSteps(): Generator<void> {
        if (!this.#levels) this.#levels = yield* levelSteps(this.lookup, this.today);
    }

    /** {@link levels}, of every zone, then of every conduit. */
    get subjects(): readonly SubjectAssessment[] {
        return this.levels.subjects;
    }

    /** {@link levels}, of one zone or conduit. */
    of(id: string): SubjectAssessment | undefined {
        return this.levels.of(id);
    }

    /** Who reaches whom over the declared flows. */
    get reach(): Reach {
        return (this.#reach ??= new Gradual(reachSteps(this.lookup))).value;
    }

    /** Works out {@link reach} in steps, for whoever asks for it next. */
    reachSteps(): Iterable<void> {
        return (this.#reach ??= new Gradual(reachSteps(this.lookup))).steps();
    }

    /** How every flow lies towards the boundaries of the zones, in the order of the text. */
    get crossings(): ReadonlyMap<Flow, Crossing> {
        return (this.#crossings ??= new Gradual(crossingSteps(this.lookup))).value;
    }

    /** Works out {@link crossings} in steps, for whoever asks for them next. */
    crossingSteps(): Iterable<void> {
        return (this.#crossings ??= new Gradual(crossingSteps(this.lookup))).steps();
    }

    /** The verdict on every invariant, in the order of the text. */
    get invariants(): readonly InvariantVerdict[] {
        return (this.#invariants ??= judgeInvariants(this));
    }

    /** Whether the functions that every island keeps go on, in the order of the text. */
    get islands(): readonly IslandVerdict[] {
        return (this.#islands ??= judgeIslands(this));
    }

    /** What lies between where threats come from and what they are against. */
    get threatPaths(): ThreatPaths {
        return (this.#threatPaths ??= new ThreatPaths(this.lookup, this.reach));
    }

    /** The risk matrix: that of the model, over that of the settings. */
    get matrix(): MatrixReading {
        return (this.#matrix ??= matrixOf(this.model, this.yardstick.matrix));
    }

    /** The risk of every threat, and the SL-T that it suggests. */
    get risk(): RiskAssessment {
        return (this.#risk ??= riskOf(this));
    }
}

/**
 * What a model achieves against the catalogue. Nothing is worked out before it is asked for.
 * @param levels of a model with the same facts, where somebody has worked them out; its places may be older ones
 */
export function assess(lookup: Lookup, yardstick: Yardstick, levels?: Levels): Assessment {
    return new Assessment(lookup, yardstick, levels);
}
