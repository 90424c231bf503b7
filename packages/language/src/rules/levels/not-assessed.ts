import type { Conduit, Vector, Zone } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { outsideKinds } from '../ask/zones.ts';
import { lacking } from '../say/missing.ts';
import { isAssessed } from '../ask/said.ts';
import { alsoBlamed } from '../say/related.ts';
import { counted } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

const advice = 'State what is known with `applies`, `meets`, `misses` or `excludes`.';

export default {
    id: 'not-assessed',
    severity: 'info',
    basis: ['ZCR 5.8', 'ZCR 6.4'],
    summary: 'A zone or conduit has an SL-T but has not been assessed: no requirement has a status.',
    why:
        'A target alone does not protect. Until the zone is assessed, SL-A is 0 because nothing is known, and ' +
        'tables and pictures show it that way.',
    falsePositives:
        'A design phase in which only the partition is reviewed. Switch the rule off in the settings until then.',
    check({ model, lookup, assessment }, report) {
        const wanting = (subject: Zone | Conduit): boolean =>
            assessment.of(subject.id)?.slT.some(level => level !== null && level > 0) ?? false;
        const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
        const isOutside = (subject: Zone | Conduit): boolean =>
            subject.kind === 'zone' && outsideKinds.has(lookup.kindOf(subject.id));
        const open = subjects.filter(
            subject => !isOutside(subject) && !isAssessed(lookup, subject) && wanting(subject),
        );
        const asksMore = (inner: string, outer: string): boolean => {
            const [own, around] = [inner, outer].map(id => assessment.of(id)!.slT) as [Vector, Vector];
            return own.some((level, at) => (level ?? 0) > (around[at] ?? 0));
        };
        const { system } = model;
        if (system && open.length > 1 && !subjects.some(subject => isAssessed(lookup, subject))) {
            report({
                at: nameOf(system.origin),
                subject: system.id,
                message:
                    `${system.name} has not been assessed: ${open.length} zones and conduits have an SL-T, but ` +
                    `no requirement has a status. ${advice}`,
                related: alsoBlamed('Not assessed.', open),
                gathers: true,
            });
            return;
        }
        const openIds = new Set(open.map(subject => subject.id));
        lacking(lookup, {
            rule: 'not-assessed',
            // A nested zone is assessed with the zone around it, unless more is asked of it.
            elements: open.filter(
                subject =>
                    subject.kind === 'conduit' ||
                    subject.parent === null ||
                    !openIds.has(subject.parent) ||
                    asksMore(subject.id, subject.parent),
            ),
            noun: 'zone or conduit',
            clause: ['has not been assessed', 'have not been assessed'],
            detail: subject => {
                const required = assessment.of(subject.id)!.requirements.filter(each => each.required);
                return (
                    `${counted(required.length, 'requirement')} at its SL-T ` +
                    `${required.length === 1 ? 'has' : 'have'} no status.`
                );
            },
            advice,
        }).forEach(report);
    },
    examples: [
        {
            title: 'The model is only a drawing so far',
            before: `system Plant
       ^^^^^
zone Dmz {
  kind dmz
  SL-T 1
  asset Mirror : historian
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
`,
        },
        {
            title: 'One zone was not assessed',
            before: `system Plant
zone Dmz {
     ^^^
  kind dmz
  SL-T 1
  asset Mirror : historian
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  misses SR 1.1 because "One password for all" due 2030-03-31
}
`,
        },
    ],
} satisfies Rule;
