import { nearest } from 'iacs-language';
import { Failure } from '../io.ts';
import type { LoadedModel } from '../models.ts';

/**
 * The view of a name; `null` where none is asked for.
 * @throws {@link Failure} for a name that the model does not have
 */
export function viewOf(loaded: LoadedModel, name: string | undefined) {
    if (name === undefined) return null;
    const { views } = loaded.analysis.model;
    const view = views.find(candidate => candidate.id === name);
    if (view) return view;
    const near = nearest(
        name,
        views.map(candidate => candidate.id),
    );
    throw new Failure(
        `There is no view ${name} in ${loaded.file}.` +
            (near
                ? ` Did you mean ${near}?`
                : views.length > 0
                  ? ` There are ${views.map(({ id }) => id).join(', ')}.`
                  : ''),
    );
}
