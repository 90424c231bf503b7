const ascii = /^[\x20-\x7e]*$/;

/** What a terminal draws onto the character before. */
function isNone(character: string): boolean {
    return /[\p{Mark}\u200b-\u200d\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}]/u.test(character);
}

/**
 * What a terminal draws two columns wide: pictures, and the scripts of East Asia with their punctuation and full-width
 * forms. Sets of Unicode take long to make, and most texts need none: so they are made when they are met.
 */
function isWide(character: string): boolean {
    const wide =
        /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
    return wide.test(character);
}

/** How many columns of a terminal a text of one line takes. */
export function columns(text: string): number {
    if (ascii.test(text)) return text.length;
    let sum = 0;
    for (const character of text) sum += isNone(character) ? 0 : isWide(character) ? 2 : 1;
    return sum;
}
