import path from 'node:path';
import type { Analysis, Countermeasure, RequirementState } from 'iacs-language';
import { assess, fileUri, lookup } from 'iacs-language';
import type { Io } from '../../io.ts';
import { loadOneModel } from '../../models.ts';
import { resolve, resolveBeside } from '../known.ts';

/** A zone or conduit of the model, and what the model says of its requirements outside of the file that is written. */
export interface KnownSubject {
    readonly kind: 'zone' | 'conduit';
    readonly id: string;
    readonly title: string | null;
    readonly requirements: readonly RequirementState[];
}

/** What an import of requirements has to know of the model. */
export interface KnownStates {
    /** `null` without a model: every zone is taken at its word. */
    readonly subjects: readonly KnownSubject[] | null;
    /** Countermeasures outside of the file that is written. */
    readonly measures: readonly Countermeasure[];
}

export const noModel: KnownStates = { subjects: null, measures: [] };

/** The subject that a text names: by name or title, letter case, signs and what is in brackets aside. */
export function subjectOf(text: string, subjects: readonly KnownSubject[]): KnownSubject | null {
    const id = resolveBeside(text, subjects) ?? resolve(text.replace(/\s*\b(zone|conduit)\b\s*/iu, ' '), subjects);
    return id === null ? null : subjects.find(subject => subject.id === id)!;
}

/**
 * What a model says without one of its files, so that what an earlier import wrote there does not speak against the
 * sheet that it came from.
 * @param written the address of the file; `null` for none
 */
export function statesWithout(
    { model, assessment }: Pick<Analysis, 'model' | 'assessment'>,
    written: string | null,
): KnownStates {
    const elsewhere = <T extends { readonly origin: { readonly file: string } }>(all: readonly T[]): readonly T[] =>
        all.filter(each => each.origin.file !== written);
    const rest = {
        ...model,
        zones: model.zones.map(zone => ({ ...zone, statements: elsewhere(zone.statements) })),
        conduits: model.conduits.map(conduit => ({ ...conduit, statements: elsewhere(conduit.statements) })),
    };
    const assessed = assess(lookup(rest), assessment.yardstick);
    return {
        measures: elsewhere(model.measures),
        subjects: [...rest.zones, ...rest.conduits].map(({ kind, id, title }) => ({
            kind,
            id,
            title,
            requirements: assessed.of(id)?.requirements ?? [],
        })),
    };
}

/** @param model the path of the model; `undefined` for none */
export async function knownStates(model: string | undefined, output: string | undefined, io: Io): Promise<KnownStates> {
    if (model === undefined) return noModel;
    const { analysis } = await loadOneModel([model], io, { today: io.today, withoutRules: true });
    return statesWithout(analysis, output === undefined ? null : fileUri(path.resolve(io.cwd, output)));
}
