import { countsFrom, goodUntil, usualTime } from '../../assessment/index.ts';
import type { EvidenceTime, Lookup, Model } from '../../model/index.ts';
import { requirementText } from '../../model/index.ts';

/** What an event is about. */
export const eventKinds = [
    'evidence-begins',
    'evidence-expires',
    'due',
    'planned',
    'retired',
    'expires',
    'acceptance-expires',
    'exception-expires',
    'support-ends',
    'patched',
    'window',
    'level',
    'level-if-done',
    'risk',
    'risk-if-done',
    'invariant',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that the model says of a day. */
export interface Dated {
    /** `YYYY-MM-DD`: of an expiry the last good day. */
    readonly date: string;
    /** Of what lasts several days the last one, else `null`. */
    readonly last: string | null;
    readonly kind: EventKind;
    /** The id of the element; `null` for a flow at top level. */
    readonly subject: string | null;
    readonly what: string;
}

/** What has to be done by a day: `SR 2.8 at Control is due`. */
function dueText(requirements: readonly string[], id: string): string {
    const [first = 'a requirement', ...others] = requirements;
    if (others.length === 0) return `${first} at ${id} is due`;
    return `${first} and ${others.length} more at ${id} are due`;
}

/**
 * Every day that a model says something of, in the order of the text.
 * @param from evidence that counts on that day already does not begin
 */
export function datesOf(whole: Model, lookup: Lookup, from: string): readonly Dated[] {
    const found: Dated[] = [];
    const usual = usualTime(lookup);
    const add = (
        kind: EventKind,
        date: string | null | undefined,
        subject: string | null,
        what: string,
        last: string | null = null,
    ): void => {
        if (date) found.push({ date, last, kind, subject, what });
    };
    const addEvidence = (time: EvidenceTime, subject: string, text: string): void => {
        if (time.unread) return;
        const begins = countsFrom(time);
        if (begins !== null && begins > from)
            add('evidence-begins', begins, subject, `${text}, dated ${time.dated!.date}, counts from this day on`);
        add('evidence-expires', goodUntil(time, usual), subject, `${text} is good until this day`);
    };
    for (const each of [...whole.zones, ...whole.conduits, ...whole.assets]) {
        add('planned', each.planned?.date, each.id, `${each.kind} ${each.id} is there from this day on`);
        add('retired', each.retired?.date, each.id, `${each.kind} ${each.id} is retired`);
        for (const statement of each.statements) {
            const named = statement.requirements.map(requirementText);
            if (statement.evidence.length > 0 && statement.verb !== 'misses')
                addEvidence(statement.evidenceTime, each.id, statement.evidence.join(', '));
            add('due', statement.due?.date, each.id, dueText(named, each.id));
        }
        for (const { text, time } of each.notes.evidence) addEvidence(time, each.id, text);
        if (each.kind !== 'conduit')
            for (const { title, from, to } of each.windows)
                add('window', from.date, each.id, title === '' ? 'a window' : title, to.date);
        if (each.kind === 'asset')
            add('support-ends', each.supportedUntil?.date, each.id, `the support of ${each.id} ends`);
    }
    for (const flow of whole.flows) {
        const name = `${flow.from.id} ${flow.arrow} ${flow.to.id}`;
        add('planned', flow.planned?.date, flow.container, `flow ${name} is there from this day on`);
        add('retired', flow.retired?.date, flow.container, `flow ${name} is retired`);
        add('expires', flow.until?.date, flow.container, `flow ${name} is permitted until this day`);
    }
    for (const countermeasure of whole.countermeasures) {
        if (countermeasure.status === 'planned')
            add('due', countermeasure.due?.date, countermeasure.id, `${countermeasure.id} is due`);
        for (const { text, time } of countermeasure.evidence) addEvidence(time, countermeasure.id, text);
    }
    for (const { id, statements } of [...whole.parties, ...whole.programmes]) {
        for (const { verb, requirements, evidence, evidenceTime, due } of statements) {
            const named = requirements.map(each => each.id);
            if (evidence.length > 0 && verb !== 'misses') addEvidence(evidenceTime, id, evidence.join(', '));
            add('due', due?.date, id, dueText(named, id));
        }
    }
    for (const { id, certificates } of [...whole.types, ...whole.parties])
        for (const { text, time } of certificates)
            add('evidence-expires', goodUntil(time, null), id, `the certificate ${text} is valid until this day`);
    for (const type of whole.types)
        add('support-ends', type.supportedUntil?.date, type.id, `the support of ${type.id} ends`);
    for (const invariant of whole.invariants)
        for (const { from, arrow, to, until } of invariant.exceptions)
            add('exception-expires', until?.date, invariant.id, `the exception of ${from.id} ${arrow} ${to.id} ends`);
    const holders = [
        ...(whole.system ? [whole.system] : []),
        ...whole.zones,
        ...whole.conduits,
        ...whole.assets,
        ...whole.countermeasures,
        ...whole.threats,
        ...whole.invariants,
        ...whole.parties,
        ...whole.programmes,
    ];
    for (const { id, accepts } of holders)
        for (const { rule, until } of accepts)
            add('acceptance-expires', until?.date, id, `the acceptance of ${rule} ends`);
    for (const { container, accepts } of whole.flows)
        for (const { rule, until } of accepts)
            add('acceptance-expires', until?.date, container, `the acceptance of ${rule} ends`);
    return found;
}
