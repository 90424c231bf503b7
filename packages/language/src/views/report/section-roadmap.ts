import { counted } from '../../model/index.ts';
import type { Roadmap } from './data.ts';
import type { Block } from './document.ts';
import { said } from './section-parts.ts';

/** What to do in which order, below the gaps. */
export function roadmapBlocks(roadmap: Roadmap | null): readonly Block[] {
    if (roadmap === null) return [];
    const { steps, says, open, notes } = roadmap;
    const table: Block = {
        kind: 'table',
        caption: `Roadmap: ${counted(steps.length, 'step')}, first what lowers the risk most for its cost`,
        columns: [
            { title: 'Step', weight: 0.5 },
            { title: 'Countermeasure', weight: 2 },
            { title: 'Owner', weight: 1.2 },
            { title: 'Cost', weight: 0.8 },
            { title: 'When', weight: 1.6 },
            { title: 'Closes', weight: 3 },
            { title: 'Sum of the risks', weight: 0.9 },
        ],
        rows: steps.map((step, index) => [
            String(index + 1),
            `${step.id}${step.title ? `\n${step.title}` : ''}\n${step.status ?? ''}`.trimEnd(),
            said(step.owner),
            step.cost === null ? { text: 'not said', tone: 'quiet' } : String(step.cost),
            step.when,
            said(step.closes.join('\n')),
            step.risk === null ? '–' : `${step.risk.before} → ${step.risk.after}`,
        ]),
    };
    const paragraphs = [
        ...(steps.length === 0 ? ['No planned or proposed countermeasure closes anything of what is open.'] : [says]),
    ];
    const left: Block = {
        kind: 'table',
        caption: 'What no countermeasure closes, and what it would take',
        columns: [
            { title: 'Open', weight: 2 },
            { title: 'What it would take', weight: 3 },
        ],
        rows: open.map(({ what, takes }) => [what, { text: takes, marked: true }]),
    };
    const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
    return [
        ...(steps.length === 0 ? [] : [table]),
        ...paragraphs.map(paragraph),
        ...(open.length === 0 ? [] : [left]),
        ...notes.map(paragraph),
    ];
}
