import { nameOf, wholeOf } from '../../model/index.ts';
import { plantFiles, usedMeasures } from '../ask/uses.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'measure-never-applied',
    severity: 'info',
    basis: ['ZCR 5.12', 'ZCR 6.4'],
    summary: 'A countermeasure is described, and nothing says where it works.',
    why: 'It meets no requirement anywhere, though its author paid for it or plans to. Either a zone forgot to apply it, or it is a leftover.',
    falsePositives: 'A measure of the site as a whole: apply it to the zones that it protects. '
        + 'Measures in a library file, one without zones and assets, are not asked about.',
    check({ model }, report) {
        if (model.measures.length === 0) return;
        const used = usedMeasures(model);
        const inPlant = plantFiles(model);
        for (const measure of model.measures) {
            if (used.has(measure.id) || !inPlant(measure.origin)) continue;
            report({
                at: nameOf(measure.origin),
                subject: measure.id,
                message: `Nothing says where ${measure.id} works, so it meets no requirement. Add applies ${measure.id} where it does, or remove it.`,
                fixes: [{ kind: 'fix', title: `Remove ${measure.id}`, edits: [{ kind: 'remove', at: wholeOf(measure.origin) }] }],
            });
        }
    },
    examples: [{
        before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
}
countermeasure Backup "Nightly images" { meets SR 7.3 status implemented }
               ^^^^^^
`,
        after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
}
`,
    }],
} satisfies Rule;
