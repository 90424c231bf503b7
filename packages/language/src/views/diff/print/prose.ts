import { asCode, forMarkdown } from '../../text/escape.ts';

const mostInCell = 240;

export const short = (text: string): string => (text.length > mostInCell ? `${text.slice(0, mostInCell - 1)}…` : text);
export const code = (text: string): string => asCode(short(text));

const name = '[\\p{L}\\p{N}_.#-]*[\\p{L}\\p{N}_#]';
const protocol = '[\\p{L}\\p{N}_-]+';
/** A name after a comma is a protocol, unless it belongs to another flow or to the sentence. */
const further = `, (?!where )${protocol}(?![\\p{L}\\p{N}_.-])(?! (?:->|<->|--))`;
/** What is marked as code, and flows: an arrow between two names, and the protocols after it. */
const codes = new RegExp(`\`[^\`\\r\\n]+\`|${name} (?:->|<->|--) ${name}(?: : ${protocol}(?:${further})*)?`, 'gu');

/** Prose about a model, in which marked code and flows are code: an escaped arrow is hard to read unrendered. */
export function prose(text: string): string {
    const cut = short(text);
    let from = 0;
    let said = '';
    for (const match of cut.matchAll(codes)) {
        said += forMarkdown(cut.slice(from, match.index)) + asCode(match[0].replace(/^`(.+)`$/, '$1'));
        from = match.index + match[0].length;
    }
    return said + forMarkdown(cut.slice(from));
}
