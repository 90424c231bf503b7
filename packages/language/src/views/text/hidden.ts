/**
 * What nobody sees and everything obeys: control characters, marks that turn the direction of text, separators of
 * lines, tags, and code points that are no characters. Tab, LF and CR are not among them.
 */
const hidden = new RegExp(
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e' +
        '\\u2066-\\u2069\\ufeff\\ufffe\\uffff\\u{e0000}-\\u{e007f}]',
    'gu',
);
/** Most texts: nothing in them needs a second look. */
const plain = /^[\x20-\x7e]*$/;

/** True for a text of visible ASCII alone: as most are, and nothing in them is hidden or a line break. */
export function isPlain(text: string): boolean {
    return plain.test(text);
}

/** A text with a sign in the place of each hidden character: they could make a reader see something else. */
export function withoutHidden(text: string): string {
    return plain.test(text) ? text : text.replace(hidden, '\uFFFD');
}
