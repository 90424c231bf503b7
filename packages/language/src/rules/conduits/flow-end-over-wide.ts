import type { Fix, Flow, Lookup, Mention, Zone } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { isForeign, sideOf } from '../ask/sides.ts';
import type { Rule } from '../engine/rule.ts';

/** The zone that a flow names as an end, where its assets could be named instead. */
function wideEnd(lookup: Lookup, end: Mention): Zone | null {
    const zone = lookup.zone(end.id);
    if (!zone || isForeign(lookup, zone.id)) return null;
    return lookup.assetsWithin(zone.id).length > 0 ? zone : null;
}

/** Names the asset, where it can be no other. */
function narrow(lookup: Lookup, flow: Flow, end: Mention, zone: Zone): readonly Fix[] {
    const [only, ...others] = lookup.assetsWithin(zone.id);
    if (!only || others.length > 0) return [];
    return [{ kind: 'fix', title: `Name ${only.id}`, edits: [{ kind: 'replace', at: placeIn(flow.origin, end.at), text: only.id }], preferred: true }];
}

export default {
    id: 'flow-end-over-wide',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'SR 7.7'],
    summary: 'A flow across a boundary has a whole zone as an end, where single assets could be named.',
    why: 'A rule for a zone holds for every device in it, those included that come later. Every one of them becomes a way in, '
        + 'and nobody can tell from the rule which one needs it.',
    falsePositives: 'Many like devices that all need the same service, such as all outstations of a telecontrol network. '
        + 'Zones outside of the owner\'s control are not blamed.',
    check(context, report) {
        const { lookup } = context;
        for (const { flow } of boundaryFlows(context)) {
            if (flow.arrow === '--') continue;
            const [end, other] = [flow.to, flow.from].filter(each => wideEnd(lookup, each));
            const zone = end && wideEnd(lookup, end);
            if (!zone) continue;
            const mild = end === flow.from && flow.arrow === '->' && sideOf(lookup, zone.id) === 'it';
            const count = lookup.assetsWithin(zone.id).length;
            report({
                at: placeIn(flow.origin, end.at),
                subject: flow.container,
                severity: mild ? 'info' : 'warning',
                message: `The flow is open for all of ${zone.id}${other ? ` and all of ${other.id}` : ''}: ${count === 1 ? 'its asset, and each one that' : `its ${count} assets, and each one that`} `
                    + 'is added later. Name the assets that need it.',
                fixes: narrow(lookup, flow, end, zone),
            });
        }
    },
    examples: [{
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
    }],
} satisfies Rule;
