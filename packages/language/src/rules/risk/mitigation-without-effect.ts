import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'mitigation-without-effect',
    severity: 'warning',
    basis: ['ZCR 5.9'],
    summary: 'A measure is said to mitigate a threat, but the line lowers neither its likelihood nor its consequence.',
    why:
        'ZCR 5.9 asks for likelihood and consequence once more, with the measures in mind. A line without `to`, ' +
        'or whose numbers are not ' +
        'lower than the unmitigated ones, leaves the risk as it is while it looks treated. A measure without a ' +
        'status counts nowhere.',
    falsePositives:
        'The measure limits something that the matrix does not measure, such as the time to recover: say so in ' +
        'the description ' +
        'and accept the finding.',
    check({ lookup, assessment }, report) {
        const { matrix, threats } = assessment.risk;
        if (!matrix) return;
        for (const { threat, mitigations, unmitigated } of threats) {
            if (!unmitigated) continue;
            for (const { mitigation, reduces, counts, waitingFor } of mitigations) {
                if (reduces && counts !== 'no') continue;
                const names = mitigation.by.map(each => each.id).join(', ');
                if (names === '') continue;
                const without = waitingFor.filter(id => lookup.measure(id)?.status === null);
                report({
                    at: nameOf(mitigation.origin),
                    subject: threat.id,
                    message: reduces
                        ? `Nobody said whether ${without.join(', ')} is planned, implemented or verified, so this ` +
                          'line counts nowhere. Add its status.'
                        : `${names} leaves the risk as it is: the line names no likelihood or consequence below ` +
                          'the unmitigated one. ' +
                          'Add what it lowers them to: to likelihood …',
                });
            }
        }
    },
    examples: [
        {
            title: 'No `to`',
            before: `system Plant
zone Control { asset Plc1 : plc }
countermeasure Keylock "Key switch in RUN" { status implemented }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock
  ^^^^^^^^^^^^^^^^^^^^
}
`,
        },
        {
            title: 'It says to what',
            before: `system Plant
zone Control { asset Plc1 : plc }
countermeasure Keylock "Key switch in RUN" { status implemented }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
}
`,
        },
    ],
};

export default rule;
