import type { Fix, Flow, Lookup, Mention, Zone } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { isForeign, sideOf } from '../ask/sides.ts';
import type { Rule } from '../engine/rule.ts';
import { alsoBlamed } from '../say/related.ts';

/** The zone that a flow names as an end, where its assets could be named instead. */
function wideEnd(lookup: Lookup, end: Mention): Zone | null {
    const zone = lookup.zone(end.id);
    if (!zone || isForeign(lookup, zone.id)) return null;
    return lookup.assetsWithin(zone.id).length > 0 ? zone : null;
}

/** A flow that is open for a whole zone. */
interface Wide {
    readonly flow: Flow;
    readonly end: Mention;
    readonly zone: Zone;
    /** The other end, where it is a whole zone too. */
    readonly other: Mention | undefined;
    /** True where the office opens the session, whose computers come and go. */
    readonly mild: boolean;
}

function wideFlow(lookup: Lookup, flow: Flow): Wide | null {
    if (flow.arrow === '--') return null;
    const [end, other] = [flow.to, flow.from].filter(each => wideEnd(lookup, each));
    const zone = end && wideEnd(lookup, end);
    if (!zone) return null;
    return {
        flow,
        end,
        zone,
        other,
        mild: end === flow.from && flow.arrow === '->' && sideOf(lookup, zone.id) === 'it',
    };
}

/** The zone is the cause, however many flows are open for it; an acceptance reaches no flow beyond its own conduit. */
function causeOf(lookup: Lookup, { flow, zone, mild }: Wide): string {
    const around = flow.container === null ? [] : [lookup.conduit(flow.container), ...lookup.chain(flow.container)];
    const accepted = [flow, ...around].some(each => each?.accepts.some(accept => accept.rule === 'flow-end-over-wide'));
    return [zone.id, mild, accepted ? flow.id : ''].join(' ');
}

/** Names the asset, where it can be no other: one that is planned may be meant too. */
function narrow(lookup: Lookup, { flow, end, zone }: Wide): readonly Fix[] {
    const [only, ...others] = lookup.said().assetsWithin(zone.id);
    if (!only || others.length > 0) return [];
    return [
        {
            kind: 'fix',
            title: `Name ${only.id}`,
            edits: [{ kind: 'replace', at: placeIn(flow.origin, end.at), text: only.id }],
            preferred: true,
        },
    ];
}

export default {
    id: 'flow-end-over-wide',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'SR 7.7'],
    summary: 'A flow across a boundary ends at a whole zone, although single assets could be named.',
    why:
        'A rule for a zone applies to every device in it, including those added later. Each of them can be ' +
        'attacked over this flow, and the rule does not show which one needs it.',
    falsePositives:
        'Many similar devices that all need the same service, such as all outstations of a telecontrol ' +
        "network. Zones outside the owner's control are not reported.",
    check(context, report) {
        const { lookup } = context;
        const wide = boundaryFlows(context.assessment).flatMap(({ flow }) => wideFlow(lookup, flow) ?? []);
        for (const group of Map.groupBy(wide, each => causeOf(lookup, each)).values()) {
            const [{ flow, end, zone, other, mild }, ...others] = group as [Wide, ...Wide[]];
            const count = lookup.assetsWithin(zone.id).length;
            const whose = others.length === 0 ? 'The flow is' : `${group.length} flows are`;
            report({
                at: placeIn(flow.origin, end.at),
                subject: flow.container,
                severity: mild ? 'info' : 'warning',
                message:
                    `${whose} open for all of ` +
                    `${zone.id}${other && others.length === 0 ? ` and all of ${other.id}` : ''}: ` +
                    `${count === 1 ? 'its asset, and each one that' : `its ${count} assets, and each one that`} ` +
                    'is added later. Name the assets that need it.',
                fixes: group.flatMap(each =>
                    narrow(lookup, each).map(fix =>
                        others.length === 0 ? fix : { ...fix, at: placeIn(each.flow.origin, each.end.at) },
                    ),
                ),
                related: alsoBlamed(
                    'Also open for the whole zone.',
                    others.map(each => each.flow),
                    each => placeIn(each.origin, others.find(({ flow: wanted }) => wanted === each)!.end.at),
                ),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Scada -> Dmz : https "Reports"
                ^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Scada -> Dmz.Mirror : https "Reports"
}
`,
        },
    ],
} satisfies Rule;
