import { nameOf } from '../../model/index.ts';
import { comesFrom, remoteSessions } from '../ask/remote-sessions.ts';
import { worksAt } from '../fix/claim.ts';
import { alsoBlamed, related } from '../say/related.ts';
import type { SecondFactor } from '../ask/second-factor.ts';
import { secondFactorAt, workingFactors } from '../ask/second-factor.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/**
 * The gravest of what is said of a second factor for some sessions; null for one of which nothing is said.
 * @param exists a second factor is in use somewhere in the model
 */
function stateOf(said: readonly (SecondFactor['state'] | null)[], exists: boolean): string {
    if (said.includes('missed')) return 'stated as missing';
    if (said.includes(null)) {
        if (said.some(each => each !== null)) return 'not stated for all of them';
        return exists ? 'not stated for it' : 'stated nowhere';
    }
    return said.includes('expired') ? 'shown only by evidence that has expired' : 'only planned';
}

export default {
    id: 'remote-access-without-multifactor',
    severity: 'warning',
    basis: ['SR 1.1 RE 2', 'SR 1.13'],
    summary: 'People connect from IT or from outside, but a second factor is not stated.',
    why:
        'Passwords for remote access are bought, guessed and phished. A second factor would have stopped most ' +
        'intrusions by remote access. From outside it is an error if the target level requires it (SL-T 3). The ' +
        'nearest statement counts: a claim for the whole zone does not override what the asset or the conduit ' +
        'misses, and excluding a second factor where people connect does not provide one.',
    falsePositives:
        'The second factor is required elsewhere on the path, by a gateway or a portal. Apply that ' +
        'countermeasure to the conduit.',
    check(context, report) {
        const factors = workingFactors(context);
        const lacking = remoteSessions(context.assessment).flatMap(session => {
            const said = secondFactorAt(context, session);
            return said?.state === 'in-use' ? [] : [{ session, said }];
        });
        for (const [id, sessions] of Map.groupBy(lacking, ({ session }) => session.opening.answerer.id)) {
            const element = context.lookup.element(id)!;
            const zones = listed([...new Set(sessions.map(({ session }) => comesFrom(session)))]).replace(/,$/, '');
            const missed = sessions.flatMap(({ said }) => (said?.state === 'missed' ? [said] : []));
            const state = stateOf(
                sessions.map(({ said }) => said?.state ?? null),
                factors.length > 0,
            );
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
                fixes: missed.length > 0 ? [] : factors.map(countermeasure => worksAt(countermeasure, element)),
                related: [
                    ...related(
                        'Stated as missing here.',
                        [...new Set(missed.flatMap(({ origin }) => origin ?? []))].map(origin => ({ origin })),
                    ),
                    ...alsoBlamed(
                        'People connect here.',
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
            title: 'A second factor exists, but is not stated to apply here',
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
