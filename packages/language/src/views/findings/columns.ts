/**
 * What a terminal draws two columns wide: pictures, and the scripts of East Asia with their punctuation and full-width
 * forms.
 */
const wide =
    /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
/** What it draws onto the character before. */
const none = /[\p{Mark}\u200b-\u200d\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}]/u;
const ascii = /^[\x20-\x7e]*$/;

/** How many columns of a terminal a text of one line takes. */
export function columns(text: string): number {
    if (ascii.test(text)) return text.length;
    let sum = 0;
    for (const character of text) sum += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
    return sum;
}
