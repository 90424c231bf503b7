/** Values of untrusted JSON, each taken only where it has the expected kind. */

export type Fields = Readonly<Record<string, unknown>>;

/** Longer texts are cut; the file still has the whole. */
const mostCharacters = 400;

const nothing: Fields = {};

/** An object; an empty one for anything else. Nothing is taken from a prototype. */
export function fieldsOf(value: unknown): Fields {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : nothing;
}

function own(fields: Fields, key: string): unknown {
    return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

export function objectAt(fields: Fields, key: string): Fields {
    return fieldsOf(own(fields, key));
}

export function listAt(fields: Fields, key: string): readonly unknown[] {
    const value = own(fields, key);
    return Array.isArray(value) ? value : [];
}

/** On one line, without signs that cannot be seen; `null` for what is not a text, or an empty one. */
export function textAt(fields: Fields, key: string): string | null {
    return textOf(own(fields, key));
}

export function textOf(value: unknown): string | null {
    if (typeof value !== 'string') return null;
    const text = value
        .slice(0, 20 * mostCharacters)
        .replace(/[\p{Cc}\p{Cf}\p{Zs}\u2028\u2029]+/gu, ' ')
        .trim();
    if (text === '') return null;
    return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1).trimEnd()}…`;
}

export function numberAt(fields: Fields, key: string): number | null {
    const value = own(fields, key);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textsAt(fields: Fields, key: string): readonly string[] {
    return listAt(fields, key).flatMap(each => textOf(each) ?? []);
}
