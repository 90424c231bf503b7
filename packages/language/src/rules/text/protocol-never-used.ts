import type { Model } from '../../model/index.ts';
import { nameOf, wholeOf } from '../../model/index.ts';
import { plantFiles, withAbsent } from '../ask/uses.ts';
import type { Rule } from '../engine/rule.ts';

function usedProtocols({ flows, invariants }: Model): ReadonlySet<string> {
    const used = new Set<string>();
    for (const flow of flows) for (const mention of flow.protocols) used.add(mention.id);
    for (const invariant of invariants)
        for (const exception of invariant.exceptions) for (const mention of exception.protocols) used.add(mention.id);
    return used;
}

export default {
    id: 'protocol-never-used',
    severity: 'info',
    basis: ['ZCR 6.4', 'SR 7.7'],
    summary: 'A protocol is declared, but no flow uses it.',
    why:
        'If the protocol is used in the plant, a flow is missing from the model and is not checked. If it is no ' +
        'longer used, the declaration misleads.',
    falsePositives: 'Protocols in a library file (a file without zones and assets) are not reported.',
    restsOnAll: true,
    check({ model, whole }, report) {
        const used = usedProtocols(withAbsent(model, whole));
        const inPlant = plantFiles(model);
        for (const protocol of model.protocols) {
            if (protocol.builtIn || used.has(protocol.id) || !inPlant(protocol.origin)) continue;
            report({
                at: nameOf(protocol.origin),
                subject: protocol.id,
                message: `No flow uses ${protocol.id}. Add the missing flow, or remove the protocol.`,
                fixes: [
                    {
                        kind: 'fix',
                        title: `Remove ${protocol.id}`,
                        edits: [{ kind: 'remove', at: wholeOf(protocol.origin) }],
                    },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
protocol loading-bus "Proprietary loading bus" { port udp 9200 }
         ^^^^^^^^^^^
zone Control {
  SL-T 1
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
