/** The blocks in which statements stand: how each is called, and how one says that something is in it. */
export const blocks = {
    file: { name: 'top of a file', at: 'at the top of a file' },
    system: { name: 'system', at: 'in a system' },
    zone: { name: 'zone', at: 'in a zone' },
    within: { name: 'within', at: 'in a within' },
    conduit: { name: 'conduit', at: 'in a conduit' },
    asset: { name: 'asset', at: 'in an asset' },
    flow: { name: 'flow', at: 'in a flow' },
    type: { name: 'asset type', at: 'in an asset type' },
    protocol: { name: 'protocol', at: 'in a protocol' },
    countermeasure: { name: 'countermeasure', at: 'in a countermeasure' },
    threat: { name: 'threat', at: 'in a threat' },
    invariant: { name: 'invariant', at: 'in an invariant' },
    function: { name: 'function', at: 'in a function' },
    party: { name: 'party', at: 'in a party' },
    programme: { name: 'programme', at: 'in a programme' },
    island: { name: 'island', at: 'in an island' },
    view: { name: 'view', at: 'in a view' },
    ruleset: { name: 'ruleset', at: 'in a ruleset' },
    permits: { name: 'rule that permits', at: 'in a rule that permits' },
    blocks: { name: 'rule that blocks', at: 'in a rule that blocks' },
    observation: { name: 'observation', at: 'in an observation' },
    saw: { name: 'conversation', at: 'in a conversation that was seen' },
    advisory: { name: 'advisory', at: 'in an advisory' },
    affected: { name: 'affected product', at: 'in an affected product' },
    'not-affected': { name: 'product that is not affected', at: 'in a product that is not affected' },
    fixed: { name: 'fixed product', at: 'in a fixed product' },
    'under-investigation': { name: 'product under investigation', at: 'in a product under investigation' },
    matrix: { name: 'matrix', at: 'in a matrix' },
    category: { name: 'consequence class', at: 'in a consequence class' },
} as const;

/** What a block is of. */
export type BlockKind = keyof typeof blocks;

/** The kinds of blocks. */
export const blockKinds = Object.keys(blocks) as readonly BlockKind[];
