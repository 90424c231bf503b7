import {
    counted,
    policyFor,
    type Problem,
    reasonKinds,
    type ReviewPolicy,
    rules,
    type Settings,
    type SeveritySetting,
} from 'iacs-language';
import {
    settingsDiff,
    yardstickReasons,
    type ModelDiff,
    type Reason,
    type SettingsDifference,
} from 'iacs-language/diff';
import type { SettingsAt } from '../sides.ts';

const ranks: readonly SeveritySetting[] = ['off', 'info', 'warning', 'error'];

/** From how much on a check fails; `never` asks nothing. */
const rankOf = (level: Settings['failOn']): number => ['never', 'error', 'warning', 'info'].indexOf(level);

/** A model that the settings of HEAD leave out, and who owns it. */
export interface ExcludedModel {
    readonly name: string;
    readonly owner: string | null;
}

/** The settings of both sides that hold for some models. */
export interface SettingsPair {
    readonly before: SettingsAt;
    readonly after: SettingsAt;
    /** The comparisons of the models that are judged by them, where both sides have the model. */
    readonly models: readonly ModelDiff[];
    /** Models that these settings of HEAD leave out and those of BASE do not. */
    readonly excluded: readonly ExcludedModel[];
    /** Who owns the models that are judged by them, also those that are the same on both sides. */
    readonly owners: () => readonly string[];
    readonly nameOf: (file: string) => string;
}

function ruleDifferences(before: Settings, after: Settings): readonly SettingsDifference[] {
    return rules.flatMap(rule => {
        const [old, now] = [before.rules.get(rule.id) ?? rule.severity, after.rules.get(rule.id) ?? rule.severity];
        if (old === now) return [];
        const lower = ranks.indexOf(now) < ranks.indexOf(old);
        return [
            {
                what: `rule ${rule.id}: ${old} → ${now}`,
                direction: lower ? ('worse' as const) : ('neutral' as const),
                kind: lower ? ('settings-lowered' as const) : ('settings-raised' as const),
                text: `rule ${rule.id} is ${now}, where it was ${old}: ${lower ? 'less' : 'more'} is asked for`,
            },
        ];
    });
}

/** What a review asks for: a lower severity, or nobody needed any more, lets through what it did not before. */
function reviewDifferences(before: Settings, after: Settings): readonly SettingsDifference[] {
    const said = ({ severity, needs }: ReviewPolicy): string =>
        `${severity}${needs.length > 0 ? `, needs ${needs.join(' or ')}` : ''}`;
    return reasonKinds.flatMap(kind => {
        const [old, now] = [policyFor(before.review, kind), policyFor(after.review, kind)];
        if (said(old) === said(now)) return [];
        const lost =
            old.needs.length > 0 && (now.needs.length === 0 || now.needs.some(each => !old.needs.includes(each)));
        const lower = ranks.indexOf(now.severity) < ranks.indexOf(old.severity) || lost;
        return [
            {
                what: `review ${kind}: ${said(old)} → ${said(now)}`,
                direction: lower ? ('worse' as const) : ('neutral' as const),
                kind: lower ? ('settings-lowered' as const) : ('settings-raised' as const),
                text: `a review asks ${lower ? 'less' : 'more'} of ${kind}: ${said(now)}, where it was ${said(old)}`,
            },
        ];
    });
}

/** What two files of settings leave out. */
function excludeDifferences(
    before: Settings,
    after: Settings,
    excluded: readonly ExcludedModel[],
): readonly SettingsDifference[] {
    const [old, now] = [before.exclude.join(', '), after.exclude.join(', ')];
    if (old === now && excluded.length === 0) return [];
    const what = `exclude: ${old || 'nothing'} → ${now || 'nothing'}`;
    if (excluded.length === 0)
        return [
            {
                what,
                direction: 'neutral',
                kind: 'settings-changed',
                text: 'other files are left out; no model is among them',
            },
        ];
    return [
        {
            what,
            direction: 'worse',
            kind: 'settings-lowered',
            text: `no longer checked, because it is excluded: ${excluded.map(({ name }) => name).join(', ')}`,
        },
    ];
}

function matrixDifferences({ before, after, models }: SettingsPair): readonly SettingsDifference[] {
    if (JSON.stringify(before.settings.riskMatrix) === JSON.stringify(after.settings.riskMatrix)) return [];
    const reasons = models.flatMap(diff => yardstickReasons(diff, after.settings.riskMatrix));
    const worse = reasons.find(({ direction }) => direction === 'worse');
    const { kind, direction, text }: Pick<Reason, 'kind' | 'direction' | 'text'> = worse ??
        reasons[0] ?? { kind: 'matrix-changed', direction: 'neutral', text: 'risks are measured with another matrix' };
    return [{ what: 'riskMatrix: another one', kind, direction, text }];
}

/** Ages that grow ask for less: old evidence speaks for longer, and "never seen" is said later. */
function ageDifferences(before: Settings, after: Settings): readonly SettingsDifference[] {
    return (['staleAfter', 'oldAfter'] as const).flatMap(key => {
        const [old, now] = [before.asFound[key], after.asFound[key]];
        if (old === now) return [];
        const lower = now > old;
        return [
            {
                what: `asFound ${key}: ${old} → ${now}`,
                direction: lower ? ('worse' as const) : ('neutral' as const),
                kind: lower ? ('settings-lowered' as const) : ('settings-raised' as const),
                text:
                    `asFound ${key} is ${counted(now, 'day')}, where it was ${old}: ` +
                    `${lower ? 'less' : 'more'} is asked for`,
            },
        ];
    });
}

function differences(pair: SettingsPair): readonly SettingsDifference[] {
    const [before, after] = [pair.before.settings, pair.after.settings];
    const found = [
        ...ruleDifferences(before, after),
        ...reviewDifferences(before, after),
        ...ageDifferences(before, after),
        ...excludeDifferences(before, after, pair.excluded),
        ...matrixDifferences(pair),
    ];
    if (before.failOn === after.failOn) return found;
    const lower = rankOf(after.failOn) < rankOf(before.failOn);
    return [
        ...found,
        {
            what: `failOn: ${before.failOn} → ${after.failOn}`,
            direction: lower ? 'worse' : 'neutral',
            kind: lower ? 'settings-lowered' : 'settings-raised',
            text:
                `failOn is ${after.failOn}, where it was ${before.failOn}: a check fails for ` +
                `${lower ? 'less' : 'more'}`,
        },
    ];
}

const ownersOf = (models: readonly ExcludedModel[]): readonly string[] => models.flatMap(({ owner }) => owner ?? []);

/**
 * Settings above those that hold for a model, which leave the model out now.
 * @param before the settings of the same folder in BASE
 */
export function excludedAbove(
    before: Settings,
    after: { readonly uri: string; readonly settings: Settings },
    excluded: readonly ExcludedModel[],
    nameOf: (file: string) => string,
): ModelDiff {
    return settingsDiff(
        { uri: after.uri, name: nameOf(after.uri) },
        excludeDifferences(before, after.settings, excluded),
        ownersOf(excluded),
        { before: [], after: [], fileName: nameOf, settings: before },
    );
}

function problemsOf({ problem, file }: SettingsAt): readonly Problem[] {
    if (problem === null) return [];
    return [
        { kind: 'syntax', message: problem, at: { file, start: 0, end: 0 }, subject: null, fixes: [], related: [] },
    ];
}

/**
 * What changed in the settings, as one comparison beside those of the models, which are judged by the settings of BASE:
 * a rule that is asked less, or a model that is left out, is a thing that nobody sees any more.
 * @returns `null` where nothing did
 */
export function settingsChange(pair: SettingsPair): ModelDiff | null {
    const found = differences(pair);
    const { before, after, excluded, nameOf } = pair;
    const [old, now] = [problemsOf(before), problemsOf(after)];
    if (found.length === 0 && old.length + now.length === 0) return null;
    const beyondExclude = found.some(({ what }) => !what.startsWith('exclude:'));
    const owners = [...ownersOf(excluded), ...(beyondExclude ? pair.owners() : [])];
    return settingsDiff({ uri: after.file, name: nameOf(after.file) }, found, owners, {
        before: old,
        after: now,
        fileName: nameOf,
        settings: before.settings,
    });
}
