import type { Lines, Place } from '../../model/index.ts';
import type { Finding } from '../../rules/engine/finding.ts';
import { knownTitles, withFixes } from '../../rules/engine/finding.ts';
import { fingerprints, partsOf } from '../../rules/engine/fingerprint.ts';

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
    /**
     * The system of the model in which it was found, and its root file; the same file can be part of several models.
     */
    readonly system: string;
    readonly root: string;
}

/** How the places of a model are shown: its texts, and the names under which its files are printed. */
export interface Shown {
    linesOf(file: string): Lines | undefined;
    nameOf(file: string): string;
    readonly system: string;
    readonly root: string;
}

/** The fingerprints of all findings of one list, made when somebody asks for the first one: most outputs print none. */
class Marks {
    private readonly findings: readonly Finding[];
    private readonly shown: Shown;
    private all: readonly string[] | undefined;

    constructor(findings: readonly Finding[], shown: Shown) {
        this.findings = findings;
        this.shown = shown;
    }

    of(index: number): string {
        if (!this.all) {
            const fingerprint = fingerprints(this.textAt);
            this.all = this.findings.map(finding => fingerprint(finding, this.shown.system));
        }
        return this.all[index]!;
    }

    partsOf(index: number): readonly string[] {
        return partsOf(this.findings[index]!, this.shown.system, this.textAt);
    }

    private readonly textAt = (place: Place): string =>
        this.shown.linesOf(place.file)?.text.slice(place.start, place.end) ?? '';
}

/** A name of a megabyte would be printed again in each message about it. */
const longest = 4000;

function shortened(text: string): string {
    return text.length <= longest ? text : `${text.slice(0, longest / 2)} … ${text.slice(-longest / 4)}`;
}

function bounded(finding: Finding): Finding {
    const fixes = (): Finding['fixes'] =>
        finding.fixes.some(({ title }) => title.length > longest)
            ? finding.fixes.map(fix => ({ ...fix, title: shortened(fix.title) }))
            : finding.fixes;
    return withFixes(finding, fixes, shortened(finding.message), knownTitles(finding)?.map(shortened));
}

class Located implements LocatedFinding {
    readonly finding: Finding;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly system: string;
    readonly root: string;
    private readonly marks: Marks;
    private readonly index: number;
    private readonly shown: Shown;

    constructor(finding: Finding, index: number, shown: Shown, marks: Marks) {
        const { file, line, column, endLine, endColumn } = locatedAt(finding.at, shown);
        this.finding = bounded(finding);
        this.file = file;
        this.line = line;
        this.column = column;
        this.endLine = endLine;
        this.endColumn = endColumn;
        this.shown = shown;
        this.system = shown.system;
        this.root = shown.root;
        this.marks = marks;
        this.index = index;
    }

    // What few ask for, and once: of a large model all findings are in memory at a time.
    get related(): LocatedFinding['related'] {
        return this.finding.related.map(related => ({
            ...locatedAt(related.at, this.shown),
            message: shortened(related.message),
        }));
    }

    get source(): string {
        return this.shown.linesOf(this.finding.at.file)?.line(this.line) ?? '';
    }

    get fingerprint(): string {
        return this.marks.of(this.index);
    }

    get parts(): readonly string[] {
        return this.marks.partsOf(this.index);
    }
}

/** Gives findings their lines, columns and fingerprints, in the order in which they come. */
export function locate(findings: readonly Finding[], shown: Shown): LocatedFinding[] {
    const marks = new Marks(findings, shown);
    return findings.map((finding, index) => new Located(finding, index, shown, marks));
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
