import type { Asset, Conduit, Edit, Protocol, Zone } from '../model/index.ts';
import { writePorts } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import { freeName } from '../rules/index.ts';
import { isName } from '../syntax/index.ts';
import { protocolRankingFor } from './completion/fit-protocols.ts';
import { typeRankingFor } from './completion/fit-types.ts';
import { usualAccess } from './completion/likely.ts';
import type { Context } from './feature.ts';
import type { Proposal, Refusal } from './what-if.ts';
import { proposalOf } from './what-if.ts';

/** A flow that somebody draws. */
export interface DrawnFlow {
    /** Ids of assets. */
    readonly from: string;
    readonly to: string;
    readonly protocol: string;
    readonly access: 'read' | 'write' | 'program';
}

/** The protocols of a model, those first that are most likely between two assets. */
export function protocolsBetween(
    analysis: LiveAnalysis,
    from: string,
    to: string,
): readonly { readonly id: string; readonly title: string | null }[] {
    const ranking = protocolRankingFor(analysis, from, to);
    return analysis.model.protocols
        .map(protocol => ({ protocol, rank: ranking(protocol) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ protocol: { id, title } }) => ({ id, title }));
}

/** The asset types of a model, those first that are most likely in a zone or conduit. */
export function typesFor({ model, lookup }: LiveAnalysis, container: string | null): readonly string[] {
    const ranking = typeRankingFor(lookup, model.assets, container);
    return model.types
        .map(type => ({ id: type.id, rank: ranking(type) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ id }) => id);
}

/** A flow in least-privilege form: its protocol, the ports of that, and one access. */
function flowText({ from, to, access }: DrawnFlow, protocol: Protocol): string {
    const ports = protocol.ports
        .filter(({ transport }) => transport === 'tcp' || transport === 'udp' || transport === 'sctp')
        .map(each => `  port ${writePorts(each)}`);
    return [`flow ${from} -> ${to} : ${protocol.id} {`, ...ports, `  access ${access}`, '}'].join('\n');
}

/** The conduit through which a session between two assets goes: the one whose zones are nearest to them. */
function conduitBetween({ model, lookup }: LiveAnalysis, from: Zone, to: Zone): Conduit | undefined {
    const depth = (zone: Zone, conduit: Conduit): number => {
        const chain = lookup.chain(zone.id).map(({ id }) => id);
        const found = chain.findIndex(id => conduit.between.some(end => end.id === id));
        return found < 0 ? Infinity : found;
    };
    const endOf = (zone: Zone, conduit: Conduit): string | undefined =>
        lookup.chain(zone.id).find(({ id }) => conduit.between.some(end => end.id === id))?.id;
    return model.conduits
        .filter(conduit => endOf(from, conduit) !== undefined && endOf(to, conduit) !== undefined)
        .filter(conduit => endOf(from, conduit) !== endOf(to, conduit))
        .sort((a, b) => depth(from, a) + depth(to, a) - depth(from, b) - depth(to, b))[0];
}

/** A line from one asset to another as a flow where it belongs: in their zone, in the conduit between, in a new one. */
export function drawing(analysis: LiveAnalysis, drawn: DrawnFlow, context: Context): Proposal | Refusal {
    const { lookup, model } = analysis;
    const [from, to]: (Asset | undefined)[] = [lookup.asset(drawn.from), lookup.asset(drawn.to)];
    const protocol = lookup.protocol(drawn.protocol);
    if (!from || !to || !protocol || from === to) return { refused: 'A flow needs two assets and a protocol.' };
    const text = flowText(drawn, protocol);
    const zones = [lookup.zoneOf(from.id), lookup.zoneOf(to.id)];
    const [zone, other] = zones;
    // A device of a conduit is in no zone: its sessions are written in the conduit.
    const device = lookup.conduit(from.container) ?? lookup.conduit(to.container);
    const container =
        device ?? (zone && zone === other ? zone : zone && other && conduitBetween(analysis, zone, other));
    if (container) return proposalOf(analysis, [{ kind: 'add', into: container.origin, where: 'last', text }], context);
    const name = freeName(`${zone!.name}To${other!.name}`, each => lookup.said().element(each) !== undefined);
    const lines = [
        `conduit ${name} between ${zone!.id} and ${other!.id} {`,
        ...text.split('\n').map(line => `  ${line}`),
        '}',
    ];
    const edit: Edit = { kind: 'append', file: model.system?.origin.file ?? analysis.root, text: lines.join('\n') };
    return proposalOf(analysis, [edit], context);
}

/** What a line that hangs on the pointer would be, and do. */
export interface Hanging extends Pick<Proposal, 'verdict' | 'effects'> {
    readonly flow: DrawnFlow;
}

/** What a line between two assets would do, with the protocol and the access that are most likely between them. */
export function hanging(
    analysis: LiveAnalysis,
    { from, to }: Pick<DrawnFlow, 'from' | 'to'>,
    context: Context,
): Hanging | Refusal {
    const [protocol] = protocolsBetween(analysis, from, to);
    const access = usualAccess(analysis.lookup, from, to);
    const flow: DrawnFlow = { from, to, protocol: protocol?.id ?? '', access };
    const proposal = drawing(analysis, flow, context);
    return 'refused' in proposal ? proposal : { flow, verdict: proposal.verdict, effects: proposal.effects };
}

/** What is added to a model from the picture. */
export interface Added {
    readonly kind: 'zone' | 'asset' | 'conduit';
    /** The zone or conduit into whose block it goes, or the first zone of a conduit; `null` for a zone at the top. */
    readonly into: string | null;
    readonly name: string;
    /** The type of an asset, the kind of a zone, or the id of the other zone of a conduit. */
    readonly is: string;
}

/** A name that somebody thinks of for an element or a view. */
export interface NewName extends Pick<Added, 'into' | 'name'> {
    readonly kind: Added['kind'] | 'view';
}

/** Why something new cannot have a name: a sentence; `null` where it can. */
export function nameFault({ model, lookup }: LiveAnalysis, { kind, into, name }: NewName): string | null {
    if (!isName(name)) return `${name} cannot be a name: letters, digits, _ and single hyphens.`;
    if (kind === 'view') return model.views.some(({ id }) => id === name) ? `There is a view ${name} already.` : null;
    const id = kind === 'conduit' || into === null ? name : `${into}.${name}`;
    return lookup.element(id) ? `There is a ${name} already.` : null;
}

/** A supposed case that is written into a view. */
export interface WrittenCase {
    readonly name: string;
    /** Ids. */
    readonly cut: readonly string[];
    readonly assumed: readonly string[];
}

/** A view that holds a supposed case, at the end of the root. */
export function writingCase(
    analysis: LiveAnalysis,
    { name, cut, assumed }: WrittenCase,
    context: Context,
): Proposal | Refusal {
    const fault = nameFault(analysis, { kind: 'view', into: null, name });
    if (fault !== null) return { refused: fault };
    const known = (ids: readonly string[]): readonly string[] => ids.filter(id => analysis.lookup.element(id));
    const facts = [
        ['cut', known(cut)],
        ['assume', known(assumed)],
    ] as const;
    const lines = facts.filter(([, ids]) => ids.length > 0).map(([word, ids]) => `  ${word} ${ids.join(', ')}`);
    if (lines.length === 0) return { refused: 'Nothing is cut and nothing is assumed to be compromised.' };
    const text = [`view ${name} {`, ...lines, '}'].join('\n');
    return proposalOf(analysis, [{ kind: 'append', file: analysis.root, text }], context);
}

/** A new conduit between two zones that are there. */
function addingConduit(analysis: LiveAnalysis, { into, name, is }: Added, context: Context): Proposal | Refusal {
    const { lookup, model } = analysis;
    const [from, to] = [into ?? '', is].map(id => lookup.zone(id)?.id);
    if (from === undefined || to === undefined) return { refused: 'A conduit joins two zones of the model.' };
    const isWithin = (zone: string, other: string): boolean => lookup.chain(zone).some(({ id }) => id === other);
    if (isWithin(from, to) || isWithin(to, from)) return { refused: `${from} and ${to} are not two zones apart.` };
    const file = model.system?.origin.file ?? analysis.root;
    const text = `conduit ${name} between ${from} and ${to} {}`;
    return proposalOf(analysis, [{ kind: 'append', file, text }], context);
}

/** A new zone or asset in the block of another element, or a new conduit. */
export function adding(analysis: LiveAnalysis, added: Added, context: Context): Proposal | Refusal {
    const { kind, into, name, is } = added;
    const { lookup } = analysis;
    const fault = nameFault(analysis, added);
    if (fault !== null) return { refused: fault };
    if (kind === 'conduit') return addingConduit(analysis, added, context);
    const holder = into === null ? null : (lookup.zone(into) ?? lookup.conduit(into));
    if (holder === undefined) return { refused: `The model has no zone or conduit ${into}.` };
    const text = kind === 'asset' ? `asset ${name} : ${is}` : `zone ${name} {\n  kind ${is}\n}`;
    const edit: Edit = holder
        ? { kind: 'add', into: holder.origin, where: 'last', text }
        : { kind: 'append', file: analysis.root, text };
    return proposalOf(analysis, [edit], context);
}
