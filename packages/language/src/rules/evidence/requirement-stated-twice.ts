import type { Asset, Conduit, Edit, Fix, Model, RequirementMention, Statement, Verb, Zone } from '../../model/index.ts';
import { placeIn, wholeOf } from '../../model/index.ts';
import type { Report, Rule } from '../engine/rule.ts';

/** What a mention speaks of, so that two of them have something in common: a requirement, or an FR from level 1 on. */
function keyOf(mention: RequirementMention): string {
    return mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1}`;
}

/** True for the same requirement, or the same FR up to the same level. */
function isSame(a: RequirementMention, b: RequirementMention): boolean {
    return a.kind === 'requirement' || (b.kind !== 'requirement' && a.level === b.level);
}

/** Of organisations: the statements of all programmes add up, those of each party are its own. */
function statedTwiceOfOrganisations({ parties, programmes }: Model, report: Report): void {
    for (const holders of [...parties.map(party => [party]), programmes]) {
        const first = new Map<string, Verb>();
        for (const { id: subject, statements } of holders) {
            for (const { verb, requirements, origin } of statements) {
                for (const { id, at } of requirements) {
                    const earlier = first.get(id);
                    if (earlier === undefined) first.set(id, verb);
                    else
                        report({
                            at: placeIn(origin, at),
                            subject,
                            severity: earlier === verb ? 'info' : 'warning',
                            message:
                                `${id} is stated twice: ${earlier}, and here ${verb}. Only the first statement ` +
                                'counts. Keep one.',
                        });
                }
            }
        }
    }
}

function titleOf({ verb }: Statement, key: string, which = ''): string {
    return `Remove ${which === '' ? '' : `${which} `}"${verb} ${key}"`;
}

/** Removes a statement that speaks of nothing else. */
function removal(statement: Statement, title: string, kind: 'layout' | 'claim'): readonly Fix[] {
    if (statement.requirements.length !== 1) return [];
    const edits: readonly Edit[] = [{ kind: 'remove', at: wholeOf(statement.origin) }];
    return [kind === 'layout' ? { kind, title, edits } : { kind, title, edits, fill: [] }];
}

/** What a statement says beside its verb and requirements, as one text to compare. */
function saidBeside({ by, because, evidence, evidenceTime, due }: Statement): readonly string[] {
    const { author, dated, valid, until } = evidenceTime;
    return [
        ...by.map(each => `by ${each.id}`),
        ...(because === null ? [] : [`because ${because}`]),
        ...evidence.map(each => `evidence ${each}`),
        ...(author === null ? [] : [`author ${author}`]),
        ...(dated ? [`dated ${dated.date}`] : []),
        ...(valid ? [`valid ${valid.amount} ${valid.unit}`] : []),
        ...(until ? [`until ${until.date}`] : []),
        ...(due ? [`due ${due.date}`] : []),
    ];
}

/**
 * Where a second statement says nothing more than the first, it can go. Where it has a reason, a countermeasure or
 * evidence of its own, that may be the one that is right today: people decide which of them stays.
 */
function doubles(earlier: Statement, later: Statement, key: string): readonly Fix[] {
    const known = new Set(saidBeside(earlier));
    return saidBeside(later).every(each => known.has(each))
        ? removal(later, titleOf(later, key), 'layout')
        : choices(earlier, later, key);
}

/** Which of two states is true is for people to say: none where only one of the answers can be given. */
function choices(earlier: Statement, later: Statement, key: string): readonly Fix[] {
    const which = earlier.verb === later.verb ? ['this', 'the first'] : ['', ''];
    const both = [later, earlier].map((statement, index) =>
        removal(statement, titleOf(statement, key, which[index]), 'claim'),
    );
    return both.every(each => each.length > 0) ? both.flat() : [];
}

export default {
    id: 'requirement-stated-twice',
    severity: 'warning',
    basis: ['ZCR 6.4', 'ZCR 5.13'],
    summary: 'A requirement is stated twice in the same block.',
    why:
        'Only one of the statements counts and is shown in tables. Whoever reads the other one relies on ' +
        'something that has no effect. Two different states are a contradiction; the same state twice is ' +
        'information.',
    falsePositives:
        'None. A nearer statement may differ from an inherited one, and a statement on an SR from one on its whole FR.',
    check({ model }, report) {
        const subjects: readonly (Zone | Conduit | Asset)[] = [...model.zones, ...model.conduits, ...model.assets];
        statedTwiceOfOrganisations(model, report);
        for (const subject of subjects) {
            if (subject.statements.length < 2) continue;
            const first = new Map<string, { statement: Statement; mention: RequirementMention }>();
            for (const statement of subject.statements) {
                for (const mention of statement.requirements) {
                    const key = keyOf(mention);
                    const earlier = first.get(key);
                    if (!earlier) {
                        first.set(key, { statement, mention });
                        continue;
                    }
                    const same = earlier.statement.verb === statement.verb;
                    if (same && !isSame(earlier.mention, mention)) continue;
                    report({
                        at: placeIn(statement.origin, mention.at),
                        subject: subject.id,
                        severity: same ? 'info' : 'warning',
                        message: same
                            ? `${subject.name} states twice that it ${statement.verb} ${key}: only the first ` +
                              'statement counts, and the reason in the second is not shown anywhere. Keep one.'
                            : `${subject.name} ${earlier.statement.verb} ${key} and also ${statement.verb} it: ` +
                              'only one can be true. Keep that one.',
                        fixes: (same ? doubles : choices)(earlier.statement, statement, key),
                        related: [
                            {
                                message: `First stated here: \`${earlier.statement.verb}\`.`,
                                at: placeIn(earlier.statement.origin, earlier.mention.at),
                            },
                        ],
                    });
                }
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  misses SR 2.8 because "The PLC keeps no audit trail" due 2030-03-31
  meets SR 2.8 because "Logs go to the collector"
        ^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  misses SR 2.8 because "The PLC keeps no audit trail" due 2030-03-31
}
`,
        },
        {
            title: 'The same state twice, with two reasons',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  meets SR 2.8 because "Logs go to the collector"
  meets SR 2.8, SR 2.9 because "Journal of the PLC"
        ^^^^^^
}
`,
        },
        {
            title: 'A whole FR, and one requirement of it that differs',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  meets FR 2 SL 1 because "Roles in the SCADA system"
  misses SR 2.5 because "Screens stay open" due 2030-03-31
}
`,
        },
    ],
} satisfies Rule;
