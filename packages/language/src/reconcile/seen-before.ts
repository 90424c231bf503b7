import type { Asset, Conversation } from '../model/index.ts';
import type { Filters } from './configured.ts';
import { isSeen } from './observation-text.ts';
import type { Located } from './types.ts';

/**
 * The first day on which devices are known to block something; `null` where the rules of one have no date, or where one
 * had its rules on the day in question.
 * @param day the day in question
 */
export function laterThan(filters: Filters, blocking: readonly Asset[], day: string): string | null {
    const days = blocking.map(({ id }) => filters.since(id));
    return days.every((each): each is string => each !== null && each > day) ? (days.toSorted()[0] ?? null) : null;
}

/** The last day on which any of some sessions was seen; `null` where that is not said of one. */
export function lastSeen(conversations: readonly Located[]): string | null {
    const used = conversations.filter(each => isSeen(each.conversation.outcome));
    // What is answered by nothing is used all the same.
    const days = (used.length > 0 ? used : conversations).map(each => lastDay(each.conversation));
    return days.every(day => day !== null) ? (days.toSorted().at(-1) ?? null) : null;
}

/** The last day on which a conversation was seen; `null` where it is not said. */
export const lastDay = ({ last }: Conversation): string | null => last?.date ?? null;
