import type { Asset, Mention } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import { related } from '../say/related.ts';
import type { Need } from '../ask/needs.ts';
import { needsOutside } from '../ask/needs.ts';
import { isForeign, sideOf } from '../ask/sides.ts';
import type { Context, Rule, Severity } from '../engine/rule.ts';

/** Island mode is asked for from SL 3 on (SR 5.2 RE 2); what lies in the office or outside is lost first. */
function severityOf({ lookup, assessment }: Context, { essential, service, others }: Need): Severity {
    const target = assessment.of(essential.container)?.slT[4] ?? null;
    const isFar = ({ id }: Asset): boolean => {
        const home = lookup.zoneOf(id)?.id;
        return home !== undefined && (isForeign(lookup, home) || sideOf(lookup, home) === 'it');
    };
    return (target ?? 0) >= 3 && [service, ...others].every(isFar) ? 'error' : 'warning';
}

export default {
    id: 'essential-need-outside',
    severity: 'warning',
    basis: ['SR 5.2 RE 2', 'SR 7.4'],
    summary: 'An essential asset depends on a service outside its zone.',
    why:
        'During an attack the boundaries are closed, and everything inside has to keep running alone. An ' +
        'essential function that depends on a directory, a time source, a licence or a cloud service outside ' +
        'stops at that moment.',
    falsePositives:
        'The asset runs for days without the service, and this is documented. Then it does not need the ' +
        'service; remove `needs`, and write that in a description.',
    check(context, report) {
        const { model, lookup } = context;
        const said = new Set<Mention>();
        for (const essential of model.assets) {
            if (!essential.traits.includes('essential')) continue;
            for (const need of needsOutside(lookup, essential, said)) {
                const services = [need.service, ...need.others];
                const places = services.map(({ id, container }) => lookup.zoneOf(id)?.id ?? container);
                const where = listed([...new Set(places)]);
                const through = need.asset === essential ? '' : ` (through ${need.asset.id})`;
                report({
                    at: placeIn(need.asset.origin, need.mention.at),
                    subject: need.asset.id,
                    severity: severityOf(context, need),
                    message:
                        `${essential.id} is essential and needs ${services.map(({ id }) => id).join(' or ')}` +
                        `${through}, which ${services.length === 1 ? 'is' : 'are'} in ${where}: it stops when the ` +
                        'boundary is closed. Move the service inside, or let the asset run without it.',
                    related: related('The service outside.', services),
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Directory : domain-controller
}
zone Control {
  kind control
  SL-T 3
  asset Scada : scada-server {
    is essential
    needs Office.Directory
          ^^^^^^^^^^^^^^^^
  }
}
`,
        },
        {
            title: 'The service is inside',
            before: `system Plant
zone Control {
  kind control
  SL-T 3
  asset Directory : domain-controller
  asset Scada : scada-server {
    is essential
    needs Directory
  }
}
`,
        },
    ],
} satisfies Rule;
