import type { SubjectAssessment } from '../../assessment/index.ts';
import { frAbbreviations, requirementsOfFr } from '../../catalogue/index.ts';
import type { Conduit, Level, Vector, Zone } from '../../model/index.ts';
import { nameOf, writeVector } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

/** A claim counts as shown when every level between has no requirement of its own (FR 6 and FR 7 have none at 4). */
function isAbove(fr: number, claimed: Level, shown: Level): boolean {
    return requirementsOfFr(fr).some(requirement => requirement.level > shown && requirement.level <= claimed);
}

function shownLevels(assessed: SubjectAssessment, frs: readonly number[]): Vector {
    return assessed.slAClaimed.map((level, fr) => (level !== null && frs.includes(fr) ? assessed.slA[fr]! : level));
}

export default {
    id: 'claimed-level-above-evidence',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary: 'The SL-A stated by an assessor is higher than the statements and countermeasures show.',
    why:
        'A level without evidence is the first number that an auditor questions. Either something was verified ' +
        'but not recorded, or it was only assumed.',
    falsePositives:
        'The value comes from an assessment whose records are kept elsewhere. Name it with `meets … evidence`.',
    check({ model, assessment }, report) {
        const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
        for (const subject of subjects) {
            const assessed = subject.slA && assessment.of(subject.id);
            if (!subject.slA || !assessed) continue;
            const frs = assessed.slAClaimed.flatMap((claimed, fr) =>
                claimed !== null && isAbove(fr, claimed, assessed.slA[fr]!) ? [fr] : [],
            );
            if (frs.length === 0) continue;
            const shown = writeVector(shownLevels(assessed, frs));
            const says = frs
                .map(fr => `${frAbbreviations[fr]!} ${assessed.slAClaimed[fr]!}, shown ${assessed.slA[fr]!}`)
                .join('; ');
            report({
                at: nameOf(subject.slA.origin),
                subject: subject.id,
                message:
                    `The SL-A stated for ${subject.name} is higher than shown: ${says}. State what meets the ` +
                    'requirements, or lower the stated level.',
                fixes: [
                    {
                        kind: 'fix',
                        title: `Lower the stated level to ${shown}`,
                        edits: [{ kind: 'replace', at: nameOf(subject.slA.origin), text: shown }],
                    },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 1
  SL-A {1 1 0 0 1 0 0}
       ^^^^^^^^^^^^^^^
  asset Plc1 : plc
  meets FR 2 SL 1 because "Roles in the SCADA system" evidence "tests/roles.md"
  meets FR 5 SL 1 because "Own switches behind one firewall"
}
`,
            after: `system Plant
zone Control {
  SL-T 1
  SL-A 0 { UC 1 RDF 1 }
  asset Plc1 : plc
  meets FR 2 SL 1 because "Roles in the SCADA system" evidence "tests/roles.md"
  meets FR 5 SL 1 because "Own switches behind one firewall"
}
`,
        },
    ],
} satisfies Rule;
