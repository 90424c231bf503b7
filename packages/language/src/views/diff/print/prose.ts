import { asCode, forMarkdown } from '../../text/escape.ts';

const mostInCell = 240;

export const short = (text: string): string => (text.length > mostInCell ? `${text.slice(0, mostInCell - 1)}…` : text);
export const code = (text: string): string => asCode(short(text));

const name = '[\\p{L}\\p{N}_.#-]*[\\p{L}\\p{N}_#]';
const protocol = '[\\p{L}\\p{N}_-]+';
/** A name after a comma is a protocol, unless it belongs to another flow or to the sentence. */
const further = `, (?!where )${protocol}(?![\\p{L}\\p{N}_.-])(?! (?:->|<->|--))`;
/** Flows, wherever they are mentioned: an arrow between two names, and the protocols after it. */
const flows = new RegExp(`${name} (?:->|<->|--) ${name}(?: : ${protocol}(?:${further})*)?`, 'gu');

/** Prose about a model, in which flows are code: an arrow that was escaped is hard to read where nothing renders it. */
export function prose(text: string): string {
    const cut = short(text);
    let from = 0;
    let said = '';
    for (const match of cut.matchAll(flows)) {
        said += forMarkdown(cut.slice(from, match.index)) + asCode(match[0]);
        from = match.index + match[0].length;
    }
    return said + forMarkdown(cut.slice(from));
}
