import type { Day } from '../../assessment/index.ts';
import { partVerdict } from '../../assessment/index.ts';
import type { Element, Lookup, Party } from '../../model/index.ts';
import { nameOf, responsibleFor } from '../../model/index.ts';
import { partyOf } from '../ask/parties.ts';
import { remoteSessions } from '../ask/remote-sessions.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/** True for a party that is not known to be the asset owner alone: of the owner, 2-1 asks. */
function isProvider({ roles }: Party): boolean {
    return roles.length === 0 || roles.some(role => role !== 'asset-owner');
}

/** What a party states of remote access (IEC 62443-2-4, area SP.07), by ids. */
function remoteAccessOf({ statements }: Party): readonly string[] {
    const ids = statements.flatMap(({ requirements }) => requirements.map(({ id }) => id));
    return [...new Set(ids)].filter(id => id.startsWith('SP.07'));
}

/** True for a party that meets or compensates something of remote access today. */
function showsRemoteAccess(lookup: Lookup, day: Day, party: Party): boolean {
    const { statements } = party;
    return remoteAccessOf(party).some(id =>
        ['met', 'compensated'].includes(partVerdict(lookup, day, statements, id).state),
    );
}

export default {
    id: 'remote-party-without-proof',
    severity: 'warning',
    basis: ['SR 1.13', 'SR 2.6'],
    summary: 'Remote access of a party that shows nothing for it, or of a party that is not named.',
    why:
        'A service provider who logs on from outside works with the rights of your own staff. IEC 62443-2-4, area ' +
        'SP.07, asks what such a provider does for that. If nothing is shown, it is only assumed. The question is ' +
        'asked as soon as a model declares parties.',
    falsePositives: 'The provider is assessed elsewhere. State what was shown there, with its evidence.',
    check({ assessment, model, lookup }, report) {
        if (model.parties.length === 0) return;
        for (const { boundary, opening } of remoteSessions(assessment)) {
            const { flow } = boundary;
            const { asset, zone } = opening.opener;
            const from: Element | null = asset ?? zone;
            if (!from) continue;
            const operated = responsibleFor(lookup, from, 'operatedBy');
            const providers = (operated?.parties ?? [])
                .map(({ id }) => partyOf(lookup, id))
                .filter(party => party !== undefined);
            if (providers.length === 0) {
                report({
                    at: nameOf(flow.origin),
                    subject: flow.container,
                    severity: 'info',
                    message:
                        `${flowName(flow)} is remote access, and the model does not say who operates ` +
                        `${from.id}: what that party shows for it cannot be judged. ` +
                        `Add \`operated by\` with a party.`,
                });
            }
            for (const party of providers) {
                if (!isProvider(party) || showsRemoteAccess(lookup, assessment.day, party)) continue;
                report({
                    at: nameOf(flow.origin),
                    subject: flow.container,
                    message:
                        `${flowName(flow)} is remote access of ${party.title ?? party.id}, and ` +
                        (remoteAccessOf(party).length === 0
                            ? `${party.id} states nothing of SP.07 (remote access, IEC 62443-2-4). Ask for it, and ` +
                              'write `meets SP.07.01` and so on with evidence in the party.'
                            : `nothing that ${party.id} states of SP.07 (remote access, IEC 62443-2-4) counts: it is ` +
                              'missed or planned, or its evidence has expired. Ask for it, and write what is shown.'),
                    related: [{ message: 'This party shows nothing for it.', at: nameOf(party.origin) }],
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
party Vendor "Drives vendor" {
  role maintenance-provider
}
zone Supplier {
  kind external
  operated by Vendor
  asset Laptop : laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : rdp "Service"
       ^^^^^^^^^^^^^^
}
`,
        },
        {
            title: 'The party states what it does',
            before: `system Plant
party Vendor "Drives vendor" {
  role maintenance-provider
  meets SP.07.01, SP.07.03, SP.07.04 maturity 2 evidence "vendor/remote-access.pdf"
}
zone Supplier {
  kind external
  operated by Vendor
  asset Laptop : laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : rdp "Service"
}
`,
        },
    ],
} satisfies Rule;
