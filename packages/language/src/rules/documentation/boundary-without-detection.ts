import type { State } from '../../assessment/index.ts';
import { requirementById } from '../../catalogue/index.ts';
import { retiredOn } from '../../model/index.ts';
import type { Fix, Lookup, Zone } from '../../model/index.ts';
import type { Stub } from '../fix/claim.ts';
import { fillOf, stub, stubText } from '../fix/claim.ts';
import { freeName } from '../fix/moving.ts';
import { lacking } from '../say/missing.ts';
import { assetTypes, ofTypes } from '../ask/types.ts';
import { namesMonitor } from '../ask/named.ts';
import { innerZones } from '../ask/zones.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** The position of Timely response to events in a vector. */
const tre = 5;

/** States in which somebody has thought of SR 6.2: it is taken care of, or known to be open. */
const considered: readonly State[] = ['met', 'compensated', 'excluded', 'planned', 'missed'];

/**
 * The ids of the outermost zones in which, or at whose edge, something detects: what is nested in them shares it.
 * Something that is planned counts as a planned countermeasure does.
 */
function watchedGrounds({ lookup, whole, today }: Context): ReadonlySet<string> {
    const detects = ofTypes(lookup, assetTypes.detecting);
    const said = lookup.said();
    const gone = retiredOn(whole, today);
    const places = whole.assets
        .filter(asset => detects(asset) && !asset.lifetimeUnread && !gone.has(asset.id))
        .flatMap(asset => [asset.container, ...asset.serves.map(served => served.id)]);
    const zones = places.flatMap(id => said.conduit(id)?.between.map(end => end.id) ?? [id]);
    return new Set(zones.flatMap(zone => said.chain(zone).at(-1)?.id ?? []));
}

/** Claims that something or somebody watches: which and who has to be filled in. */
function watching(lookup: Lookup, zone: Zone): readonly Fix[] {
    const product: Stub = ['product', 'which system detects intrusions'];
    const name = freeName('Ids', each => lookup.said().element(`${zone.id}.${each}`) !== undefined);
    return [
        ...lookup
            .conduitsOf(zone.id)
            .slice(0, 3)
            .map(conduit =>
                stub(`Name who monitors ${conduit.name}`, [conduit], [['monitored by', 'who monitors it']]),
            ),
        {
            kind: 'claim',
            title: `Add an intrusion detection system to ${zone.name}…`,
            fill: fillOf([product]),
            edits: [
                {
                    kind: 'add',
                    into: zone.origin,
                    text: `asset ${name} : ids {\n  ${stubText(product)}\n}`,
                    where: 'last',
                },
            ],
        },
    ];
}

export default {
    id: 'boundary-without-detection',
    severity: 'warning',
    basis: ['SR 6.2'],
    summary: 'A zone whose SL-T requires continuous monitoring has no detection inside its boundary.',
    why:
        'A firewall passes permitted traffic, and attackers use permitted traffic. From SL 2 on, attacks have to ' +
        'be detected; here no sensor, no log server and no monitoring of a conduit is named.',
    falsePositives:
        'A monitoring service that is not in the model. State `meets SR 6.2 because "…"`, or name it with ' +
        '`monitored by` in the conduits. What is planned is not reported: a countermeasure that is planned, or a ' +
        'sensor that is `planned for` a day.',
    check(context, report) {
        const { lookup, assessment } = context;
        const watched = watchedGrounds(context);
        const index = requirementById('SR 6.2')!.index;
        const isAsked = (id: string): boolean =>
            (assessment.of(id)?.slT[tre] ?? 0) >= 2 && lookup.conduitsOf(id).length > 0;
        const open = innerZones(lookup).filter(zone => {
            const assessed = assessment.of(zone.id);
            if (!assessed || !isAsked(zone.id)) return false;
            // What is nested shares what watches the zones around it, and is asked where none of these is.
            const [, ...around] = lookup.chain(zone.id).map(({ id }) => id);
            if (watched.has(around.at(-1) ?? zone.id) || around.some(isAsked)) return false;
            const conduits = lookup.conduitsOf(zone.id);
            return (
                !conduits.some(conduit => namesMonitor(lookup, conduit)) &&
                !considered.includes(assessed.requirements[index]!.state)
            );
        });
        const advice =
            'SR 6.2 requires it from SL 2 on. Add a detection system, such as an IDS or a log server that ' +
            'serves the zone, or state who monitors its conduits.';
        lacking(lookup, {
            rule: 'boundary-without-detection',
            elements: open,
            noun: 'zone',
            clause: ['has no detection inside its boundary', 'have no detection inside their boundaries'],
            advice,
            fixes: zone => watching(lookup, zone),
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Dmz {
     ^^^
  kind dmz
  SL-T 2
  asset Mirror : historian
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Probe : ids
}
conduit Data between Dmz and Control {
  flow Plc1 -> Mirror : opc-ua
}
`,
            after: `system Plant
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Probe : ids
}
conduit Data between Dmz and Control {
  monitored by "TODO: who monitors it"
  flow Plc1 -> Mirror : opc-ua
}
`,
        },
    ],
} satisfies Rule;
