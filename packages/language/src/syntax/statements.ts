/**
 * Which statement belongs in which block, how often, and what it says. One table serves the lowering, completion, hovers and the
 * messages about misplaced statements.
 */

export const blockKinds = [
    'file', 'system', 'zone', 'conduit', 'asset', 'flow', 'type', 'protocol', 'countermeasure', 'threat', 'invariant', 'view', 'matrix', 'category',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export interface StatementWord {
    /** The word or words that it begins with. */
    readonly word: string;
    readonly blocks: readonly BlockKind[];
    /** True when it can stand once in a block; lists add up instead. */
    readonly once: boolean;
    /** One line for completion and hover. */
    readonly help: string;
}

function many(word: string, blocks: string, help: string): StatementWord {
    return { word, blocks: blocks.split(' ') as BlockKind[], once: false, help };
}

function once(word: string, blocks: string, help: string): StatementWord {
    return { word, blocks: blocks.split(' ') as BlockKind[], once: true, help };
}

export const statementWords: readonly StatementWord[] = [
    many('import', 'file', 'Brings in another file, by its path from this one.'),
    many('system', 'file', 'The system under consideration; one a model (ZCR 1).'),
    many('zone', 'file zone', 'Assets that share security requirements; zones nest (ZCR 3).'),
    many('conduit', 'file', 'A controlled way between zones.'),
    many('asset', 'zone conduit', 'A device or piece of software.'),
    many('flow', 'file zone conduit', 'Who opens a session to whom, over which protocols.'),
    many('type', 'file', 'An asset type, resting on another one.'),
    many('protocol', 'file', 'A protocol, its ports and what it protects.'),
    many('countermeasure', 'file', 'A measure and the requirements that it meets.'),
    many('threat', 'file', 'One row of the detailed risk assessment (ZCR 5).'),
    once('threat', 'view', 'Shows the way of one threat.'),
    many('invariant', 'file', 'A promise about reachability, proved over the declared flows.'),
    many('view', 'file', 'What one diagram shows.'),
    once('matrix', 'system', "The site's own risk matrix."),

    once('owner', 'system zone conduit flow countermeasure', 'Who is accountable for it (ZCR 6.4 b).'),
    once('description', 'system zone conduit asset flow type protocol countermeasure threat view', 'What it is, in a sentence or two.'),
    many('location', 'system zone conduit asset', 'Where it stands.'),
    many('evidence', 'zone conduit asset countermeasure', 'A document or record that shows it.'),
    many('logical-boundary', 'system zone conduit', 'Where it ends in the network (ZCR 6.4 c).'),
    many('physical-boundary', 'system zone conduit', 'Where it ends in the building or on the site (ZCR 6.4 d).'),
    many('logical-access', 'system zone conduit', 'Where one gets in over the network (ZCR 6.4 f).'),
    many('physical-access', 'system zone conduit', 'Where one gets in by hand (ZCR 6.4 g).'),
    many('assumption', 'system zone conduit', 'What is taken for granted, and what it depends on (ZCR 6.4 n).'),
    many('policy', 'system zone conduit', 'A policy that applies (ZCR 6.4 m).'),
    many('regulation', 'system zone conduit', 'A rule of law or of a regulator that applies (ZCR 6.9).'),
    once('vendor', 'asset type', 'Who makes it.'),
    once('product', 'asset type', 'The product name.'),
    once('version', 'asset type', 'The version or firmware.'),
    many('certificate', 'type', 'A certificate that the product carries.'),
    once('carries', 'flow', 'What data it carries.'),

    once('kind', 'zone', 'enterprise, dmz, operations, control, safety, field or external.'),
    once('purdue', 'zone', 'The Purdue level: 0, 1, 2, 3, 3.5, 4 or 5.'),
    once('criticality', 'asset', 'low, medium, high or critical.'),
    once('access', 'flow', 'read, write or program.'),
    once('status', 'countermeasure', 'planned, implemented or verified.'),
    once('security', 'protocol', 'Whether its protections are absent (none), can be off (optional) or always on (mandatory).'),
    once('class', 'protocol', 'Its field: ot, it, building …'),
    once('category', 'threat', 'The consequence class of the risk matrix.'),
    many('category', 'matrix', 'What differs for a consequence class: safety, environment, production …'),
    once('direction', 'view', 'down or right.'),
    once('detail', 'view', 'zones or assets.'),
    once('colour', 'view', 'target, gap or kind.'),
    many('is', 'zone conduit asset protocol', 'Traits: wireless, temporary, remote, untrusted; of an asset also essential.'),
    many('provides', 'protocol', 'What it protects: authentication, encryption, integrity.'),
    once('tolerable-risk', 'system category', 'The highest risk that the owner tolerates, a number or a band (ZCR 6.8).'),
    once('cost', 'countermeasure', 'What it costs.'),
    once('likelihood', 'threat', 'How likely without measures, from 1.'),
    once('consequence', 'threat', 'How grave, from 1.'),
    once('preset', 'matrix', 'The published matrix to start from: nist-sp-800-30 or mil-std-882e.'),
    once('likelihood', 'matrix', 'The names of the likelihoods, level 1 first, or how many there are.'),
    once('consequence', 'matrix category', 'The names of the consequences, level 1 first, or how many there are.'),
    many('highest-first', 'matrix', 'The axes whose level 1 is the worst: likelihood, consequence.'),
    once('bands', 'matrix', 'Names of risks, lowest first; behind to the highest number of each.'),
    many('row', 'matrix category', 'The risks of one consequence, one a likelihood, both in the order of their names: numbers, or bands.'),
    once('target-rule', 'matrix', 'How a risk suggests an SL-T: factor, steps or bands.'),
    many('targets', 'category', 'The foundational requirements whose SL-T such a threat moves.'),
    once('until', 'flow', 'The day on which it ends.'),
    once('due', 'countermeasure', 'The day by which it is done.'),
    many('port', 'flow protocol', 'Transport and ports: port tcp 80, 443, 5000-5010.'),
    many('address', 'asset', 'IP addresses.'),
    many('network', 'zone', 'The prefixes that belong to it.'),
    many('serves', 'asset', 'Zones that it is also connected to, or shared with.'),
    many('needs', 'asset', 'Assets without which it stops working.'),
    many('via', 'conduit', 'The devices that enforce the boundary.'),
    many('over', 'conduit', 'The zones whose network carries it.'),
    many('applies', 'zone conduit asset', 'Countermeasures that work here, and in nested zones.'),
    many('from', 'threat', 'Where it starts.'),
    many('against', 'threat', 'What it is aimed at.'),
    many('include', 'view', 'What the diagram shows.'),
    many('exclude', 'view', 'What the diagram leaves out.'),
    many('focus', 'view', 'Zones to show with their neighbours.'),
    many('hide', 'view', 'What is drawn as if it were not there.'),
    many('highlight', 'view', 'What stands out.'),
    once('SL-T', 'zone conduit', 'The target level: 2, {2 2 0 1 3 1 3} or 2 { RDF 3 } (ZCR 5.6).'),
    once('SL-C', 'asset type', 'The capability level of the product (62443-4-2).'),
    once('SL-A', 'zone conduit', "An assessor's value, shown beside the computed one."),
    many('meets', 'zone conduit asset type countermeasure', 'Requirements that are met.'),
    many('misses', 'zone conduit asset', 'Requirements that are not met, because …'),
    many('excludes', 'zone conduit asset', 'Requirements that do not apply, because …'),
    many('compensates', 'zone conduit asset', 'Requirements met by other means, because …'),
    once('secured', 'flow', 'What the session protects: authentication, encryption, integrity.'),
    once('approved', 'flow', 'approved by "…": who allowed it.'),
    once('monitored', 'conduit', 'monitored by "…": who watches it.'),
    once('one-way', 'conduit', 'one-way A -> B: data and sessions go only that way.'),
    many('accept', 'system zone conduit asset flow type protocol countermeasure threat invariant view', 'Accepts a finding here, because … until a day.'),
    many('mitigated', 'threat', 'mitigated by M to likelihood n.'),
    many('deny', 'invariant', 'deny path from X to Y: there is no way.'),
    many('require', 'invariant', 'require path from X to Y through Z: every way passes Z.'),
    many('except', 'invariant', 'except flow A -> B because … until a day.'),
    once('path', 'view', 'path from X to Y: shows the ways between them.'),
];

const wordsByBlock = new Map<BlockKind, Map<string, StatementWord>>(
    blockKinds.map(block => [block, new Map(statementWords.filter(entry => entry.blocks.includes(block)).map(entry => [entry.word, entry]))]),
);

/** The statements that belong in a block, in the order of the table. */
export function statementsIn(block: BlockKind): readonly StatementWord[] {
    return [...wordsByBlock.get(block)!.values()];
}

/** What a word says in a block; `undefined` where it does not belong. */
export function statementIn(block: BlockKind, word: string): StatementWord | undefined {
    return wordsByBlock.get(block)!.get(word);
}

/** The blocks in which a word may stand. */
export function blocksOf(word: string): readonly BlockKind[] {
    return blockKinds.filter(block => wordsByBlock.get(block)!.has(word));
}
