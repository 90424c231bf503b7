/** The word with which a text begins that a fix writes for somebody to replace. */
const mark = 'TODO';

/**
 * A text to be replaced by hand.
 * @param what is asked for: `why this is tolerable`
 */
export function placeholder(what: string): string {
    return `${mark}: ${what}`;
}

/** Words in small letters by which people, forms and other tools mark a text that is still to be written. */
const unwritten =
    /^(?:\s*|\.{2,}|…|\?+|-+|_+|x{3,}|(?:todo|tbd|tba|tbc|fixme)\b.*|to be (?:defined|decided|described|determined|filled in|done)\b.*|say why this is tolerable)$/s;

/** Characters with which such a text begins, white space left out. Hardly any other text does. */
const beginnings = '.…?-_xXtTfFsS';

/** True for a text that says nothing yet: a {@link placeholder}, `TBD`, `…`, white space. */
export function isPlaceholder(text: string): boolean {
    const code = text.charCodeAt(0);
    // Most texts begin with another letter or digit, and every text of a model is looked at.
    if (code > 47 && code < 123 && !beginnings.includes(text[0]!)) return false;
    return unwritten.test(text.trim().toLowerCase());
}
