import type { Span } from '../place.ts';
import type { Facts } from '../facts.ts';
import { day, many, one, text, notAFact, word } from '../facts.ts';
import type { CountermeasureStatus } from '../words.ts';
import type { DateFact, Named } from './common.ts';
import type { RequirementMention } from './requirement-statements.ts';
import type { Duration } from './dependency.ts';
import { durationText } from './dependency.ts';
import type { Evidence } from './time.ts';
import { evidences } from './time.ts';
import { namedFacts } from './common.ts';
import { requirementText } from './requirement-statements.ts';

/** What is done or planned against threats, and the requirements that it meets. */
export interface Countermeasure extends Named {
    readonly meets: readonly RequirementMention[];
    readonly status: CountermeasureStatus | null;
    /** The word after `status`; `null` where there is none. */
    readonly statusAt: Span | null;
    readonly due: DateFact | null;
    /** What is written after `due`, also what is no day; `null` where there is nothing. */
    readonly dueAt: Span | null;
    readonly cost: number | null;
    readonly owner: string | null;
    readonly evidence: readonly Evidence[];
    /** How long the plant stands still for it. */
    readonly downtime: Duration | null;
    /** True where a downtime is written that cannot be read. */
    readonly downtimeUnread: boolean;
    readonly description: string | null;
}

/** The facts of a countermeasure. */
export const countermeasureFacts = {
    ...namedFacts,
    meets: requirements => many('meets', requirements.map(requirementText)),
    status: word('status'),
    statusAt: notAFact('where the status is written'),
    due: day('due'),
    dueAt: notAFact('where the day is written'),
    cost: word('cost'),
    owner: text('owner'),
    description: text('description'),
    downtime: time => one('downtime', time && durationText(time)),
    downtimeUnread: unread => one('downtime', unread ? 'a time that cannot be read' : null),
    evidence: evidences,
} satisfies Facts<Countermeasure>;
