import { serviceText } from '../../filter/index.ts';
import type { Conduit } from '../../model/index.ts';
import { counted, nameOf, plural, withAnd } from '../../model/index.ts';
import type { ComparedWith, FlowReading, LocatedEnd, OpenTrafficEnd, Seen } from '../../reconcile/index.ts';
import type { ShownReconciliation } from './to-json.ts';
import { classOfRule, placeOf, placeOfSight } from './to-json.ts';

/** One row of the three-way table: what it is about, and what each of the three says. */
export interface Row {
    /** The conduit, or another heading. */
    readonly group: string;
    readonly kind: 'flow' | 'rule' | 'traffic' | 'host';
    readonly what: string;
    readonly declared: string;
    readonly configured: string;
    readonly observed: string;
    readonly class: string;
    readonly file: string;
    readonly line: number;
}

/** In what a rule differs from the flow that it nearly documents. */
const differing = { from: 'source', to: 'target', service: 'service' } as const;

function endText({ asset, zone, text }: LocatedEnd): string {
    return asset?.id ?? (zone ? `${text} in ${zone.id}` : text);
}

/** An end that may be several hosts, with what the model says of them. */
function openEndText(end: OpenTrafficEnd): string {
    if (end.shownBy.length > 0) return `${end.text} (shown by ${end.shownBy.map(device => device.id).join(' or ')})`;
    return end.mayBeIn.length > 0 ? `${end.text} (${end.mayBeIn.join(' or ')})` : endText(end);
}

const days = (count: number | null): string =>
    count === null || count === 0 ? '' : ` on ${count} ${count === 1 ? 'day' : 'days'}`;

/** Only who looks at a zone can say that something was not seen, and for how long. */
const notSeen = ({ visible, watched }: Seen): string =>
    !visible ? 'unknown' : watched === 0 ? 'not seen' : `not seen in ${counted(watched, 'day')}`;

/** What is added where something was seen before the day of the rules that block it. */
const byLater = (seenBefore: string | null): string =>
    seenBefore === null ? '' : `, by rules of ${seenBefore}, which is after it was seen`;

const namesOf = (others: FlowReading['otherProtocols']): string =>
    [...new Set(others.map(({ name }) => name))].join(', ');

/** The three-way table, by conduit; what belongs to no conduit comes last. */
export function rowsOf(shown: ShownReconciliation, conduit: Conduit | null): readonly Row[] {
    const { found } = shown;
    const rows: Row[] = [];
    const loose = 'In no conduit';
    for (const {
        flow,
        configured,
        class: verdict,
        observed,
        devices,
        near,
        beyondAccess,
        otherProtocols,
        seenBefore,
    } of [...found.flows, ...found.proposed]) {
        const classes = [
            ...(beyondAccess ? ['beyond its access'] : []),
            ...(otherProtocols.length > 0 ? ['another protocol'] : []),
        ];
        const stopped = devices.find(each => each.missing !== null)?.missing;
        rows.push({
            group: flow.container ?? loose,
            kind: 'flow',
            what: flow.id,
            declared: flow.proposed === null ? 'yes' : 'proposed',
            configured:
                `${configured}${byLater(seenBefore)}` +
                `${near ? `, but rule ${near.rule.label ?? ''} is near` : stopped ? ` (not ${stopped})` : ''}`,
            observed:
                observed.outcome === null
                    ? notSeen(observed)
                    : `${observed.outcome}${days(observed.days)}` +
                      `${observed.last ? `, last ${observed.last}` : ''}` +
                      `${beyondAccess ? `, and ${beyondAccess}` : ''}` +
                      `${otherProtocols.length > 0 ? `, as ${namesOf(otherProtocols)}` : ''}`,
            // What exceeds its access, or is another protocol, is not healthy, whatever else agrees.
            class: classes.length === 0 ? verdict : [verdict, ...classes].filter(each => each !== 'healthy').join(', '),
            ...placeOf(shown, nameOf(flow.origin)),
        });
    }
    for (const reading of found.rules) {
        const verdict = classOfRule(shown, reading);
        if (verdict === 'documented') continue;
        const conduits = found.flows
            .filter(each =>
                each.devices.some(device => reading.ruleset.devices.some(own => own.id === device.device.id)),
            )
            .map(each => each.flow.container);
        const own =
            reading.flows[0]?.container ??
            reading.differsFrom?.container ??
            (new Set(conduits).size === 1 ? conduits[0] : null);
        rows.push({
            group: own ?? reading.ruleset.devices.map(device => device.id).join(', '),
            kind: 'rule',
            what: `rule ${reading.rule.label ?? ''}`.trim(),
            declared:
                reading.flows.length > 0
                    ? `a part (${reading.width?.covered ?? 0} of ${reading.width?.of ?? 0})`
                    : reading.differsFrom
                      ? `with another ${differing[reading.differsIn ?? 'service']}`
                      : 'no',
            configured:
                reading.why === null || verdict !== 'not-assessable' ? 'yes' : `not assessable (${reading.why})`,
            observed: reading.used ? 'used' : '',
            class: verdict,
            ...placeOf(shown, nameOf(reading.rule.origin)),
        });
    }
    for (const reading of found.traffic) {
        const { from, to, conversation, configured, class: verdict, conduit: own } = reading;
        rows.push({
            group: own?.id ?? loose,
            kind: 'traffic',
            what:
                `${endText(from)} ${conversation.arrow} ${endText(to)} : ` +
                `${conversation.services.map(serviceText).join(', ')}`,
            declared: reading.proposedBy ? 'proposed' : 'no',
            configured: `${configured}${byLater(reading.seenBefore)}`,
            observed: `${conversation.outcome}${days(conversation.days)}`,
            class: verdict,
            ...placeOf(shown, placeOfSight(reading)),
        });
    }
    for (const reading of found.open) {
        const { from, to, conversation } = reading;
        rows.push({
            group: reading.mayBeOf?.container ?? loose,
            kind: 'traffic',
            what:
                `${openEndText(from)} ${conversation.arrow} ${openEndText(to)} : ` +
                `${conversation.services.map(serviceText).join(', ')}`,
            declared: reading.undocumented === 'yes' ? 'no' : 'unknown',
            configured: 'unknown',
            observed: `${conversation.outcome}${days(conversation.days)}`,
            class: reading.undocumented === 'yes' ? 'undocumented' : 'unknown',
            ...placeOf(shown, placeOfSight(reading)),
        });
    }
    for (const host of found.hosts) {
        rows.push({
            group: host.zone.id,
            kind: 'host',
            what: host.address,
            declared: 'no',
            configured: '',
            observed: counted(host.conversations.length, 'conversation'),
            class: 'unknown host',
            ...placeOf(shown, placeOfSight(host.conversations[0]!)),
        });
    }
    const wanted =
        conduit === null
            ? rows
            : rows.filter(row => row.group === conduit.id || conduit.via.some(device => row.group === device.id));
    const order = new Map(
        [...new Set([...found.flows, ...found.proposed].map(each => each.flow.container ?? loose))].map((group, at) => [
            group,
            at,
        ]),
    );
    const rank = (row: Row): number => (row.group === loose ? 1e9 : (order.get(row.group) ?? 1e8));
    return wanted
        .map((row, at) => ({ row, at }))
        .sort(
            (a, b) =>
                rank(a.row) - rank(b.row) ||
                (a.row.group < b.row.group ? -1 : a.row.group > b.row.group ? 1 : 0) ||
                a.at - b.at,
        )
        .map(({ row }) => row);
}

/** Up to five names in quotes, and how many more there are. */
function someNames(names: readonly string[]): string {
    const shown = names.slice(0, 5).map(name => `"${name}"`);
    return withAnd(names.length > 5 ? [...shown, `${names.length - 5} more`] : shown);
}

/** How many rules permit, and with what they were compared. */
const rulesText: Readonly<Record<ComparedWith, (count: number) => string>> = {
    flows: count => `${count} that permit.`,
    rules: count => `${count} that permit. No flow is compared with them: the device is at no boundary (\`via\`).`,
    nothing: () => 'compared with nothing, since the model does not have the device.',
};

/** What was compared, in sentences: the witnesses, and what was left out. */
export function sourcesText(shown: ShownReconciliation): readonly string[] {
    const { found, rulesets, observations } = shown;
    const lines = [
        ...rulesets.map(
            ruleset =>
                `Rules ${ruleset.id} of ${ruleset.devices.map(device => device.id).join(', ') || 'no device'}` +
                `${ruleset.exported ? `, exported ${ruleset.exported.date}` : ', of an unknown day'}: ` +
                rulesText[shown.comparedWith(ruleset)](found.rules.filter(each => each.ruleset === ruleset).length),
        ),
        ...found.observations.map(
            ({ observation: { id, since, until, conversations }, insideZone, outsideModel, multicast, ambiguous }) =>
                `Traffic ${id}${since && until ? `, ${since.date} to ${until.date}` : ''}: ` +
                `${counted(conversations.length, 'conversation')}; not judged: ${insideZone} inside a zone, ` +
                `${outsideModel} outside of the model${multicast > 0 ? `, ${multicast} to many hosts` : ''}` +
                `${ambiguous > 0 ? `, ${ambiguous} of which the model leaves open where they belong` : ''}.`,
        ),
        ...(found.withoutPorts.length > 0
            ? [
                  `${counted(found.withoutPorts.length, 'flow has', 'flows have')} ` +
                      `no port (hard-wired, serial, layer 2) and ${plural(found.withoutPorts.length, 'is', 'are')} ` +
                      'left out.',
              ]
            : []),
        ...(found.namesNotTold.length > 0
            ? [
                  `It cannot be told whether what sensors call ${someNames(found.namesNotTold)} is the protocol that ` +
                      'the flows declare.',
              ]
            : []),
    ];
    return rulesets.length + observations.length === 0
        ? [
              'There is no ruleset and no observation: nothing is compared. `iacs import rules` and `iacs ' +
                  'import traffic` make them.',
          ]
        : lines;
}
