import type {
    CallHierarchyIncomingCall,
    CallHierarchyItem,
    CallHierarchyOutgoingCall,
    CallHierarchyPrepareParams,
    Range,
} from 'vscode-languageserver';
import type { Element, Flow, Lookup } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Context } from './feature.ts';
import { documentFeature, workspaceFeature } from './feature.ts';
import { targetsAt } from './mentions.ts';
import { symbolKinds } from './outline.ts';

/** What an item remembers: the element, and the root of the model that was asked about it. */
interface Data {
    readonly element: string;
    readonly root: string;
}

/** Sessions as calls: of an asset to the assets, of a zone to the zones at the other end; of a conduit its zones. */
const nodes = { zone: 'Zone', conduit: 'Conduit', asset: 'Asset' } as const;

function itemOf(element: Element, root: string, context: Context): CallHierarchyItem | null {
    const data: Data = { element: element.id, root };
    const lines = context.view(element.origin.file)?.lines;
    return lines
        ? {
              name: element.title ?? element.name,
              kind: symbolKinds.get(nodes[element.kind])!,
              detail: element.id,
              uri: element.origin.file,
              range: lines.rangeOf(element.origin.whole),
              selectionRange: lines.rangeOf(element.origin.name),
              data,
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
                const element = analysis.lookup.element(id);
                const item = element && itemOf(element, analysis.root, context);
                return item ? [item] : [];
            }),
});

/** A flow in one of its directions: from the side that opens. */
interface Session {
    readonly flow: Flow;
    readonly from: string;
    readonly to: string;
}

function sessionsOf(flows: readonly Flow[]): readonly Session[] {
    return flows.flatMap(flow => {
        const [from, to] = [flow.from.id, flow.to.id];
        return flow.arrow === '->'
            ? [{ flow, from, to }]
            : [
                  { flow, from, to },
                  { flow, from: to, to: from },
              ];
    });
}

/** The ids at the other ends of the sessions of an element, each with the flows that lead there. */
function othersOf(element: Element, { lookup, model }: LiveAnalysis, incoming: boolean): Map<string, Flow[]> {
    const others = new Map<string, Flow[]>();
    const add = (id: string, flow: Flow): void => {
        others.set(id, [...(others.get(id) ?? []), flow]);
    };
    const flows = element.kind === 'conduit' ? lookup.flowsIn(element.id) : model.flows;
    for (const { flow, from, to } of sessionsOf(flows)) {
        const [own, other] = incoming ? [to, from] : [from, to];
        if (element.kind === 'asset') {
            const isOwn = own === element.id || (lookup.zone(own) && lookup.within(element.container, own));
            if (isOwn) for (const id of assetsAt(other, lookup)) add(id, flow);
            continue;
        }
        const [here, there] = [lookup.zoneOf(own)?.id, lookup.zoneOf(other)?.id];
        if (there === undefined) continue;
        const isOwn = element.kind === 'conduit' || (here !== undefined && lookup.within(here, element.id));
        const isOther = element.kind === 'conduit' || !lookup.within(there, element.id);
        if (isOwn && isOther) add(there, flow);
    }
    return others;
}

function assetsAt(end: string, lookup: Lookup): readonly string[] {
    return lookup.asset(end) ? [end] : lookup.assetsWithin(end).map(({ id }) => id);
}

function callsOf(
    item: CallHierarchyItem,
    context: Context,
    incoming: boolean,
): { item: CallHierarchyItem; ranges: Range[] }[] {
    const { element: id, root } = item.data as Data;
    // Models that share a file have the same element, with other sessions.
    const analysis = context.analyses.find(each => each.root === root);
    const element = analysis?.lookup.element(id);
    if (!analysis || !element) return [];
    return [...othersOf(element, analysis, incoming)].flatMap(([other, flows]) => {
        const found = analysis.lookup.element(other);
        const shown = found && itemOf(found, root, context);
        if (!shown) return [];
        // The ranges lie in the file of the one that calls.
        const caller = incoming ? shown.uri : item.uri;
        const ranges = flows.flatMap(({ origin }) => {
            const lines = origin.file === caller ? context.view(origin.file)?.lines : undefined;
            return lines ? [lines.rangeOf(origin.name)] : [];
        });
        return [{ item: shown, ranges }];
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
