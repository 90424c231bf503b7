import { inTurns } from '../../assessment/in-turns.ts';
import { pathText } from '../../assessment/invariants.ts';
import type { Passing } from '../../assessment/passing.ts';
import { directionOf, passing } from '../../assessment/passing.ts';
import type { Path, Reach, SearchOptions } from '../../assessment/reach.ts';
import type { Flow } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import { openBackward, openForward } from '../fix/turning.ts';
import type { Context, Report, Rule } from '../engine/rule.ts';
import { keptFromProof } from '../ask/kept-from-proof.ts';
import { flowName, listed } from '../say/wording.ts';

/** True when the arrow says a session that the conduit does not let through. What is unknown says nothing. */
function contradicts(flow: Flow, { forward, backward }: Passing): boolean {
    if (flow.arrow === '--') return false;
    return !forward || (flow.arrow === '<->' && !backward);
}

const byDevicesAlone: SearchOptions = { except: () => true };

/** What serves a zone and lies in the other one, or serves it too. */
function onBothSides(reach: Reach, zone: string, other: string): readonly string[] {
    const [inside, there] = [new Set(reach.locatedIn(zone)), new Set(reach.membersOf(other))];
    return reach.membersOf(zone).filter(id => !inside.has(id) && there.has(id));
}

/**
 * A shortest path of sessions, over devices with legs on both sides only where there is no other one; `null` where such
 * devices alone lead there, however many other paths they open.
 */
function wayBack(reach: Reach, from: string, to: string): Path | null {
    const without = new Set([...onBothSides(reach, from, to), ...onBothSides(reach, to, from)]);
    const path = reach.shortestPath(from, to, { unplugged: () => true, without });
    if (path || reach.shortestPath(from, to, byDevicesAlone)) return path;
    return reach.shortestPath(from, to);
}

/**
 * Sessions that come back beside a one-way conduit: what it keeps out at one place comes in at another. A device with
 * legs on both sides is reported by other rules. Each conduit is a search, and a step.
 */
function* comesBack({ model, lookup, assessment }: Context, report: Report): Generator<void> {
    for (const conduit of model.conduits) {
        const direction = directionOf(lookup, conduit);
        if (!direction) continue;
        yield* assessment.reachSteps();
        yield;
        const path = wayBack(assessment.reach, direction.to, direction.from);
        if (!path) continue;
        report({
            at: nameOf(conduit.origin),
            subject: conduit.id,
            severity: 'warning',
            message:
                `${conduit.name} is one-way from ${direction.from} to ${direction.to}, but a path leads back beside ` +
                `it: ${pathText(path)}. Close it, or do not rely on the one-way conduit to keep out ${direction.to}.`,
            related: path.hops.flatMap(({ flow }) =>
                flow ? [{ message: 'A step of the path back.', at: nameOf(flow.origin) }] : [],
            ),
        });
    }
}

export default {
    id: 'one-way-contradicted',
    severity: 'error',
    basis: ['SR 5.2', 'ZCR 3.3'],
    summary: 'Sessions are opened against the direction of a one-way conduit or diode, in it or beside it.',
    why:
        'Either the conduit is not one-way, and everyone who relies on it is wrong, or the flow does not work. ' +
        'An auditor who finds one such flow will doubt the rest of the model. Where another conduit lets sessions ' +
        'back in, the direction protects nothing that can be reached that way: a warning.',
    falsePositives: 'None. One of the two statements is wrong.',
    *check(context, report) {
        const { model, lookup } = context;
        yield* comesBack(context, report);
        const passes = passing(lookup);
        yield* inTurns(model.flows, flow => {
            const direction = passes(flow);
            if (!contradicts(flow, direction)) return;
            // Only a conduit stops a direction.
            const conduit = lookup.conduit(flow.container!)!;
            const stated = conduit.oneWay;
            const says = stated
                ? `${conduit.name} is one-way from ${stated.from.id} to ${stated.to.id}`
                : `the diode of ${conduit.name} passes in the other direction`;
            const unproved = keptFromProof(context.assessment, { kind: 'against', element: flow.from.id, flow });
            const so = unproved.length === 0 ? '' : `, so ${listed(unproved)} cannot be proved`;
            report({
                at: placeIn(flow.origin, flow.arrowAt),
                subject: conduit.id,
                message:
                    `${flowName(flow)} opens sessions against the direction of its conduit: ${says}${so}. Correct ` +
                    'one of the two.',
                fixes: direction.forward ? [openForward(flow)] : openBackward(flow),
                related: stated
                    ? [
                          {
                              message: 'This is the stated direction of the conduit.',
                              at: { file: stated.origin.file, ...stated.origin.whole },
                          },
                      ]
                    : [],
            });
        });
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Hmi1 -> Sis : hardwired-io "Trip status" { access read }
            ^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Sis -> Hmi1 : hardwired-io "Trip status" { access read }
}
`,
        },
        {
            title: 'Both directions in a one-way conduit',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Sis <-> Hmi1 : hardwired-io "Trip status"
           ^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Sis -> Hmi1 : hardwired-io "Trip status"
}
`,
        },
        {
            title: 'Another conduit lets sessions back in',
            before: `system Plant
zone Control {
  SL-T 2
  asset Source : historian
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit Export between Control and Dmz {
        ^^^^^^
  one-way Control -> Dmz
  via Diode
  asset Diode : diode
  flow Source -> Mirror : syslog
}
conduit Import between Dmz and Control {
  via Fw
  asset Fw : firewall { serves Control, Dmz }
  flow Mirror -> Source : https "Corrections"
}
`,
        },
    ],
} satisfies Rule;
