import type { MatrixReading } from '../assessment/index.ts';
import { defaultMatrixReading, readRiskMatrix } from '../assessment/index.ts';
import { defaultAges, readAges, type Ages } from './ages.ts';
import { nearest } from '../model/nearest.ts';
import { readReview } from './read-review.ts';
import type { Review } from './review.ts';
import { severities, severitySettings, type Severity, type SeveritySetting } from './severity.ts';

/** From which severity on a check fails. */
export const failLevels = [...severities, 'never'] as const;
/** A severity from which on a check fails, or `never`. */
export type FailLevel = Severity | 'never';

/** What `iacs.config.json` says, in words that are known to be right. */
export interface Settings {
    /** Severities by rule id, where they differ from the rule's own. */
    readonly rules: ReadonlyMap<string, SeveritySetting>;
    /** From which severity on a check fails. */
    readonly failOn: FailLevel;
    /** The site's risk matrix, as it was read; the default when none is given. */
    readonly riskMatrix: MatrixReading;
    /** Patterns of paths that are left out when a folder is searched for models. */
    readonly exclude: readonly string[];
    /** What a review asks for, by kind of reason, where it differs from the default. */
    readonly review: Review;
    /** How long rules and observations speak for the plant. */
    readonly asFound: Ages;
}

/** The settings of a model without a settings file. */
export const defaultSettings: Settings = {
    rules: new Map(),
    failOn: 'error',
    riskMatrix: defaultMatrixReading,
    exclude: [],
    review: new Map(),
    asFound: defaultAges,
};

/** Something in the settings that cannot be followed. */
export interface SettingsError {
    /** Where it stands: the keys that lead there, from the outside in. */
    readonly path: readonly string[];
    /** Where it stands in the text, where no key leads there. */
    readonly at?: number;
    /** A whole sentence with what to do. */
    readonly message: string;
}

/** Settings, and what is wrong with their file. */
export interface SettingsReading {
    /** What could be followed; the defaults elsewhere. */
    readonly settings: Settings;
    readonly errors: readonly SettingsError[];
}

/** The keys of a settings file. `$schema` is for editors and says nothing here. */
export const settingsKeys = ['$schema', 'rules', 'failOn', 'riskMatrix', 'exclude', 'review', 'asFound'] as const;

function suggestion(word: string, known: Iterable<string>): string {
    const near = nearest(word, known);
    return near === null ? '' : ` Did you mean "${near}"?`;
}

function oneOf(words: readonly string[]): string {
    return words
        .map(word => `"${word}"`)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1');
}

function isWord<T extends string>(value: unknown, words: readonly T[]): value is T {
    return typeof value === 'string' && (words as readonly string[]).includes(value);
}

function isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readRules(
    value: unknown,
    known: readonly string[],
    errors: SettingsError[],
): ReadonlyMap<string, SeveritySetting> {
    const read = new Map<string, SeveritySetting>();
    if (value === undefined) return read;
    if (!isObject(value)) {
        errors.push({
            path: ['rules'],
            message: '"rules" has to be an object from rule id to severity, such as { "zone-without-target": "off" }.',
        });
        return read;
    }
    for (const [id, severity] of Object.entries(value)) {
        const path = ['rules', id];
        if (!known.includes(id)) errors.push({ path, message: `There is no rule "${id}".${suggestion(id, known)}` });
        else if (isWord(severity, severitySettings)) read.set(id, severity);
        else errors.push({ path, message: `The severity of "${id}" has to be ${oneOf(severitySettings)}.` });
    }
    return read;
}

/**
 * Reads the content of an `iacs.config.json`.
 * @param value what the JSON text holds; anything at all
 * @param known the ids that rules may have
 * @returns the settings with defaults for what is missing or wrong, and every error; an empty list means all was
 *    understood
 */
export function readSettings(value: unknown, known: readonly string[]): SettingsReading {
    const errors: SettingsError[] = [];
    if (!isObject(value)) {
        return {
            settings: defaultSettings,
            errors: [{ path: [], message: 'The settings have to be one JSON object: { "rules": { … } }.' }],
        };
    }
    const given = new Map<string, unknown>(Object.entries(value));
    for (const key of given.keys()) {
        if (!isWord(key, settingsKeys))
            errors.push({ path: [key], message: `There is no setting "${key}".${suggestion(key, settingsKeys)}` });
    }
    const { failOn = defaultSettings.failOn, exclude = [] } = Object.fromEntries(given);
    if (!isWord(failOn, failLevels))
        errors.push({ path: ['failOn'], message: `"failOn" has to be ${oneOf(failLevels)}.` });
    // A matrix that is not said is the default; `null` in a file says something that cannot be followed.
    const riskMatrix = readRiskMatrix(given.get('riskMatrix') === null ? false : given.get('riskMatrix'));
    errors.push(...riskMatrix.problems.map(({ message }) => ({ path: ['riskMatrix'], message })));
    const excludes = Array.isArray(exclude) && exclude.every(each => typeof each === 'string' && each !== '');
    if (!excludes)
        errors.push({
            path: ['exclude'],
            message: '"exclude" has to be a list of paths or patterns, such as ["archive/**"].',
        });
    return {
        settings: {
            rules: readRules(given.get('rules'), known, errors),
            failOn: isWord(failOn, failLevels) ? failOn : defaultSettings.failOn,
            riskMatrix,
            exclude: excludes ? (exclude as readonly string[]) : [],
            review: given.has('review') ? readReview(given.get('review'), errors) : defaultSettings.review,
            asFound: readAges(given.get('asFound'), errors),
        },
        errors,
    };
}

/** Settings with the severities of some rules replaced, as on a command line. */
export function withSeverities(settings: Settings, overrides: Iterable<readonly [string, SeveritySetting]>): Settings {
    return { ...settings, rules: new Map([...settings.rules, ...overrides]) };
}
