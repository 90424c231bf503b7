import { nameOf } from '../../model/index.ts';
import { remoteSessions } from '../ask/remote-sessions.ts';
import { worksAt } from '../fix/claim.ts';
import { alsoBlamed, related } from '../say/related.ts';
import { secondFactorAt, workingFactors } from '../ask/second-factor.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'remote-access-without-multifactor',
    severity: 'warning',
    basis: ['SR 1.1 RE 2', 'SR 1.13'],
    summary: 'People come in from the office or from outside, and nothing says that they need more than a password.',
    why:
        'Passwords for remote access are bought, guessed and phished. A second factor is what most intrusions by ' +
        'remote access would have failed at. ' +
        'From outside it is an error where the target level asks for it (SL-T 3). The nearest place that speaks ' +
        'of it counts: what the asset or the ' +
        'conduit misses is not met by a claim for the whole zone, and who excludes a second factor where people ' +
        'come in has none.',
    falsePositives:
        'The second factor is asked for elsewhere on the way, by a gateway or a portal: apply that ' +
        'countermeasure to the conduit.',
    check(context, report) {
        const factors = workingFactors(context);
        const lacking = remoteSessions(context.assessment).flatMap(session => {
            const said = secondFactorAt(context, session);
            return said?.state === 'in-use' ? [] : [{ session, said }];
        });
        for (const [id, sessions] of Map.groupBy(lacking, ({ session }) => session.opening.answerer.id)) {
            const element = context.lookup.element(id);
            if (!element) continue;
            const zones = listed([
                ...new Set(sessions.map(({ session }) => session.opening.opener.zone?.id ?? session.opening.opener.id)),
            ]);
            const missed = sessions.flatMap(({ said }) => (said?.state === 'missed' ? [said] : []));
            const state =
                missed.length > 0
                    ? 'said to be missing'
                    : sessions.some(({ said }) => said !== null)
                      ? 'only planned'
                      : 'stated nowhere';
            const grave = sessions.some(
                ({ session: { boundary, fromOutside } }) => fromOutside && (boundary.target[0] ?? 0) >= 3,
            );
            report({
                at: nameOf(element.origin),
                subject: element.id,
                severity: grave ? 'error' : 'warning',
                message:
                    `${element.id} lets people in from ${zones}, and a second factor is ${state}: ` +
                    'a stolen password is enough. Apply a countermeasure that meets SR 1.1 RE 2 to it.',
                fixes: missed.length > 0 ? [] : factors.map(measure => worksAt(measure, element)),
                related: [
                    ...related(
                        'Said to be missing here.',
                        missed.flatMap(({ origin }) => (origin ? [{ origin }] : [])),
                    ),
                    ...alsoBlamed(
                        'People come in here.',
                        sessions.map(({ session }) => session.boundary.flow),
                    ),
                ],
                gathers: true,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
        ^^^^
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : https "Service" { until 2099-12-31 }
}
`,
        },
        {
            title: 'There is a second factor, and nothing says that it works here',
            before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
        ^^^^
}
conduit Service between Supplier and Dmz {
  flow Laptop -> Jump : https "Service" { until 2099-12-31 }
}
countermeasure MultiFactor {
  meets SR 1.1 RE 2
  status implemented
}
`,
            after: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host {
    applies MultiFactor
    evidence "TODO: what shows that MultiFactor works in Jump"
  }
}
conduit Service between Supplier and Dmz {
  flow Laptop -> Jump : https "Service" { until 2099-12-31 }
}
countermeasure MultiFactor {
  meets SR 1.1 RE 2
  status implemented
}
`,
        },
        {
            title: 'A second factor is in use at the jump host',
            before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host { applies MultiFactor }
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : https "Service" { until 2099-12-31 }
}
countermeasure MultiFactor {
  meets SR 1.1 RE 2
  status implemented
}
`,
        },
    ],
} satisfies Rule;
