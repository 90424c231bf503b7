import type { ClauseVerdict, Hop, InvariantVerdict, Path } from '../../assessment/index.ts';
import { holdsWithout, opening, pathText } from '../../assessment/index.ts';
import type { Fix, Related } from '../../model/index.ts';
import { nameOf, wholeOf } from '../../model/index.ts';
import type { Context, Rule } from '../engine/rule.ts';
import type { Stub } from '../fix/claim.ts';
import { fillOf, stubText } from '../fix/claim.ts';

/** How long an exception that a fix writes lasts, in days. */
const reprieve = 30;

function later(today: string, days: number): string {
    const day = new Date(`${today}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
}

function clauseText(verdict: ClauseVerdict): string {
    const { from, to, through, verb, access } = verdict.clause;
    const path = access === 'write' ? 'a path that may write' : 'a path';
    return verb === 'deny'
        ? `there is ${path} from ${from.id} to ${to.id}`
        : `there is ${path} from ${from.id} to ${to.id} that does not pass ${through?.id}`;
}

const spokenBy = {
    subscription: 'the broker speaks to its subscriber',
    relay: 'the remote side acts through the relay',
    tunnel: 'the far end speaks through the tunnel',
} as const;

function walk(context: Context, path: Path): readonly Related[] {
    return path.hops.flatMap((hop, index) => {
        const step = `${index + 1}. ${hop.from} → ${hop.to}`;
        if (hop.flow) {
            const spoken = hop.speaking === null ? '' : `: ${spokenBy[hop.speaking]}`;
            return [
                { message: `${step} by ${hop.protocols.join(', ') || 'a flow'}${spoken}`, at: nameOf(hop.flow.origin) },
            ];
        }
        const server = context.lookup.asset(hop.server ?? '');
        return server
            ? [{ message: `${step}, because ${server.id} serves ${hop.zone}`, at: nameOf(server.origin) }]
            : [];
    });
}

/** What opens the path besides flows: the first asset that is in two zones at once, as advice. */
function advice({ hops, to, toServes }: Path): string {
    const leg = hops.find(hop => hop.kind === 'presence');
    const [asset, zone] = toServes === null ? [leg?.server, leg?.zone] : [to, toServes];
    const away = asset && zone ? `Remove the interface of ${asset} in ${zone}` : null;
    if (hops.every(hop => hop.flow === null)) return `${away ?? 'Close one of its hops'}.`;
    return `${away ? `${away}, or close` : 'Close'} one of its hops, or except the flow with a reason and a date.`;
}

function fixesFor(context: Context, verdict: InvariantVerdict, clause: ClauseVerdict, hop: Hop): readonly Fix[] {
    if (!hop.flow) return [];
    const fixes: Fix[] = [];
    if (holdsWithout(context.assessment, verdict, clause.clause, hop, true)) {
        fixes.push({
            kind: 'fix',
            title: 'Remove this flow',
            edits: [{ kind: 'remove', at: wholeOf(hop.flow.origin) }],
        });
    }
    if (holdsWithout(context.assessment, verdict, clause.clause, hop, false)) {
        const [opener, answerer] = hop.backward
            ? [hop.flow.to.id, hop.flow.from.id]
            : [hop.flow.from.id, hop.flow.to.id];
        const protocols = hop.protocols.length > 0 ? ` : ${hop.protocols.join(', ')}` : '';
        const until = later(context.today, reprieve);
        const reason: Stub = ['because', 'why this path is needed'];
        fixes.push({
            kind: 'claim',
            fill: [...fillOf([reason]), until],
            title: `Except this flow in ${verdict.invariant.id}…`,
            edits: [
                {
                    kind: 'add',
                    into: verdict.invariant.origin,
                    where: 'last',
                    text: `except flow ${opener} -> ${answerer}${protocols} ${stubText(reason)} until ${until}`,
                },
            ],
        });
    }
    return fixes;
}

const rule: Rule = {
    id: 'invariant-broken',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary: 'The declared flows open a path that an invariant denies.',
    why:
        'An invariant states which paths must not exist, or which zone every path must pass. A flow that looks ' +
        'harmless in its own conduit can complete a path over several zones, and this is not visible in the ' +
        'changed line. The finding is at the flow nearest to the end of the path, and lists every hop.',
    falsePositives:
        'The path is needed for a limited time. Add an exception with a reason and a date to the invariant, ' +
        'so that it is checked again afterwards.',
    check(context, report) {
        for (const verdict of context.assessment.invariants) {
            for (const clause of verdict.clauses) {
                const path = clause.counterexample;
                if (!path) continue;
                const hop = opening(path);
                const blamed = hop.flow ?? context.lookup.element(hop.to) ?? verdict.invariant;
                report({
                    at: nameOf(blamed.origin),
                    subject: hop.flow ? hop.flow.container : (context.lookup.element(hop.to)?.id ?? null),
                    message:
                        `${verdict.invariant.id} is broken: ${clauseText(clause)}: ${pathText(path)}. ` +
                        `${advice(path)}`,
                    related: [
                        { message: `The invariant ${verdict.invariant.id}`, at: nameOf(clause.clause.origin) },
                        ...walk(context, path),
                    ],
                    fixes: fixesFor(context, verdict, clause, hop),
                });
            }
        }
    },
    examples: [
        {
            title: 'A path over a third zone',
            before: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Control { kind control asset Hmi : hmi }
zone Safety { kind safety asset Sis : safety-controller }
conduit Orders between Enterprise and Control {
  flow Enterprise.Erp -> Control.Hmi : https
}
conduit Trips between Control and Safety {
  flow Control.Hmi -> Safety.Sis : modbus-tcp
       ^^^^^^^^^^^^^^^^^^^^^^^^^
}
invariant SafetyIsolated "Nothing outside control reaches the safety system" {
  deny path from Enterprise to Safety
}
`,
            after: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Control { kind control asset Hmi : hmi }
zone Safety { kind safety asset Sis : safety-controller }
conduit Orders between Enterprise and Control {
  flow Enterprise.Erp -> Control.Hmi : https
}
conduit Trips between Control and Safety {}
invariant SafetyIsolated "Nothing outside control reaches the safety system" {
  deny path from Enterprise to Safety
}
`,
        },
        {
            title: 'A path that bypasses the required zone, and an exception that expires',
            before: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Dmz { kind dmz asset Mirror : historian }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Dmz.Mirror : https
flow Dmz.Mirror -> Control.Plc : opc-ua
flow Enterprise.Erp -> Control.Plc : s7comm
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
invariant ThroughDmz {
  require path from Enterprise to Control through Dmz
  except flow Enterprise.Erp -> Control.Plc : s7comm because "Commissioning" until 2020-03-31
}
`,
            after: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Dmz { kind dmz asset Mirror : historian }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Dmz.Mirror : https
flow Dmz.Mirror -> Control.Plc : opc-ua
invariant ThroughDmz {
  require path from Enterprise to Control through Dmz
  except flow Enterprise.Erp -> Control.Plc : s7comm because "Commissioning" until 2020-03-31
}
`,
        },
        {
            title: 'Proved',
            before: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Dmz { kind dmz asset Mirror : historian }
zone Control { kind control asset Plc : plc }
flow Control.Plc -> Dmz.Mirror : opc-ua
flow Enterprise.Erp -> Dmz.Mirror : https
invariant ControlClosed {
  deny path from Enterprise to Control
}
`,
        },
    ],
};

export default rule;
