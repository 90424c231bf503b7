import { writeString } from '../model/index.ts';
import type { RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../syntax/index.ts';
import { textChanges } from './actions/changes.ts';
import { pathBetween } from './completion/imports.ts';
import type { Context } from './feature.ts';
import { workspaceFeature } from './feature.ts';
import { normalUri } from '../project/index.ts';

/** The files whose moves the server wants to hear of before they are made. */
export const movableFiles = {
    filters: [
        { scheme: 'file', pattern: { glob: '**/*.iacs', matches: 'file' as const } },
        { scheme: 'file', pattern: { glob: '**', matches: 'folder' as const } },
    ],
};

/** `workspace/willRenameFiles`: imports follow a file or folder that gets another name or place. */
export const willRenameFiles = workspaceFeature<RenameFilesParams, WorkspaceEdit | null>({
    method: 'workspace/willRenameFiles',
    capability: {},
    answer: ({ files }, context) => {
        const moves = files.map(({ oldUri, newUri }) => [normalUri(oldUri), normalUri(newUri)] as const);
        const after = (uri: string): string => {
            for (const [from, to] of moves) {
                if (uri === from) return to;
                if (uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
            }
            return uri;
        };
        const edits = importEdits(context, after);
        return edits.length > 0 ? textChanges(edits, context) : null;
    },
});

/** The paths of imports that would lead elsewhere, each once however many models have the file. */
function importEdits(context: Context, after: (uri: string) => string): readonly TextEdit[] {
    const edits = new Map<string, TextEdit>();
    for (const { gathering } of context.analyses) {
        for (const [file, links] of gathering.imports) {
            for (const { uri, start, end, lack } of links) {
                if (lack !== null || (after(uri) === uri && after(file) === file)) continue;
                const path = pathBetween(after(file), after(uri));
                if (path === null || path === pathBetween(file, uri)) continue;
                edits.set(`${file} ${start}`, { file, start, end, text: writeString(path) });
            }
        }
    }
    return [...edits.values()];
}
