import type { TypeHierarchyItem, TypeHierarchyPrepareParams } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { AssetType } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Context } from './feature.ts';
import { documentFeature, workspaceFeature } from './feature.ts';
import { declarationOf, targetsAt } from './mentions.ts';

/** What an item remembers: the type, and the root of the model that has it. */
interface Data {
    readonly type: string;
    readonly root: string;
}

function itemOf(type: AssetType, analysis: LiveAnalysis, context: Context): TypeHierarchyItem | null {
    const declared = declarationOf({ analysis, kind: 'type', id: type.id, at: { start: 0, end: 0 } });
    const lines = declared && context.view(declared.file)?.lines;
    if (!declared || !lines) return null;
    const data: Data = { type: type.id, root: analysis.root };
    return {
        name: type.id,
        kind: SymbolKind.Class,
        detail: type.title ?? '',
        uri: declared.file,
        range: lines.rangeOf({ start: declared.node.start, end: declared.node.end }),
        selectionRange: lines.rangeOf(declared.at),
        data,
    };
}

/** Of an asset its type, of a type itself. */
export const prepareTypeHierarchy = documentFeature<TypeHierarchyPrepareParams, TypeHierarchyItem[]>({
    method: 'textDocument/prepareTypeHierarchy',
    capability: { typeHierarchyProvider: true },
    waitsFor: 'model',
    answer: (view, params, context) =>
        targetsAt(view, params.position)
            .slice(0, 1)
            .flatMap(({ analysis, id, kind }) => {
                const { lookup } = analysis;
                const type = kind === 'type' ? lookup.type(id) : lookup.type(lookup.asset(id)?.type?.id ?? '');
                return (type && itemOf(type, analysis, context)) ?? [];
            }),
});

function typesFor(
    { data }: TypeHierarchyItem,
    context: Context,
    choose: (type: AssetType, analysis: LiveAnalysis) => readonly (AssetType | undefined)[],
): TypeHierarchyItem[] {
    const { type: id, root } = data as Data;
    const analysis = context.analyses.find(each => each.root === root);
    const type = analysis?.lookup.type(id);
    if (!analysis || !type) return [];
    return choose(type, analysis).flatMap(each => (each && itemOf(each, analysis, context)) ?? []);
}

export const supertypes = workspaceFeature<{ item: TypeHierarchyItem }, TypeHierarchyItem[]>({
    method: 'typeHierarchy/supertypes',
    capability: {},
    answer: ({ item }, context) => typesFor(item, context, ({ base }, { lookup }) => [lookup.type(base?.id ?? '')]),
});

export const subtypes = workspaceFeature<{ item: TypeHierarchyItem }, TypeHierarchyItem[]>({
    method: 'typeHierarchy/subtypes',
    capability: {},
    answer: ({ item }, context) =>
        typesFor(item, context, ({ id }, { model }) => model.types.filter(({ base }) => base?.id === id)),
});
