/** What a column of a register can mean. */
export interface Field {
    readonly key: string;
    /** Heads that mean it, in lower case without signs; the first one is how it is called in messages. */
    readonly heads: readonly string[];
}

function field(key: string, ...heads: readonly string[]): Field {
    return { key, heads };
}

/** The columns of a risk register. */
export const riskFields: readonly Field[] = [
    field('id', 'id', 'no', 'nr', 'number', 'risk id', 'threat id', 'ref', 'reference', 'item', 'risk no', 'scenario id', '#'),
    field('title', 'title', 'threat', 'risk', 'scenario', 'threat scenario', 'risk scenario', 'threat event', 'name', 'risk title', 'hazard', 'event', 'threat description', 'risk description'),
    field('description', 'description', 'details', 'cause', 'causes', 'explanation', 'vulnerability', 'consequence description'),
    field('from', 'from', 'source', 'origin', 'threat source', 'threat agent', 'threat actor', 'entry point', 'attack origin'),
    field('against', 'against', 'target', 'asset', 'affected asset', 'affected system', 'zone', 'system', 'component', 'to', 'affected zone'),
    field('path', 'path', 'attack path', 'route', 'conduit'),
    field('likelihood', 'likelihood', 'probability', 'frequency', 'l', 'unmitigated likelihood', 'initial likelihood', 'inherent likelihood', 'likelihood of occurrence', 'unmitigated l', 'inherent l', 'initial l'),
    field('consequence', 'consequence', 'impact', 'severity', 'c', 's', 'unmitigated consequence', 'initial impact', 'inherent impact', 'consequence severity', 'unmitigated impact', 'unmitigated c', 'inherent c', 'initial c'),
    field('category', 'class', 'category', 'consequence class', 'impact category', 'consequence category', 'type of consequence'),
    field('measures', 'measures', 'mitigation', 'mitigations', 'mitigated by', 'controls', 'countermeasure', 'countermeasures', 'existing controls', 'existing countermeasures', 'safeguards', 'existing safeguards', 'treatment'),
    field('toLikelihood', 'residual likelihood', 'mitigated likelihood', 'likelihood after', 'target likelihood', 'residual l', 'final likelihood', 'mitigated l'),
    field('toConsequence', 'residual consequence', 'residual impact', 'mitigated consequence', 'consequence after', 'target consequence', 'residual severity', 'residual c', 'final impact', 'mitigated c'),
];

/** The columns of an asset inventory; those of the IACS Rec 190 form for ships are among them. */
export const assetFields: readonly Field[] = [
    field('id', 'id', 'asset id', 'no', 'nr', 'tag', 'tag no', 'tag number', 'ref', 'equipment no', 'item', 'inventory no', 'asset tag', '#'),
    field('title', 'name', 'asset', 'asset name', 'system', 'system name', 'equipment', 'description of asset', 'device', 'device name', 'hostname', 'host name', 'host', 'component', 'computer based system', 'cbs'),
    field('zone', 'zone', 'security zone', 'network zone', 'cell', 'segment', 'area zone'),
    field('type', 'type', 'asset type', 'device type', 'equipment type', 'class', 'kind'),
    field('addresses', 'ip', 'ip address', 'ip addresses', 'address', 'network address', 'ip mac', 'ip mac address', 'ip address mac address', 'ipv4'),
    field('vendor', 'vendor', 'manufacturer', 'make', 'supplier', 'brand'),
    field('product', 'product', 'model', 'model no', 'model number', 'product name', 'type designation', 'hardware model'),
    field('version', 'version', 'firmware', 'firmware version', 'software version', 'fw version', 'sw version', 'fw', 'os', 'operating system'),
    field('location', 'location', 'place', 'room', 'position', 'building', 'site', 'deck', 'cabinet'),
    field('criticality', 'criticality', 'critical', 'importance', 'asset criticality'),
    field('owner', 'owner', 'responsible', 'custodian', 'asset owner'),
    field('description', 'description', 'remarks', 'comment', 'comments', 'notes', 'remark', 'summary', 'function', 'purpose'),
];

/** A head in the form in which heads are compared: lower case, no signs, no text in brackets. */
export function plainHead(head: string): string {
    const lower = head.toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
    const plain = lower.replace(/[^\p{Letter}\p{Number}#]+/gu, ' ').trim();
    return plain === '' ? head.toLowerCase().replace(/[^\p{Letter}\p{Number}#]+/gu, ' ').trim() : plain;
}

/** The field that a head means by itself; `null` where it is none of the known ones. */
export function fieldOf(head: string, fields: readonly Field[]): Field | null {
    const plain = plainHead(head);
    return fields.find(each => each.heads.includes(plain) || each.key.toLowerCase() === plain) ?? null;
}
