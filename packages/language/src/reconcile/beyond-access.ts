import type { Access, Flow } from '../model/index.ts';
import { accesses } from '../model/index.ts';
import type { Drafted } from './drafts.ts';
import type { Located, Seen } from './types.ts';

const rank = (access: Access | null): number => (access === null ? accesses.length : accesses.indexOf(access));

/**
 * The highest function that was seen of a flow and is more than it declares; `null` for none. What another declared
 * flow may do is of that one: which of two flows between the same ends a session is of, the wire does not say.
 * @param declared all declared flows with their conversations
 */
export function beyondAccess(flow: Flow, observed: Seen, declared: ReadonlyMap<Flow, Drafted>): Access | null {
    const { access } = flow;
    if (access === null || observed.access === null || rank(observed.access) <= rank(access)) return null;
    const others = [...declared].filter(([other]) => other !== flow && rank(other.access) > rank(access));
    const isOfOther = (sight: Located): boolean =>
        others.some(
            ([other, { own }]) =>
                rank(other.access) >= rank(sight.conversation.access) && own.some(placed => placed === sight),
        );
    const seen = observed.conversations.flatMap(sight => {
        const { access: used } = sight.conversation;
        return used === null || rank(used) <= rank(access) || isOfOther(sight) ? [] : [rank(used)];
    });
    return seen.length === 0 ? null : accesses[Math.max(...seen)]!;
}
