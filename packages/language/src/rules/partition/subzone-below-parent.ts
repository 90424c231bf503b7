import type { Level, Vector } from '../../model/index.ts';
import { nameOf, writeVector } from '../../model/index.ts';
import { isSafetyTarget } from '../ask/safety-targets.ts';
import { shortfallText } from '../ask/shortfall.ts';
import type { Rule } from '../engine/rule.ts';

/** The FRs in which the inner vector says less than the outer one. */
function below(inner: Vector, outer: Vector): readonly number[] {
    return inner.flatMap((level, fr) => (level !== null && outer[fr] != null && level < outer[fr] ? [fr] : []));
}

function higher(inner: Vector, outer: Vector): Vector {
    return inner.map((level, fr): Level | null => (level === null ? null : (Math.max(level, outer[fr] ?? 0) as Level)));
}

export default {
    id: 'subzone-below-parent',
    severity: 'warning',
    basis: ['ZCR 5.6', 'ZCR 3.1'],
    summary: 'A nested zone has a lower SL-T than its outer zone.',
    why:
        'Whoever is in the nested zone is already inside the outer zone. Its protection is then only as good as ' +
        'that of the weakest nested zone.',
    falsePositives:
        'The nested zone has a boundary of its own towards the outer zone, and flows only go into it. Say so ' +
        'after `because`.',
    check(context, report) {
        const { model, lookup, assessment } = context;
        for (const zone of model.zones) {
            const parent = zone.parent === null ? undefined : lookup.zone(zone.parent);
            if (!parent || !zone.slT || zone.slT.because !== null) continue;
            const outer = assessment.of(parent.id)!.slT;
            const frs = below(zone.slT.levels, outer);
            if (frs.length === 0) continue;
            const says = shortfallText(frs.map(fr => ({ fr, have: zone.slT!.levels[fr]!, want: outer[fr]! })));
            const raised = writeVector(higher(zone.slT.levels, outer));
            report({
                at: nameOf(zone.slT.origin),
                subject: zone.id,
                message:
                    `The SL-T of ${zone.name} is below that of its outer zone ${parent.name}: ${says}. An ` +
                    `intruder in ${zone.name} is already inside ${parent.name}. Raise it, move the zone out, or ` +
                    `give the reason with \`because\`.`,
                fixes:
                    // Raised, it would be that of a safety zone inside that has none of its own.
                    isSafetyTarget(context, zone.id, frs)
                        ? []
                        : [
                              {
                                  kind: 'fix',
                                  title: `Raise SL-T to ${raised}`,
                                  edits: [{ kind: 'replace', at: nameOf(zone.slT.origin), text: raised }],
                              },
                          ],
                related: [
                    {
                        message: `${parent.name} has SL-T ${writeVector(outer)}.`,
                        at: nameOf(parent.slT?.origin ?? parent.origin),
                    },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Plant1 {
  SL-T 2
  zone Cell {
    SL-T 1
         ^
    asset Plc1 : plc
  }
}
`,
            after: `system Plant
zone Plant1 {
  SL-T 2
  zone Cell {
    SL-T 2
    asset Plc1 : plc
  }
}
`,
        },
        {
            title: 'Only the lower part is raised',
            before: `system Plant
zone Plant1 {
  SL-T 2 { RDF 3 }
  zone Cell {
    SL-T {3 3 3 3 2 3 3}
         ^^^^^^^^^^^^^^^
    asset Plc1 : plc
  }
}
`,
            after: `system Plant
zone Plant1 {
  SL-T 2 { RDF 3 }
  zone Cell {
    SL-T 3
    asset Plc1 : plc
  }
}
`,
        },
        {
            title: 'A reason is given',
            before: `system Plant
zone Plant1 {
  SL-T 2
  zone Vestibule {
    SL-T 1 because "Own firewall; nothing opens a session out of it"
    asset Kiosk : scanning-kiosk
  }
}
`,
        },
    ],
} satisfies Rule;
