import type { Command, Range } from 'vscode-languageserver';
import type { Edit } from '../../model/index.ts';
import type { TextEdit } from '../../syntax/index.ts';
import { applyEdits, renderEdits } from '../../syntax/index.ts';
import type { Context } from '../feature.ts';
import { LineIndex } from '../lines.ts';

/**
 * The command of the extension that selects what has to be typed, once the edit is made. Its argument is a list of
 * {@link Gap}.
 */
export const fillInCommand = 'iacs.fillIn';

/** A stretch of a text, as it is after an edit, that somebody has to replace. */
export interface Gap {
    readonly uri: string;
    readonly range: Range;
}

/**
 * Where a claim leaves something to be filled in.
 * @param fill the texts to be replaced, as the edits write them
 */
export function gapsOf(edits: readonly Edit[], fill: readonly string[], context: Context): readonly Gap[] {
    const changes = renderEdits(edits, file => context.view(file)?.text ?? '');
    return [...Map.groupBy(changes, change => change.file)].flatMap(([uri, inFile]) =>
        gapsIn(uri, inFile, fill, context),
    );
}

function gapsIn(uri: string, changes: readonly TextEdit[], fill: readonly string[], context: Context): readonly Gap[] {
    const before = context.view(uri)?.text;
    if (before === undefined) return [];
    const lines = new LineIndex(applyEdits(before, changes));
    let shift = 0;
    return [...changes]
        .sort((a, b) => a.start - b.start)
        .flatMap(change => {
            const start = change.start + shift;
            shift += change.text.length - (change.end - change.start);
            return placesIn(change.text, fill).map(place => ({
                uri,
                range: lines.rangeOf({ start: start + place.start, end: start + place.end }),
            }));
        });
}

/** Each of the texts where it stands first after the one before. */
function placesIn(text: string, fill: readonly string[]): readonly { readonly start: number; readonly end: number }[] {
    const found: { start: number; end: number }[] = [];
    for (const each of fill) {
        const start = text.indexOf(each, found.at(-1)?.end ?? 0);
        if (start >= 0) found.push({ start, end: start + each.length });
    }
    return found;
}

/**
 * The command by which an editor of the extension goes to what is to be typed; none where there is nothing, or for
 * another editor.
 */
export function toFillIn(
    edits: readonly Edit[],
    fill: readonly string[],
    context: Context,
): { readonly command?: Command } {
    if (!context.settings.commands || fill.length === 0) return {};
    const gaps = gapsOf(edits, fill, context);
    return gaps.length === 0 ? {} : { command: { title: 'Fill in', command: fillInCommand, arguments: [gaps] } };
}
