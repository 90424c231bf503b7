import { Day, goodUntil, usualTime } from '../../assessment/index.ts';
import type { Edit, EvidenceTime, Fix, Origin } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

/** The day of the evidence, to be written anew. */
function renewed(origin: Origin, { dated, until, unread }: EvidenceTime, today: string): readonly Fix[] {
    if (!dated || until || unread) return [];
    const edit: Edit = { kind: 'replace', at: { file: origin.file, ...dated.at }, text: today };
    return [{ kind: 'claim', title: 'Write the day of the renewed evidence…', fill: [today], edits: [edit] }];
}

/** What to do: of a time that is only written wrongly the evidence may be as good as ever. */
function toDo({ unread }: EvidenceTime): string {
    return unread ? 'Correct how it is written.' : 'Renew the evidence and write its day.';
}

export default {
    id: 'evidence-stale',
    severity: 'warning',
    basis: ['ZCR 5.12', 'ZCR 6.4'],
    summary: 'Evidence has expired, and what rests on it is not assessed any more.',
    why:
        'A restore drill, a scan or an audit shows how things were on its day. After its time it shows nothing, and ' +
        'a level that still rests on it would be a claim.',
    falsePositives: 'None: renew the evidence and write its day, or write for how long it is good.',
    check({ model, lookup, today }, report) {
        const usual = usualTime(lookup);
        const day = new Day(lookup, today);
        const stale = (time: EvidenceTime): string | null => {
            if (!day.isOff(time)) return null;
            if (time.unread) return 'has a time that cannot be read';
            return day.isAhead(time)
                ? `is dated ${time.dated!.date}, a day to come`
                : `was good until ${goodUntil(time, usual)}`;
        };
        for (const subject of [
            ...model.zones,
            ...model.conduits,
            ...model.assets,
            ...model.types,
            ...model.parties,
            ...model.programmes,
        ]) {
            for (const statement of subject.statements) {
                const until = statement.evidence.length > 0 ? stale(statement.evidenceTime) : null;
                if (until === null) continue;
                const who = model.programmes.some(each => each === subject) ? 'the programme' : subject.name;
                // What is missed is missed, whatever shows it.
                const then =
                    statement.verb === 'misses' ? '' : `: what ${who} ${statement.verb} here is not assessed any more`;
                const several = statement.evidence.length > 1 ? 'Evidence ' : '';
                report({
                    at: nameOf(statement.origin),
                    subject: subject.id,
                    message:
                        `${several}${statement.evidence.join(', ')} ${until}${then}. ` + toDo(statement.evidenceTime),
                    fixes: renewed(statement.origin, statement.evidenceTime, today),
                });
            }
        }
        for (const holder of [
            ...model.countermeasures.map(countermeasure => ({
                id: countermeasure.id,
                evidence: countermeasure.evidence,
                countermeasure,
            })),
            ...[...model.zones, ...model.conduits, ...model.assets].map(each => ({
                id: each.id,
                evidence: each.notes.evidence,
                countermeasure: null,
            })),
        ]) {
            for (const { text, time, origin } of holder.evidence) {
                const until = stale(time);
                if (until === null) continue;
                const counts = holder.countermeasure !== null && day.standingOf(holder.countermeasure) === 'stale';
                report({
                    at: nameOf(origin),
                    subject: holder.id,
                    message:
                        `${text} ${until}` +
                        `${counts ? `: what rests on ${holder.id} is not assessed any more` : ''}. ` +
                        toDo(time),
                    fixes: renewed(origin, time, today),
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  meets SR 7.3 because "Nightly backup" evidence "docs/drill.md" dated 2020-03-12 valid 12 months
  ^^^^^^^^^^^^
}
countermeasure Logging "Central logs" {
  meets SR 2.8
  status verified
  evidence "audits/logs.pdf" dated 2019-01-10 valid 1 years
           ^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  meets SR 7.3 because "Nightly backup" evidence "docs/drill.md" dated 2026-06-01 valid 12 months
}
countermeasure Logging "Central logs" {
  meets SR 2.8
  status verified
  evidence "audits/logs.pdf" dated 2019-01-10 valid 1 years
}
`,
        },
        {
            title: 'Evidence without a date does not age',
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  meets SR 7.3 because "Nightly backup" evidence "docs/drill.md"
}
`,
        },
    ],
} satisfies Rule;
