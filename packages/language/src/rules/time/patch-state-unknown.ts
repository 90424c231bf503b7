import { isDoneBy } from '../../model/index.ts';
import { stub } from '../fix/claim.ts';
import type { Rule } from '../engine/rule.ts';
import { lacking } from '../say/missing.ts';

export default {
    id: 'patch-state-unknown',
    severity: 'info',
    basis: ['SR 3.4', 'SR 7.8'],
    summary: 'Nothing says how an essential asset is patched, in a zone of SL-T 2 or more.',
    why:
        'From SL 2 on, attackers are expected to use published vulnerabilities. Without the installed version it is ' +
        'not known which of them the asset has.',
    falsePositives: 'The asset has no software that could be patched, or an inventory elsewhere has the versions.',
    check({ model, lookup, assessment, today }, report) {
        const assets = model.assets.filter(({ traits, patchedTo, patches, container }) => {
            const isPatched = patchedTo !== null && isDoneBy(patchedTo, today) === true;
            if (!traits.includes('essential') || isPatched || patches.length > 0) return false;
            return assessment.of(container)?.slT.some(level => level !== null && level >= 2) === true;
        });
        lacking(lookup, {
            rule: 'patch-state-unknown',
            elements: assets,
            noun: 'asset',
            clause: [
                'is essential, and nothing says how it is patched',
                'are essential, and nothing says how they are patched',
            ],
            advice: 'Write `patched to "…" on` a day, or the `patch` that waits and its state.',
            fixes: asset =>
                asset.patchedTo === null
                    ? [
                          stub(
                              `State to which version ${asset.name} is patched`,
                              [asset],
                              [['patched to', 'the version that is installed']],
                          ),
                      ]
                    : [],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc { is essential }
        ^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc {
    patched to "TODO: the version that is installed"
    is essential
  }
}
`,
        },
        {
            title: 'It is said',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc {
    is essential
    patched to "V3.1" on 2026-04-11
  }
}
`,
        },
    ],
} satisfies Rule;
