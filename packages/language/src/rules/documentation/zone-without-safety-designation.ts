import type { Fix, Zone } from '../../model/index.ts';
import { lacking } from '../say/missing.ts';
import { sideOf } from '../ask/sides.ts';
import type { Rule, Severity } from '../engine/rule.ts';

export default {
    id: 'zone-without-safety-designation',
    severity: 'info',
    basis: ['ZCR 6.4', 'ZCR 3.3'],
    summary: 'A zone has no kind, so it is not known whether it is safety-related.',
    why:
        'Item e of the zone characteristics. Several checks depend on the kind of a zone: whether safety is ' +
        'separate, whether a path leads from IT to the process, what is outside the system.',
    falsePositives: 'None. A nested zone inherits the kind of its outer zone.',
    check({ model, lookup }, report) {
        // Where sessions join it with the plant, whether they pass a DMZ depends on its side.
        const joined = new Set(
            model.flows.flatMap(({ from, to }) => {
                const [one, other] = [lookup.zoneOf(from.id)?.id, lookup.zoneOf(to.id)?.id];
                if (one === undefined || other === undefined) return [];
                const [first, second] = [sideOf(lookup, one), sideOf(lookup, other)];
                if (first === null && second === 'ot') return [one];
                return second === null && first === 'ot' ? [other] : [];
            }),
        );
        // A word after `kind` that is not understood is an error of its own; it does not mean that none is said.
        const zones = model.zones.filter(
            zone =>
                zone.kindAt === null &&
                lookup.kindOf(zone.id) === null &&
                (zone.parent === null || lookup.kindOf(zone.parent) !== null),
        );
        const isJoined = (zone: Zone): boolean => [...joined].some(id => lookup.within(id, zone.id));
        const told = (elements: readonly Zone[], clause: readonly [string, string], severity: Severity): void =>
            lacking(lookup, {
                rule: 'zone-without-safety-designation',
                elements,
                noun: 'zone',
                clause,
                severity,
                advice:
                    'Add `kind` with `safety`, `control`, `operations`, `field`, `dmz`, `enterprise` or ' +
                    '`external`.',
                fixes: zone =>
                    (['control', 'safety'] as const).map((kind): Fix => ({
                        kind: 'claim',
                        fill: [],
                        title: `State that ${zone.name} is a ${kind} zone`,
                        edits: [{ kind: 'add', into: zone.origin, text: `kind ${kind}`, where: 'first' }],
                    })),
            }).forEach(report);
        const open = 'with the plant: whether they pass a DMZ cannot be told';
        told(
            zones.filter(isJoined),
            [`has no kind, and flows join it ${open}`, `have no kind, and flows join them ${open}`],
            'warning',
        );
        told(
            zones.filter(zone => !isJoined(zone)),
            ['has no kind', 'have no kind'],
            'info',
        );
    },
    examples: [
        {
            before: `system Plant
zone Cell {
     ^^^^
  SL-T 2
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Cell {
  kind control
  SL-T 2
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
