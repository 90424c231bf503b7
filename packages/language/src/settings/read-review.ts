import { nearest } from '../model/nearest.ts';
import { defaultGravity, reasonKinds, type ReasonKind } from './reasons.ts';
import type { Review, ReviewPolicy } from './review.ts';
import type { SettingsError } from './settings.ts';
import { severitySettings, type SeveritySetting } from './severity.ts';

const keys = ['severity', 'needs'] as const;

const isSeverity = (value: unknown): value is SeveritySetting =>
    typeof value === 'string' && (severitySettings as readonly string[]).includes(value);

const isPerson = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Who is needed; `null` for a value that says nothing of anybody. */
function personsOf(value: unknown): readonly string[] | null {
    if (value === undefined) return [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.length > 0 && list.every(isPerson) ? list : null;
}

function suggestion(word: string, known: readonly string[]): string {
    const near = nearest(word, known);
    return near === null ? '' : ` Did you mean "${near}"?`;
}

function readPolicy(kind: ReasonKind, value: unknown, errors: SettingsError[]): ReviewPolicy | null {
    if (isSeverity(value)) return { severity: value, needs: [] };
    const path = ['review', kind];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        errors.push({
            path,
            message: `"${kind}" has to be "off", "info", "warning" or "error", or { "needs": "risk owner" }.`,
        });
        return null;
    }
    const given = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(given))
        if (!(keys as readonly string[]).includes(key))
            errors.push({ path: [...path, key], message: `There is no setting "${key}".${suggestion(key, keys)}` });
    const needs = personsOf(given['needs']);
    if (needs === null)
        errors.push({
            path: [...path, 'needs'],
            message: '"needs" has to be a person or a role, or a list of them.',
        });
    const { severity = needs && needs.length > 0 ? 'error' : defaultGravity(kind) } = given;
    if (isSeverity(severity)) return { severity, needs: needs ?? [] };
    errors.push({
        path: [...path, 'severity'],
        message: '"severity" has to be "off", "info", "warning" or "error".',
    });
    return null;
}

/** Reads `review`: an object from a kind of reason to a severity, or to who has to agree. */
export function readReview(value: unknown, errors: SettingsError[]): Review {
    const read = new Map<ReasonKind, ReviewPolicy>();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        errors.push({
            path: ['review'],
            message:
                '"review" has to be an object from a kind of reason to a severity, such as { "path-into-safety": ' +
                '"error", "sl-t-lowered": { "needs": "risk owner" } }.',
        });
        return read;
    }
    for (const [word, asked] of Object.entries(value)) {
        const kind = reasonKinds.find(each => each === word);
        if (kind === undefined) {
            errors.push({
                path: ['review', word],
                message: `There is no kind of reason "${word}".${suggestion(word, reasonKinds)}`,
            });
            continue;
        }
        const policy = readPolicy(kind, asked, errors);
        if (policy) read.set(kind, policy);
    }
    return read;
}
