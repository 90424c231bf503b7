import { CompletionItemKind } from 'vscode-languageserver';
import { writeString } from '../../model/index.ts';
import type { Cursor } from '../cursor.ts';
import type { Context, DocumentView } from '../feature.ts';
import { pathBetween } from './imports.ts';
import type { Item } from './item.ts';

/** True where a text names evidence. */
const isEvidence = ({ statement }: Cursor): boolean =>
    statement.map(({ text }) => text).findLast(text => text !== ',' && !text.startsWith('"')) === 'evidence';

/**
 * Documents in the folders that may be the evidence at the cursor, by their paths from the file, as the editor follows
 * them. The nearest ones are first.
 */
export function documentItems(
    view: DocumentView,
    context: Context,
    cursor: Cursor,
    known: ReadonlySet<string>,
): Item[] {
    if (!isEvidence(cursor)) return [];
    const quoted = cursor.place === 'string';
    const steps = (path: string): number => path.split('/').length + path.split('../').length;
    return (context.documents?.() ?? [])
        .flatMap(uri => pathBetween(view.uri, uri) ?? [])
        .filter(path => !known.has(path))
        .sort((a, b) => steps(a) - steps(b) || (a < b ? -1 : 1))
        .map((path): Item => {
            const written = writeString(path);
            return {
                label: path,
                kind: CompletionItemKind.File,
                insert: quoted ? written.slice(1, -1) : written,
                filter: quoted ? path : written,
                // What the model names elsewhere comes first.
                rank: 1000,
            };
        });
}
