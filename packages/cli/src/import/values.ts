/** What became of a cell: a value, nothing, or a text that cannot be read as the value and is kept as it is. */
export type Read<T> =
    | { readonly kind: 'value'; readonly value: T }
    | { readonly kind: 'empty' }
    | { readonly kind: 'text'; readonly text: string; readonly why: string };

/**
 * A level of a scale: `4`, `4 - likely`, `4 (likely)`, `4.0`. Anything that could mean two things (`0-1`, `2 (re-dosing: 3)`), or
 * nothing (`n/a`, `high`), is kept as text: a guess would look like an assessment.
 */
export function readScale(text: string): Read<number> {
    if (text === '') return { kind: 'empty' };
    if (/^\d{1,2}([.,]0+)?$/.test(text)) return { kind: 'value', value: Number.parseInt(text, 10) };
    const named = /^(\d{1,2})\s*[-–—−:.)]?\s*\(?\s*([^\d()]+)\)?$/u.exec(text);
    if (named && /\p{Letter}/u.test(named[2]!)) return { kind: 'value', value: Number(named[1]) };
    if (/\d\s*[-–—−/]\s*\d|\d\s*(to|or|bis|…|\.\.)\s*\d/u.test(text)) return { kind: 'text', text, why: 'is a range' };
    if (/\d.*\d/s.test(text)) return { kind: 'text', text, why: 'holds more than one number' };
    return { kind: 'text', text, why: 'is no number of a scale' };
}

const criticalityWords: ReadonlyMap<string, string> = new Map([
    ['low', 'low'], ['minor', 'low'], ['medium', 'medium'], ['moderate', 'medium'], ['med', 'medium'], ['high', 'high'], ['major', 'high'],
    ['critical', 'critical'], ['very high', 'critical'], ['vital', 'critical'],
]);

/** One of the four words of the language. */
export function readCriticality(text: string): Read<string> {
    if (text === '') return { kind: 'empty' };
    const word = criticalityWords.get(text.toLowerCase().trim());
    return word ? { kind: 'value', value: word } : { kind: 'text', text, why: 'is not low, medium, high or critical' };
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/(?:3[0-2]|[12]?\d))?$/;
const ipv6 = /^(?=.*:)(?=[0-9a-f:]*[0-9a-f])[0-9a-f:]{2,39}(?:\/\d{1,3})?$/i;
const mac = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i;

/** The addresses in a cell, and what else stands in it. */
export function readAddresses(text: string): { readonly addresses: readonly string[]; readonly rest: string } {
    const parts = text.split(/[\s,;|]+/).filter(part => part !== '');
    const isAddress = (part: string): boolean => ipv4.test(part) || (ipv6.test(part) && !mac.test(part) && part.split(':').length >= 3);
    const addresses = parts.filter(isAddress);
    return { addresses, rest: parts.filter(part => !isAddress(part)).join(' ').replace(/^[\s/]+|[\s/]+$/g, '') };
}

const arrow = /→|⟶|⇒|->|=>|➔|»/u;

/** Whether a cell tells a way, `Office → Control`, and no list. */
export function hasArrow(text: string): boolean {
    return arrow.test(text);
}

function entriesOf(text: string, between: RegExp): readonly string[] {
    return text.split(between).map(part => part.replace(/^[\s•·*–—-]+/u, '').trim()).filter(part => part !== '');
}

/** The entries of a cell that lists several: by lines, semicolons or commas. */
export function readList(text: string): readonly string[] {
    return entriesOf(text, /\n|;|,/u);
}

/** The stations of a way, first one first. */
export function readWay(text: string): readonly string[] {
    return entriesOf(text, new RegExp(`\\n|;|,|${arrow.source}`, 'u'));
}
