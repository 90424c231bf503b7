import type { Zone } from '../model/index.ts';
import type { Block } from './block.ts';
import { lowerAccepts, lowerAgreements } from './lower-accepts.ts';
import type { Lowering } from './lowering.ts';
import type { Declaration } from './names.ts';
import { declaredOrigin } from './statement-heads.ts';
import { readString } from './values.ts';

/** What every declaration has in common. */
export function named(
    lowering: Lowering,
    node: Declaration,
    id: string,
    block: Block,
): Pick<Zone, 'id' | 'name' | 'title' | 'doc' | 'origin' | 'accepts' | 'agreements'> {
    return {
        id,
        name: node.name!.text,
        title: node.title ? readString(node.title.text) : null,
        doc: lowering.docs.get(node.start) ?? null,
        origin: declaredOrigin(lowering, node),
        accepts: lowerAccepts(lowering, block),
        agreements: lowerAgreements(lowering, block),
    };
}
