import { nameOf, plural } from '../../model/index.ts';
import { comparedWith } from '../../reconcile/index.ts';
import type { Rule } from '../engine/rule.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';

/**
 * @param devices whose rules these are, of those that are there
 * @param conduits that name one of these after `via`, of those that are planned or retired
 * @param absent of those that are planned for a later day, or retired
 */
function messageOf(
    ruleset: string,
    devices: readonly string[],
    conduits: readonly string[],
    absent: readonly string[],
): string {
    if (conduits.length > 0)
        return (
            `No flow is compared with ${ruleset}: ${listed(devices)} ${plural(devices.length, 'is', 'are')} after ` +
            `\`via\` of ${listed(conduits)} alone, which the plant does not have on this day. Name the device after ` +
            '`via` of the conduits that it filters today.'
        );
    if (devices.length > 0)
        return (
            `No flow is compared with ${ruleset}: the model has ${listed(devices)} at no boundary. Name the device ` +
            'after `via` of the conduits that it filters.'
        );
    if (absent.length > 0)
        return (
            `No flow is compared with ${ruleset}: its rules are those of ${listed(absent)}, which the plant does not ` +
            'have on this day. Import the rules of the device that is in use.'
        );
    return (
        `${ruleset} does not say of which device its rules are, so they are compared with nothing. ` + 'Add `device`.'
    );
}

export default {
    id: 'ruleset-not-compared',
    severity: 'warning',
    basis: ['SR 7.6'],
    summary: 'The rules of a firewall are in the model, but no flow is compared with them.',
    why:
        'Flows are held against the rules of the devices after `via` of their conduits. An export of a device that ' +
        'stands at no boundary, or of none that is known, looks like proof that the flows are permitted, and proves ' +
        'nothing of them.',
    falsePositives: 'The firewall of a host, or one inside of a zone, whose rules are kept for the record.',
    restsOnAll: true,
    check({ model, whole, lookup }, report) {
        const said = new Map(whole.rulesets.map(({ id, devices }) => [id, devices] as const));
        const all = new Set(whole.assets.map(({ id }) => id));
        for (const ruleset of model.rulesets) {
            if (comparedWith(lookup, ruleset) === 'flows') continue;
            const devices = ruleset.devices.flatMap(({ id }) => lookup.asset(id) ?? []);
            const isOne = ({ id }: { readonly id: string }): boolean => devices.some(each => each.id === id);
            const absent = (said.get(ruleset.id) ?? []).map(({ id }) => id).filter(id => all.has(id));
            report({
                at: nameOf(ruleset.origin),
                subject: ruleset.id,
                message: messageOf(
                    ruleset.id,
                    devices.map(({ id }) => id),
                    whole.conduits.filter(({ via }) => via.some(isOne)).map(({ id }) => id),
                    absent,
                ),
                related: related('The device of these rules.', devices),
            });
        }
    },
    examples: [
        {
            title: 'The rules of a firewall that no conduit names',
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
  asset Cell : firewall { address 10.10.2.1 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.2, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
}
ruleset OfCell {
        ^^^^^^
  device Control.Cell
  exported 2026-05-20
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
}
ruleset OfFw {
  device K.Fw
  exported 2026-05-20
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
}
`,
        },
    ],
} satisfies Rule;
