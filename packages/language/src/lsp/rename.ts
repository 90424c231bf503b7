import type { PrepareRenameParams, Range, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { LiveAnalysis } from '../project/live/index.ts';
import { knowledge, library } from '../analysis.ts';
import type { Declared, Link, TextEdit } from '../syntax/index.ts';
import { applyEdits, isName, lower, namespaceOf, parse } from '../syntax/index.ts';
import { textChanges } from './actions/changes.ts';
import type { Context } from './feature.ts';
import { documentFeature } from './feature.ts';
import type { Target } from './mentions.ts';
import { declarationOf, mentionsOf, targetsAt } from './mentions.ts';
import { stayingFormatted } from './stays-formatted.ts';

const capability = { renameProvider: { prepareProvider: true } };

function refuse(message: string): ResponseError {
    return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

const builtIn = (declared: Declared): ResponseError | null =>
    declared.file.startsWith('iacs-library:') ? refuse(`${declared.id} is built in and keeps its name.`) : null;

/** `textDocument/prepareRename`: the part of the name that would be renamed. */
export const prepareRename = documentFeature<
    PrepareRenameParams,
    { range: Range; placeholder: string } | ResponseError | null
>({
    method: 'textDocument/prepareRename',
    capability,
    waitsFor: 'model',
    answer: (view, params) => {
        const [target] = targetsAt(view, params.position);
        const declared = target && declarationOf(target);
        if (!target || !declared) return null;
        return builtIn(declared) ?? { range: view.lines.rangeOf(target.at), placeholder: declared.node.name!.text };
    },
});

/** `textDocument/rename`: in all files of all models, or not at all. */
export const rename = documentFeature<RenameParams, WorkspaceEdit | ResponseError | null>({
    method: 'textDocument/rename',
    capability,
    waitsFor: 'model',
    answer: (view, params, context) => {
        // Two forms of the same signs are one name.
        const name = params.newName.normalize('NFC');
        if (!isName(name))
            return refuse(
                `"${name}" is not a name: letters, digits, _ and inner hyphens, beginning with a letter or _.`,
            );
        const targets = targetsAt(view, params.position);
        const edits = new Map<string, TextEdit>();
        for (const target of targets) {
            const declared = declarationOf(target);
            if (!declared) return null;
            const refusal = builtIn(declared) ?? taken(target, declared, name);
            if (refusal) return refusal;
            for (const { file, start, end } of mentionsOf(target, true))
                edits.set(`${file} ${start}`, { file, start, end, text: name });
        }
        const all = [...edits.values()];
        for (const target of targets) {
            const lost = firstLost(target, declarationOf(target)!, name, all, context);
            if (lost) return refuse(lost);
        }
        if (all.length === 0) return null;
        return textChanges(
            stayingFormatted(all, file => context.view(file)?.text ?? ''),
            context,
        );
    },
});

function parentOf(id: string): string {
    return id.slice(0, id.lastIndexOf('.') + 1);
}

function taken({ analysis }: Target, declared: Declared, name: string): ResponseError | null {
    const id = parentOf(declared.id) + name;
    const other = analysis.lowered.names.find(namespaceOf(declared.kind), id);
    return other && other.id !== declared.id ? refuse(`${id} exists already.`) : null;
}

/**
 * A mention that would mean something else under the new name, in a sentence; `null` where all mean what they mean now.
 */
function firstLost(
    { analysis }: Target,
    declared: Declared,
    name: string,
    edits: readonly TextEdit[],
    context: Context,
): string | null {
    const editsIn = (file: string): readonly TextEdit[] =>
        edits.filter(edit => edit.file === file).sort((a, b) => a.start - b.start);
    const after = linksAfter(analysis, editsIn, context);
    const renamed = parentOf(declared.id) + name;
    const space = namespaceOf(declared.kind);
    const meaning = (link: Link): string => {
        if (namespaceOf(link.kind) !== space) return link.id;
        return link.id === declared.id
            ? renamed
            : link.id.startsWith(`${declared.id}.`)
              ? renamed + link.id.slice(declared.id.length)
              : link.id;
    };
    for (const { uri, links } of analysis.lowered.files) {
        const changes = editsIn(uri);
        const now = new Map(after.get(uri)?.map(link => [link.start, link.id]));
        let passed = 0;
        let shift = 0;
        for (const link of [...links].sort((a, b) => a.start - b.start)) {
            for (; passed < changes.length && changes[passed]!.start < link.start; passed++) {
                shift += name.length - (changes[passed]!.end - changes[passed]!.start);
            }
            if (now.get(link.start + shift) === meaning(link)) continue;
            const view = context.view(uri)!;
            const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
            return (
                `${renamed} would make a short name ambiguous or mean something else: ` +
                `${view.text.slice(link.start, link.end)} in ${file}, line ` +
                `${view.lines.positionAt(link.start).line + 1}. Choose another name.`
            );
        }
    }
    return null;
}

/** What the mentions of a model would mean with the edits made. */
function linksAfter(
    analysis: LiveAnalysis,
    editsIn: (file: string) => readonly TextEdit[],
    context: Context,
): ReadonlyMap<string, readonly Link[]> {
    const files = analysis.files.map(({ parsed: before }) => {
        const changes = editsIn(before.uri);
        return changes.length === 0 ? before : parse(before.uri, applyEdits(context.view(before.uri)!.text, changes));
    });
    return new Map(lower(files, library(), knowledge, { links: true }).files.map(({ uri, links }) => [uri, links]));
}
