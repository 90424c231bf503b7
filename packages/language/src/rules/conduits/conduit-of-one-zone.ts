import type { Conduit, Fix, Lookup, Mention } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { joinsOneZone } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

/** The zones that the conduit touches besides: those that its devices serve, and those of the ends of its flows. */
function touched(lookup: Lookup, conduit: Conduit): readonly string[] {
    const devices = lookup.model.assets.filter(
        ({ id, container }) => container === conduit.id || conduit.via.some(via => via.id === id),
    );
    const flows = lookup.model.flows.filter(flow => flow.container === conduit.id);
    const ends = flows.flatMap(({ from, to }) => [from.id, to.id]).flatMap(id => lookup.zoneOf(id)?.id ?? []);
    const found = new Set([...devices.flatMap(({ serves }) => serves.map(zone => zone.id)), ...ends]);
    return [...found].filter(id => !conduit.between.some(end => end.id === id));
}

/** Names a zone that the conduit touches in the place of the repeated one, or takes the repetition away. */
function fixesFor(lookup: Lookup, conduit: Conduit, again: Mention, alone: boolean): readonly Fix[] {
    const others = touched(lookup, conduit);
    const joins = others.map((id): Fix => ({
        kind: 'fix',
        title: `Join ${again.id} and ${id}`,
        ...(alone && others.length === 1 ? { preferred: true } : {}),
        edits: [{ kind: 'replace', at: placeIn(conduit.origin, again.at), text: id }],
    }));
    const before = conduit.between[conduit.between.indexOf(again) - 1];
    if (alone || !before) return joins;
    const at = { ...placeIn(conduit.origin, again.at), start: before.at.end };
    return [...joins, { kind: 'fix', title: 'Remove the second mention', edits: [{ kind: 'replace', at, text: '' }] }];
}

export default {
    id: 'conduit-of-one-zone',
    severity: 'error',
    basis: ['ZCR 3.1', 'ZCR 6.4'],
    summary: 'A conduit joins a zone to itself, or names one of its zones twice.',
    why:
        'A conduit connects zones. If it begins and ends in the same zone there is no boundary, and the rules ' +
        'for conduits have nothing to check. Often a name was copied and not changed, and the intended zone is ' +
        'not connected.',
    falsePositives: 'None. Name the other zone, or move the flows into the zone.',
    check({ model, lookup }, report) {
        for (const conduit of model.conduits) {
            const again = conduit.between.find(
                (end, index) => conduit.between.findIndex(each => each.id === end.id) < index,
            );
            if (!again) continue;
            const alone = joinsOneZone(conduit);
            report({
                at: placeIn(conduit.origin, again.at),
                subject: conduit.id,
                fixes: fixesFor(lookup, conduit, again, alone),
                severity: alone ? 'error' : 'warning',
                message: alone
                    ? `${conduit.name} joins ${again.id} to itself, so there is no boundary. Name the other ` +
                      `zone, or move its flows into ${again.id}.`
                    : `${conduit.name} names ${again.id} twice. Name the intended zone, or remove the second mention.`,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Control {
                                       ^^^^^^^
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
            after: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
        {
            title: 'One of three zones twice',
            fix: 'Remove the second mention',
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz and Control {
                                               ^^^^^^^
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
            after: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
        {
            title: 'Two zones',
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
    ],
} satisfies Rule;
