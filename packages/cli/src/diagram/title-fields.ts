import type { TitleFields } from 'iacs-language/diagram';
import { noFields } from 'iacs-language/diagram';

/** The options that fill a title block, besides date and revision. */
export const fieldOptions = {
    number: 'string',
    drawn: 'string',
    checked: 'string',
    approved: 'string',
    classification: 'string',
    status: 'string',
} as const;

type Field = keyof typeof fieldOptions;

/** What a command line says for the title block. */
export function fieldsOf(
    values: Partial<Record<Field | 'date' | 'revision', string | undefined>>,
    commit: string | null = null,
): TitleFields {
    const said = (Object.keys(fieldOptions) as Field[]).map(name => [name, values[name] ?? null] as const);
    return {
        ...noFields,
        ...Object.fromEntries(said),
        date: values.date ?? null,
        revision: values.revision ?? null,
        commit,
    };
}
