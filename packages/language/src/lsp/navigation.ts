import type {
    DefinitionParams,
    DocumentHighlight,
    DocumentHighlightParams,
    DocumentLink,
    DocumentLinkParams,
    Location,
    ReferenceParams,
    SymbolInformation,
    WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Place } from '../model/index.ts';
import type { Declared } from '../syntax/index.ts';
import { namesOf } from '../syntax/index.ts';
import type { Context } from './feature.ts';
import { documentFeature, workspaceFeature } from './feature.ts';
import { declarationOf, mentionsOf, targetsAt } from './mentions.ts';
import { symbolKinds } from './outline.ts';
import { requirementPlaces } from './requirement-mentions.ts';
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
            .find(link => link.lack === null && link.start <= offset && offset <= link.end);
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
            [
                ...targetsAt(view, params.position).flatMap(target =>
                    mentionsOf(target, params.context.includeDeclaration),
                ),
                ...requirementPlaces(view, view.lines.offsetAt(params.position)),
            ].map(place => locationOf(place, context)),
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
    'function',
    'island',
    'advisory',
    'party',
] as const;
const mostSymbols = 500;

/** The name as it is listed: with the title where that alone was found, since VS Code looks for the words in names. */
function shownName(declared: Declared, wanted: string): string {
    const name = declared.node.name!.text;
    if (declared.id.toLowerCase().includes(wanted)) return name;
    const title = namesOf(declared).find(each => each.toLowerCase().includes(wanted));
    return title === undefined ? name : `${name} "${title}"`;
}

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
                        name: shownName(declared, wanted),
                        kind: symbolKinds.get(declared.node.$type) ?? SymbolKind.Object,
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
            .filter(link => link.lack === null)
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
