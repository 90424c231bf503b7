import type { Flow } from '../../model/index.ts';
import { withAnd } from '../../model/index.ts';

/** `A`, `A and B`, `A, B and C`; with more than `most` of them `A, B, C and 4 more`. */
export function listed(names: readonly string[], most = 4): string {
    if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
    return withAnd(names);
}

export { counted } from '../../model/index.ts';

/** `Control.Hmi1 -> Dmz.Mirror`, as messages name a flow. */
export function flowName(flow: Flow): string {
    return `${flow.from.id} ${flow.arrow} ${flow.to.id}`;
}
