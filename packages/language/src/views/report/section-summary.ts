import { counted } from '../../model/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Block, Section } from './document.ts';
import type { ReportData, StateName } from './data.ts';
import { section, stateCell } from './section-parts.ts';

/** What each state means, as people read it in the tables. */
const meanings: Readonly<Record<StateName, string>> = {
    met: 'it is stated, or an implemented or verified countermeasure meets it',
    compensated: 'something else does what it asks for, with a reason',
    excluded: 'left out with a reason',
    planned: 'a countermeasure is planned and not in service',
    capable: 'every product could do it, but it is not stated to be in use',
    missed: 'said not to be met',
    'not-assessed': 'nothing is stated, or what shows it does not count today',
};

/** The states in the order of language.md, with what they mean. */
export const statesNote: readonly { readonly state: StateName; readonly meaning: string }[] = (
    Object.keys(meanings) as StateName[]
).map(state => ({ state, meaning: meanings[state] }));

/** `2 of 5`, or `2 of 3 with an SL-T; 2 without` where some are not judged. */
function ofJudged(found: number, all: number, judged: number, [judgedBy, not]: readonly [string, string]): string {
    return all === judged ? `${found} of ${all}` : `${found} of ${judged} ${judgedBy}; ${all - judged} ${not}`;
}

export function summarySection(data: ReportData): Section {
    const { summary } = data;
    const { findings } = summary;
    const unproved = data.invariants.filter(({ holds, leftOpen }) => holds && leftOpen.length > 0).length;
    const blocks: Block[] = [
        {
            kind: 'paragraph',
            text:
                `${counted(summary.zones, 'zone')}, ${counted(summary.conduits, 'conduit')}, ` +
                `${counted(summary.assets, 'asset')}, ` +
                `${counted(summary.flows, 'flow')} and ${counted(summary.threats, 'threat')} are described.`,
        },
        {
            kind: 'table',
            caption: 'Requirements that SL-T asks for, over all zones and conduits',
            columns: [{ title: 'State' }, { title: 'Number', align: 'right' }, { title: 'Meaning', weight: 4 }],
            rows: statesNote.map(({ state, meaning }) => [stateCell(state), String(summary.states[state]), meaning]),
        },
        {
            kind: 'facts',
            rows: [
                { name: 'Required', values: [counted(summary.required, 'requirement')] },
                ...(summary.contradicted > 0
                    ? [
                          {
                              name: 'Of these contradicted',
                              values: [
                                  `${summary.contradicted}; the model shows otherwise, and SL-A counts what is stated`,
                              ],
                          },
                      ]
                    : []),
                {
                    name: 'Zones and conduits with a gap',
                    values: [
                        ofJudged(
                            summary.subjectsWithGap,
                            summary.zones + summary.conduits,
                            summary.subjectsWithTarget,
                            ['with an SL-T', 'without'],
                        ),
                    ],
                },
                ...(summary.subjectsOnlyUnassessed > 0
                    ? [
                          {
                              name: 'Of these only not assessed',
                              values: [
                                  `${summary.subjectsOnlyUnassessed}: none of their requirements is known to be open`,
                              ],
                          },
                      ]
                    : []),
                {
                    name: 'Threats above tolerable risk',
                    values: [
                        ofJudged(summary.threatsAboveTolerable, summary.threats, summary.threatsCompared, [
                            'compared',
                            'not compared',
                        ]),
                    ],
                },
                {
                    name: 'Broken invariants',
                    values: [
                        `${summary.brokenInvariants} of ${data.invariants.length}` +
                            (data.invariants.some(({ holds, understood }) => holds && !understood)
                                ? '; the others are not proved, since not everything was understood'
                                : unproved > 0
                                  ? `; ${unproved} not proved, since a connection is not described`
                                  : ''),
                    ],
                },
                {
                    name: 'Findings',
                    values: [
                        `${counted(findings.error, 'error')}, ${counted(findings.warning, 'warning')}, ` +
                            `${findings.info} for information; ${findings.accepted} accepted`,
                    ],
                },
            ],
        },
        {
            kind: 'note',
            tone: 'fair',
            title: 'How to read this',
            text:
                'The document contains the statements of the model and what follows from them. What the ' +
                'model does not state is listed in the next section. The document does not state that a ' +
                'standard is fulfilled. A dash means not stated or not required. Levels are written for all ' +
                'foundational requirements at once (2), as a level with exceptions (2 { RDF 3 }), or one by one ' +
                `in the order ${frAbbreviations.join(' ')}. A gap with a question mark (2?) is not assessed: nothing ` +
                'says whether its requirements are met.',
        },
    ];
    return section('summary', 'Summary', null, blocks);
}
