import type { Facts } from '../tell.ts';
import { day, many, text, texts, word } from '../tell.ts';
import type { MeasureStatus } from '../words.ts';
import type { DateFact, Named, RequirementMention, Text } from './common.ts';
import { namedFacts, requirementText } from './common.ts';

export interface Countermeasure extends Named {
    readonly meets: readonly RequirementMention[];
    readonly status: MeasureStatus | null;
    readonly due: DateFact | null;
    readonly cost: number | null;
    readonly owner: string | null;
    readonly evidence: readonly Text[];
    readonly description: string | null;
}

export const countermeasureFacts = {
    ...namedFacts,
    meets: requirements => many('meets', requirements.map(requirementText)),
    status: word('status'),
    due: day('due'),
    cost: word('cost'),
    owner: text('owner'),
    description: text('description'),
    evidence: texts('evidence'),
} satisfies Facts<Countermeasure>;
