import type { ElementKind, Elements, Fact } from '../../model/index.ts';
import { factLines, factsOf } from '../../model/index.ts';
import type { FurtherRow } from './data.ts';
import type { ReportInput } from './input.ts';

/**
 * Facts that sections of their own show, by the words that they begin with. Every other fact of the model is in the
 * section
 * "Further facts", so that the document leaves nothing out.
 */
const shownElsewhere: Readonly<Record<Exclude<ElementKind, 'view' | 'ruleset' | 'observation'>, readonly string[]>> = {
    system: [
        'title',
        'owner',
        'description',
        'tolerable-risk',
        'location',
        'regulation',
        'evidence',
        'assumption',
        'policy',
    ],
    zone: [
        'title',
        'owner',
        'description',
        'kind',
        'purdue',
        'is',
        'SL-T',
        'reason of SL-T',
        'SL-A',
        'network',
        'logical-boundary',
        'physical-boundary',
        'logical-access',
        'physical-access',
        'assumption',
        'policy',
        'applies',
        'meets',
        'misses',
        'excludes',
        'compensates',
    ],
    conduit: [
        'title',
        'owner',
        'description',
        'between',
        'via',
        'is',
        'SL-T',
        'reason of SL-T',
        'SL-A',
        'logical-boundary',
        'physical-boundary',
        'logical-access',
        'physical-access',
        'assumption',
        'policy',
        'applies',
        'meets',
        'misses',
        'excludes',
        'compensates',
    ],
    asset: [
        'title',
        'type',
        'address',
        'vendor',
        'product',
        'version',
        'location',
        'criticality',
        'is',
        'SL-C',
        'assumption',
        'policy',
    ],
    flow: ['session', 'protocol', 'purpose', 'port', 'access', 'secured', 'approved by', 'until'],
    countermeasure: ['title', 'status', 'due', 'cost', 'owner', 'evidence'],
    type: [],
    protocol: [],
    threat: ['title', 'from', 'against', 'likelihood', 'consequence', 'category', 'description', 'mitigated by'],
    invariant: ['title', '', 'except'],
    function: [],
    island: [],
};

/** Elements of the model that are no part of the document, and why. */
export const notInReport: ReadonlyMap<ElementKind, string> = new Map([
    ['view', 'it says what a drawing shows, and is seen in the drawing'],
    ['ruleset', 'it is evidence: what follows from it is told in the comparison'],
    ['observation', 'it is evidence: what follows from it is told in the comparison'],
]);

/** A fact is called by the words that it begins with. */
function nameOf({ verb, list, label }: Fact): string {
    return verb ?? list ?? label;
}

/** What the model says of its elements and no other section shows, in the order of the text, one row an element. */
export function furtherRows({ model, findings }: ReportInput): readonly FurtherRow[] {
    const effective = new Set(findings.map(finding => finding.accepted?.origin));
    const rows = <K extends keyof typeof shownElsewhere>(
        kind: K,
        elements: readonly Elements[K][],
    ): readonly FurtherRow[] =>
        elements.flatMap(element => {
            const shown = [
                ...shownElsewhere[kind],
                // Acceptances of findings are listed with them.
                ...element.accepts
                    .filter(accept => effective.has(accept.origin))
                    .map(accept => `accept ${accept.rule}`),
            ];
            const isShown = (fact: Fact): boolean =>
                shown.some(word => nameOf(fact) === word || (word !== '' && nameOf(fact).startsWith(`${word} `)));
            const facts = factLines(factsOf(kind, element).filter(fact => !isShown(fact)));
            return facts.length === 0 ? [] : [{ kind, id: element.id, facts }];
        });
    const all: { readonly [K in keyof typeof shownElsewhere]: readonly Elements[K][] } = {
        system: model.system ? [model.system] : [],
        zone: model.zones,
        conduit: model.conduits,
        asset: model.assets,
        flow: model.flows,
        countermeasure: model.measures,
        type: model.types.filter(type => !type.builtIn),
        protocol: model.protocols.filter(protocol => !protocol.builtIn),
        threat: model.threats,
        invariant: model.invariants,
        function: model.functions,
        island: model.islands,
    };
    return (Object.keys(all) as (keyof typeof shownElsewhere)[]).flatMap(kind => rows(kind, all[kind]));
}
