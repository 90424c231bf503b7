import type { IslandVerdict, Question } from '../../assessment/index.ts';
import { isWritten } from '../../assessment/index.ts';
import type { Fix } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Context, Rule } from '../engine/rule.ts';
import type { Stub } from '../fix/claim.ts';
import { stub } from '../fix/claim.ts';
import { related } from '../say/related.ts';
import { unsaidDependency } from '../say/unsaid-dependency.ts';

/** The two answers to a question: what was not said is known to people alone. */
function answers({ lookup }: Context, { asset, peer }: Question): readonly Fix[] {
    const block = lookup.asset(asset);
    if (!block) return [];
    const reason: Stub = [`works without ${peer} because`, `what shows that ${block.name} continues without it`];
    return [
        stub(`State that ${block.name} works without ${peer}`, [block], [reason], 'last'),
        {
            kind: 'claim',
            title: `State that ${block.name} needs ${peer}`,
            fill: [],
            edits: [{ kind: 'add', into: block.origin, text: `needs ${peer}`, where: 'last' }],
        },
    ];
}

/** What the island asks of the essential assets and of what its functions rest on, each once. */
function questionsOf({ keepings }: IslandVerdict): readonly Question[] {
    return keepings.filter(each => each.holds === null).flatMap(each => each.verdict.questions);
}

export default {
    id: 'dependency-not-said',
    severity: 'warning',
    basis: ['SR 5.2 RE 2', 'SR 7.4'],
    summary: 'An island cuts a session, and the model does not state whether its function continues without it.',
    why:
        'Not stated does not mean that it continues. The session may be a report that can wait, or the time ' +
        'signal without which a controller stops. Only people know. State it in one line: `needs` or `works ' +
        'without … because …`.',
    falsePositives: 'None. Both statements are short, and either of them settles the finding.',
    check(context, report) {
        const { lookup, assessment } = context;
        const asked = new Set<string>();
        for (const verdict of assessment.islands) {
            const { island } = verdict;
            for (const question of questionsOf(verdict)) {
                const { asset, peer, flow } = question;
                const holder = lookup.asset(asset);
                // An answer whose reason is still to be written is reported as a placeholder.
                const begun = holder?.worksWithout.some(each => !isWritten(each) && each.without.id === peer);
                if (!holder || begun || asked.has(`${asset} ${peer}`)) continue;
                asked.add(`${asset} ${peer}`);
                report({
                    at: nameOf(holder.origin),
                    subject: asset,
                    message: unsaidDependency(question, island.id, holder.name),
                    related: [
                        ...related('The session that stops.', flow ? [flow] : []),
                        ...related('This one goes on.', question.goesOn),
                        ...related('The island that requires it.', [island]),
                    ],
                    fixes: flow ? answers(context, question) : [],
                });
            }
            for (const { keeping, holds, verdict: each } of verdict.keepings) {
                if (holds !== null || each.questions.length > 0 || each.chain.length === 0) continue;
                report({
                    at: nameOf(keeping.origin),
                    subject: island.id,
                    message:
                        `It is not stated whether ${island.id} keeps ${keeping.function.id}: ` +
                        `${each.chain.join(' → ')} (${each.because}).`,
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Clock : server
}
zone Control {
  kind control
  asset Plc : plc
        ^^^
}
conduit Time between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Control.Plc -> Office.Clock : ntp
}
function Loading {
  needs Control.Plc
}
island Alone {
  cut Time
  keeps Loading
}
`,
            after: `system Plant
zone Office {
  kind enterprise
  asset Clock : server
}
zone Control {
  kind control
  asset Plc : plc {
    works without Office.Clock because "TODO: what shows that Plc continues without it"
  }
}
conduit Time between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Control.Plc -> Office.Clock : ntp
}
function Loading {
  needs Control.Plc
}
island Alone {
  cut Time
  keeps Loading
}
`,
        },
        {
            title: 'Stated',
            before: `system Plant
zone Office {
  kind enterprise
  asset Clock : server
}
zone Control {
  kind control
  asset Plc : plc {
    works without Office.Clock because "Keeps time by itself for a month, tested 2026"
  }
}
conduit Time between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Control.Plc -> Office.Clock : ntp
}
function Loading {
  needs Control.Plc
}
island Alone {
  cut Time
  keeps Loading
}
`,
        },
    ],
} satisfies Rule;
