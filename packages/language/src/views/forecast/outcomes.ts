import type { Assessment, InvariantVerdict, Levels, MatrixReading, ThreatRisk } from '../../assessment/index.ts';
import { assess, assessThreat, Day, defaultMatrixReading, levelsOf } from '../../assessment/index.ts';
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
    readonly risks: ReadonlyMap<string, ThreatRisk>;
    readonly risksIfDone: ReadonlyMap<string, ThreatRisk>;
    readonly invariants: readonly InvariantVerdict[];
}

/** Days on which other paths may lead through a model than on the days before. */
export interface PathDays {
    /** Something comes or goes. */
    readonly changes: ReadonlySet<string>;
    /** An exception of an invariant does not count any more. */
    readonly exceptions: ReadonlySet<string>;
}

type Risks = Outcome['risks'];

/** The risks on the days of one state of the model: worked out anew only where another countermeasure counts. */
class RisksByDay {
    private readonly paths: Assessment;
    private standings = '';
    private risks: Risks = new Map();

    /** @param paths knows where the threats lead, which is searched for once */
    constructor(paths: Assessment) {
        this.paths = paths;
    }

    on(day: Day): Risks {
        const { risk, lookup, matrix } = this.paths;
        const standings = lookup.model.countermeasures.map(each => day.standingOf(each)).join();
        if (standings === this.standings) return this.risks;
        this.standings = standings;
        this.risks = new Map(
            risk.threats
                .filter(({ threat }) => threat.mitigations.length > 0)
                .map(each => [each.threat.id, assessThreat({ lookup, day }, matrix.matrix, each.threat, each)]),
        );
        return this.risks;
    }
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
