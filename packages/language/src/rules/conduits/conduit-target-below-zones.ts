import { inTurns } from '../../assessment/in-turns.ts';
import { askingZones } from '../../assessment/index.ts';
import type { Conduit, Flow, Level, Vector, Zone } from '../../model/index.ts';
import { nameOf, silent, writeVector } from '../../model/index.ts';
import { related } from '../say/related.ts';
import { shortfallText } from '../ask/shortfall.ts';
import type { Context, Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/** A zone that asks something of a conduit: it is connected, or a flow ends in it. */
interface Asking {
    readonly zone: Zone;
    readonly flow: Flow | null;
    readonly slT: Vector;
}

function zonesOf({ lookup, assessment }: Context, conduit: Conduit): readonly Asking[] {
    return askingZones(lookup, conduit).map(({ zone, flow }) => ({
        zone,
        flow,
        slT: assessment.of(zone.id)?.slT ?? silent,
    }));
}

/** A foundational requirement whose stated level is below what the zones ask for. */
interface Shortfall {
    readonly fr: number;
    readonly stated: Level;
    readonly wanted: Level;
    /** The zones that ask for more. */
    readonly by: readonly Asking[];
    /** True when it is below every one of two or more zones that it connects. */
    readonly belowAll: boolean;
}

function shortfalls(stated: Vector, zones: readonly Asking[]): readonly Shortfall[] {
    return stated.flatMap((level, fr) => {
        const by = level === null ? [] : zones.filter(zone => (zone.slT[fr] ?? 0) > level);
        if (level === null || by.length === 0) return [];
        const connected = zones.filter(zone => zone.flow === null).flatMap(zone => zone.slT[fr] ?? []);
        const wanted = by.reduce((top, zone) => (zone.slT[fr]! > top ? zone.slT[fr]! : top), 0 as Level);
        return [
            { fr, stated: level, wanted, by, belowAll: connected.length > 1 && connected.every(each => each > level) },
        ];
    });
}

/** What asks for more: every zone, a zone that it connects, or one inside of these in which a flow ends. */
function whatAsks(reported: readonly Shortfall[], grave: boolean): string {
    if (grave) return 'every zone that it connects';
    const asking = reported.flatMap(({ by }) => by);
    const inner = asking.find(({ flow }) => flow !== null);
    if (!inner?.flow || asking.some(({ flow }) => flow === null)) return 'a zone that it connects';
    return `${inner.zone.id}, in which ${flowName(inner.flow)} ends`;
}

export default {
    id: 'conduit-target-below-zones',
    severity: 'warning',
    basis: ['ZCR 5.6', 'ZCR 3.1'],
    summary:
        'The SL-T stated for a conduit is below that of a zone that it connects, or of a zone in which one ' +
        'of its flows ends.',
    why:
        'A zone is only as well protected as the weakest path into it. A conduit may have a lower SL-T than its ' +
        'higher zone only if that zone enforces the difference at its own boundary. Below both zones it protects ' +
        'neither, which is an error. With a reason (`because`) it is information.',
    falsePositives:
        'The higher zone enforces the difference itself. Say so after the level (`SL-T 2 because "…"`), or ' +
        'accept the finding.',
    *check(context, report) {
        const { model } = context;
        yield* inTurns(model.conduits, conduit => {
            if (!conduit.slT) return;
            const zones = zonesOf(context, conduit);
            const short = shortfalls(conduit.slT.levels, zones);
            if (short.length === 0) return;
            const grave = short.filter(each => each.belowAll);
            const raised = conduit.slT.levels.map((level, fr) => short.find(each => each.fr === fr)?.wanted ?? level);
            const reported = grave.length > 0 ? grave : short;
            report({
                at: nameOf(conduit.slT.origin),
                subject: conduit.id,
                severity: grave.length > 0 ? 'error' : conduit.slT.because === null ? 'warning' : 'info',
                message:
                    `${conduit.name} is held to less than ${whatAsks(reported, grave.length > 0)}: ` +
                    `${shortfallText(reported.map(({ fr, stated, wanted }) => ({ fr, have: stated, want: wanted })))}` +
                    '. ' +
                    (conduit.slT.because === null
                        ? 'Raise it, or state why the lower level is sufficient.'
                        : 'Raise it, or check that the stated reason still holds.'),
                fixes: [
                    {
                        kind: 'fix',
                        title: `Raise SL-T to ${writeVector(raised)}`,
                        edits: [{ kind: 'replace', at: nameOf(conduit.slT.origin), text: writeVector(raised) }],
                    },
                ],
                related: [
                    ...related(
                        'A zone that it connects.',
                        zones.flatMap(({ zone, flow }) => (flow === null ? [zone] : [])),
                    ),
                    ...zones.flatMap(({ zone, flow }) =>
                        flow === null ? [] : related(`It ends in ${zone.id}.`, [flow]),
                    ),
                ],
            });
        });
    },
    examples: [
        {
            title: 'Below the higher zone',
            before: `system Plant
zone Control { SL-T 2 }
zone Safety {
  kind safety
  SL-T 3
}
conduit Status between Control and Safety {
  SL-T 2
       ^
  via Diode
  asset Diode : diode
}
`,
            after: `system Plant
zone Control { SL-T 2 }
zone Safety {
  kind safety
  SL-T 3
}
conduit Status between Control and Safety {
  SL-T 3
  via Diode
  asset Diode : diode
}
`,
        },
        {
            title: 'A flow ends in an inner zone with a higher target',
            before: `system Plant
zone Office { kind enterprise }
zone Plant {
  kind operations
  SL-T 1
  zone Cell {
    kind control
    SL-T 3
    asset Relay : ied
  }
}
conduit OfficePlant between Office and Plant {
  SL-T 1
       ^
  flow Office -> Plant.Cell.Relay : https "Event records" { access read }
}
`,
            after: `system Plant
zone Office { kind enterprise }
zone Plant {
  kind operations
  SL-T 1
  zone Cell {
    kind control
    SL-T 3
    asset Relay : ied
  }
}
conduit OfficePlant between Office and Plant {
  SL-T 3
  flow Office -> Plant.Cell.Relay : https "Event records" { access read }
}
`,
        },
        {
            title: 'At the level of the higher zone',
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
  SL-T 2
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
    ],
} satisfies Rule;
