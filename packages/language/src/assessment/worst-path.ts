import type { ConsequenceClass, RiskMatrix } from './risk-matrix.ts';
import { bandOf, positionOf, riskLabel } from './risk-matrix.ts';
import { missedPlaces } from './missed-places.ts';
import type { MitigationState, Rating } from './threat-risk.ts';
import type { WayRound, WaysRound } from './way-round.ts';

/** What a path goes round. */
export interface Round {
    readonly way: WayRound;
    /** The lines that do not lower the risk on it. */
    readonly lines: readonly MitigationState[];
    /** Ids of the countermeasures that it passes no place of: one of each line at least. */
    readonly measures: readonly string[];
}

/** The highest risk that is left on any path. */
export interface Worst {
    /** The highest that a path is known to have. */
    readonly rating: Rating | null;
    /**
     * The highest of which it cannot be told whether a path has it, where that is higher: the risk is between the two,
     * and its label says so. `null` where the rating is all.
     */
    readonly undecided: Rating | null;
    /** `null` where every line lowers the risk on every path, as far as it changes the rating. */
    readonly round: Round | null;
}

/** The risk of a cell, by positions from 0. */
export function rate(
    matrix: RiskMatrix,
    group: ConsequenceClass | null,
    likelihood: number,
    consequence: number,
): Rating | null {
    const risk = (group?.cells ?? matrix.cells)[consequence]?.[likelihood];
    if (risk === undefined) return null;
    return { likelihood, consequence, risk, band: bandOf(matrix, risk)?.name ?? null, label: riskLabel(matrix, risk) };
}

/** A line, and the positions that it lowers to; where it says nothing, those without it. */
interface Line {
    readonly state: MitigationState;
    readonly likelihood: number;
    readonly consequence: number;
}

function roundOf(lines: readonly Line[], ways: WaysRound): Round | null | 'unknown' {
    const found = missedPlaces(
        lines.map(({ state }) => state.mitigation.by.map(({ id }) => id)),
        ways,
    );
    return found === null || found === 'unknown' ? found : { ...found, lines: lines.map(({ state }) => state) };
}

/**
 * What a risk is with some `mitigated by` lines: on a path, each axis is at the lowest that a line on it reaches, and
 * an attacker takes the path on which the risk is highest. Of what takes too long to look for it is said that it is not
 * decided, so a risk is never shown too low.
 * @param unmitigated the rating without any line
 * @param lines that count, and name countermeasures that are applied somewhere
 */
export function worstOf(
    matrix: RiskMatrix,
    group: ConsequenceClass | null,
    unmitigated: Rating,
    lines: readonly MitigationState[],
    ways: WaysRound,
): Worst {
    const lowered = (axis: RiskMatrix['likelihood'], written: number | null, start: number): number =>
        written === null ? start : Math.min(start, positionOf(axis, written) ?? start);
    const all = lines.map((state): Line => ({
        state,
        likelihood: lowered(matrix.likelihood, state.mitigation.toLikelihood, unmitigated.likelihood),
        consequence: lowered(matrix.consequence, state.mitigation.toConsequence, unmitigated.consequence),
    }));
    const levels = (axis: 'likelihood' | 'consequence'): readonly number[] =>
        [...new Set([unmitigated[axis], ...all.map(line => line[axis])])].sort((a, b) => a - b);
    let worst: Omit<Worst, 'undecided'> = { rating: null, round: null };
    let undecided: Rating | null = null;
    let most = Infinity;
    for (const consequence of levels('consequence')) {
        for (const [index, likelihood] of levels('likelihood').entries()) {
            if (index >= most) break;
            const past = all.filter(line => line.likelihood < likelihood || line.consequence < consequence);
            const round = past.length === 0 ? null : roundOf(past, ways);
            // Where these cannot be passed, more of them cannot.
            if (past.length > 0 && !round) most = index;
            else {
                const rating = rate(matrix, group, likelihood, consequence);
                if (!rating) continue;
                if (round === 'unknown') {
                    if (rating.risk > (undecided?.risk ?? -Infinity)) undecided = rating;
                } else if (rating.risk > (worst.rating?.risk ?? -Infinity)) worst = { rating, round };
            }
        }
    }
    const { rating } = worst;
    if (!undecided || undecided.risk <= (rating?.risk ?? -Infinity)) return { ...worst, undecided: null };
    return { ...worst, undecided: { ...undecided, label: `${rating ? `${rating.label} ` : ''}to ${undecided.label}` } };
}
