/** What is wrong with a text that is no JSON, and where. */
export interface JsonFault {
    /** The position in the text; `null` where nobody says it. */
    readonly at: number | null;
    /** A whole sentence. */
    readonly message: string;
}

/**
 * Why a text is no JSON. What people write who know the settings of editors has words of its own; the rest is said as
 * the engine says it.
 * @param error what the engine threw
 */
export function jsonFault(text: string, error: Error): JsonFault {
    const outsideStrings = text.replace(/"(?:[^"\\\r\n]|\\.)*"/g, string => ' '.repeat(string.length));
    const found = /\/[/*]|,(?=\s*[}\]])/.exec(outsideStrings);
    if (found) {
        const what = found[0] === ',' ? 'a comma before } or ]' : 'a comment';
        return { at: found.index, message: `This is not valid JSON, which has no place for ${what}: take it away.` };
    }
    const [, at] = / at position (\d+)/.exec(error.message) ?? [];
    return { at: at === undefined ? null : Number(at), message: `This is not valid JSON: ${error.message}.` };
}
