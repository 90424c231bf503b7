import type { Mention, PartStatement, RequirementMention, Statement } from '../../../model/index.ts';
import { requirementText } from '../../../model/index.ts';
import type { Pairing } from '../pairing.ts';
import { pairsOf, type Compared } from './reason.ts';

/**
 * Rules that hold a claim against what the model shows, or against another claim. To take the claim back is honest, and
 * changes nothing in the plant.
 */
const aboutClaims: ReadonlySet<string> = new Set([
    'asset-contradicts-zone',
    'certificate-of-another-version',
    'claim-contradicted',
    'claimed-level-above-evidence',
    'dependency-contradicted',
    'evidence-stale',
    'exclusion-contradicted',
    'level-will-fall',
    'level-above-capability',
    'measure-without-evidence',
    'mitigation-without-effect',
    'programme-contradicted',
    'requirement-stated-twice',
    'risk-will-rise',
    'statement-without-evidence',
    'statement-without-reason',
    'threat-measure-off-path',
]);

type Side = Compared['before'];

interface Subject {
    readonly id: string;
    readonly statements?: readonly (Statement | PartStatement)[];
    readonly meets?: readonly RequirementMention[];
    readonly applies?: readonly Mention[];
    readonly needs?: readonly { readonly id: string }[];
    readonly worksWithout?: readonly { readonly without: { readonly id: string } }[];
    readonly certificates?: readonly { readonly text: string }[];
    readonly status?: string | null;
    readonly mitigations?: readonly { readonly by: readonly Mention[] }[];
    readonly slA?: { readonly levels: readonly (number | null)[] } | null;
}

/** A status takes in those before it. */
const statuses: readonly string[] = ['proposed', 'planned', 'implemented', 'verified'];

const requirementsOf = ({ requirements }: Statement | PartStatement): readonly string[] =>
    requirements.map(each => ('kind' in each ? requirementText(each) : each.id));

/** What is claimed in a block, a text for each claim. */
function claimsOf(subject: Subject, names: { element(id: string): string; measure(id: string): string }): Set<string> {
    return new Set([
        ...(subject.statements ?? []).flatMap(each => requirementsOf(each).map(id => `${each.verb} ${id}`)),
        ...(subject.meets ?? []).map(each => `meets ${requirementText(each)}`),
        ...(subject.applies ?? []).map(({ id }) => `applies ${names.measure(id)}`),
        ...(subject.needs ?? []).map(({ id }) => `needs ${names.element(id)}`),
        ...(subject.worksWithout ?? []).map(({ without }) => `works without ${names.element(without.id)}`),
        ...(subject.certificates ?? []).map(({ text }) => `certificate ${text}`),
        ...statuses.slice(0, statuses.indexOf(subject.status ?? '') + 1),
        ...(subject.mitigations ?? []).flatMap(({ by }) => by.map(({ id }) => `mitigated by ${names.measure(id)}`)),
    ]);
}

/** True where a level is claimed lower than before, or not any more. */
function isLevelLess(old: Subject['slA'], now: Subject['slA']): boolean {
    return (old?.levels ?? []).some((level, fr) => level !== null && level > (now?.levels[fr] ?? -1));
}

const lists = ['zones', 'conduits', 'assets', 'types', 'countermeasures', 'threats', 'parties', 'programmes'] as const;

function pairsIn(list: (typeof lists)[number], pairing: Pairing): ReadonlyMap<string, string> {
    return list === 'zones' || list === 'conduits' || list === 'assets' ? pairing.elements : pairing[list];
}

/** The ids in BASE of what is on both sides and claims less than before. */
function claimingLess({ before, after, pairing }: Compared): ReadonlySet<string> {
    const old = {
        element: (id: string) => pairing.elements.get(id) ?? pairing.functions.get(id) ?? id,
        measure: (id: string) => pairing.countermeasures.get(id) ?? id,
    };
    const own = { element: (id: string) => id, measure: (id: string) => id };
    const subjects = (side: Side, list: (typeof lists)[number]): readonly Subject[] => side.model[list];
    return new Set(
        lists.flatMap(list =>
            [...pairsOf(subjects(before, list), subjects(after, list), pairsIn(list, pairing))].flatMap(([was, is]) => {
                const said = claimsOf(is, own);
                const less = [...claimsOf(was, old)].some(each => !said.has(each)) || isLevelLess(was.slA, is.slA);
                return less ? [was.id] : [];
            }),
        ),
    );
}

/** The countermeasures that a block names. */
function measuresOf(subject: Subject): readonly string[] {
    return [
        ...(subject.applies ?? []),
        ...(subject.statements ?? []).flatMap(each => ('by' in each ? each.by : [])),
        ...(subject.mitigations ?? []).flatMap(({ by }) => by),
    ].map(({ id }) => id);
}

/**
 * The ids of what may claim something that a finding of a claim is about: what it blames, what is around that and in
 * it, the types and countermeasures of these, and what names a countermeasure that it blames.
 */
function concernedBy({ before }: Compared, ids: readonly string[]): ReadonlySet<string> {
    const { lookup, model } = before;
    const near = new Set(ids);
    for (const id of ids) {
        const container = lookup.asset(id)?.container;
        if (container !== undefined) near.add(container);
        for (const zone of lookup.chain(container ?? id)) near.add(zone.id);
        for (const asset of lookup.zone(id) ? lookup.assetsWithin(id) : lookup.assetsIn(id)) near.add(asset.id);
        for (const device of lookup.conduit(id)?.via ?? []) near.add(device.id);
    }
    const named: readonly Subject[] = [...model.zones, ...model.conduits, ...model.assets, ...model.threats];
    const blamed = new Set(ids);
    for (const subject of named) {
        const measures = measuresOf(subject);
        if (near.has(subject.id)) for (const measure of measures) near.add(measure);
        else if (measures.some(measure => blamed.has(measure))) near.add(subject.id);
    }
    for (const id of [...near]) {
        const asset = lookup.asset(id);
        if (asset) for (const type of lookup.typesOf(asset)) near.add(type.id);
    }
    return near;
}

/** Rules that hold parties and the programme against each other. */
const ofOrganisations: ReadonlySet<string> = new Set(['programme-contradicted', 'certificate-of-another-version']);

/** Answers for a finding whether it may have fallen silent because something that it is about is no longer claimed. */
export function judgedByClaims(compared: Compared): (rule: string, ids: readonly (string | null)[]) => boolean {
    let less: ReadonlySet<string> | undefined;
    return (rule, ids) => {
        if (!aboutClaims.has(rule)) return false;
        less ??= claimingLess(compared);
        if (less.size === 0 || ofOrganisations.has(rule)) return less.size > 0;
        const concerned = concernedBy(
            compared,
            ids.filter(id => id !== null),
        );
        return [...less].some(id => concerned.has(id));
    };
}
