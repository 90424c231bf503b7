import { isHardwired } from '../../../assessment/passing.ts';
import type { Flow } from '../../../model/index.ts';
import type { DiffSide } from '../model-diff.ts';
import type { Compared } from './reason.ts';

/* What is only said of a session, and mends nothing. */

/** True for a flow that is only proposed now, so that nothing of it is decided. */
export const isUndecided = (old: Flow, now: Flow): boolean => now.proposed !== null && old.proposed === null;

/** True for a flow that is nothing but a tunnel now, where its protocol was said before. */
export function hidesContent({ before, asked }: Pick<Compared, 'before' | 'asked'>, old: Flow, now: Flow): boolean {
    const isTunnel = ({ lookup }: DiffSide, { protocols }: Flow): boolean =>
        protocols.length > 0 && protocols.every(({ id }) => lookup.protocol(id)?.traits.includes('tunnel'));
    return isTunnel(asked, now) && old.protocols.length > 0 && !isTunnel(before, old);
}

/**
 * True for a flow that is said to be a hard-wired signal now, and was a session. The word is no proof: what passes is
 * seen at the wires alone, so HEAD is judged by the session.
 */
export function becomesHardwired(
    before: Pick<DiffSide, 'lookup'>,
    after: Pick<DiffSide, 'lookup'>,
    old: Flow,
    now: Flow,
): boolean {
    return isHardwired(after.lookup, now) && !isHardwired(before.lookup, old);
}
