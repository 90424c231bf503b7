import { isHardwired } from '../../assessment/passing.ts';
import type { Lookup } from '../../model/index.ts';
import { flowName } from '../say/wording.ts';
import { doubtHardwired, type CalledHardwired } from './hardwired-ends.ts';

const allCalled = (lookup: Lookup): readonly CalledHardwired[] =>
    lookup.model.flows.flatMap(flow => (isHardwired(lookup, flow) ? (doubtHardwired(lookup, flow) ?? []) : []));

/**
 * The flows that are called hard-wired although something in the model says otherwise, in the order of the text. What
 * is not known of an end, its type or the assets of its zone, says nothing.
 */
export function calledHardwired(lookup: Lookup): readonly CalledHardwired[] {
    return lookup.once(allCalled);
}

/** A sentence for a question about paths. */
export function hiddenCable({ flow, because }: CalledHardwired): string {
    return `${flowName(flow)} is called hard-wired, although ${because}: what passes there is not said.`;
}
