import type {
    CallHierarchyIncomingCall,
    CallHierarchyItem,
    CallHierarchyOutgoingCall,
    CallHierarchyPrepareParams,
    DefinitionParams,
    DocumentHighlight,
    DocumentHighlightParams,
    DocumentLink,
    DocumentLinkParams,
    Location,
    Range,
    ReferenceParams,
    SymbolInformation,
    WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Asset, Flow, Place } from '../model/index.ts';
import type { Declared, NameKind } from '../syntax/index.ts';
import { namesOf } from '../syntax/index.ts';
import type { Context } from './feature.ts';
import { documentFeature, workspaceFeature } from './feature.ts';
import { declarationOf, mentionsOf, targetsAt } from './mentions.ts';
import { resolvePath } from '../project/index.ts';

function locationOf({ file, start, end }: Place, context: Context): Location | null {
    const view = context.view(file);
    return view ? { uri: file, range: view.lines.rangeOf({ start, end }) } : null;
}

function placeOf(declared: Declared): Place {
    return { file: declared.file, start: declared.at.start, end: declared.at.end };
}

function unique(locations: readonly (Location | null)[]): Location[] {
    const seen = new Set<string>();
    return locations.filter(location => {
        if (!location) return false;
        const key = JSON.stringify(location);
        return !seen.has(key) && seen.add(key) !== undefined;
    }) as Location[];
}

export const definition = documentFeature<DefinitionParams, Location[]>({
    method: 'textDocument/definition',
    capability: { definitionProvider: true },
    waitsFor: 'model',
    answer: (view, params, context) => {
        const offset = view.lines.offsetAt(params.position);
        const imported = view.analyses
            .flatMap(analysis => analysis.gathering.imports.get(view.uri) ?? [])
            .find(link => link.exists && link.start <= offset && offset <= link.end);
        if (imported)
            return [{ uri: imported.uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }];
        return unique(
            targetsAt(view, params.position).map(target => {
                const declared = declarationOf(target);
                return declared ? locationOf(placeOf(declared), context) : null;
            }),
        );
    },
});

export const references = documentFeature<ReferenceParams, Location[]>({
    method: 'textDocument/references',
    capability: { referencesProvider: true },
    waitsFor: 'model',
    answer: (view, params, context) =>
        unique(
            targetsAt(view, params.position)
                .flatMap(target => mentionsOf(target, params.context.includeDeclaration))
                .map(place => locationOf(place, context)),
        ),
});

export const highlights = documentFeature<DocumentHighlightParams, DocumentHighlight[]>({
    method: 'textDocument/documentHighlight',
    capability: { documentHighlightProvider: true },
    waitsFor: 'model',
    answer: (view, params, context) => {
        const [target] = targetsAt(view, params.position);
        return target
            ? unique(mentionsOf(target, true).map(place => locationOf(place, context)))
                  .filter(({ uri }) => uri === view.uri)
                  .map(({ range }) => ({ range }))
            : [];
    },
});

const symbolKinds: Readonly<Record<NameKind, SymbolKind>> = {
    system: SymbolKind.Module,
    zone: SymbolKind.Namespace,
    conduit: SymbolKind.Interface,
    asset: SymbolKind.Object,
    type: SymbolKind.Class,
    protocol: SymbolKind.Struct,
    countermeasure: SymbolKind.Property,
    threat: SymbolKind.Event,
    invariant: SymbolKind.Constant,
    view: SymbolKind.File,
    ruleset: SymbolKind.Array,
    observation: SymbolKind.Array,
};
const namespaces = [
    'system',
    'element',
    'type',
    'protocol',
    'countermeasure',
    'threat',
    'invariant',
    'view',
    'ruleset',
    'observation',
] as const;
const mostSymbols = 500;

export const workspaceSymbols = workspaceFeature<WorkspaceSymbolParams, SymbolInformation[]>({
    method: 'workspace/symbol',
    capability: { workspaceSymbolProvider: true },
    answer: ({ query }, context) => {
        const wanted = query.toLowerCase();
        const found = new Map<string, SymbolInformation>();
        for (const { lowered } of context.analyses) {
            for (const namespace of namespaces) {
                for (const declared of lowered.names.all(namespace)) {
                    if (found.size >= mostSymbols) return [...found.values()];
                    if (
                        declared.file.startsWith('iacs-library:') ||
                        !namesOf(declared).some(name => name.toLowerCase().includes(wanted))
                    )
                        continue;
                    const location = locationOf(placeOf(declared), context);
                    const dot = declared.id.lastIndexOf('.');
                    if (!location) continue;
                    found.set(`${declared.file} ${declared.at.start}`, {
                        name: declared.node.name!.text,
                        kind: symbolKinds[declared.kind],
                        location,
                        ...(dot > 0 ? { containerName: declared.id.slice(0, dot) } : {}),
                    });
                }
            }
        }
        return [...found.values()];
    },
});

export const documentLinks = documentFeature<DocumentLinkParams, DocumentLink[]>({
    method: 'textDocument/documentLink',
    capability: { documentLinkProvider: {} },
    waitsFor: 'model',
    answer: (view, _params, context) => {
        const [analysis] = view.analyses;
        if (!analysis) return [];
        const imports = (analysis.gathering.imports.get(view.uri) ?? [])
            .filter(link => link.exists)
            .map(link => ({
                range: view.lines.rangeOf({ start: link.start + 1, end: link.end - 1 }),
                target: link.uri,
            }));
        const evidence = [...view.text.matchAll(/\bevidence\s+("[^"\\\r\n]+"(?:\s*,\s*"[^"\\\r\n]+")*)/g)].flatMap(
            match =>
                [...match[1]!.matchAll(/"([^"]+)"/g)].flatMap(quoted => {
                    const start = match.index + match[0].length - match[1]!.length + quoted.index + 1;
                    const target = resolvePath(view.uri, quoted[1]!);
                    return context.exists(target)
                        ? [{ range: view.lines.rangeOf({ start, end: start + quoted[1]!.length }), target }]
                        : [];
                }),
        );
        return [...imports, ...evidence];
    },
});

function itemOf(asset: Asset, context: Context): CallHierarchyItem | null {
    const lines = context.view(asset.origin.file)?.lines;
    return lines
        ? {
              name: asset.title ?? asset.name,
              kind: SymbolKind.Object,
              detail: asset.id,
              uri: asset.origin.file,
              range: lines.rangeOf(asset.origin.whole),
              selectionRange: lines.rangeOf(asset.origin.name),
              data: asset.id,
          }
        : null;
}

export const prepareCallHierarchy = documentFeature<CallHierarchyPrepareParams, CallHierarchyItem[]>({
    method: 'textDocument/prepareCallHierarchy',
    capability: { callHierarchyProvider: true },
    waitsFor: 'model',
    answer: (view, params, context) =>
        targetsAt(view, params.position)
            .slice(0, 1)
            .flatMap(({ analysis, id }) => {
                const asset = analysis.lookup.asset(id);
                const item = asset && itemOf(asset, context);
                return item ? [item] : [];
            }),
});

/** The assets at the other end of an asset's flows, with the flows. Of a zone as an end, all assets in it. */
function callsOf(
    item: CallHierarchyItem,
    context: Context,
    incoming: boolean,
): { item: CallHierarchyItem; ranges: Range[] }[] {
    const analysis = context.analyses.find(each => each.lookup.asset(item.data as string)?.origin.file === item.uri);
    const asset = analysis?.lookup.asset(item.data as string);
    if (!analysis || !asset) return [];
    const { lookup, model } = analysis;
    const stands = (end: string): boolean =>
        end === asset.id || (lookup.zone(end) !== undefined && lookup.within(asset.container, end));
    const opens = (flow: Flow): [string, string][] =>
        flow.arrow === '->'
            ? [[flow.from.id, flow.to.id]]
            : [
                  [flow.from.id, flow.to.id],
                  [flow.to.id, flow.from.id],
              ];
    const others = new Map<string, Range[]>();
    for (const flow of model.flows) {
        for (const [from, to] of opens(flow)) {
            if (!stands(incoming ? to : from)) continue;
            const other = incoming ? from : to;
            const lines = context.view(flow.origin.file)?.lines;
            const ends = lookup.asset(other) ? [other] : lookup.assetsWithin(other).map(({ id }) => id);
            for (const end of ends)
                if (lines)
                    others.set(end, [
                        ...(others.get(end) ?? []),
                        ...(flow.origin.file === (incoming ? lookup.asset(end)?.origin.file : item.uri)
                            ? [lines.rangeOf(flow.origin.name)]
                            : []),
                    ]);
        }
    }
    return [...others].flatMap(([id, ranges]) => {
        const found = lookup.asset(id);
        const other = found && itemOf(found, context);
        return other ? [{ item: other, ranges }] : [];
    });
}

export const incomingCalls = workspaceFeature<{ item: CallHierarchyItem }, CallHierarchyIncomingCall[]>({
    method: 'callHierarchy/incomingCalls',
    capability: {},
    answer: ({ item }, context) =>
        callsOf(item, context, true).map(call => ({ from: call.item, fromRanges: call.ranges })),
});

export const outgoingCalls = workspaceFeature<{ item: CallHierarchyItem }, CallHierarchyOutgoingCall[]>({
    method: 'callHierarchy/outgoingCalls',
    capability: {},
    answer: ({ item }, context) =>
        callsOf(item, context, false).map(call => ({ to: call.item, fromRanges: call.ranges })),
});
