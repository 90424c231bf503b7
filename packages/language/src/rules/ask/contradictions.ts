import type { Assessment } from '../../assessment/index.ts';
import { indexesOf } from '../../assessment/index.ts';
import { requirementById } from '../../catalogue/index.ts';
import type {
    Asset,
    Conduit,
    Countermeasure,
    Protection,
    Related,
    RequirementMention,
    Span,
    Statement,
    Zone,
} from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import { related } from '../say/related.ts';
import { counted, listed } from '../say/wording.ts';
import { againstBoundary, againstNeeds, againstRules, idOf, named } from './boundary-claims.ts';
import type { BoundaryFlow, End } from './boundary-flows.ts';
import type { Plain } from './protocol-faults.ts';
import { plainUsesAt, plainUsesIn, requirementsOf, sendsPasswords } from './protocol-faults.ts';

type Subject = Zone | Conduit | Asset;

/** A claim on a zone, conduit or asset that cannot be true beside something else that the model says. */
export interface Contradiction {
    /** Where it is claimed: a requirement of a statement, or the countermeasure that is applied. */
    readonly mention: { readonly at: Span };
    /** True where it says that something is missing. */
    readonly admits?: boolean;
    /** What stands against what: a sentence without the advice. */
    readonly text: string;
    readonly related: readonly Related[];
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
): Omit<Contradiction, 'mention'> | null {
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

/** The uses of protocols that a claim at a place speaks of, which lack a protection, whatever is asked there. */
function unprotected({ assessment, lookup }: Context, subject: Subject, protection: Protection): readonly Plain[] {
    const holds = ({ asset, zone }: End): boolean =>
        subject.kind === 'asset' ? asset === subject : zone !== null && lookup.within(zone.id, subject.id);
    const carries = ({ conduit }: BoundaryFlow): boolean =>
        subject.kind === 'zone' && (conduit?.over.some(({ id }) => lookup.within(id, subject.id)) ?? false);
    const uses = (subject.kind === 'asset' ? plainUsesAt : plainUsesIn)(assessment, subject.id);
    return uses.filter(({ boundary, missing }) => {
        if (!missing.includes(protection)) return false;
        if (subject.kind === 'conduit') return boundary.conduit === subject;
        // What is only carried is heard and changed on the way; who speaks is asked where it ends.
        if (protection !== 'authentication' && carries(boundary)) return true;
        // Nothing comes back to who sends one way.
        if (boundary.conduit?.oneWay) return false;
        // Who is asked has to know who asks; what is sent has to be protected at both ends.
        if (protection === 'authentication') return boundary.openings.some(({ answerer }) => holds(answerer));
        return holds(boundary.from) || holds(boundary.to);
    });
}

/** Of what somebody says on his own authority, and of what he says by the number at the conduit itself. */
type Firmness = 'measure' | 'claim' | 'exact';

/**
 * True where a use of a protocol shows that a requirement is not met. What has to be confidential, and what has to be
 * more than a checksum, is known from the SL-T and from passwords; a conduit that claims it by its number claims it of
 * what goes through it.
 */
function refutes({ boundary, use, graded }: Plain, protection: Protection, id: string, firmness: Firmness): boolean {
    const { conduit, foreign, crossing } = boundary;
    const isAsked = graded.includes(protection);
    if (firmness === 'measure' && (!isAsked || conduit?.oneWay)) return false;
    if (id === 'SR 1.5') return sendsPasswords(use);
    if (id === 'SR 4.1 RE 1') return foreign !== null || isAsked;
    if (id === 'SR 4.1 RE 2') return crossing.crosses;
    if (id !== 'SR 3.1' && !id.startsWith('SR 4.')) return true;
    return isAsked || firmness === 'exact' || (id !== 'SR 3.1' && (foreign !== null || sendsPasswords(use)));
}

const placesOf = (ids: readonly string[]): ReadonlySet<number> => new Set(ids.map(id => requirementById(id)!.index));

/** The requirements that ask for each protection, by their places in the catalogue. */
const claimed: readonly (readonly [Protection, ReadonlySet<number>])[] = [
    ['authentication', placesOf(requirementsOf.authentication)],
    ['integrity', placesOf(requirementsOf.integrity)],
    ['encryption', placesOf([...requirementsOf.encryption, 'SR 1.5', 'SR 4.3'])],
];

/** What is said to be met, or to have no object, and what the protocols of the flows there show. */
function againstProtocols(
    context: Context,
    subject: Subject,
    says: string,
    firmness: Firmness,
    decided: readonly number[],
): Omit<Contradiction, 'mention'> | null {
    for (const [protection, asking] of claimed) {
        const ids = decided.filter(index => asking.has(index)).map(idOf);
        if (ids.length === 0) continue;
        const lacking = unprotected(context, subject, protection).filter(each =>
            ids.some(id => refutes(each, protection, id, firmness)),
        );
        const flows = [...new Set(lacking.map(({ boundary }) => boundary.flow))];
        if (flows.length === 0) continue;
        const refuted = ids.filter(id => lacking.some(each => refutes(each, protection, id, firmness)));
        const protocols = listed([...new Set(lacking.map(({ use }) => use.protocol.title ?? use.protocol.id))]);
        return {
            text:
                `${subject.name} ${says} ${listed(refuted)}, and ${counted(flows.length, 'flow')} there ` +
                `${flows.length === 1 ? 'has' : 'have'} no ${protection} over ${protocols}`,
            related: related('The flow contradicts it.', flows),
        };
    }
    return null;
}

/** An enhancement that is said to be met while its requirement is missed. */
function againstBase(
    context: Context,
    subject: Zone | Conduit,
    statement: Statement,
    mention: RequirementMention,
): Omit<Contradiction, 'mention'> | null {
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

/**
 * What the statements of a zone, conduit or asset say against the rest of the model; one contradiction for each mention
 * at most.
 */
export function contradictionsAt(context: Context, subject: Subject): readonly Contradiction[] {
    return subject.statements.flatMap(statement => {
        const states = context.assessment.of(subject.id)?.requirements;
        return statement.requirements.flatMap(mention => {
            // What a more exact statement, or an earlier one, decides is not what this one says.
            const decided = indexesOf(mention).filter(index => !states || states[index]?.origin === statement.origin);
            const { verb } = statement;
            const isExact = subject.kind === 'conduit' && mention.kind === 'requirement';
            const firmness = isExact ? 'exact' : 'claim';
            const found =
                (subject.kind === 'asset'
                    ? null
                    : (againstCountermeasures(context, subject, statement, decided) ??
                      againstBase(context, subject, statement, mention))) ??
                (verb === 'meets' || verb === 'excludes'
                    ? againstProtocols(context, subject, verb, firmness, decided)
                    : null) ??
                (verb === 'meets'
                    ? (againstBoundary(context, subject, verb, decided) ??
                      againstRules(context, subject, verb, decided) ??
                      againstNeeds(context, subject, verb, decided))
                    : null);
            return found ? [{ mention, admits: verb === 'misses', ...found }] : [];
        });
    });
}

/** What the countermeasures that are applied to a zone, conduit or asset claim against the protocols there. */
export function contradictedMeasures(context: Context, subject: Subject): readonly Contradiction[] {
    const { lookup, assessment } = context;
    return subject.applies.flatMap(mention => {
        const countermeasure = lookup.countermeasure(mention.id);
        if (!countermeasure || assessment.day.standingOf(countermeasure) !== 'works') return [];
        const states = assessment.of(subject.id)?.requirements;
        for (const of of countermeasure.meets) {
            const decided = indexesOf(of).filter(index => states?.[index]?.by.includes(countermeasure.id) ?? true);
            const says = `applies ${countermeasure.id}, which meets`;
            const found =
                againstProtocols(context, subject, says, 'measure', decided) ??
                againstBoundary(context, subject, says, decided) ??
                againstRules(context, subject, says, decided) ??
                againstNeeds(context, subject, says, decided);
            if (found) return [{ mention, ...found }];
        }
        return [];
    });
}
