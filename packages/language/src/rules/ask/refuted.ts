import type { Assessment } from '../../assessment/index.ts';
import { indexesOf } from '../../assessment/index.ts';
import { requirementById } from '../../catalogue/index.ts';
import type {
    Asset,
    Conduit,
    Mention,
    Protection,
    RequirementMention,
    Span,
    Statement,
    Zone,
} from '../../model/index.ts';
import { related } from '../say/related.ts';
import { counted, listed } from '../say/wording.ts';
import type { Against } from './boundary-claims.ts';
import { boundaryClaims, idOf } from './boundary-claims.ts';
import type { BoundaryFlow, End } from './boundary-flows.ts';
import type { Plain } from './protocol-faults.ts';
import { plainUsesAt, plainUsesIn, requirementsOf, sendsPasswords } from './protocol-faults.ts';

type Subject = Zone | Conduit | Asset;

/** The uses of protocols that a claim at a place speaks of, which lack a protection, whatever is asked there. */
function unprotected(assessment: Assessment, subject: Subject, protection: Protection): readonly Plain[] {
    const { lookup } = assessment;
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

/** The requirements that a model can show something against: of most claims it can show nothing. */
const refutable: ReadonlySet<number> = new Set([
    ...claimed.flatMap(([, asking]) => [...asking]),
    ...boundaryClaims.flatMap(({ of }) => [...of]),
]);

/** What the protocols of the flows show against what is said to be met, or to have no object. */
function* againstProtocols(
    assessment: Assessment,
    subject: Subject,
    firmness: Firmness,
    decided: readonly number[],
): Generator<Against> {
    for (const [protection, asking] of claimed) {
        const asked = decided.filter(index => asking.has(index));
        if (asked.length === 0) continue;
        const plain = unprotected(assessment, subject, protection);
        const isRefuted = (index: number): boolean =>
            plain.some(each => refutes(each, protection, idOf(index), firmness));
        const refuted = asked.filter(isRefuted);
        if (refuted.length === 0) continue;
        const lacking = plain.filter(each => refuted.some(index => refutes(each, protection, idOf(index), firmness)));
        const flows = [...new Set(lacking.map(({ boundary }) => boundary.flow))];
        const protocols = listed([...new Set(lacking.map(({ use }) => use.protocol.title ?? use.protocol.id))]);
        yield {
            refuted,
            text:
                `${counted(flows.length, 'flow')} there ${flows.length === 1 ? 'has' : 'have'} no ${protection} ` +
                `over ${protocols}`,
            related: related('The flow contradicts it.', flows),
        };
    }
}

/**
 * What the model shows against a claim, one after the other.
 * @param decided the requirements that the claim decides, by their places in the catalogue
 * @param isMet false where it says that they have no object: then nothing of a boundary speaks against it
 */
function* allAgainst(
    assessment: Assessment,
    subject: Subject,
    firmness: Firmness,
    decided: readonly number[],
    isMet: boolean,
): Generator<Against> {
    yield* againstProtocols(assessment, subject, firmness, decided);
    if (!isMet) return;
    const { lookup } = assessment;
    for (const { against } of boundaryClaims) {
        const found = against(lookup, subject, decided);
        if (found) yield found;
    }
}

/** A claim that something is met, or has no object, and what the model shows against it. */
export interface Refuted<M extends { readonly at: Span } = { readonly at: Span }> {
    /** Where: a requirement of a statement, or the countermeasure that is applied. */
    readonly mention: M;
    /** What is claimed, without the requirements: `meets`. */
    readonly says: string;
    /** The requirements that the claim decides, by their places in the catalogue. */
    readonly decided: readonly number[];
    readonly against: Iterable<Against>;
}

/**
 * The requirements of a mention that its statement decides, by their places in the catalogue: not those of a more exact
 * statement, or of an earlier one.
 */
export function decidedBy(
    assessment: Assessment,
    subject: Subject,
    statement: Statement,
    mention: RequirementMention,
): readonly number[] {
    const states = assessment.of(subject.id)?.requirements;
    return indexesOf(mention).filter(index => !states || states[index]?.origin === statement.origin);
}

/** What is shown against a requirement of a statement; `null` where it claims nothing that could be refuted. */
export function refutedMention(
    assessment: Assessment,
    subject: Subject,
    { verb }: Statement,
    mention: RequirementMention,
    decided: readonly number[],
): Refuted | null {
    if ((verb !== 'meets' && verb !== 'excludes') || !decided.some(index => refutable.has(index))) return null;
    const isExact = subject.kind === 'conduit' && mention.kind === 'requirement';
    const against = allAgainst(assessment, subject, isExact ? 'exact' : 'claim', decided, verb === 'meets');
    return { mention, says: verb, decided, against };
}

/**
 * What is shown against each countermeasure that works and is applied to a zone, conduit or asset, as far as it claims
 * something that could be refuted.
 */
export function refutedMeasures(assessment: Assessment, subject: Subject): readonly Refuted<Mention>[] {
    const { lookup, day } = assessment;
    return subject.applies.flatMap(mention => {
        const countermeasure = lookup.countermeasure(mention.id);
        if (!countermeasure || day.standingOf(countermeasure) !== 'works') return [];
        const states = assessment.of(subject.id)?.requirements;
        const says = `applies ${countermeasure.id}, which meets`;
        return countermeasure.meets.flatMap(of => {
            const decided = indexesOf(of).filter(
                index => refutable.has(index) && (states?.[index]?.by.includes(countermeasure.id) ?? true),
            );
            if (decided.length === 0) return [];
            return [{ mention, says, decided, against: allAgainst(assessment, subject, 'measure', decided, true) }];
        });
    });
}
