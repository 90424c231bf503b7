import type { Region } from '../filter/index.ts';
import { NearlyIndex, sameRanges } from '../filter/index.ts';
import type { Flow, Lookup, Ruleset } from '../model/index.ts';
import { directionsOf } from './configured.ts';
import type { Needs } from './needs.ts';
import type { Places } from './places.ts';
import { zonesAround } from './places.ts';
import type { Undecided } from './rule-classes.ts';
import { differsIn } from './rule-classes.ts';
import type { Configured, FlowReading, Seen } from './types.ts';

/** What is known of a flow before rules and flows that nearly agree are joined. */
export interface Draft {
    readonly flow: Flow;
    readonly needs: Needs;
    readonly devices: FlowReading['devices'];
    readonly configured: Configured;
    readonly observed: Seen;
}

/** Rules and flows of which one is what the other one lacks: each of both with one candidate alone. */
export function joined(
    lookup: Lookup,
    places: Places,
    drafts: readonly Draft[],
    rules: readonly Undecided[],
): ReadonlyMap<Undecided, { readonly flow: Flow; readonly side: 'from' | 'to' | 'service' }> {
    const candidates: { readonly rule: Undecided; readonly flow: Flow; readonly side: 'from' | 'to' | 'service' }[] =
        [];
    const blockedBy = Map.groupBy(
        drafts
            .filter(({ configured, needs }) => configured === 'no' && needs.kind === 'services')
            .flatMap(draft =>
                draft.devices
                    .filter(each => each.configured === 'no')
                    .map(({ device }) => ({ device: device.id, draft })),
            ),
        each => each.device,
    );
    const asked = new Map<Ruleset, NearlyIndex<OpenFlow>>();
    for (const rule of rules) {
        const [part, ...others] = rule.parts;
        if (rule.class !== 'undocumented' || !part || others.length > 0) continue;
        const { ruleset } = rule;
        const flows = asked.get(ruleset) ?? new NearlyIndex(openFor(lookup, places, ruleset, blockedBy));
        asked.set(ruleset, flows);
        for (const open of flows.near(part)) {
            const side = differsIn(part, open);
            if (side) candidates.push({ rule, flow: open.flow, side });
        }
    }
    const ofRule = Map.groupBy(candidates, each => each.rule);
    const ofFlow = Map.groupBy(candidates, each => each.flow);
    // A rule that is written twice is one candidate.
    const isOne = (some: readonly (typeof candidates)[number][]): boolean =>
        some.every(({ rule }) => rule.ruleset === some[0]!.rule.ruleset && sameRegion(rule, some[0]!.rule));
    return new Map(
        candidates
            .filter(({ rule, flow }) => ofRule.get(rule)!.length === 1 && isOne(ofFlow.get(flow)!))
            .map(({ rule, flow, side }) => [rule, { flow, side }]),
    );
}

/** True for rules of one part each that permit the same. */
function sameRegion({ parts: [one] }: Undecided, { parts: [other] }: Undecided): boolean {
    return (['from', 'to', 'services'] as const).every(side => sameRanges(one![side], other![side]));
}

/** A flow that a device does not let through, and what it would have to let through, in one direction. */
interface OpenFlow extends Region {
    readonly flow: Flow;
}

/** Flows that a device with these rules blocks. */
function openFor(
    lookup: Lookup,
    places: Places,
    ruleset: Ruleset,
    blockedBy: ReadonlyMap<string, readonly { readonly draft: Draft }[]>,
): readonly OpenFlow[] {
    const ids = new Set(ruleset.devices.map(each => each.id));
    const open = new Set([...ids].flatMap(id => blockedBy.get(id) ?? []).map(({ draft }) => draft));
    return [...open].flatMap(({ flow, needs, devices }): readonly OpenFlow[] => {
        const blocking = devices.find(each => ids.has(each.device.id) && each.configured === 'no');
        if (!blocking || needs.kind !== 'services') return [];
        const lies = zonesAround(lookup, flow);
        return directionsOf(flow).map(([from, to]) => ({
            flow,
            from: places.documentedBy(from, blocking.device, lies),
            to: places.documentedBy(to, blocking.device, lies),
            services: needs.all,
        }));
    });
}
