import type { Crossing } from '../../assessment/index.ts';
import type { Conduit, Flow, Lookup, Zone } from '../../model/index.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import { newConduit } from '../fix/flow-fixes.ts';
import { lacking } from '../say/missing.ts';
import { related } from '../say/related.ts';
import { flowName, listed } from '../say/wording.ts';
import type { Context, Rule, Severity } from '../engine/rule.ts';

/** A flow that goes through a conduit of the zone around, on into a zone inside. */
interface Entering {
    readonly flow: Flow;
    readonly conduit: Conduit;
    /** The connected zone around. */
    readonly around: Zone;
    /** The zone inside whose boundary is crossed. */
    readonly inner: Zone;
}

/** The zones inside of connected ones whose boundary the flow crosses, the outermost first. */
function innerZonesOf(lookup: Lookup, { flow, conduit, from, to }: Crossing): readonly Entering[] {
    if (!conduit) return [];
    const crossed = ([home]: readonly string[], [other]: readonly string[]): readonly Entering[] => {
        const chain = home === undefined ? [] : lookup.chain(home);
        const at = chain.findIndex(zone => conduit.between.some(end => end.id === zone.id));
        const around = chain[at];
        if (!around) return [];
        return chain
            .slice(0, at)
            .filter(inner => other === undefined || !lookup.within(other, inner.id))
            .reverse()
            .map(inner => ({ flow, conduit, around, inner }));
    };
    return [...crossed(from, to), ...crossed(to, from)];
}

/**
 * True where a conduit of the zone names a device that can enforce its boundary: what comes from further away meets
 * that one too. Of a device whose name is not known nobody can tell.
 */
function isGuarded(lookup: Lookup, zone: Zone): boolean {
    return lookup.conduitsOf(zone.id).some(
        conduit =>
            lookup.isUnread(conduit.id, 'via') ||
            conduit.via.some(({ id }) => {
                const device = lookup.asset(id);
                return device !== undefined && canEnforce(lookup, device);
            }),
    );
}

/** True where the zone inside asks for more than the one around. */
function asksForMore({ lookup, assessment }: Context, { inner, around }: Entering): boolean {
    if (lookup.kindOf(inner.id) === 'safety' && lookup.kindOf(around.id) !== 'safety') return true;
    const outer = assessment.of(around.id)?.slT ?? [];
    return assessment.of(inner.id)?.slT.some((level, fr) => (level ?? 0) > (outer[fr] ?? 0)) ?? false;
}

/** A zone whose boundary is crossed, and by what. */
interface Crossed {
    readonly inner: Zone;
    readonly flows: readonly Flow[];
    readonly conduits: readonly Conduit[];
    readonly severity: Severity;
    /** The same for zones whose boundaries are crossed for the same reason. */
    readonly cause: string;
}

function crossedOf(context: Context, group: readonly Entering[]): Crossed {
    const { inner, around } = group[0]!;
    const conduits = [...new Set(group.map(({ conduit }) => conduit))];
    const severity = group.some(each => asksForMore(context, each)) ? 'warning' : 'info';
    const cause = [severity, around.id, ...conduits.map(({ id }) => id)].join(' ');
    return { inner, flows: [...new Set(group.map(({ flow }) => flow))], conduits, severity, cause };
}

export default {
    id: 'nested-boundary-without-device',
    severity: 'warning',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary:
        'A flow goes through the conduit of an outer zone into a zone nested in it, and the boundary of the ' +
        'nested zone is not enforced.',
    why:
        'A nested zone has a boundary of its own. The device of the outer conduit is further out: whoever passes ' +
        'it, or is already in the outer zone, is inside the nested zone. If the nested zone has no higher target ' +
        'than the outer zone, this is information.',
    falsePositives:
        'The outer device has a rule for the nested zone, and both are connected to it. Name the device in a ' +
        'conduit of the nested zone.',
    check(context, report) {
        const { lookup, assessment } = context;
        const entering = [...assessment.crossings.values()]
            .filter(({ fits }) => fits)
            .flatMap(crossing => innerZonesOf(lookup, crossing))
            .filter(({ inner }) => !isGuarded(lookup, inner));
        const byZone = [...Map.groupBy(entering, ({ inner }) => inner).values()].map(group =>
            crossedOf(context, group),
        );
        // Many cells of one line behind one conduit have one cause.
        for (const group of Map.groupBy(byZone, ({ cause }) => cause).values()) {
            const of = new Map(group.map(each => [each.inner, each]));
            const { conduits, severity } = group[0]!;
            const outer = [
                ...new Set(conduits.flatMap(({ via }) => via.map(({ id }) => lookup.asset(id)?.name ?? id))),
            ];
            const stands =
                outer.length === 0 ? '' : `: ${listed(outer)} ${outer.length === 1 ? 'stands' : 'stand'} further out`;
            const crossed = `entered by flows of ${listed(conduits.map(({ name }) => name))}, but no device enforces`;
            lacking(lookup, {
                rule: 'nested-boundary-without-device',
                severity,
                elements: group.map(({ inner }) => inner),
                noun: 'zone',
                clause: [`is ${crossed} its boundary there${stands}`, `are ${crossed} their boundaries there${stands}`],
                detail: inner => {
                    const names = [...new Set(of.get(inner)!.flows.map(flowName))];
                    return `${names.length === 1 ? 'The flow is' : 'The flows are'} ${listed(names, 3)}.`;
                },
                advice: 'Declare a conduit of the nested zone, and name its boundary device after `via`.',
                fixes: inner => {
                    const {
                        flows: [flow, ...others],
                    } = of.get(inner)!;
                    const fix = flow && others.length === 0 ? newConduit(lookup, flow) : null;
                    return fix ? [fix] : [];
                },
                beside: [
                    ...related('The conduit of the outer zone.', conduits),
                    ...related('It crosses the boundary.', [...new Set(group.flatMap(({ flows }) => flows))]),
                ],
            }).forEach(report);
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Pc : workstation
}
zone Plant {
  kind operations
  SL-T 1
  asset Mes : server
  zone Cell {
       ^^^^
    kind control
    SL-T 3
    asset Relay : ied
  }
}
conduit OfficePlant between Office and Plant {
  via Fw1
  asset Fw1 : firewall { serves Office, Plant }
  flow Office.Pc -> Plant.Cell.Relay : https "Event records" { access read }
}
`,
            after: `system Plant
zone Office {
  kind enterprise
  asset Pc : workstation
}
zone Plant {
  kind operations
  SL-T 1
  asset Mes : server
  zone Cell {
    kind control
    SL-T 3
    asset Relay : ied
  }
}
conduit OfficePlant between Office and Plant {
  via Fw1
  asset Fw1 : firewall { serves Office, Plant }
}

conduit OfficeToCell between Office and Plant.Cell {
  flow Office.Pc -> Plant.Cell.Relay : https "Event records" { access read }
}
`,
        },
        {
            title: 'The nested zone has a firewall of its own',
            before: `system Plant
zone Office {
  kind enterprise
  asset Pc : workstation
}
zone Plant {
  kind operations
  SL-T 1
  asset Mes : server
  zone Cell {
    kind control
    SL-T 3
    asset Relay : ied
  }
}
conduit OfficePlant between Office and Plant {
  via Fw1
  asset Fw1 : firewall { serves Office, Plant }
  flow Office.Pc -> Plant.Cell.Relay : https "Event records" { access read }
}
conduit CellPlant between Plant and Plant.Cell {
  via Fw2
  asset Fw2 : firewall { serves Plant, Plant.Cell }
  flow Plant.Mes -> Plant.Cell.Relay : https "Events"
}
`,
        },
    ],
} satisfies Rule;
