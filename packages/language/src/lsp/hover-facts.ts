import type { ElementKind, Elements } from '../model/index.ts';
import { factLines, factsOf } from '../model/index.ts';

const mostLines = 12;

/**
 * What each hover says of its element in a sentence or table of its own; every other fact is shown as it is written.
 */
const composed: { readonly [K in ElementKind]: readonly (keyof Elements[K])[] } = {
    system: ['title', 'description', 'owner'],
    zone: ['title', 'description', 'zoneKind', 'purdue', 'traits', 'owner'],
    conduit: ['title', 'description', 'between', 'via'],
    asset: ['title', 'description', 'type', 'vendor', 'product', 'version', 'criticality', 'traits', 'addresses'],
    flow: ['from', 'to', 'arrow', 'protocols', 'ports', 'purpose', 'description'],
    countermeasure: ['title', 'description', 'status', 'due', 'owner', 'meets'],
    type: ['title', 'description', 'base', 'aliases'],
    protocol: ['title', 'description', 'ports', 'provides', 'security', 'traits', 'aliases'],
    threat: ['title', 'description', 'likelihood', 'consequence'],
    invariant: ['title'],
    view: ['title', 'description'],
    ruleset: ['title', 'rules'],
    observation: ['title', 'conversations'],
    function: ['title', 'description'],
    island: ['title', 'description'],
    advisory: ['title', 'description'],
    party: ['title', 'description'],
    programme: ['title', 'description'],
};

/** Statements that the hover of their element counts and does not show, since there may be thousands. */
export const countedInHovers: ReadonlySet<string> = new Set(['permits', 'blocks', 'saw']);

/**
 * The facts of an element that its hover does not say otherwise, as a piece of the language; empty for an element
 * without any.
 */
export function furtherFacts<K extends ElementKind>(kind: K, element: Elements[K]): string {
    const facts = factsOf(kind, element, undefined, composed[kind]);
    // What is said of requirements comes last: there may be a hundred of them.
    const lines = factLines([
        ...facts.filter(fact => fact.verb === undefined),
        ...facts.filter(fact => fact.verb !== undefined),
    ]);
    if (lines.length === 0) return '';
    const shown = lines.slice(0, lines.length > mostLines ? mostLines - 1 : mostLines);
    const rest = lines.length - shown.length;
    const longest = Math.max(2, ...(lines.join('\n').match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}iacs`, ...shown, ...(rest > 0 ? [`// … and ${rest} more`] : []), fence].join('\n');
}
