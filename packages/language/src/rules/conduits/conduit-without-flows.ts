import { keptFromProof } from '../ask/kept-from-proof.ts';
import { withoutFlows } from '../ask/without-flows.ts';
import { isBeyond, joinsOneZone } from '../ask/zones.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'conduit-without-flows',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'A conduit joins zones, but no flow states what passes through it.',
    why:
        'A boundary that denies by default permits only what is documented. If nothing is documented, either ' +
        'nothing passes and the conduit can be removed, or undocumented traffic passes.',
    falsePositives: 'A planned or spare cable with nothing connected.',
    check({ lookup, assessment }, report) {
        lacking(lookup, {
            rule: 'conduit-without-flows',
            elements: withoutFlows(lookup).filter(conduit => !isBeyond(lookup, conduit) && !joinsOneZone(conduit)),
            noun: 'conduit',
            clause: ['joins zones, but no flow states what passes', 'join zones, but no flow states what passes'],
            detail: conduit => {
                const unproved = keptFromProof(assessment, { kind: 'conduit', element: conduit.id });
                const so = unproved.length === 0 ? '' : `, so ${listed(unproved)} cannot be proved`;
                return `It joins ${listed(conduit.between.map(end => end.id))}${so}.`;
            },
            advice: [
                'Declare its flows, or remove it if nothing passes.',
                'Declare their flows, or remove those through which nothing passes.',
            ],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
        ^^^^^^^^^^
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
        {
            title: 'The way into a network that only carries: the link over it states what passes',
            before: `system Plant
zone Centre { asset Fep : front-end-processor }
zone Mobile { kind external }
zone Station { asset Rtu : rtu }
conduit HeadEnd between Centre and Mobile {
  via Hub
  asset Hub : vpn-gateway
}
conduit Link between Centre and Station {
  over Mobile
  via HeadEnd.Hub
  flow Fep -> Rtu : dnp3-tls
}
`,
        },
    ],
} satisfies Rule;
