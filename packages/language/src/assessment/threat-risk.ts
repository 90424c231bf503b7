import type { Lookup, Mitigation, Span, Threat } from '../model/index.ts';
import { WhenAsked } from '../model/index.ts';
import type { ConsequenceClass, RiskMatrix } from './risk-matrix.ts';
import { classOf, positionOf } from './risk-matrix.ts';
import { suggestedLevel } from './target-rule.ts';
import type { Day } from './day.ts';
import { offWhenAsked, pathWhenAsked, type ThreatGround } from './threat-ground.ts';
import type { ThreatPath } from './threat-path.ts';
import { rate, worstOf, type Worst } from './worst-path.ts';

/** A place in the matrix: positions from 0, lowest first, and the risk of the cell. */
export interface Rating {
    readonly likelihood: number;
    readonly consequence: number;
    readonly risk: number;
    readonly band: string | null;
    /** The risk as it is printed. */
    readonly label: string;
}

/** What countermeasures a model has, and what they count for. */
export interface Judging {
    readonly lookup: Lookup;
    readonly day: Day;
}

/** One `mitigated by` line and whether it counts. */
export interface MitigationState {
    readonly mitigation: Mitigation;
    /**
     * `today`: every countermeasure of the line is implemented or verified. `planned`: the others are planned. `no`: a
     * countermeasure counts for nothing, because it has no status, is only proposed, its evidence has expired, or it is
     * applied elsewhere than on the path of the threat, or nowhere. A line without `to` reduces nothing, whatever it
     * counts as.
     */
    readonly counts: 'today' | 'planned' | 'no';
    /** Ids of the countermeasures that are not in place yet. */
    readonly waitingFor: readonly string[];
    /** Of these the ones that are said to work, and whose evidence counts no more or not yet. */
    readonly lapsed: readonly string[];
    /** Of these the ones that are only proposed, or of which nothing says whether they work. */
    readonly undecided: readonly string[];
    /** Ids of the countermeasures that are applied nowhere on the path of the threat. */
    readonly offPath: readonly string[];
    /** True when the line says what the countermeasures lower the risk to, and it is lower. */
    readonly reduces: boolean;
}

/**
 * The risk of one threat (IEC 62443-3-2, ZCR 5.4 to 5.11). Ratings are `null` where likelihood or consequence cannot be
 * placed.
 */
export interface ThreatRisk {
    readonly threat: Threat;
    readonly consequenceClass: ConsequenceClass | null;
    readonly unmitigated: Rating | null;
    /**
     * With the countermeasures that count today, on the worst path. Where it cannot be told which path is the worst,
     * the highest risk that is not excluded: never too low. {@link isTolerable} has three values then.
     */
    readonly residual: Rating | null;
    /** With the planned countermeasures too, likewise. */
    readonly planned: Rating | null;
    /** The worst path today, with the residual risk. */
    readonly today: Worst;
    /** The worst path with what is planned, with the planned risk. */
    readonly later: Worst;
    /** Of its consequence class, else of the system; `null` where nobody said. */
    readonly tolerable: number | null;
    readonly mitigations: readonly MitigationState[];
    /** Why a rating is missing: whole sentences. */
    readonly missing: readonly string[];
    /** The number that the matrix does not have; `null` where none is written, or the reason is another one. */
    readonly outsideAt: Span | null;
    /** Searched for when it is first asked for: much of what is asked of a threat needs none. */
    readonly path: ThreatPath;
    readonly off: ThreatGround['off'];
    readonly ways: ThreatGround['ways'];
    /** The SL-T that the unmitigated risk suggests, 0 to 4; `null` without a rating or without a tolerable risk. */
    readonly suggests: number | null;
}

/**
 * Whether a risk is tolerable.
 * @param worst the risk on the worst path, today or with what is planned
 * @returns `null` where it is not rated, it is not said what is tolerable, or it cannot be told which path is the worst
 */
export function isTolerable(
    { tolerable }: Pick<ThreatRisk, 'tolerable'>,
    { rating, undecided }: Worst,
): boolean | null {
    if (!rating || tolerable === null) return null;
    if (rating.risk > tolerable) return false;
    return undecided && undecided.risk > tolerable ? null : true;
}

const mitigationsWhenAsked = new WhenAsked<'mitigations', ThreatRisk['mitigations']>('mitigations');
const todayWhenAsked = new WhenAsked<'today', Worst>('today');
const laterWhenAsked = new WhenAsked<'later', Worst>('later');
const residualWhenAsked = new WhenAsked<'residual', Rating | null>('residual');
const plannedWhenAsked = new WhenAsked<'planned', Rating | null>('planned');

function stateOf(
    { lookup, day }: Judging,
    matrix: RiskMatrix | null,
    threat: Threat,
    ground: ThreatGround,
    mitigation: Mitigation,
): MitigationState {
    const statuses = mitigation.by.map(({ id }) => {
        const countermeasure = lookup.countermeasure(id);
        return { id, standing: countermeasure ? day.standingOf(countermeasure) : 'unknown' };
    });
    const waiting = statuses.filter(each => each.standing !== 'works');
    const counts =
        waiting.length === 0 ? 'today' : waiting.every(each => each.standing === 'planned') ? 'planned' : 'no';
    const reduces = matrix !== null && lowers(matrix, threat, mitigation);
    // What changes nothing anyway needs no search.
    const offPath = reduces ? statuses.map(each => each.id).filter(id => ground.off.has(id)) : [];
    return {
        mitigation,
        counts: statuses.length === 0 || offPath.length > 0 ? 'no' : counts,
        waitingFor: waiting.map(each => each.id),
        lapsed: waiting.filter(each => each.standing === 'stale').map(each => each.id),
        undecided: waiting.filter(each => each.standing === 'unknown').map(each => each.id),
        offPath,
        reduces,
    };
}

function lowers(matrix: RiskMatrix, threat: Threat, mitigation: Mitigation): boolean {
    const below = (axis: RiskMatrix['likelihood'], to: number | null, from: number | null): boolean => {
        const target = to === null ? null : positionOf(axis, to);
        const start = from === null ? null : positionOf(axis, from);
        return target !== null && start !== null && target < start;
    };
    return (
        below(matrix.likelihood, mitigation.toLikelihood, threat.likelihood) ||
        below(matrix.consequence, mitigation.toConsequence, threat.consequence)
    );
}

/** The position of a written number, or a sentence on why there is none. */
function place(axis: RiskMatrix['likelihood'], what: string, written: number | null): number | string {
    if (written === null) return `Its ${what} is not stated.`;
    const position = positionOf(axis, written);
    return position ?? `Its ${what} ${written} is outside the risk matrix, which has 1 to ${axis.levels.length}.`;
}

/**
 * The risk of one threat, with what is in place today and with what is planned; `matrix` is `null` where it cannot be
 * used.
 * @param ground where the threat leads, which takes its time; it is asked where a countermeasure counts
 */
export function assessThreat(
    judging: Judging,
    matrix: RiskMatrix | null,
    threat: Threat,
    ground: ThreatGround,
): ThreatRisk {
    const rated = rateThreat(matrix, threat);
    const passed = offWhenAsked.give(
        pathWhenAsked.give({ ...rated, ways: ground.ways }, () => ground.path),
        () => ground.off,
    );
    const mitigated = mitigationsWhenAsked.give(passed, () =>
        threat.mitigations.map(each => stateOf(judging, matrix, threat, ground, each)),
    );
    const worstWith = (counts: (state: MitigationState) => boolean): Worst =>
        matrix && rated.unmitigated
            ? worstOf(
                  matrix,
                  rated.consequenceClass,
                  rated.unmitigated,
                  mitigated.mitigations.filter(each => each.reduces && counts(each)),
                  ground.ways,
              )
            : { rating: null, undecided: null, round: null };
    const judged = laterWhenAsked.give(
        todayWhenAsked.give(mitigated, () => worstWith(each => each.counts === 'today')),
        () => worstWith(each => each.counts !== 'no'),
    );
    return plannedWhenAsked.give(
        residualWhenAsked.give(judged, () => judged.today.undecided ?? judged.today.rating),
        () => judged.later.undecided ?? judged.later.rating,
    );
}

/** What is known of a threat without asking what mitigates it. */
type Rated = Omit<ThreatRisk, keyof ThreatGround | 'mitigations' | 'today' | 'later' | 'residual' | 'planned'>;

function rateThreat(matrix: RiskMatrix | null, threat: Threat): Rated {
    const nothing = { threat, unmitigated: null, suggests: null };
    if (!matrix)
        return {
            ...nothing,
            outsideAt: null,
            consequenceClass: null,
            tolerable: null,
            missing: ['The risk matrix cannot be used.'],
        };
    const group = classOf(matrix, threat.category);
    const tolerable = group?.tolerable ?? matrix.tolerable;
    const likelihood = place(matrix.likelihood, 'likelihood', threat.likelihood);
    const consequence = place(matrix.consequence, 'consequence', threat.consequence);
    if (typeof likelihood === 'string' || typeof consequence === 'string') {
        const missing = [likelihood, consequence].filter(each => typeof each === 'string');
        const outsideAt =
            (typeof likelihood === 'string' ? threat.likelihoodAt : null) ??
            (typeof consequence === 'string' ? threat.consequenceAt : null);
        return { ...nothing, consequenceClass: group, tolerable, missing, outsideAt };
    }
    const unmitigated = rate(matrix, group, likelihood, consequence);
    if (!unmitigated)
        return {
            ...nothing,
            outsideAt: null,
            consequenceClass: group,
            tolerable,
            missing: ['The risk matrix has no cell for it.'],
        };
    return {
        threat,
        consequenceClass: group,
        unmitigated,
        tolerable,
        missing: [],
        outsideAt: null,
        suggests: suggestedLevel(matrix, unmitigated.risk, tolerable),
    };
}
