import type { MatrixReading } from '../../assessment/index.ts';
import { assess } from '../../assessment/index.ts';
import { Lines, lookup, type Model, type Problem } from '../../model/index.ts';
import { defaultSettings, type Settings } from '../../settings/index.ts';
import { judgeYardstick } from './judge/risks.ts';
import { Reasons } from './judge/reason.ts';
import { verdictOf } from './judge/verdict.ts';
import type { Change, DiffSide, Direction, ModelDiff, Reason, ReasonKind, Security } from './model-diff.ts';

/** One difference of the settings, and what it means. */
export interface SettingsDifference {
    /** As a change says it. */
    readonly what: string;
    readonly kind: ReasonKind;
    readonly direction: Direction;
    readonly text: string;
}

const noReach = { groups: [], pairs: [], total: 0 };

const noSecurity: Security = {
    verdict: 'none',
    reasons: [],
    causes: [],
    reachability: { opened: noReach, closed: noReach },
    crossings: { opened: [], closed: [] },
    radius: [],
    levels: [],
    requirements: [],
    findings: { added: [], fixed: [], replaced: [], gone: [], claimed: [], asked: [], silenced: [] },
    invariants: { broken: [], healed: [] },
    acceptances: [],
    threats: [],
    agreements: [],
};

/** The comparison of a model that is the same on both sides, of which no more than its name is known. */
export function unchangedDiff(system: string | null, side: DiffSide): ModelDiff {
    return {
        of: 'model',
        system,
        before: side,
        after: side,
        changes: [],
        security: noSecurity,
        owners: [],
        reached: [],
        doubts: [],
    };
}

const emptyModel: Model = {
    files: [],
    system: null,
    zones: [],
    conduits: [],
    assets: [],
    flows: [],
    types: [],
    protocols: [],
    countermeasures: [],
    threats: [],
    invariants: [],
    views: [],
    rulesets: [],
    observations: [],
    functions: [],
    islands: [],
    advisories: [],
    parties: [],
    programmes: [],
    repeats: [],
    unread: [],
};

function sideWith(
    problems: readonly Problem[],
    fileName: (file: string) => string,
    settings: Settings = defaultSettings,
): DiffSide {
    const questions = lookup(emptyModel);
    return {
        model: emptyModel,
        whole: emptyModel,
        lookup: questions,
        assessment: assess(questions, { today: '', matrix: defaultSettings.riskMatrix }),
        findings: [],
        problems,
        settings,
        today: '',
        textOf: () => undefined,
        linesOf: () => new Lines(''),
        fileName,
    };
}

/**
 * What changed in a file of settings, as a comparison beside those of the models.
 * @param owners of the models that it concerns
 * @param problems why a side could not be followed
 */
export function settingsDiff(
    file: { readonly uri: string; readonly name: string },
    differences: readonly SettingsDifference[],
    owners: readonly string[],
    problems: {
        readonly before: readonly Problem[];
        readonly after: readonly Problem[];
        readonly fileName: (file: string) => string;
        /** Those of the side before: what a review asks for is said there. */
        readonly settings?: Settings;
    },
): ModelDiff {
    const changes = differences.map(({ what }): Change => ({
        kind: 'changed',
        element: 'settings',
        id: file.name,
        before: file.name,
        what,
        file: file.name,
        line: 1,
        at: { file: file.uri, start: 0, end: 0 },
    }));
    const reasons = differences.map(({ kind, direction, text }): Reason => ({
        kind,
        direction,
        text,
        about: [`settings ${file.name}`],
    }));
    const doubts = (
        [
            ['base', problems.before],
            ['head', problems.after],
        ] as const
    ).flatMap(([side, list]) => (list.length > 0 ? [{ side, problems: list }] : []));
    return {
        of: 'settings',
        system: null,
        before: sideWith(problems.before, problems.fileName, problems.settings),
        after: sideWith(problems.after, problems.fileName),
        changes,
        security: {
            ...noSecurity,
            reasons,
            causes: reasons.map((_, index) => ({ change: index, effects: [index] })),
            verdict: verdictOf(reasons, doubts.length === 0),
        },
        owners: [...new Set(owners)],
        reached: [],
        doubts,
    };
}

/**
 * Files in which there may be a model and that could not be read: as a comparison of its own, which has no verdict.
 * @param problems why, on each side
 */
export function unreadDiff(problems: {
    readonly before: readonly Problem[];
    readonly after: readonly Problem[];
    readonly fileName: (file: string) => string;
}): ModelDiff {
    const empty = settingsDiff({ uri: '', name: '' }, [], [], problems);
    return { ...empty, of: 'files', changes: [] };
}

/** What it means for one model that another matrix is in the settings, by which HEAD would be judged. */
export function yardstickReasons({ after }: ModelDiff, matrix: MatrixReading): readonly Reason[] {
    const own = assess(after.lookup, { today: after.today, matrix }).risk;
    const reasons = new Reasons();
    judgeYardstick(
        { was: after.assessment.risk.matrix, is: own.matrix, byOld: after.assessment.risk.threats, byNew: own.threats },
        [],
        reasons,
    );
    return reasons.found;
}
