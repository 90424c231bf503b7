import type {
    Assessment,
    ClauseVerdict,
    ExceptionVerdict,
    Hop,
    InvariantVerdict,
    Path,
} from '../../assessment/index.ts';
import { gapsAt, type HopReading } from '../../assessment/hop-gaps.ts';
import { attackNotice } from '../../catalogue/attack.ts';
import { leftOpen, type Undescribed, unprovedBy } from '../../rules/index.ts';

/** What is asked. Ends are ids of zones and assets. */
export interface PathQuestion {
    readonly from: string;
    readonly to: string;
    /** All simple paths up to a length; a shortest one where this is `null`. */
    readonly all: { readonly maxLength: number; readonly limit: number } | null;
    readonly lateral: boolean;
}

/** A hop and what the requirements that are not achieved there let through. */
export interface ReadHop extends HopReading {
    readonly hop: Hop;
}

/** A path, with what its hops let through. */
export interface ReadPath {
    readonly path: Path;
    readonly hops: readonly ReadHop[];
}

/** The answer to a question about paths, or the verdict on every invariant. */
export interface PathReading {
    /** `null` where only the invariants were asked for. */
    readonly question: PathQuestion | null;
    readonly paths: readonly ReadPath[];
    /** False when there are more paths than were listed. */
    readonly complete: boolean;
    readonly invariants: readonly InvariantVerdict[];
    /**
     * Connections that the model shows and does not describe, and over which there may be a path although none was
     * found, or an invariant that holds may not hold.
     */
    readonly undescribed: readonly Undescribed[];
    /** True for a clause that such a connection leaves open. */
    readonly isOpen: (clause: ClauseVerdict) => boolean;
    /** False where a piece of the text was not understood, so that no invariant is proved. */
    readonly understood: boolean;
    /** False where something of the world is not known, so that an invariant that holds there is not proved. */
    readonly known: boolean;
}

/** What the reader of a model adds: what was not understood of its text, and what is not known of its world. */
const asFound = { understood: true, known: true } as const;

/**
 * Answers a question, or without one judges every invariant.
 */
export function readPaths(assessment: Assessment, question: PathQuestion | null): PathReading {
    const isOpen = (clause: ClauseVerdict): boolean => unprovedBy(assessment, [clause]).length > 0;
    if (!question) {
        const { invariants } = assessment;
        const undescribed = unprovedBy(
            assessment,
            invariants.flatMap(({ clauses }) => clauses),
        );
        return { question, paths: [], complete: true, invariants, undescribed, isOpen, ...asFound };
    }
    const { from, to, all, lateral } = question;
    const { reach } = assessment;
    const found = all
        ? reach.allSimplePaths(from, to, all.maxLength, all.limit, { lateral })
        : { paths: [reach.shortestPath(from, to, { lateral })].filter(path => path !== null), complete: true };
    const paths = found.paths.map(path => ({
        path,
        hops: path.hops.map(hop => ({ hop, ...gapsAt(assessment, hop) })),
    }));
    const undescribed = paths.length === 0 ? leftOpen(assessment, [{ from: [from], to: [to], past: { lateral } }]) : [];
    return { question, paths, complete: found.complete, invariants: [], undescribed, isOpen, ...asFound };
}

/** A hop as it is printed. */
export function hopJson({ hop, gaps, unasked }: ReadHop) {
    return {
        from: hop.from,
        to: hop.to,
        by: hop.kind,
        flow: hop.flow?.id ?? null,
        direction: hop.direction,
        conduit: hop.conduit,
        protocols: hop.protocols,
        devices: hop.devices,
        zone: hop.zone,
        lets: gaps.map(({ subject, requirement, state, letsThrough, techniques }) => ({
            subject,
            requirement,
            state,
            what: letsThrough,
            techniques: techniques.map(({ id, name }) => ({ id, name })),
        })),
        unasked,
    };
}

function exceptionJson({ exception, expired, flows }: ExceptionVerdict) {
    return {
        from: exception.from.id,
        to: exception.to.id,
        protocols: exception.protocols.map(protocol => protocol.id),
        access: exception.access,
        because: exception.because,
        until: exception.until?.date ?? null,
        expired,
        flows: flows.map(flow => flow.id),
    };
}

const ids = (path: Path | null): readonly string[] | null => path && [path.from, ...path.hops.map(hop => hop.to)];

/** The notice of the source of techniques, where paths list any. */
export function noticeJson(paths: readonly ReadPath[]): { readonly notice?: string } {
    return paths.some(({ hops }) => hops.some(hop => hop.gaps.some(gap => gap.techniques.length > 0)))
        ? { notice: `ATT&CK for ICS ${attackNotice.version}. ${attackNotice.designation}` }
        : {};
}

/** The answer as `paths --format json` prints it. */
export function pathsJson({ paths, complete, invariants, understood, known, isOpen }: PathReading) {
    return {
        schemaVersion: 1,
        paths: paths.map(({ path, hops }) => ({ from: path.from, to: path.to, hops: hops.map(hopJson) })),
        complete,
        invariants: invariants.map(({ invariant, holds, clauses, exceptions }) => ({
            id: invariant.id,
            holds,
            proves:
                understood &&
                (known || !holds) &&
                clauses.length > 0 &&
                !clauses.some(clause => clause.vacuousBecause !== null || isOpen(clause)),
            counterexample: ids(clauses.find(clause => clause.counterexample)?.counterexample ?? null),
            clauses: clauses.map(({ clause, ...judged }) => ({
                verb: clause.verb,
                access: clause.access,
                from: clause.from.id,
                to: clause.to.id,
                through: clause.through?.id ?? null,
                holds: judged.holds,
                proves:
                    understood &&
                    (known || !judged.holds) &&
                    judged.vacuousBecause === null &&
                    !isOpen({ clause, ...judged }),
                counterexample: ids(judged.counterexample),
                excepted: ids(judged.excepted),
            })),
            exceptions: exceptions.map(exceptionJson),
        })),
        ...noticeJson(paths),
    };
}
