import type { AdvisoryName, Asset, Conduit, Flow, OneWay, Repeat, Zone } from '../model/index.ts';
import { assetTraits, conduitTraits, criticalities, purdueLevels, zoneKinds, zoneTraits } from '../model/index.ts';
import type { Addition } from './additions.ts';
import { flat } from './flat.ts';
import { Block } from './block.ts';
import type * as Ast from './generated/ast.ts';
import { lowerNotes } from './lower-notes.ts';
import { lowerFacings, lowerLegs, lowerMacs, lowerNetworks, lowerTranslations } from './lower-addresses.ts';
import { lowerNeeds, lowerWithouts } from './lower-dependencies.ts';
import { lowerFlow } from './lower-flow.ts';
import { lowerOperated } from './lower-responsible.ts';
import { lowerLifetime, lowerPatched, lowerPatches, lowerSupport, lowerWindows } from './lower-time.ts';
import { lowerStatements } from './lower-statements.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './resolve.ts';
import type { Tree } from './tree.ts';
import { readString } from './values.ts';
import { named } from './lower-named.ts';

const none: readonly never[] = [];

/** Where lowered zones, conduits, assets and flows are gathered, in the order of the text. */
export interface Gathered {
    readonly zones: Zone[];
    readonly conduits: Conduit[];
    readonly assets: Asset[];
    readonly flows: Flow[];
    readonly repeats: Repeat[];
    readonly additions: Addition[];
}

/** What zones, conduits and assets have in common. */
export function subject(
    lowering: Lowering,
    block: Block,
    id: string,
): Pick<Zone, 'owner' | 'description' | 'notes' | 'applies' | 'statements'> {
    return {
        owner: block.string('owner'),
        description: block.string('description'),
        notes: lowerNotes(lowering, block),
        applies: block.countermeasures('applies'),
        statements: lowerStatements(lowering, block, id),
    };
}

/** Lowers a zone and all that is in it. */
export function lowerZone(
    lowering: Lowering,
    node: Tree<Ast.Zone>,
    parent: string | null,
    around: readonly string[],
    out: Gathered,
): void {
    const id = lowering.names.idOf(node);
    if (id === undefined) return;
    const block = new Block(lowering, node.statements, 'zone', id, out.repeats);
    const purdue = block.numberLeaf('purdue');
    const level = purdueLevels.find(candidate => candidate === purdue?.text) ?? null;
    if (purdue && !level) {
        lowering.problem(
            'invalid-value',
            purdue,
            `There is no Purdue level ${purdue.text}: ${purdueLevels.join(', ')}.`,
            id,
        );
    }
    out.zones.push({
        kind: 'zone',
        ...named(lowering, node, id, block),
        parent,
        zoneKind: block.word('kind', zoneKinds, 'a kind of zone'),
        kindAt: block.wordAt('kind'),
        purdue: level,
        traits: block.words('is', zoneTraits, 'a trait of a zone'),
        networks: lowerNetworks(lowering, block),
        windows: lowerWindows(lowering, block, id),
        ...lowerLifetime(block),
        ...lowerOperated(lowering, block, id),
        slT: block.level('SL-T'),
        slA: block.level('SL-A'),
        ...subject(lowering, block, id),
    });
    lowerInside(lowering, node.statements, id, around, out);
}

/** Lowers what is nested in a zone. */
export function lowerInside(
    lowering: Lowering,
    statements: Tree<Ast.Zone>['statements'],
    id: string,
    around: readonly string[],
    out: Gathered,
): void {
    const inside = [id, ...around];
    const scope: Scope = { around: inside, connected: [] };
    for (const statement of statements ?? []) {
        if (statement.$type === 'Zone') lowerZone(lowering, statement, id, inside, out);
        else if (statement.$type === 'Asset') lowerAsset(lowering, statement, id, scope, out);
        else if (statement.$type === 'Flow') pushFlow(lowering, statement, id, scope, out);
    }
}

/** Lowers a conduit and all that is in it. */
export function lowerConduit(lowering: Lowering, node: Tree<Ast.Conduit>, out: Gathered): void {
    const id = lowering.names.idOf(node);
    if (id === undefined) return;
    const block = new Block(lowering, node.statements, 'conduit', id, out.repeats);
    const outside: Scope = { around: [], connected: [] };
    const between = lowering.elements(node.ends, outside, ['zone'], id);
    const count = node.ends?.length ?? 0;
    const unread = node.broken === true || count < 2 || between.length < count;
    const scope: Scope = { around: [id], connected: between.map(end => end.id), unread };
    if (count < 2 && node.name) {
        lowering.explained.push((node.ends?.at(-1) ?? node.title ?? node.name).end);
        lowering.problem('syntax', node.name, 'A conduit joins two zones or more: `conduit N between A and B`.', id);
    }
    out.conduits.push({
        kind: 'conduit',
        ...named(lowering, node, id, block),
        between,
        via: block.mentions('via', scope, ['asset']),
        over: block.mentions('over', outside, ['zone']),
        oneWay: lowerOneWay(lowering, block, id),
        ...lowerMonitor(lowering, block, id),
        traits: block.words('is', conduitTraits, 'a trait of a conduit'),
        ...lowerLifetime(block),
        ...lowerOperated(lowering, block, id),
        slT: block.level('SL-T'),
        slA: block.level('SL-A'),
        ...subject(lowering, block, id),
    });
    lowerInConduit(lowering, node.statements, id, scope, out);
}

/** Lowers the assets and flows of a conduit. */
export function lowerInConduit(
    lowering: Lowering,
    statements: Tree<Ast.Conduit>['statements'],
    id: string,
    scope: Scope,
    out: Gathered,
): void {
    for (const statement of statements ?? []) {
        if (statement.$type === 'Asset') lowerAsset(lowering, statement, id, scope, out);
        else if (statement.$type === 'Flow') pushFlow(lowering, statement, id, scope, out);
    }
}

/** Who monitors a conduit: a text, or a party. */
function lowerMonitor(
    lowering: Lowering,
    block: Block,
    conduit: string,
): Pick<Conduit, 'monitoredBy' | 'monitoringParty'> {
    const fact = block.of('MonitoredFact', 'monitored')[0];
    return {
        monitoredBy: fact?.value ? readString(fact.value.text) : null,
        monitoringParty: fact?.party ? lowering.global(fact.party, 'party', conduit) : null,
    };
}

function lowerOneWay(lowering: Lowering, block: Block, conduit: string): OneWay | null {
    const fact = block.of('OneWayFact', 'one-way')[0];
    if (!fact?.source || !fact.target) return null;
    const outside: Scope = { around: [], connected: [] };
    const from = lowering.element(fact.source, outside, ['zone'], conduit);
    const to = lowering.element(fact.target, outside, ['zone'], conduit);
    return from && to
        ? { from, to, origin: lowering.origin(fact, { start: fact.source.start, end: fact.target.end }) }
        : null;
}

function lowerAsset(lowering: Lowering, node: Tree<Ast.Asset>, container: string, scope: Scope, out: Gathered): void {
    const id = lowering.names.idOf(node);
    if (id === undefined) return;
    const block = new Block(lowering, node.statements, 'asset', id, out.repeats);
    if (!node.colon)
        lowering.incomplete(
            node.title ?? node.name!,
            'Expected `:` and an asset type after the name of the asset.',
            id,
        );
    const { name, title, doc, origin, accepts, agreements } = named(lowering, node, id, block);
    const { owner, description, notes, applies, statements } = subject(lowering, block, id);
    const { planned, retired, lifetimeUnread } = lowerLifetime(block);
    const { operatedBy, integratedBy, maintainedBy, suppliedBy } = lowerOperated(lowering, block, id);
    const { needs, needsOneOf } = lowerNeeds(lowering, block, scope, id);
    // Written out, and not spread: there are more assets than anything else, and a literal is made several times as
    // fast.
    out.assets.push({
        kind: 'asset',
        id,
        name,
        title,
        doc,
        origin,
        accepts,
        agreements,
        container,
        type: node.type ? lowering.global(node.type, 'type', id) : null,
        addresses: lowerLegs(lowering, block, scope),
        dhcp: block.of('AddressFact', 'address').some(fact => fact.dhcp !== undefined),
        macs: lowerMacs(lowering, block, id),
        faces: lowerFacings(lowering, block, scope, id),
        translates: lowerTranslations(lowering, block),
        vendor: block.string('vendor'),
        product: block.string('product'),
        version: block.string('version'),
        criticality: block.word('criticality', criticalities, 'a criticality'),
        traits: block.words('is', assetTraits, 'a trait of an asset'),
        serves: block.mentions('serves', scope, ['zone']),
        needs,
        needsOneOf,
        worksWithout: lowerWithouts(lowering, block, scope, id),
        windows: lowerWindows(lowering, block, id),
        planned,
        retired,
        lifetimeUnread,
        operatedBy,
        integratedBy,
        maintainedBy,
        suppliedBy,
        patchedTo: lowerPatched(lowering, block),
        patches: lowerPatches(lowering, block),
        supportedUntil: lowerSupport(block),
        advisoryNames: lowerAdvisoryNames(lowering, block),
        slC: block.level('SL-C'),
        owner,
        description,
        notes,
        applies,
        statements,
    });
}

/** Lowers a flow and gathers it where its ends are known. */
export function pushFlow(
    lowering: Lowering,
    node: Tree<Ast.Flow>,
    container: string | null,
    scope: Scope,
    out: Gathered,
): void {
    const flow = lowerFlow(lowering, node, container, scope, out.repeats);
    if (flow) out.flows.push(flow);
}

/** What a type or an asset is called in advisories, as a person says it. */
export function lowerAdvisoryNames(lowering: Lowering, block: Block): readonly AdvisoryName[] {
    const facts = block.of('InterfaceFact', 'advisory-name');
    if (facts.length === 0) return none;
    return flat(facts, fact =>
        (fact.values ?? []).map(value => ({
            name: readString(value.text),
            not: fact.not !== undefined,
            origin: lowering.origin(fact, value),
        })),
    );
}
