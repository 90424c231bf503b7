import type { Origin, Place, Problem, Span } from '../../model/index.ts';
import type { Finding } from '../../rules/engine/finding.ts';
import { differing, hasLaterFixes } from '../../rules/engine/finding.ts';
import type { FilePieces } from './pieces.ts';

/** The files of a model as they are now, by their URIs. */
export type FilesNow = ReadonlyMap<string, FilePieces>;

type Node = Record<string, unknown>;

/** Thrown where something is no longer there. */
class Lost extends Error {}

/**
 * A stretch of addresses as one of the present text; `null` where it is no longer there. An empty one is where
 * something ends, such as where a fix goes on with a statement: what is put in or taken away after it does not move it.
 */
export function spanNow(file: FilePieces, { start, end }: Span): Span | null {
    const last = file.offsetOf(end, true);
    const first = start === end ? last : file.offsetOf(start, false);
    return first === null || last === null ? null : { start: first, end: Math.max(first, last) };
}

/**
 * A place of addresses as one of the present text, files of other models and of the library left as they are; `null`
 * where it is lost.
 */
export function placeNow(place: Place, files: FilesNow): Place | null {
    const file = files.get(place.file);
    if (!file) return place;
    const span = spanNow(file, place);
    return span && { file: place.file, ...span };
}

/** The file in which the addresses of a value are: its own, that of what it says, or that of what it belongs to. */
export function fileOf(
    node: Readonly<Record<string, unknown>>,
    here: FilePieces | undefined,
    files: FilesNow,
): FilePieces | undefined {
    const name = node['file'] ?? (node['origin'] as Origin | undefined)?.file;
    return typeof name === 'string' ? files.get(name) : here;
}

/** The same value with all its addresses turned into offsets of the present text. */
function valueNow(value: unknown, here: FilePieces | undefined, files: FilesNow): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(each => valueNow(each, here, files));
    const node = value as Node;
    const file = fileOf(node, here, files);
    const copy: Node = {};
    for (const key in node) copy[key] = valueNow(node[key], file, files);
    if (file && typeof node['start'] === 'number' && typeof node['end'] === 'number') {
        const span = spanNow(file, node as unknown as Span);
        if (!span) throw new Lost();
        Object.assign(copy, span);
    }
    return copy;
}

function now<T>(value: T, files: FilesNow): T | null {
    try {
        return valueNow(value, undefined, files) as T;
    } catch (error) {
        if (error instanceof Lost) return null;
        throw error;
    }
}

/** A value whose addresses are those of pieces that are there: the same one, where all of them are. */
function renewed(value: unknown, here: FilePieces | undefined, files: FilesNow): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
        let copy: unknown[] | null = null;
        for (let index = 0; index < value.length; index++) {
            const each = renewed(value[index], here, files);
            if (each !== value[index]) (copy ??= value.slice())[index] = each;
        }
        return copy ?? value;
    }
    const node = value as Node;
    const file = fileOf(node, here, files);
    let copy: Node | null = null;
    for (const key in node) {
        const part = renewed(node[key], file, files);
        if (part !== node[key]) (copy ??= { ...node })[key] = part;
    }
    if (!file || typeof node['start'] !== 'number' || typeof node['end'] !== 'number') return copy ?? value;
    const piece = file.pieceWith(node['start']);
    if (piece && file.positionOf(piece) !== undefined) return copy ?? value;
    const span = spanNow(file, node as unknown as Span);
    if (!span) throw new Lost();
    const start = file.addressOf(span.start);
    return Object.assign(copy ?? { ...node }, { start, end: start + span.end - span.start });
}

function findingRenewed(finding: Finding, files: FilesNow): Finding {
    if (!hasLaterFixes(finding)) return renewed(finding, undefined, files) as Finding;
    const at = renewed(finding.at, undefined, files) as Finding['at'];
    const [part, ...others] = finding.parts;
    // Most blame one place alone, which is that of the finding.
    const isAlone = others.length === 0 && part!.at === finding.at && at === finding.at;
    const parts = isAlone ? finding.parts : (renewed(finding.parts, undefined, files) as Finding['parts']);
    const related = renewed(finding.related, undefined, files) as Finding['related'];
    const accepted = renewed(finding.accepted, undefined, files) as Finding['accepted'];
    const isSame =
        at === finding.at && parts === finding.parts && related === finding.related && accepted === finding.accepted;
    return isSame ? finding : differing(finding, { at, parts, related, accepted });
}

/**
 * Findings of an earlier state with the addresses of the present one, so that no piece that is gone has to be
 * remembered for them. Fixes that nobody has asked for are left to whoever takes the findings over.
 * @returns `null` where one speaks of a place that is no longer there
 */
export function findingsRenewed(findings: readonly Finding[], files: FilesNow): readonly Finding[] | null {
    try {
        return findings.map(finding => findingRenewed(finding, files));
    } catch (error) {
        if (error instanceof Lost) return null;
        throw error;
    }
}

/** A problem of the present text, its fixes included, at its places there: all that it speaks of is in the text. */
export function problemNow(problem: Problem, files: FilesNow): Problem {
    return valueNow(problem, undefined, files) as Problem;
}

/**
 * A finding at its present places. What it says of a place that is no longer there is left out, until its rule is asked
 * again.
 * @returns `null` where what it blames is no longer there
 */
export function findingNow(finding: Finding, files: FilesNow): Finding | null {
    const at = placeNow(finding.at, files);
    if (!at) return null;
    const parts = finding.parts.flatMap(part => now(part, files) ?? []);
    return {
        ...finding,
        at,
        parts: parts.length > 0 ? parts : [{ subject: finding.subject, at }],
        fixes: finding.fixes.flatMap(fix => now(fix, files) ?? []),
        related: finding.related.flatMap(related => now(related, files) ?? []),
        accepted: finding.accepted && (now(finding.accepted, files) ?? finding.accepted),
    };
}
