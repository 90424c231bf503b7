import type { Range } from 'vscode-languageserver';
import { nameOf, type Origin } from '../../model/index.ts';

/** One row of the side bar. Its children are asked for by its key when somebody opens it. */
export interface TreeRow {
    /** What to ask for its children by; unique in the tree. */
    readonly key: string;
    readonly label: string;
    readonly description: string;
    /** What it is, for an icon: `zone`, `asset`, `finding` … */
    readonly is: string;
    readonly hasChildren: boolean;
    /** The id of the element that it shows, where it shows one. */
    readonly element?: string;
    readonly place?: { readonly uri: string; readonly range: Range };
}

/** Turns a place of the model into one of the editor; `undefined` for a file that is not there. */
export type PlaceOf = (
    origin: Pick<Origin, 'file'> & { readonly start: number; readonly end: number },
) => TreeRow['place'];

/** The row of an element. */
export function rowOf(
    placeOf: PlaceOf,
    is: string,
    element: { readonly id: string; readonly origin: Origin },
    description: string,
    hasChildren: boolean,
): TreeRow {
    const at = nameOf(element.origin);
    const place = placeOf(at);
    return {
        key: `${is}:${element.id}`,
        label: element.id,
        description,
        is,
        hasChildren,
        element: element.id,
        ...(place ? { place } : {}),
    };
}
