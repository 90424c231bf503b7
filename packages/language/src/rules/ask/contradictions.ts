import type { Assessment } from '../../assessment/index.ts';
import { indexesOf } from '../../assessment/index.ts';
import { requirementById, requirements } from '../../catalogue/index.ts';
import type {
    Conduit,
    Countermeasure,
    Protection,
    Related,
    RequirementMention,
    Statement,
    Zone,
} from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import { related } from '../say/related.ts';
import { counted, listed } from '../say/wording.ts';
import { carriesSignalsOnly } from './engineering.ts';
import type { ProtocolFault } from './protocol-faults.ts';
import { faultsOf, requirementsOf } from './protocol-faults.ts';

/** A statement on a zone or conduit that cannot be true beside something else that the model says. */
export interface Contradiction {
    readonly statement: Statement;
    /** The requirements of the statement that it is about. */
    readonly mention: RequirementMention;
    /** What stands against what: a sentence without the advice. */
    readonly text: string;
    readonly related: readonly Related[];
}

const idOf = (index: number): string => requirements[index]!.id;

/** `SR 2.8`, or of a whole FR what it is about: `SR 2.8 and SR 2.9`. */
function named(indexes: readonly number[]): string {
    return listed(indexes.map(idOf));
}

/** The countermeasures that work here: applied to the subject itself or to a zone around it. */
function working({ lookup, day }: Assessment, subject: Zone | Conduit): readonly Countermeasure[] {
    const around = subject.kind === 'zone' ? lookup.chain(subject.id) : [subject];
    const ids = new Set(around.flatMap(each => each.applies.map(mention => mention.id)));
    return [...ids]
        .flatMap(id => lookup.countermeasure(id) ?? [])
        .filter(countermeasure => day.standingOf(countermeasure) === 'works');
}

/** What is missed or excluded at a place where a countermeasure that works claims to meet it. */
function againstCountermeasures(
    { assessment }: Context,
    subject: Zone | Conduit,
    statement: Statement,
    decided: readonly number[],
): Omit<Contradiction, 'statement' | 'mention'> | null {
    if (statement.verb !== 'misses' && statement.verb !== 'excludes') return null;
    for (const countermeasure of working(assessment, subject)) {
        const met = new Set(countermeasure.meets.flatMap(indexesOf));
        const both = decided.filter(index => met.has(index));
        if (both.length === 0) continue;
        const claims =
            `which ${countermeasure.id} ${statement.verb === 'misses' ? 'claims to meet' : 'meets'} here and is ` +
            `${countermeasure.status!}`;
        return {
            text: `${subject.name} ${statement.verb} ${named(both)}, ${claims}`,
            related: [{ message: `${countermeasure.id} meets ${named(both)}.`, at: nameOf(countermeasure.origin) }],
        };
    }
    return null;
}

/** What is said to be met, or to have no object, and what the protocols of the flows there show. */
function againstProtocols(
    subject: Zone | Conduit,
    statement: Statement,
    decided: readonly number[],
    faults: readonly ProtocolFault[],
): Omit<Contradiction, 'statement' | 'mention'> | null {
    if (statement.verb !== 'meets' && statement.verb !== 'excludes') return null;
    const speaks = (protection: Protection): boolean =>
        decided.some(index => requirementsOf[protection].includes(idOf(index)));
    for (const protection of ['authentication', 'integrity', 'encryption'] as const) {
        if (!speaks(protection)) continue;
        const lacking = faults.filter(({ missing }) => missing.includes(protection));
        const flows = [...new Set(lacking.map(({ boundary }) => boundary.flow))];
        if (flows.length === 0) continue;
        const ids = decided.filter(index => requirementsOf[protection].includes(idOf(index)));
        const protocols = listed([...new Set(lacking.map(({ use }) => use.protocol.title ?? use.protocol.id))]);
        return {
            text:
                `${subject.name} ${statement.verb} ${named(ids)}, and ${counted(flows.length, 'flow')} there ` +
                `${flows.length === 1 ? 'has' : 'have'} no ${protection} over ${protocols}`,
            related: related('The flow contradicts it.', flows),
        };
    }
    return null;
}

/** A boundary that is said to be protected, and a conduit of it that names no device. */
function againstBoundary(
    { lookup }: Context,
    subject: Zone | Conduit,
    statement: Statement,
    decided: readonly number[],
): Omit<Contradiction, 'statement' | 'mention'> | null {
    const boundary = decided.filter(index => idOf(index).startsWith('SR 5.2'));
    if (statement.verb !== 'meets' || boundary.length === 0) return null;
    const open = (subject.kind === 'conduit' ? [subject] : lookup.conduitsOf(subject.id)).filter(
        conduit => conduit.via.length === 0 && !carriesSignalsOnly(lookup, conduit),
    );
    if (open.length === 0) return null;
    return {
        text:
            `${subject.name} meets ${named(boundary)}, and ${listed(open.map(({ name }) => name))} ` +
            `${open.length === 1 ? 'names' : 'name'} no device that enforces the boundary`,
        related: related('No device is named here.', open),
    };
}

/** An enhancement that is said to be met while its requirement is missed. */
function againstBase(
    context: Context,
    subject: Zone | Conduit,
    statement: Statement,
    mention: RequirementMention,
): Omit<Contradiction, 'statement' | 'mention'> | null {
    if (statement.verb !== 'meets' || mention.kind !== 'requirement') return null;
    const base = requirementById(requirementById(mention.id)?.base ?? '');
    const state = base && context.assessment.of(subject.id)?.requirements[base.index];
    if (!base || state?.state !== 'missed') return null;
    return {
        text:
            `${subject.name} meets ${mention.id}, and ${base.id} is missed: an enhancement is not met without its ` +
            'requirement',
        // What is missed is missed by a statement.
        related: [{ message: `${base.id} is missed.`, at: nameOf(state.origin!) }],
    };
}

/** The faults of the protocols in each conduit, and of those that stay in a zone, by the id of the conduit or zone. */
export function faultsByHolder(assessment: Assessment): ReadonlyMap<string, readonly ProtocolFault[]> {
    return Map.groupBy(
        [...faultsOf(assessment).values()].flat(),
        ({ boundary }) => boundary.conduit?.id ?? boundary.from.zone?.id ?? '',
    );
}

/**
 * What the statements of a zone or conduit say against the rest of the model; one contradiction for each mention at
 * most.
 * @param faults as {@link faultsByHolder} has them
 */
export function contradictionsAt(
    context: Context,
    subject: Zone | Conduit,
    faults: ReadonlyMap<string, readonly ProtocolFault[]>,
): readonly Contradiction[] {
    return subject.statements.flatMap(statement => {
        const states = context.assessment.of(subject.id)?.requirements ?? [];
        return statement.requirements.flatMap(mention => {
            // What a more exact statement, or an earlier one, decides is not what this one says.
            const decided = indexesOf(mention).filter(index => states[index]?.origin === statement.origin);
            const found =
                againstCountermeasures(context, subject, statement, decided) ??
                againstBase(context, subject, statement, mention) ??
                againstProtocols(subject, statement, decided, faults.get(subject.id) ?? []) ??
                againstBoundary(context, subject, statement, decided);
            return found ? [{ statement, mention, ...found }] : [];
        });
    });
}
