import type { Place } from '../../model/index.ts';
import type { Finding } from '../../rules/finding.ts';
import { fingerprints, partsOf } from '../../rules/fingerprint.ts';

/** Lines and columns of a place, counted from 1; columns in UTF-16 units. */
export interface Position {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}

/** A finding with everything that a person or a program needs to go there. */
export interface LocatedFinding extends Position {
    readonly finding: Finding;
    readonly fingerprint: string;
    /** What it stands for: see `partsOf`. */
    readonly parts: readonly string[];
    readonly related: readonly (Position & { readonly message: string })[];
    /** The line of text on which it starts. */
    readonly source: string;
    /** The system of the model in which it was found, and its root file; the same file can be part of several models. */
    readonly system: string;
    readonly root: string;
}

/** Offsets to lines and columns of one text. */
export class Lines {
    readonly text: string;
    private readonly starts: number[] = [0];

    constructor(text: string) {
        this.text = text;
        // As editors count them: a line ends with LF, CRLF or CR.
        if (text.includes('\r')) for (const ending of text.matchAll(/\r\n?|\n/g)) this.starts.push(ending.index + ending[0].length);
        else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    }

    /** Line and column of an offset, from 1. */
    at(offset: number): { line: number; column: number } {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.starts[middle]! <= offset) low = middle;
            else high = middle - 1;
        }
        return { line: low + 1, column: offset - this.starts[low]! + 1 };
    }

    /** The text of a line, counted from 1, without its end. */
    line(number: number): string {
        const start = this.starts[number - 1] ?? this.text.length;
        let end = this.starts[number] ?? this.text.length;
        while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
        return this.text.slice(start, end);
    }
}

function isLineEnd(code: number): boolean {
    return code === 10 || code === 13;
}

/** How the places of a model are shown: its texts, and the names under which its files are printed. */
export interface Shown {
    linesOf(file: string): Lines | undefined;
    nameOf(file: string): string;
    readonly system: string;
    readonly root: string;
}

/** Gives findings their lines, columns and fingerprints, in the order in which they come. */
export function locate(findings: readonly Finding[], shown: Shown): LocatedFinding[] {
    const textAt = (place: Place): string => shown.linesOf(place.file)?.text.slice(place.start, place.end) ?? '';
    const fingerprint = fingerprints(textAt);
    return findings.map(finding => {
        const position = locatedAt(finding.at, shown);
        return {
            ...position,
            finding,
            fingerprint: fingerprint(finding, shown.system),
            parts: partsOf(finding, shown.system, textAt),
            related: finding.related.map(related => ({ ...locatedAt(related.at, shown), message: related.message })),
            source: shown.linesOf(finding.at.file)?.line(position.line) ?? '',
            system: shown.system,
            root: shown.root,
        };
    });
}

/** Lines and columns of a place. A file whose text is not at hand starts at its first line. */
export function locatedAt(place: Place, shown: Shown): Position {
    const lines = shown.linesOf(place.file);
    const file = shown.nameOf(place.file);
    if (!lines) return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const start = lines.at(place.start);
    const end = lines.at(Math.max(place.start, place.end));
    return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
