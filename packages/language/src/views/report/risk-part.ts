import type { ConsequenceClass, RiskAssessment, RiskMatrix, ThreatRisk } from '../../assessment/index.ts';
import { idleText, isTolerable, riskLabel, writtenOf } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Lookup } from '../../model/index.ts';
import { isSilent, writeVector } from '../../model/index.ts';
import type { MatrixClass, MatrixPart, RiskPart, TargetRow, ThreatMeasure, ThreatRow } from './data.ts';
import type { ReportInput } from './input.ts';

/** A level of an axis as people know it: the number that the site writes, and the name where it has one. */
function levelName(axis: RiskMatrix['likelihood'], position: number, names: readonly string[] | null = null): string {
    const written = String(writtenOf(axis, position));
    const name = (names ?? axis.levels)[position] ?? written;
    return name === written || name.startsWith(`${written} `) ? name : `${written} ${name}`;
}

/** The rule by which a risk suggests an SL-T, in a sentence. */
function ruleText(matrix: RiskMatrix): string {
    const rule = matrix.targetRule;
    if (rule.kind === 'steps')
        return 'one SL for each band between the tolerable risk and the unmitigated one, 4 at most';
    if (rule.kind === 'bands')
        return (
            'by the band of the unmitigated risk: ' +
            `${matrix.bands.map((band, index) => `${band.name} SL ${rule.levels[index]}`).join(', ')}`
        );
    return (
        'by the factor unmitigated risk divided by tolerable risk, ' +
        `${rule.thresholds.map((threshold, index) => `above ${threshold}: SL ${index + 1}`).join(', ')}`
    );
}

/** True for a class whose threats cannot be read off the cells of the matrix itself. */
function isApart({ levels, cells, tolerable }: ConsequenceClass): boolean {
    return levels !== null || cells !== null || tolerable !== null;
}

/** The cells of the matrix or of a class, with the threats that are in them. */
function cellsPart(
    matrix: RiskMatrix,
    group: ConsequenceClass | null,
    threats: readonly ThreatRisk[],
): MatrixPart['cells'] {
    const tolerable = group?.tolerable ?? matrix.tolerable;
    const standing = (
        pick: (threat: ThreatRisk) => ThreatRisk['unmitigated'],
        consequence: number,
        likelihood: number,
    ): string[] =>
        threats
            .filter(each => pick(each)?.consequence === consequence && pick(each)?.likelihood === likelihood)
            .map(each => each.threat.id);
    return (group?.cells ?? matrix.cells).map((row, consequence) =>
        row.map((risk, likelihood) => ({
            risk,
            label: riskLabel(matrix, risk),
            tolerable: tolerable === null ? null : risk <= tolerable,
            unmitigated: standing(each => each.unmitigated, consequence, likelihood),
            residual: standing(each => each.residual, consequence, likelihood),
        })),
    );
}

function classPart(matrix: RiskMatrix, group: ConsequenceClass, threats: readonly ThreatRisk[]): MatrixClass {
    const tolerable = group.tolerable ?? matrix.tolerable;
    return {
        name: group.name,
        consequences: matrix.consequence.levels.map((_, position) =>
            levelName(matrix.consequence, position, group.levels),
        ),
        cells: isApart(group)
            ? cellsPart(
                  matrix,
                  group,
                  threats.filter(each => each.consequenceClass === group),
              )
            : [],
        tolerable: tolerable === null ? null : riskLabel(matrix, tolerable),
        targets: (group.targets ?? []).map(fr => frAbbreviations[fr] ?? ''),
    };
}

function matrixPart(matrix: RiskMatrix, threats: readonly ThreatRisk[]): MatrixPart {
    return {
        name: matrix.name,
        source: matrix.source,
        likelihoods: matrix.likelihood.levels.map((_, position) => levelName(matrix.likelihood, position)),
        consequences: matrix.consequence.levels.map((_, position) => levelName(matrix.consequence, position)),
        cells: cellsPart(
            matrix,
            null,
            threats.filter(each => !each.consequenceClass || !isApart(each.consequenceClass)),
        ),
        tolerable: matrix.tolerable === null ? null : riskLabel(matrix, matrix.tolerable),
        targetRule: ruleText(matrix),
        classes: matrix.classes.map(group => classPart(matrix, group, threats)),
    };
}

function verdictOf(each: ThreatRisk): ThreatRow['verdict'] {
    if (!each.residual) return 'not-assessed';
    if (each.tolerable === null) return 'not-compared';
    const tolerable = isTolerable(each, each.today);
    if (tolerable === null) return 'undecided';
    if (tolerable) return 'tolerable';
    return isTolerable(each, each.later) ? 'tolerable-when-planned' : 'above';
}

/** Whether a line counts in the risk of its threat, and why not. */
function countsOf(
    { threat, today, later, off }: ThreatRisk,
    state: ThreatRisk['mitigations'][number],
): Pick<ThreatMeasure, 'counts' | 'why'> {
    const { counts, offPath } = state;
    const [elsewhere] = offPath;
    if (elsewhere !== undefined && threat.against.length === 0) return { counts, why: 'no target is stated' };
    if (elsewhere !== undefined)
        return { counts, why: off.get(elsewhere)?.size === 0 ? 'applied nowhere' : 'applied off the path' };
    if (counts === 'no') return { counts, why: idleText(state) || 'no countermeasure is named' };
    const { round, undecided } = counts === 'today' ? today : later;
    if (undecided) return { counts, why: 'a path may go round it: not every path was tried' };
    if (!round?.lines.includes(state)) return { counts, why: null };
    return { counts: 'no', why: round.way.unshown ? 'the path is not in the model' : 'a path goes round it' };
}

function threatRow(matrix: RiskMatrix | null, each: ThreatRisk): ThreatRow {
    const { threat } = each;
    const level = (axis: 'likelihood' | 'consequence'): string | null => {
        if (matrix && each.unmitigated) {
            return levelName(
                matrix[axis],
                each.unmitigated[axis],
                axis === 'consequence' ? each.consequenceClass?.levels : null,
            );
        }
        return threat[axis] === null ? null : String(threat[axis]);
    };
    return {
        id: threat.id,
        title: threat.title,
        description: threat.description ?? threat.doc,
        category: threat.category,
        from: threat.from.map(mention => mention.id),
        against: threat.against.map(mention => mention.id),
        likelihood: level('likelihood'),
        consequence: level('consequence'),
        unmitigated: each.unmitigated?.label ?? null,
        residual: each.residual?.label ?? null,
        planned: each.planned?.label ?? null,
        tolerable: matrix && each.tolerable !== null ? riskLabel(matrix, each.tolerable) : null,
        verdict: verdictOf(each),
        measures: each.mitigations.map(state => ({
            measures: state.mitigation.by.map(mention => mention.id),
            to: [
                ...(state.mitigation.toLikelihood === null ? [] : [`likelihood ${state.mitigation.toLikelihood}`]),
                ...(state.mitigation.toConsequence === null ? [] : [`consequence ${state.mitigation.toConsequence}`]),
            ].join(', '),
            ...countsOf(each, state),
        })),
        subjects: each.path.subjects,
        pathExists: each.path.exists,
        suggests: each.suggests,
        missing: each.missing,
    };
}

/** The matrix with the threats in their cells, and every threat with its risks. */
export function riskPart(risk: RiskAssessment): RiskPart {
    return {
        matrix: risk.matrix && matrixPart(risk.matrix, risk.threats),
        problems: [
            ...risk.reading.problems.map(problem => problem.message),
            ...risk.reading.leftAside.map(what => `Left aside, because it does not fit the matrix: ${what}.`),
        ],
        threats: risk.threats.map(each => threatRow(risk.matrix, each)),
    };
}

function targetVerdict(
    slT: readonly (number | null)[],
    suggested: readonly (number | null)[],
    threats: readonly string[],
): TargetRow['verdict'] {
    if (slT.every(level => level === null)) return 'not-stated';
    if (threats.length === 0) return 'no-threat';
    if (suggested.every(level => level === null)) return 'not-rated';
    if (suggested.some((level, fr) => level !== null && level > (slT[fr] ?? 0))) return 'below';
    return suggested.some((level, fr) => level !== null && level < (slT[fr] ?? 0)) ? 'above' : 'as-suggested';
}

/** SL-T of every zone and conduit beside what its threats suggest. */
export function targetRows(input: ReportInput, risk: RiskAssessment): readonly TargetRow[] {
    return input.assessment.subjects.map(subject => {
        const suggestion = risk.targets.get(subject.id);
        const suggested = suggestion?.levels ?? subject.slT.map(() => null);
        const threats = suggestion?.threats.map(each => each.threat.id) ?? [];
        return {
            subject: subject.id,
            kind: subject.kind,
            slT: subject.slT,
            source: subject.slTSource,
            because: reasonOf(input.lookup, subject.id),
            suggested,
            threats,
            verdict: targetVerdict(subject.slT, suggested, threats),
        };
    });
}

/** The reason that stands with SL-T, at the subject or at the zone around that states it. */
function reasonOf(lookup: Lookup, id: string): string | null {
    const own = lookup.conduit(id)?.slT ?? lookup.chain(id).find(zone => zone.slT && !isSilent(zone.slT.levels))?.slT;
    return own?.because ?? null;
}

/** A vector as it is printed; a dash where nothing is said. */
export function vectorText(levels: readonly (number | null)[]): string {
    return writeVector(levels) || '–';
}
