import { nameOf } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'mitigation-without-effect',
    severity: 'warning',
    basis: ['ZCR 5.9'],
    summary: 'A countermeasure is stated to mitigate a threat, but the line lowers neither likelihood nor consequence.',
    why:
        'ZCR 5.9 requires likelihood and consequence to be rated again with the countermeasures. If a line has ' +
        'no `to`, or its numbers are not lower than the unmitigated ones, the risk is unchanged although it ' +
        'looks treated. A countermeasure without a status never counts.',
    falsePositives:
        'The countermeasure limits something that the matrix does not rate, such as the recovery time. Say ' +
        'so in the description, and accept the finding.',
    check({ lookup, assessment }, report) {
        const { matrix, threats } = assessment.risk;
        if (!matrix) return;
        for (const { threat, mitigations, unmitigated } of threats) {
            if (!unmitigated) continue;
            for (const { mitigation, reduces, counts, waitingFor } of mitigations) {
                if (reduces && counts !== 'no') continue;
                const names = mitigation.by.map(each => each.id).join(', ');
                if (names === '') continue;
                const without = waitingFor.filter(id => lookup.countermeasure(id)?.status === null);
                const proposed = waitingFor.filter(id => lookup.countermeasure(id)?.status === 'proposed');
                const open = [
                    ...(without.length > 0
                        ? [`${listed(without)} ${without.length === 1 ? 'has' : 'have'} no status`]
                        : []),
                    ...(proposed.length > 0
                        ? [`${listed(proposed)} ${proposed.length === 1 ? 'is' : 'are'} only proposed`]
                        : []),
                ];
                report({
                    at: nameOf(mitigation.origin),
                    subject: threat.id,
                    message: reduces
                        ? `${open.join(' and ')}, so this line does not count. Write \`status\` with \`planned\`, ` +
                          '`implemented` or `verified` where that is true.'
                        : `${names} does not change the risk: the line names no likelihood or consequence ` +
                          `below the unmitigated one. Add the lowered level: \`to likelihood …\`.`,
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
            title: 'With `to`',
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
