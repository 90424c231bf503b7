import type { Region } from '../../../filter/index.ts';
import { meets, servicesOf, serviceText } from '../../../filter/index.ts';
import type { Conduit, Flow, Lookup } from '../../../model/index.ts';
import type { Reconciliation, RuleReading, TrafficReading } from '../../../reconcile/index.ts';
import { hasEvidence, isSeen, Places, reconciliation } from '../../../reconcile/index.ts';
import type { Found, FlowLabel } from './graph.ts';

/** What is not declared and was seen, or is permitted: between two zones, of which `null` lies outside of the model. */
export interface Undeclared {
    readonly from: string | null;
    readonly to: string | null;
    readonly arrow: FlowLabel['arrow'];
    readonly service: string;
    readonly found: 'seen-only' | 'permitted-only';
    readonly tooltip: string;
}

/** The plant as found, for a picture of it. */
export interface AsFound {
    of(flow: Flow): Found;
    /** What goes through a conduit and is not declared. */
    in(conduit: string): readonly Undeclared[];
    /** What was seen between zones that no conduit joins, and with what lies outside of the model. */
    readonly loose: readonly Undeclared[];
    readonly notes: readonly string[];
}

const wordsOf = (region: Region): string => servicesOf(region.services).map(serviceText).slice(0, 3).join(', ');

function seenOnly({ from, to, conversation, observation }: TrafficReading): Undeclared {
    const end = (side: typeof from): string => side.asset?.id ?? side.text;
    const services = conversation.services.map(serviceText).join(', ');
    return {
        from: from.zone?.id ?? null,
        to: to.zone?.id ?? null,
        arrow: conversation.arrow,
        service: conversation.protocol ?? services,
        found: 'seen-only',
        tooltip: `${end(from)} ${conversation.arrow} ${end(to)}: ${services}, seen by ${observation.id}, not declared`,
    };
}

/** The ends of a conduit between which a rule lets something through. */
function permittedIn(places: Places, conduit: Conduit, { rule, surplus, ruleset }: RuleReading): readonly Undeclared[] {
    if (!surplus) return [];
    const ends = conduit.between.map(end => end.id);
    const having = (side: 'from' | 'to'): readonly string[] =>
        ends.filter(end => meets(surplus[side], places.spaceOf(end)));
    return having('from').flatMap(from =>
        having('to')
            .filter(to => to !== from)
            .map((to): Undeclared => ({
                from,
                to,
                arrow: '->',
                service: wordsOf(surplus),
                found: 'permitted-only',
                tooltip:
                    `${from} -> ${to}: ${wordsOf(surplus)}, permitted by rule ${rule.label ?? ''} of ` +
                    `${ruleset.id}, not declared`,
            })),
    );
}

function sourcesNote({ model }: Lookup): string {
    const seen = model.observations.map(({ id, since, until }) =>
        since && until ? `${id} (${since.date} to ${until.date})` : id,
    );
    const rules = model.rulesets.map(({ id, exported }) => (exported ? `${id} (${exported.date})` : id));
    const few = (all: readonly string[]): string =>
        all.length > 3 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : all.join(', ') || 'none';
    return `As found: observations ${few(seen)}; rules ${few(rules)}.`;
}

function notesOf(lookup: Lookup, found: Reconciliation, undrawn: number): readonly string[] {
    const tried = found.traffic.filter(each => each.class === 'attempt' || each.class === 'scan').length;
    const unsaid = found.open.filter(each => each.mayBeOf !== null).length;
    const hosts = found.open.length - unsaid;
    return [
        sourcesNote(lookup),
        ...(tried > 0 ? [`Not drawn: attempts and scans without an answer (${tried}).`] : []),
        ...(hosts > 0 ? [`Not drawn: traffic whose host is not known (${hosts}).`] : []),
        ...(unsaid > 0 ? [`Not drawn: traffic whose port is not said, and that a flow may declare (${unsaid}).`] : []),
        ...(undrawn > 0
            ? [`Not drawn: rules that permit what goes through no conduit of their device (${undrawn}).`]
            : []),
    ];
}

/**
 * What a picture says of declared, seen and permitted.
 * @returns `null` where the model has neither rules nor observations
 */
export function asFound(lookup: Lookup): AsFound | null {
    if (!hasEvidence(lookup)) return null;
    const found = reconciliation(lookup);
    const places = new Places(lookup);
    const readings = new Map([...found.flows, ...found.proposed].map(reading => [reading.flow, reading]));
    const byConduit = new Map<string, Undeclared[]>();
    const loose: Undeclared[] = [];
    const put = (conduit: string | null, some: Undeclared): void => {
        const known = conduit === null ? loose : byConduit.get(conduit);
        if (known) known.push(some);
        else byConduit.set(conduit!, [some]);
    };
    for (const each of found.traffic) {
        if (each.proposedBy || (each.class !== 'undocumented' && each.class !== 'past-boundary')) continue;
        put(each.conduit?.id ?? null, seenOnly(each));
    }
    let undrawn = 0;
    for (const reading of found.rules) {
        if (reading.used || (reading.class !== 'undocumented' && reading.class !== 'differs')) continue;
        const conduits = new Set(reading.ruleset.devices.flatMap(({ id }) => lookup.boundariesOf(id)));
        const all = [...conduits].flatMap(conduit =>
            permittedIn(places, conduit, reading).map(some => ({ conduit: conduit.id, some })),
        );
        for (const { conduit, some } of all) put(conduit, some);
        if (all.length === 0) undrawn++;
    }
    return {
        of(flow) {
            const observed = readings.get(flow)?.observed;
            if (observed && isSeen(observed.outcome)) return flow.proposed === null ? 'seen' : 'seen-only';
            return observed?.visible ? 'not-seen' : 'not-visible';
        },
        in: conduit => byConduit.get(conduit) ?? [],
        loose,
        notes: notesOf(lookup, found, undrawn),
    };
}
