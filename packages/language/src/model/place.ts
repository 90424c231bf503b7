/** A stretch of a file: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface Span {
    readonly start: number;
    readonly end: number;
}

/** A stretch of a named file. `file` is a URI, so that spaces, `#`, `%` and drive letters are ordinary. */
export interface Place extends Span {
    readonly file: string;
}

/** Where an element is in the text. */
export interface Origin {
    readonly file: string;
    /** The whole statement, documentation comment left aside. */
    readonly whole: Span;
    /** The name (or, of a flow, its ends), which findings point at. */
    readonly name: Span;
    /** The braces and what is between them; `null` where the statement has no block. */
    readonly block: Span | null;
}

/** The place of the name of an element. */
export function nameOf(origin: Origin): Place {
    return { file: origin.file, start: origin.name.start, end: origin.name.end };
}

/** The place of the whole statement of an element. */
export function wholeOf(origin: Origin): Place {
    return { file: origin.file, start: origin.whole.start, end: origin.whole.end };
}

/**
 * The place of a span within the file of an origin, or within its own where it names one: what a `within` adds stands
 * in another file.
 */
export function placeIn(origin: Origin, span: Span | Place): Place {
    return { file: 'file' in span ? span.file : origin.file, start: span.start, end: span.end };
}
