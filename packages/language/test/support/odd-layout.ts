const tokens = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|[{},:]|[^\s{},:"/]+|\//g;

/** What somebody may have put between two words: comments of each kind, and another layout. */
const gaps: readonly ((gap: string, comment: string) => string)[] = [
    (gap, comment) => `${gap}/* ${comment} */ `,
    (gap, comment) => `${gap}/** ${comment} */ `,
    (gap, comment) => ` // ${comment}\n${gap.replace(/^ *\n/, '')}`,
    (gap, comment) => (gap.includes('\n') ? ` // ${comment}${gap}` : ` /* ${comment}\n more */ `),
    (gap, comment) => (gap.includes('\n') ? `${gap}// ${comment}\n\n` : gap),
    (gap, comment) => (gap.includes('\n') ? `${gap}/** ${comment}\n * doc */\n` : gap),
    (gap, comment) => (gap.includes('\n') ? ` /* ${comment} */ ` : gap),
    gap => (gap.includes('\n') ? ' ' : '\n'),
    gap => (gap.includes('\n') ? `\n${gap}` : '\t '),
];

/**
 * The same statements in a layout that nobody would choose: comments between words, several statements on a line, a
 * statement on several lines.
 * @param below gives numbers from 0 to `below - 1`
 * @param rate one place in so many is changed
 */
export function oddLayout(text: string, below: (count: number) => number, rate: number): string {
    let out = '';
    let at = 0;
    let count = 0;
    let last = '';
    for (const { 0: token, index } of text.matchAll(tokens)) {
        const gap = text.slice(at, index);
        const isFree = gap !== '' && !last.startsWith('//') && below(rate) === 0;
        out += (isFree ? gaps[below(gaps.length)]!(gap, `note ${++count}`) : gap) + token;
        at = index + token.length;
        last = token;
    }
    return out + text.slice(at);
}
