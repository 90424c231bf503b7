/** A piece of a message: plain text, or code that stood between backticks. */
export interface Piece {
    readonly text: string;
    readonly code: boolean;
}

/**
 * A message of the product, cut at its code marks: `Write \`via Fw1\`.` A backtick without a partner in its line is
 * plain text, so a name from a model can at most turn more of the message into code.
 * @returns pieces without their backticks, in order; an empty list for an empty text
 */
export function pieces(message: string): readonly Piece[] {
    return message
        .split(/(`[^`\r\n]+`)/)
        .map((text, index) => (index % 2 === 1 ? { text: text.slice(1, -1), code: true } : { text, code: false }))
        .filter(piece => piece.text !== '');
}
