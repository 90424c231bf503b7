import type { Conduit, Level, Vector } from '../../model/index.ts';
import { nameOf, silent, writeVector } from '../../model/index.ts';
import { related } from '../say/related.ts';
import { shortfallText } from '../ask/shortfall.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** What the connected zones ask for, the office and what lies beyond left aside. */
function zonesOf({ lookup, assessment }: Context, conduit: Conduit): readonly { readonly id: string; readonly slT: Vector }[] {
    return conduit.between
        .filter(end => !['enterprise', 'external'].includes(lookup.kindOf(end.id) ?? ''))
        .map(end => ({ id: end.id, slT: assessment.of(end.id)?.slT ?? silent }));
}

/** A foundational requirement whose stated level is below what the zones ask for. */
interface Shortfall {
    readonly fr: number;
    readonly stated: Level;
    readonly wanted: Level;
    /** True when it is below every one of two or more zones. */
    readonly belowAll: boolean;
}

function shortfalls(stated: Vector, zones: readonly { readonly slT: Vector }[]): readonly Shortfall[] {
    return stated.flatMap((level, fr) => {
        const asked = zones.flatMap(zone => zone.slT[fr] ?? []);
        const wanted = asked.reduce((top, each) => (each > top ? each : top), 0 as Level);
        if (level === null || level >= wanted) return [];
        return [{ fr, stated: level, wanted, belowAll: asked.length > 1 && asked.every(each => each > level) }];
    });
}

export default {
    id: 'conduit-target-below-zones',
    severity: 'warning',
    basis: ['ZCR 5.6', 'ZCR 3.1'],
    summary: 'The SL-T that is stated for a conduit is below that of a zone that it connects.',
    why: 'A zone is as well protected as the weakest way into it. A conduit may be held to less than the higher zone only where that zone makes up '
        + 'for it at its own edge; below both zones it protects neither, which is an error. With a reason (because) it is information.',
    falsePositives: 'The higher zone enforces the difference itself; say so after the level (SL-T 2 because …), or accept the finding.',
    check(context, report) {
        const { model, lookup } = context;
        for (const conduit of model.conduits) {
            if (!conduit.slT) continue;
            const zones = zonesOf(context, conduit);
            const short = shortfalls(conduit.slT.levels, zones);
            if (short.length === 0) continue;
            const grave = short.filter(each => each.belowAll);
            const raised = conduit.slT.levels.map((level, fr) => short.find(each => each.fr === fr)?.wanted ?? level);
            const told = grave.length > 0 ? grave : short;
            report({
                at: nameOf(conduit.slT.origin),
                subject: conduit.id,
                severity: grave.length > 0 ? 'error' : conduit.slT.because === null ? 'warning' : 'info',
                message: `${conduit.name} is held to less than ${grave.length > 0 ? 'every zone' : 'a zone'} that it connects: `
                    + `${shortfallText(told.map(({ fr, stated, wanted }) => ({ fr, have: stated, want: wanted })))}. `
                    + (conduit.slT.because === null ? 'Raise it, or say why the lower level is enough.' : 'Raise it, or see that the reason it gives still holds.'),
                fixes: [{
                    kind: 'fix',
                    title: `Raise SL-T to ${writeVector(raised)}`,
                    edits: [{ kind: 'replace', at: nameOf(conduit.slT.origin), text: writeVector(raised) }],
                }],
                related: related('A zone that it connects.', zones.flatMap(zone => lookup.zone(zone.id) ?? [])),
            });
        }
    },
    examples: [{
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
    }, {
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
    }],
} satisfies Rule;
