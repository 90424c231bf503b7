import type { Range } from 'vscode-languageserver';
import type { Place } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import type { Added, DrawnFlow, Hanging, NewName, WrittenCase } from './adding.ts';
import { adding, drawing, hanging, nameFault, protocolsBetween, typesFor, writingCase } from './adding.ts';
import type { Context } from './feature.ts';
import type { TreeRow } from './side-bar/row.ts';
import { treeRows } from './side-bar/model-tree.ts';
import type { Proposal, Refusal } from './what-if.ts';
import { moving } from './what-if.ts';

/** What these requests are answered with. */
export interface ModelHost {
    modelOf(uri: string): LiveAnalysis | undefined;
    rangeOf(place: Place): Range;
    context(): Context;
    /** Registers a request that waits for the analyses. */
    answer<P, R>(method: string, handler: (params: P) => R | Promise<R>): void;
}

const nothing: Refusal = { refused: 'This file belongs to no model.' };

type About<P = unknown> = { readonly uri: string } & P;

/** Registers what the side bar and the picture ask for: rows of the tree, and edits with what they would do. */
export function registerModelRequests({ modelOf, rangeOf, context, answer }: ModelHost): void {
    answer('iacs/tree', ({ uri, key }: About<{ readonly key: string | null }>): readonly TreeRow[] => {
        const analysis = modelOf(uri);
        return analysis ? treeRows(analysis, key, place => ({ uri: place.file, range: rangeOf(place) })) : [];
    });
    answer('iacs/protocolsBetween', ({ uri, from, to }: About<{ readonly from: string; readonly to: string }>) => {
        const analysis = modelOf(uri);
        return analysis ? protocolsBetween(analysis, from, to) : [];
    });
    answer('iacs/types', ({ uri, into }: About<{ readonly into: string | null }>): readonly string[] => {
        const analysis = modelOf(uri);
        return analysis ? typesFor(analysis, into) : [];
    });
    answer('iacs/wouldDraw', (params: About<{ readonly from: string; readonly to: string }>): Hanging | Refusal => {
        const analysis = modelOf(params.uri);
        return analysis ? hanging(analysis, params, context()) : nothing;
    });
    const proposal = <P>(
        method: string,
        propose: (analysis: LiveAnalysis, params: P, context: Context) => Proposal | Refusal,
    ): void =>
        answer(method, (params: About<P>) => {
            const analysis = modelOf(params.uri);
            return analysis ? propose(analysis, params, context()) : nothing;
        });
    proposal<{ readonly asset: string; readonly zone: string }>('iacs/move', (analysis, { asset, zone }, given) =>
        moving(analysis, asset, zone, given),
    );
    proposal<DrawnFlow>('iacs/draw', drawing);
    proposal<Added>('iacs/add', adding);
    answer('iacs/nameFault', (params: About<NewName>): string | null => {
        const analysis = modelOf(params.uri);
        return analysis ? nameFault(analysis, params) : nothing.refused;
    });
    proposal<WrittenCase>('iacs/writeCase', writingCase);
}
