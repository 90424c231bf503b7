import type { ConsequenceClass, RiskMatrix } from './risk-matrix.ts';
import { bandOf, positionOf, riskLabel } from './risk-matrix.ts';
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
    readonly rating: Rating | null;
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

/** More choices than these are not tried one by one. */
const mostChoices = 64;

/** The sets of countermeasures of which a path passes no place where it goes round some lines: one of each line. */
function choices(lines: readonly Line[]): readonly (readonly string[])[] {
    const named = lines.map(({ state }) => state.mitigation.by.map(({ id }) => id));
    if (named.reduce((product, ids) => product * ids.length, 1) > mostChoices) return [[...new Set(named.flat())]];
    return named.reduce<readonly (readonly string[])[]>(
        (sets, ids) => sets.flatMap(set => ids.map(id => (set.includes(id) ? set : [...set, id]))),
        [[]],
    );
}

function roundOf(lines: readonly Line[], ways: WaysRound): Round | null {
    for (const measures of choices(lines)) {
        const way = ways.past(measures);
        if (way) return { way, measures, lines: lines.map(({ state }) => state) };
    }
    return null;
}

/**
 * What a risk is with some `mitigated by` lines: on a path, each axis is at the lowest that a line on it reaches, and
 * an attacker takes the path on which the risk is highest.
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
    let worst: Worst = { rating: null, round: null };
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
                if (rating && rating.risk > (worst.rating?.risk ?? -Infinity)) worst = { rating, round };
            }
        }
    }
    return worst;
}
