import type { Flow, Model, Origin } from '../../model/index.ts';
import { isPlaceholder, nameOf, retiredOn } from '../../model/index.ts';
import { inTurns } from '../../assessment/in-turns.ts';
import { withAbsent } from '../ask/uses.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** A text of an element that is still to be typed. */
interface Gap {
    /** The words of its statement: `owner`, `monitored by`, `because`. */
    readonly words: string;
    /** The innermost statement in which it is. */
    readonly origin: Origin;
}

/** Texts by which something counts as answered for, allowed or shown: others only describe. */
const weighty: readonly string[] = ['owner', 'because', 'evidence', 'approved by', 'monitored by'];

/**
 * Fields that are places, no text that somebody has to know, or that only say in other words what is there; and those
 * with words of the language, names and numbers alone, which are typed most: another one of these asks nothing anew.
 */
const leftOut = new Set(
    (
        'origin at id name rule arrow arrowAt title doc description purpose carries container parent kind zoneKind ' +
        'traits purdue type criticality addresses macs networks serves needs between via protocols access'
    ).split(' '),
);

/**
 * The words of the language for a field: `monitored by` for `monitoredBy`, `logical-boundary` for `logicalBoundary`.
 */
function wordsOf(field: string): string {
    return field.replace(/By$/, ' by').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/**
 * Looks through everything that an element says, so that no statement of the language is forgotten here. It sees every
 * value of a model, so what most are is passed over first.
 */
function look(node: object, field: string, origin: Origin, found: Gap[]): void {
    const own = (node as { readonly origin?: Origin }).origin ?? origin;
    for (const key in node) {
        if (leftOut.has(key)) continue;
        const part = (node as Readonly<Record<string, unknown>>)[key];
        if (typeof part === 'string') {
            if (isPlaceholder(part)) found.push({ words: wordsOf(key === 'text' ? field : key), origin: own });
        } else if (typeof part === 'object' && part !== null) {
            if (Array.isArray(part) && part.length === 0) continue;
            const within = key === 'text' ? field : key;
            if (Array.isArray(part)) lookAtEach(part, within, own, found);
            else look(part, within, own, found);
        }
    }
}

function lookAtEach(parts: readonly unknown[], field: string, origin: Origin, found: Gap[]): void {
    for (const part of parts) {
        if (Array.isArray(part)) lookAtEach(part, field, origin, found);
        else if (typeof part === 'object' && part !== null) look(part, field, origin, found);
        else if (typeof part === 'string' && isPlaceholder(part)) found.push({ words: wordsOf(field), origin });
    }
}

/** Everything that the author of a model wrote, whatever day it is for. */
function holdersOf(model: Model, today: string) {
    const gone = retiredOn(model, today);
    const stays = (...ids: readonly (string | null)[]): boolean => !ids.some(id => id !== null && gone.has(id));
    const isOver = ({ retired }: Flow): boolean => retired !== null && retired.date <= today;
    const { system, zones, conduits, assets, flows, types, protocols, countermeasures, threats, invariants, views } =
        model;
    const { functions, islands, parties, programmes } = model;
    const own = [...types, ...protocols].filter(each => !each.builtIn);
    return [
        ...(system ? [system] : []),
        ...[...zones, ...conduits, ...assets].filter(each => stays(each.id)),
        ...flows.filter(flow => !isOver(flow) && stays(flow.container, flow.from.id, flow.to.id)),
        ...own,
        ...countermeasures,
        ...threats,
        ...invariants,
        ...views,
        ...functions,
        ...islands,
        ...parties,
        ...programmes,
    ];
}

export default {
    id: 'placeholder-left',
    severity: 'warning',
    basis: ['ZCR 6.4'],
    summary: 'A text is still a placeholder: `TODO`, `TBD`, `…`.',
    why:
        'A quick fix leaves a placeholder for what only people know. An owner, a reason or a document that was ' +
        'never filled in counts in tables and reports as if it existed. If the text is only a description, this ' +
        'is information. What is planned is asked too, and what is retired is not.',
    falsePositives: 'None. Write what is true, or remove the statement.',
    *check({ model, whole, today }, report) {
        yield* inTurns(holdersOf(withAbsent(model, whole), today), holder => {
            const gaps: Gap[] = [];
            look(holder, '', holder.origin, gaps);
            const first = gaps.find(gap => gap.origin === holder.origin) ?? gaps[0];
            if (!first) return;
            const found = [...new Set(gaps.map(gap => gap.words))];
            const subject = 'container' in holder && 'arrow' in holder ? holder.container : holder.id;
            report({
                at: nameOf(first.origin),
                subject,
                severity: found.some(each => weighty.includes(each)) ? 'warning' : 'info',
                message: `In ${holder.id} the text after ${listed(
                    found.map(each => `\`${each}\``),
                    9,
                )} is still to be filled in, but counts as if it were. Write what is true, or remove it.`,
                related: gaps
                    .filter(gap => gap.origin !== first.origin)
                    .map(gap => ({ message: 'Still to be filled in.', at: nameOf(gap.origin) })),
            });
        });
    },
    examples: [
        {
            before: `system Plant { assumption "Guards at the gate" }
zone Control {
     ^^^^^^^
  owner "TBD"
  SL-T 2
  asset Plc1 : plc
  accept not-assessed because "TODO: why this is tolerable" until 2026-12-01
}
`,
        },
        {
            title: 'A text that only describes',
            before: `system Plant { owner "Operations" }
zone Control {
  SL-T 2
  asset Plc1 : plc { location "?" }
                              ^^^
  physical-boundary "The switch room"
}
`,
        },
        {
            title: 'Everything is filled in',
            before: `system Plant { owner "Operations" }
zone Control {
  SL-T 2 because "To be on a par with the other plants"
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
