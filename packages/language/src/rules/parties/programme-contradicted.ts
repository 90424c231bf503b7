import { judgesOf } from '../../catalogue/parts/judges.ts';
import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { listed } from '../say/wording.ts';

export default {
    id: 'programme-contradicted',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary: 'The programme meets or excludes a requirement of IEC 62443-2-1 that rules find unmet in the model.',
    why:
        'A statement in a programme is the word of a person. If the model itself shows that a part of the ' +
        'requirement is not met, both cannot be true. The findings stay as they are: a claim does not remove a fact.',
    falsePositives:
        'The findings are exceptions to a process that works. Accept them, and this one with that reason: what is ' +
        'accepted is a fact still, and counts here.',
    check({ model, findings = [] }, report) {
        if (model.programmes.length === 0) return;
        const counts = new Map<string, number>();
        // What is information, such as something undocumented, contradicts nothing.
        for (const { rule, severity, parts } of findings)
            if (severity !== 'info') counts.set(rule, (counts.get(rule) ?? 0) + parts.length);
        for (const { id: subject, statements } of model.programmes) {
            for (const { verb, requirements, origin } of statements) {
                if (verb !== 'meets' && verb !== 'excludes') continue;
                for (const { id, at } of requirements) {
                    const judges = judgesOf(id).filter(rule => counts.has(rule));
                    if (judges.length === 0) continue;
                    report({
                        at: placeIn(origin, at),
                        subject,
                        message:
                            `The programme ${verb} ${id}, but the model shows otherwise: ` +
                            `${listed(judges.map(rule => `${rule} (${counts.get(rule)!})`))}. Fix what is found, or ` +
                            'state what is missing with `misses … due …`.',
                    });
                }
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Internet {
  kind external
}
zone Control {
  SL-T 1
  asset Plc1 : plc
}
conduit Service between Internet and Control
programme "Security programme" {
  meets NET 1.1 maturity 2 because "Firewalls at every boundary" evidence "network.pdf"
        ^^^^^^^
  meets ORG 1.1 maturity 2 because "Certified to ISO 27001" evidence "certificate.pdf"
}
`,
        },
    ],
} satisfies Rule;
