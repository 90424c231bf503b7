import type { BlockKind } from '../../statements/index.ts';

/** The statements with which a block is filled first; the others follow in the order of the table. */
const statementOrder: Partial<Record<BlockKind, readonly string[]>> = {
    file: ['system', 'zone', 'conduit', 'import', 'countermeasure', 'threat', 'invariant', 'type', 'view'],
    zone: ['kind', 'SL-T', 'asset', 'zone', 'flow', 'owner', 'purdue', 'network', 'applies', 'meets', 'misses'],
    within: ['asset', 'zone', 'flow', 'network', 'applies', 'meets', 'misses'],
    conduit: ['via', 'asset', 'flow', 'owner', 'SL-T', 'one-way', 'monitored', 'applies'],
    asset: ['address', 'vendor', 'product', 'version', 'criticality', 'is', 'serves', 'needs', 'SL-C'],
    flow: ['port', 'access', 'secured', 'until', 'approved', 'carries'],
    countermeasure: ['meets', 'status', 'owner', 'due', 'cost', 'evidence'],
    threat: ['from', 'against', 'likelihood', 'consequence', 'mitigated'],
    type: ['vendor', 'product', 'SL-C', 'meets', 'certificate'],
    protocol: ['class', 'port', 'provides', 'security', 'is'],
    view: ['include', 'focus', 'detail', 'colour', 'path'],
    invariant: ['deny', 'require', 'except'],
};

/**
 * Where a statement comes among those of its block; an acceptance comes last, as do a second `system` and, once the
 * model has one, a further `import`: imports are at the top of a file.
 */
export function statementRank(block: BlockKind, word: string, hasSystem: boolean): number {
    if (word === 'accept' || (word === 'system' && hasSystem)) return 900;
    if (word === 'import' && hasSystem) return 800;
    const order = statementOrder[block] ?? [];
    return order.includes(word) ? order.indexOf(word) : 100;
}

/** What follows a requirement first, by the verb. */
const clauseOrder: Readonly<Record<string, readonly string[]>> = {
    meets: ['by', 'evidence', 'because', 'due'],
    misses: ['because', 'due', 'evidence', 'by'],
    excludes: ['because', 'evidence', 'by', 'due'],
    compensates: ['by', 'because', 'evidence', 'due'],
    deny: ['path', 'write'],
};

/** Where a word comes among those that may go on with a statement. */
export function clauseRank(statement: string, word: string): number {
    const order = clauseOrder[statement] ?? [];
    return order.includes(word) ? order.indexOf(word) : order.length;
}

/** The levels as they are wanted most: an SL-T of 2 is the most usual one, and 0 opts out. */
export function levelOrder(around: number | null): readonly string[] {
    const usual = ['2', '1', '3', '4', '0'];
    return around === null ? usual : [String(around), ...usual.filter(level => level !== String(around))];
}
