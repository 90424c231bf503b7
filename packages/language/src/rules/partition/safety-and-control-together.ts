import { nameOf } from '../../model/index.ts';
import { movesToKind } from '../fix/elsewhere.ts';
import { alsoBlamed, related } from '../say/related.ts';
import { assetTypes, networkDevices, ofTypes } from '../ask/types.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'safety-and-control-together',
    severity: 'error',
    basis: ['ZCR 3.3', 'SR 5.1'],
    summary: 'Safety assets share a zone with assets that are not part of the safety system.',
    why:
        'The safety system protects people when the control system fails. If they are in one zone, an intruder ' +
        'on an operator station reaches the logic solver, and one attack disables both the process and its last ' +
        'protection.',
    falsePositives:
        'If they cannot be separated, the standard requires the whole zone to be treated as safety-related. ' +
        'Write `kind safety` and use the SL-T of a safety zone; then the finding disappears.',
    check({ model, lookup }, report) {
        const isSafety = ofTypes(lookup, assetTypes.safety);
        const isNetwork = networkDevices(lookup);
        for (const zone of model.zones) {
            const assets = lookup.assetsIn(zone.id);
            const safety = assets.filter(isSafety);
            const first = safety[0];
            if (!first || lookup.kindOf(zone.id) === 'safety') continue;
            const others = assets.filter(asset => asset.type !== null && !isSafety(asset) && !isNetwork(asset));
            if (others.length === 0) continue;
            const names = listed(safety.map(asset => asset.name));
            report({
                at: nameOf(first.origin),
                subject: first.id,
                message:
                    `${names} (safety) in one zone with ${listed(others.map(asset => asset.name))}: an intruder ` +
                    'on those reaches the last protection too. Separate them, or treat the whole zone as ' +
                    'safety-related.',
                fixes: [
                    ...movesToKind(lookup, safety, ['safety'], 'Safety'),
                    ...(zone.zoneKind === null
                        ? [
                              {
                                  kind: 'fix' as const,
                                  title: `Treat all of ${zone.name} as safety-related`,
                                  edits: [
                                      { kind: 'add', into: zone.origin, text: 'kind safety', where: 'first' } as const,
                                  ],
                              },
                          ]
                        : []),
                ],
                related: [
                    ...alsoBlamed(`Also in ${zone.id}.`, safety.slice(1)),
                    ...related(`Also in ${zone.id}.`, others),
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Unit {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Sis : safety-controller
        ^^^
}
`,
            after: `system Plant
zone Unit {
  kind control
  SL-T 2
  asset Plc1 : plc
}

zone Safety {
  kind safety
  asset Sis : safety-controller
}
`,
        },
        {
            title: 'If there is a safety zone, the asset moves there',
            before: `system Plant
zone Unit {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Sis : safety-controller
        ^^^
}
zone Saf {
  kind safety
  SL-T 3
  asset Station : safety-engineering-station
}
`,
            after: `system Plant
zone Unit {
  kind control
  SL-T 2
  asset Plc1 : plc
}
zone Saf {
  kind safety
  SL-T 3
  asset Station : safety-engineering-station
  asset Sis : safety-controller
}
`,
        },
        {
            title: 'Separation is not possible: the whole zone is safety-related',
            fix: 'Treat all of Skid as safety-related',
            before: `system Plant
zone Skid {
  SL-T 3
  asset Burner : burner-management-controller
        ^^^^^^
  asset Panel : operator-panel
}
`,
            after: `system Plant
zone Skid {
  kind safety
  SL-T 3
  asset Burner : burner-management-controller
  asset Panel : operator-panel
}
`,
        },
    ],
} satisfies Rule;
