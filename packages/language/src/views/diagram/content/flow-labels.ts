import { isProtected, type Assessment } from '../../../assessment/index.ts';
import type { Flow } from '../../../model/index.ts';
import type { Undeclared } from './as-found.ts';
import type { Found, FlowLabel } from './graph.ts';
import type { Phase } from './phase.ts';
import type { Selection } from './select.ts';
import type { Making } from './to-zones.ts';

/**
 * True when nothing shows that the content of the flow is encrypted. A claim alone does not: what a protocol cannot do
 * needs a countermeasure that works.
 */
export function isClearText(flow: Flow, assessment: Assessment): boolean {
    return !isProtected(assessment, flow, 'encryption');
}

function describe(flow: Flow): string {
    const protocols = flow.protocols.map(protocol => protocol.id).join(', ') || 'no protocol stated';
    const purpose = flow.purpose === null ? '' : ` “${flow.purpose}”`;
    const more = [
        flow.access === null ? '' : `access ${flow.access}`,
        flow.until === null ? '' : `until ${flow.until.date}`,
    ]
        .filter(part => part !== '')
        .map(part => `, ${part}`)
        .join('');
    return `${flow.from.id} ${flow.arrow} ${flow.to.id}: ${protocols}${purpose}${more}`;
}

/**
 * Flows that go the same way, drawn as one line of text.
 * @param placeOf the end of the conduit that a shown zone belongs to
 */
export function flowLabels(
    flows: readonly Flow[],
    selection: Selection,
    placeOf: (zone: string | null) => string,
    { asFound, phases, whatIf }: Pick<Making, 'asFound' | 'phases' | 'whatIf'>,
): FlowLabel[] {
    const groups = new Map<
        string,
        {
            from: string;
            to: string;
            arrow: FlowLabel['arrow'];
            found: Found | null;
            phase: Phase | null;
            stopped: boolean;
            flows: Flow[];
        }
    >();
    for (const flow of flows) {
        if (!selection.flow(flow.id)) continue;
        const from = placeOf(selection.shownZoneOf(flow.from.id));
        const to = placeOf(selection.shownZoneOf(flow.to.id));
        const phase = phases.ofFlow(flow.id);
        const found = phase ? null : (asFound?.of(flow) ?? null);
        const stopped = whatIf?.stopped.has(flow.id) ?? false;
        const key = JSON.stringify([from, to, flow.arrow, found, phase?.words, stopped]);
        const group = groups.get(key);
        if (group) group.flows.push(flow);
        else groups.set(key, { from, to, arrow: flow.arrow, found, phase, stopped, flows: [flow] });
    }
    return [...groups.values()].map(group => ({
        ids: group.flows.map(flow => flow.id),
        from: group.from,
        to: group.to,
        arrow: group.arrow,
        protocols: [...new Set(group.flows.flatMap(flow => flow.protocols.map(protocol => protocol.id)))],
        tooltip: group.flows.map(
            flow => describe(flow) + (group.phase ? `, ${group.phase.words}` : '') + (group.stopped ? ', cut' : ''),
        ),
        found: group.found,
        phase: group.phase,
        stopped: group.stopped,
    }));
}

/** What is not declared and goes the same way, drawn as one line of text. */
export function undeclaredLabels(
    some: readonly Undeclared[],
    selection: Selection,
    placeOf: (zone: string | null) => string,
): FlowLabel[] {
    const placed = some.map(each => ({
        ...each,
        from: placeOf(each.from === null ? null : selection.shownZoneOf(each.from)),
        to: placeOf(each.to === null ? null : selection.shownZoneOf(each.to)),
    }));
    const groups = Map.groupBy(placed, ({ from, to, arrow, found }) => JSON.stringify([from, to, arrow, found]));
    return [...groups.values()].map(group => ({
        ids: [],
        from: group[0]!.from,
        to: group[0]!.to,
        arrow: group[0]!.arrow,
        protocols: [...new Set(group.map(({ service }) => service))],
        tooltip: [...new Set(group.map(({ tooltip }) => tooltip))],
        found: group[0]!.found,
        phase: null,
        stopped: false,
    }));
}
