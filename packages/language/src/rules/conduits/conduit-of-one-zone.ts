import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

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
