import type { InvariantVerdict, Levels, MatrixReading, Risks } from '../../assessment/index.ts';
import { assess, Day, defaultMatrixReading, levelsOf, RisksByDay } from '../../assessment/index.ts';
import type { Model } from '../../model/index.ts';
import { lookup as lookupOf, onDay } from '../../model/index.ts';

/** What follows from the text on one day. */
export interface Outcome {
    /** The day, `YYYY-MM-DD`. */
    readonly date: string;
    readonly levels: Levels;
    /** The same if everything that is planned is done by its day. */
    readonly ifDone: Levels;
    /** The risks of the threats that something mitigates, by the ids of the threats. */
    readonly risks: Risks;
    readonly risksIfDone: Risks;
    readonly invariants: readonly InvariantVerdict[];
}

/** Days on which other paths may lead through a model than on the days before. */
export interface PathDays {
    /** Something comes or goes. */
    readonly changes: ReadonlySet<string>;
    /** An exception of an invariant does not count any more. */
    readonly exceptions: ReadonlySet<string>;
}

/**
 * What follows from a text on some days.
 * @param days in their order
 * @param matrix of the settings; `null` where neither risks nor invariants are asked for
 */
export function outcomesOf(
    whole: Model,
    days: readonly string[],
    matrix: MatrixReading | null,
    { changes, exceptions }: PathDays,
): readonly Outcome[] {
    let there = lookupOf(onDay(whole, days[0]!));
    let paths = assess(there, { today: days[0]!, matrix: matrix ?? defaultMatrixReading });
    let invariants = matrix ? paths.invariants : [];
    let [asItIs, ifDone] = [new RisksByDay(paths), new RisksByDay(paths)];
    return days.map((date, index): Outcome => {
        const other = index > 0 && changes.has(date);
        if (other) there = lookupOf(onDay(whole, date));
        if (other || (exceptions.has(date) && index > 0)) {
            const again = assess(there, { ...paths.yardstick, today: date });
            if (matrix) ({ invariants } = again);
            if (other) {
                paths = again;
                [asItIs, ifDone] = [new RisksByDay(paths), new RisksByDay(paths)];
            }
        }
        return {
            date,
            levels: levelsOf(there, date),
            ifDone: levelsOf(there, date, { asPlanned: true }),
            risks: matrix ? asItIs.on(new Day(there, date)) : new Map(),
            risksIfDone: matrix ? ifDone.on(new Day(there, date, { asPlanned: true })) : new Map(),
            invariants,
        };
    });
}
