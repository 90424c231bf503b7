import path from 'node:path';
import type { Flow, Lookup, Protocol } from 'iacs-language';
import { fileUri } from 'iacs-language';
import type { Io } from '../../io.ts';
import { loadOneModel } from '../../models.ts';
import { existingText } from '../given.ts';
import type { KnownElement } from '../known.ts';
import { resolveBeside } from '../known.ts';
import { protocolNotStated } from '../names.ts';
import type { Where } from '../places.ts';
import { surroundings } from '../surroundings.ts';
import { writtenFlows } from './write-flows.ts';

/** What an import of flows has to know of the model. */
export interface KnownFlows {
    readonly elements: readonly KnownElement[];
    readonly protocols: readonly Protocol[];
    readonly lookup: Lookup;
    readonly where: Where;
    /** Flows that no earlier import wrote into the file that is written. */
    readonly flows: readonly Flow[];
    /** True where another file has the protocol of flows without one. */
    readonly hasPlaceholder: boolean;
}

export async function knownFlows(model: string, output: string | undefined, io: Io): Promise<KnownFlows> {
    const { known } = await surroundings('risks', model, output, io);
    const { analysis } = await loadOneModel([model], io, { today: io.today, withoutRules: true });
    const written = output === undefined ? null : fileUri(path.resolve(io.cwd, output));
    const imported = writtenFlows(existingText(output, io) ?? '');
    return {
        elements: known.elements,
        protocols: analysis.model.protocols,
        lookup: analysis.lookup,
        where: known.where,
        flows: analysis.model.flows.filter(
            ({ origin }) => origin.file !== written || !imported.has(origin.whole.start),
        ),
        hasPlaceholder: analysis.model.protocols.some(
            ({ id, origin }) => id === protocolNotStated && origin.file !== written,
        ),
    };
}

/** Where a flow is written. */
export type Container =
    | { readonly id: string }
    /** No conduit joins the two, or several do. */
    | { readonly id: null; readonly why: string };

/** The zone or conduit that a flow belongs in: the one of both ends, else the only conduit that joins their zones. */
export function containerOf({ lookup }: KnownFlows, from: string, to: string, named: string): Container {
    const conduits = lookup.model.conduits;
    if (named !== '') {
        const id = resolveBeside(named, conduits);
        if (id !== null) return { id };
    }
    for (const end of [from, to]) {
        const container = lookup.asset(end)?.container ?? '';
        if (lookup.conduit(container)) return { id: container };
    }
    const [here, there] = [lookup.zoneOf(from)!.id, lookup.zoneOf(to)!.id];
    if (here === there) return { id: here };
    const joins = conduits.filter(({ between }) => {
        const ends = between.map(({ id }) => id);
        return (
            ends.some(end => lookup.within(here, end) && !lookup.within(there, end)) &&
            ends.some(end => lookup.within(there, end) && !lookup.within(here, end))
        );
    });
    if (joins.length === 1) return { id: joins[0]!.id };
    return {
        id: null,
        why:
            joins.length === 0
                ? `no conduit joins ${here} and ${there}`
                : `${joins.map(({ id }) => id).join(' and ')} join ${here} and ${there}`,
    };
}
