import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearest } from 'iacs-language';
import type { Io } from './io.ts';
import { Failure } from './io.ts';
import type { LoadedModel } from './models.ts';
import type { Loaded } from './problems.ts';
import { loadAll } from './problems.ts';

/** Words of a command line that name elements, and those that name files and folders. */
export interface NamedWords {
    readonly ids: readonly string[];
    readonly paths: readonly string[];
}

/** A word is a path where it looks like one: everything else is the name of something in the model. */
function isPath(word: string): boolean {
    return /[/\\]|\.iacs$|^\.{1,2}$|^-$/.test(word);
}

export function sorted(words: readonly string[]): NamedWords {
    const names = words.filter(word => !isPath(word));
    return {
        ids: names.flatMap(word => word.split(',')).filter(word => word !== ''),
        paths: words.filter(isPath),
    };
}

/** The models that have what is named, and all that were read. */
export interface Named {
    readonly models: readonly LoadedModel[];
    readonly loaded: Loaded;
}

/**
 * The models that have all of what is named.
 * @param ids of zones, conduits and assets
 * @throws {@link Failure} for what no model has, with the nearest name
 */
export async function modelsWith({ ids, paths }: NamedWords, today: string, io: Io): Promise<Named> {
    const loaded = await loadAll(paths, io, { today, withoutRules: true });
    const { models } = loaded;
    const knows = ({ analysis: { lookup } }: LoadedModel, id: string): boolean => lookup.element(id) !== undefined;
    const found = models.filter(model => ids.every(id => knows(model, id)));
    if (found.length > 0) return { models: found, loaded };
    const missing = ids.find(id => !models.some(model => knows(model, id)));
    if (missing === undefined) throw new Failure(`No model has all of ${ids.join(', ')}.`);
    if (existsSync(path.resolve(io.cwd, missing)))
        throw new Failure(`There is no zone, conduit or asset ${missing}. For the folder write ./${missing}`);
    const all = models.flatMap(({ analysis: { model } }) =>
        [...model.zones, ...model.conduits, ...model.assets].map(each => each.id),
    );
    const last = `.${missing}`.toLowerCase();
    const near = all.find(id => id.toLowerCase().endsWith(last)) ?? nearest(missing, all);
    throw new Failure(`There is no zone, conduit or asset ${missing}.${near ? ` Did you mean ${near}?` : ''}`);
}
