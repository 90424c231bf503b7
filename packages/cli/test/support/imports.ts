import { library } from 'iacs-language';
import type { ImportAnswer, ImportKind } from '../../src/import/import-file.ts';
import { importFile } from '../../src/import/import-file.ts';
import type { Known, KnownElement } from '../../src/import/known.ts';
import { nothingIsWhere } from '../../src/import/places.ts';

/** A zone or asset of a model, as an import knows it; what has a dot in its id is an asset unless it says otherwise. */
export function element(id: string, title: string | null, more: Partial<KnownElement> = {}): KnownElement {
    return {
        kind: id.includes('.') ? 'asset' : 'zone',
        id,
        title,
        file: 'main.iacs',
        addresses: [],
        macs: [],
        says: new Map(),
        ...more,
    };
}

/** Nothing but the built-in types and a matrix of five by five. */
export const alone: Known = {
    elements: [],
    where: nothingIsWhere,
    countermeasures: [],
    types: library().files.flatMap(file => file.types),
    classes: [],
    likelihood: { size: 5, names: [] },
    consequence: { size: 5, names: [] },
};

export interface ImportOptions {
    readonly existing?: string;
    readonly columns?: readonly (readonly [string, string])[];
    readonly sheet?: string;
    readonly known?: Known;
    readonly ignore?: readonly string[];
    readonly without?: readonly string[];
    readonly encoding?: string;
    readonly taken?: readonly string[];
}

/** Runs an import of a text or of bytes. */
export function run(
    kind: ImportKind,
    content: string | Uint8Array,
    { existing, columns = [], sheet, known = alone, taken = [], ...more }: ImportOptions = {},
): ImportAnswer {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return importFile({
        kind,
        name: 'register',
        bytes,
        sheet: sheet ?? null,
        columns: new Map(columns),
        known,
        existing: existing ?? null,
        taken,
        ...more,
    });
}

/** The declarations without the comments that remember what was written, and without the head of the file. */
export function declarations(answer: ImportAnswer): string {
    return answer.text
        .split('\n')
        .filter(line => !/^\s*\/\//.test(line))
        .join('\n')
        .replace(/^\n+/, '')
        .replace(/\n{2,}/g, '\n');
}

export function messages(answer: ImportAnswer): readonly string[] {
    return answer.notices.map(({ row, message }) => `${row}: ${message}`);
}
