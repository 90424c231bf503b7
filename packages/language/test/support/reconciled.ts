import type { Ranges, Region } from '../../src/filter/index.ts';
import { addressTexts, servicesOf, serviceText } from '../../src/filter/index.ts';
import { pathText } from '../../src/assessment/index.ts';
import type { Assessment } from '../../src/assessment/index.ts';
import type { Flow } from '../../src/model/index.ts';
import { conversationText } from '../../src/model/index.ts';
import { breachesOf, configuredWorld, observedWorld } from '../../src/reconcile/index.ts';
import type { Reconciliation, WorldModel } from '../../src/reconcile/index.ts';

/** Parts of a line of which those that say nothing are left out. */
const line = (...parts: readonly (string | number | false | null | undefined)[]): string =>
    parts.filter(part => typeof part === 'number' || part).join(' ');
const flowText = ({ from, arrow, to, protocols }: Flow): string =>
    `${from.id} ${arrow} ${to.id} : ${protocols.map(({ id }) => id).join(', ')}`;
const some = (set: Ranges): string => addressTexts(set).join(',');
const regionText = ({ from, to, services }: Region): string =>
    `${some(from)} -> ${some(to)} : ${servicesOf(services).map(serviceText).join(',')}`;

type FlowLine = Reconciliation['flows'][number];

const flowLines = ({ flow, configured, devices, observed: seen, near, beyondAccess, ...of }: FlowLine): string[] => [
    line(`flow ${flowText(flow)}:`, configured, of.class, beyondAccess !== null && 'beyond its access'),
    line(
        '  seen',
        seen.outcome ?? 'never',
        seen.visible ? 'in view' : 'out of view',
        `of ${seen.watched} days`,
        seen.days > 0 && `on ${seen.days}`,
        seen.first,
        seen.last,
        seen.access,
        seen.conversations.length > 0 && `in ${seen.conversations.length}`,
    ),
    ...devices.map(({ device, configured: answer, rules, missing, blocked }) =>
        line(
            `  ${device.name} ${answer}`,
            ...rules.map(rule => rule.label),
            missing && `without ${missing}`,
            blocked.length > 1 && `(${blocked.length} parts)`,
        ),
    ),
    ...(near ? [`  nearly rule ${near.rule.label}`] : []),
];

const worldLines = (name: string, { lookup, complete, notKnown }: WorldModel): readonly string[] => [
    ...lookup.model.flows.map(({ id, arrow, container }) => line(`${name}: ${id}`, arrow, container)),
    ...notKnown.map(({ message }) => `${name}: ${message}`),
    ...(complete ? [] : [`${name}: incomplete`]),
];

/** All that a comparison of what is declared, configured and observed says, line by line. */
export function reconciledLines(found: Reconciliation): readonly string[] {
    return [
        ...found.flows.flatMap(flowLines),
        ...found.proposed.flatMap(flowLines).map(text => `proposed ${text}`),
        ...found.withoutPorts.map(flow => `flow ${flowText(flow)}: without ports`),
        ...found.rules.flatMap(({ rule, flows, width, surplus, why, differsFrom, differsIn, used, ...of }) => [
            line(
                `rule ${rule.label}: ${of.class}`,
                differsIn && `in ${differsIn} from ${flowText(differsFrom!)}`,
                width && `${width.covered} of ${width.of} in ${width.side}`,
                used && 'used',
                of.proposedBy && `proposed by ${flowText(of.proposedBy)}`,
                why && `because ${why}`,
            ),
            ...flows.map(flow => `  for ${flowText(flow)}`),
            ...(surplus ? [`  beyond ${regionText(surplus)}`] : []),
        ]),
        ...found.traffic.map(({ conversation, observation, from, to, configured, conduit, proposedBy, ...of }) =>
            line(
                `${observation.name} saw ${conversationText(conversation)}: ${of.class} ${configured}`,
                ...[from, to].map(({ asset, zone }) => `${asset?.id ?? '-'} in ${zone?.id ?? '-'}`),
                conduit?.id,
                proposedBy && `proposed by ${flowText(proposedBy)}`,
            ),
        ),
        ...found.open.map(({ conversation, from, to, undocumented }) =>
            line(
                `open ${conversationText(conversation)}: ${undocumented}`,
                ...[from, to].flatMap(({ asset, zone, shownBy, mayBeIn }) => [
                    `${asset?.id ?? '-'} in ${zone?.id ?? '-'}`,
                    ...shownBy.map(({ id }) => `shown by ${id}`),
                    mayBeIn.length > 0 && `may be ${mayBeIn.join('+')}`,
                ]),
            ),
        ),
        ...found.hosts.map(
            ({ address, zone, conversations }) => `host ${address} in ${zone.id}, ${conversations.length}`,
        ),
        ...found.observations.map(
            ({ observation, insideZone, outsideModel, multicast, ambiguous }) =>
                `${observation.name} inside ${insideZone}, outside ${outsideModel}, to many ${multicast}, ` +
                `open ${ambiguous}`,
        ),
    ];
}

/** The flows of the worlds as configured and as observed, what is not known of them, and the invariants they break. */
export function worldsLines(assessment: Assessment, found: Reconciliation): readonly string[] {
    return [
        ...worldLines('configured', configuredWorld(assessment.lookup, found)),
        ...worldLines('observed', observedWorld(assessment.lookup)),
        ...breachesOf(assessment, found).map(
            ({ invariant, clause, path }) =>
                `broken ${invariant.id}: ${clause.verb} ${clause.from.id} -> ${clause.to.id}: ${pathText(path)}`,
        ),
    ];
}
