import type { ElementKind, Elements, Fact, Lifetime, Model, Origin } from '../../model/index.ts';
import { absentOn, factLines, factsOf } from '../../model/index.ts';
import type { FurtherRow } from './data.ts';
import type { ReportInput } from './input.ts';
import { shownInRows } from './statements-decided.ts';

/**
 * Facts that sections of their own show, by the words that they begin with. Every other fact of the model is in the
 * section "Further facts", so that the document leaves nothing out.
 */
const shownElsewhere: Readonly<
    Record<Exclude<ElementKind, 'ruleset' | 'observation' | 'advisory'>, readonly string[]>
> = {
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
    function: ['title', 'needs', 'works without', 'endures', 'is', 'fallback', 'owner'],
    island: ['keeps'],
    // All of it: an import of the report reads them here.
    party: [],
    programme: [],
    view: [],
};

/** Elements of the model that are no part of the document, and why. */
export const notInReport: ReadonlyMap<ElementKind, string> = new Map([
    ['ruleset', 'it is evidence: what follows from it is told in the comparison'],
    ['advisory', 'what follows from it is in the chapter on advisories'],
    ['observation', 'it is evidence: what follows from it is told in the comparison'],
]);

/** Elements that no other list names: one of which nothing more is said is listed all the same. */
const alone: ReadonlySet<ElementKind> = new Set(['party', 'programme', 'view', 'island', 'type', 'protocol']);

/** A fact is called by the words that it begins with. */
function nameOf({ verb, list, label }: Fact): string {
    return verb ?? list ?? label;
}

/** All that is said of what is not there on the day: no other section has it. */
function absentRows(model: Model, whole: Model, today: string): readonly FurtherRow[] {
    const { elements, flows } = absentOn(whole, today);
    const threats = new Set(model.threats.map(({ id }) => id));
    const when = ({ planned, retired }: Lifetime): string =>
        planned && planned.date > today
            ? `not there before ${planned.date}`
            : retired
              ? `not there since ${retired.date}`
              : 'not there: it follows what is around it or at its ends';
    const row = <K extends 'zone' | 'conduit' | 'asset' | 'flow'>(kind: K, each: Elements[K]): FurtherRow => ({
        kind,
        id: each.id,
        facts: [when(each), ...factLines(factsOf(kind, each))],
    });
    const gone = ({ id }: { readonly id: string }): boolean => elements.has(id);
    return [
        ...whole.zones.filter(gone).map(each => row('zone', each)),
        ...whole.conduits.filter(gone).map(each => row('conduit', each)),
        ...whole.assets.filter(gone).map(each => row('asset', each)),
        ...whole.flows.filter(each => flows.has(each.id)).map(each => row('flow', each)),
        ...whole.threats
            .filter(({ id }) => !threats.has(id))
            .map(each => ({
                kind: 'threat',
                id: each.id,
                facts: ['not rated: what it is against is not there', ...factLines(factsOf('threat', each))],
            })),
    ];
}

/** What the model says of its elements and no other section shows, in the order of the text, one row an element. */
export function furtherRows({
    model,
    whole,
    assessment,
    findings,
    today,
}: Pick<ReportInput, 'model' | 'whole' | 'assessment' | 'findings' | 'today'>): readonly FurtherRow[] {
    // By its place, and not by its object: an editor makes what a finding says anew, to say it where it is now.
    const placeOf = ({ file, whole: { start } }: Origin): string => `${file} ${start}`;
    const effective = new Set(findings.map(({ accepted }) => (accepted ? placeOf(accepted.origin) : null)));
    const rows = <K extends keyof typeof shownElsewhere>(
        kind: K,
        elements: readonly Elements[K][],
    ): readonly FurtherRow[] =>
        elements.flatMap(element => {
            const shown = [
                ...shownElsewhere[kind],
                // Acceptances of findings are listed with them.
                ...element.accepts
                    .filter(accept => effective.has(placeOf(accept.origin)))
                    .map(accept => `accept ${accept.rule}`),
            ];
            const hasRow =
                kind === 'zone' || kind === 'conduit'
                    ? shownInRows(assessment, element.id, (element as Elements['zone' | 'conduit']).statements)
                    : () => true;
            const isShown = (fact: Fact): boolean =>
                hasRow(fact) &&
                shown.some(word => nameOf(fact) === word || (word !== '' && nameOf(fact).startsWith(`${word} `)));
            const facts = factLines(factsOf(kind, element).filter(fact => !isShown(fact)));
            return facts.length === 0 && !alone.has(kind) ? [] : [{ kind, id: element.id, facts }];
        });
    const all: { readonly [K in keyof typeof shownElsewhere]: readonly Elements[K][] } = {
        system: model.system ? [model.system] : [],
        zone: model.zones,
        conduit: model.conduits,
        asset: model.assets,
        flow: model.flows,
        countermeasure: model.countermeasures,
        type: model.types.filter(type => !type.builtIn),
        protocol: model.protocols.filter(protocol => !protocol.builtIn),
        threat: model.threats,
        invariant: model.invariants,
        function: model.functions,
        island: model.islands,
        party: model.parties,
        programme: model.programmes,
        view: model.views,
    };
    return [
        ...(Object.keys(all) as (keyof typeof shownElsewhere)[]).flatMap(kind => rows(kind, all[kind])),
        ...absentRows(model, whole, today),
    ];
}
