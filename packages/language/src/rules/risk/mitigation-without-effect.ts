import type { Edit, Fix, Lookup, Mitigation } from '../../model/index.ts';
import { nameOf, wholeOf } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Removes a line that changes no risk. A lower level is not written: it has to be rated first. */
function removal(mitigation: Mitigation): Fix {
    return {
        kind: 'fix',
        title: 'Remove the line, which does not change the risk',
        edits: [{ kind: 'remove', at: wholeOf(mitigation.origin) }],
    };
}

/** A claim that countermeasures are planned, to a day that has to be filled in: today, which has passed tomorrow. */
function statuses(lookup: Lookup, ids: readonly string[], today: string): readonly Fix[] {
    const found = ids.flatMap(id => lookup.countermeasure(id) ?? []);
    if (found.length === 0) return [];
    const adds = (due: boolean): string => (due ? `status planned\ndue ${today}` : 'status planned');
    return [
        {
            kind: 'claim',
            title: `State the status of ${found.map(({ id }) => id).join(', ')}…`,
            fill: found.flatMap(({ due }) => (due ? ['planned'] : ['planned', today])),
            edits: found.map(({ origin, due }): Edit => ({
                kind: 'add',
                into: origin,
                text: adds(due === null),
                where: 'last',
            })),
        },
    ];
}

const rule: Rule = {
    id: 'mitigation-without-effect',
    severity: 'warning',
    basis: ['ZCR 5.9'],
    summary: 'A countermeasure is stated to mitigate a threat, but the line lowers neither likelihood nor consequence.',
    why:
        'ZCR 5.9 requires likelihood and consequence to be rated again with the countermeasures. If a line has ' +
        'no `to`, or its numbers are not lower than the unmitigated ones, the risk is unchanged although it ' +
        'looks treated. A countermeasure without a status never counts, and one whose evidence has expired does not ' +
        'count any more.',
    falsePositives:
        'The countermeasure limits something that the matrix does not rate, such as the recovery time. Say ' +
        'so in the description, and accept the finding.',
    check({ lookup, assessment, today }, report) {
        const { matrix, threats } = assessment.risk;
        if (!matrix) return;
        for (const { threat, mitigations, unmitigated } of threats) {
            if (!unmitigated) continue;
            for (const { mitigation, reduces, counts, waitingFor } of mitigations) {
                if (reduces && counts !== 'no') continue;
                if (mitigation.by.length === 0) continue;
                const names = listed(
                    mitigation.by.map(each => each.id),
                    9,
                );
                const without = waitingFor.filter(id => lookup.countermeasure(id)?.status === null);
                const proposed = waitingFor.filter(id => lookup.countermeasure(id)?.status === 'proposed');
                const stale = waitingFor.filter(id => {
                    const found = lookup.countermeasure(id);
                    return found !== undefined && assessment.day.standingOf(found) === 'stale';
                });
                const open = [
                    ...(without.length > 0
                        ? [`${listed(without)} ${without.length === 1 ? 'has' : 'have'} no status`]
                        : []),
                    ...(proposed.length > 0
                        ? [`${listed(proposed)} ${proposed.length === 1 ? 'is' : 'are'} only proposed`]
                        : []),
                    ...(stale.length > 0
                        ? [`${listed(stale)} ${stale.length === 1 ? 'has' : 'have'} only evidence that has expired`]
                        : []),
                ];
                // What would count if it were applied on the path of the threat is told by another rule.
                if (reduces && open.length === 0) continue;
                const advice =
                    without.length + proposed.length > 0
                        ? 'Write `status` with `planned`, `implemented` or `verified` where that is true.'
                        : 'Renew the evidence and write its day.';
                report({
                    at: nameOf(mitigation.origin),
                    subject: threat.id,
                    fixes: !reduces
                        ? [removal(mitigation)]
                        : proposed.length + stale.length > 0
                          ? []
                          : statuses(lookup, without, today),
                    message: reduces
                        ? `${listed(open, 9)}, so this line does not count. ${advice}`
                        : `${names} ${mitigation.by.length === 1 ? 'does' : 'do'} not change the risk: the line ` +
                          'names no likelihood or consequence below the unmitigated one. Add the lowered level: ' +
                          '`to likelihood …`.',
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
            after: `system Plant
zone Control { asset Plc1 : plc }
countermeasure Keylock "Key switch in RUN" { status implemented }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
}
`,
        },
        {
            title: 'Without a status',
            before: `system Plant
zone Control { asset Plc1 : plc }
countermeasure Keylock "Key switch in RUN"
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control { asset Plc1 : plc }
countermeasure Keylock "Key switch in RUN" {
  status planned
  due 2026-06-01
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 3
  consequence 4
  mitigated by Keylock to likelihood 1
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
