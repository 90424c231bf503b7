import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'conduit-of-one-zone',
    severity: 'error',
    basis: ['ZCR 3.1', 'ZCR 6.4'],
    summary: 'A conduit joins a zone with itself, or names one of its zones twice.',
    why:
        'A conduit is the way between zones: one that begins and ends in the same zone has no boundary, and ' +
        'every rule about it asks nothing. Mostly a name was ' +
        'copied and not changed, so the zone that was meant is joined by nothing.',
    falsePositives: 'None: name the other zone, or let the flows stand in the zone.',
    check({ model }, report) {
        for (const conduit of model.conduits) {
            const again = conduit.between.find(
                (end, index) => conduit.between.findIndex(each => each.id === end.id) < index,
            );
            if (!again) continue;
            const alone = conduit.between.every(end => end.id === again.id);
            report({
                at: placeIn(conduit.origin, again.at),
                subject: conduit.id,
                severity: alone ? 'error' : 'warning',
                message: alone
                    ? `${conduit.name} joins ${again.id} with itself: there is no boundary between. Name the other ` +
                      `zone, or let its flows stand in ${again.id}.`
                    : `${conduit.name} names ${again.id} twice. Name the zone that was meant, or take the second ` +
                      'one out.',
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
