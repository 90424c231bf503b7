import assert from 'node:assert/strict';
import { reconcile } from '../../src/reconcile/index.ts';
import { load } from './load.ts';

/** A plant with two zones, a firewall between them, and what is said of its rules and its traffic. */
export function plant({
    flows = '',
    rules,
    seen,
    more = '',
    device = '',
}: {
    flows?: string;
    rules?: string;
    seen?: string;
    more?: string;
    device?: string;
}): string {
    return `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc1 : plc { address 10.10.2.11 }
  asset Plc2 : plc { address 10.10.2.12 }
  asset Drive : drive { address dhcp }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 mac "00:1b:1b:00:00:07" }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz ${device} }
${flows}
}
${rules === undefined ? '' : `ruleset R {\n  device K.Fw\n${rules}\n}\n`}${seen === undefined ? '' : `observation O {\n  sees Control, Dmz\n  since 2026-01-01\n  until 2026-06-01\n${seen}\n}\n`}${more}`;
}

/** What is compared in a text without a mistake. */
export function read(text: string): ReturnType<typeof reconcile> {
    const loaded = load(text);
    assert.deepEqual(
        loaded.problems.map(problem => problem.message),
        [],
    );
    return reconcile(loaded.lookup, { staleAfter: 90 });
}

/** Its flows, a line each. */
export const flowsOf = (text: string): string[] =>
    read(text).flows.map(each => `${each.configured} ${each.class}${each.beyondAccess ? ' beyond' : ''}`);

/** Its rules, a line each. */
export const rulesOf = (text: string): string[] =>
    read(text).rules.map(
        each =>
            `${each.rule.label} ` +
            `${each.class}${each.differsIn ? ` in ${each.differsIn}` : ''}${each.used ? ' used' : ''}`,
    );

/** What no flow declares of its traffic, a line each. */
export const trafficOf = (text: string): string[] =>
    read(text).traffic.map(
        each =>
            `${each.from.asset?.id ?? each.from.text} -> ${each.to.asset?.id ?? each.to.text} ${each.class} ` +
            `${each.configured} ${each.conduit?.id}`,
    );

/** A flow of the plant, the rule that permits it, and a sighting of it. */
export const collection = '  flow Dmz.Hist -> Control.Plc1 : opc-ua "Collection"';

export const permitted = '  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"';

export const sighting = '  saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 used on 19 days, 2026-01-02 to 2026-05-30';
