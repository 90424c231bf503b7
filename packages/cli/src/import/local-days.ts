import { isDay } from 'iacs-language';

/** Which of two numbers comes first in `03/04/2027`. */
export type DayOrder = 'day-first' | 'month-first';

/** What a cell of days says. */
export type ReadDay =
    | { readonly kind: 'day'; /** `YYYY-MM-DD` */ readonly day: string }
    /** Two days fit; which one, the order shows. */
    | { readonly kind: 'ambiguous'; readonly dayFirst: string; readonly monthFirst: string }
    | { readonly kind: 'text' };

const months = [
    'january jan januar jänner janvier janv enero ene',
    'february feb februar février févr fevrier febrero',
    'march mar märz mrz maerz mars marzo',
    'april apr avril avr abril abr',
    'may mai mayo',
    'june jun juni juin junio',
    'july jul juli juillet juil julio',
    'august aug août aout agosto ago',
    'september sep sept septembre septiembre set',
    'october oct oktober okt octobre octubre',
    'november nov novembre noviembre',
    'december dec dezember dez décembre déc decembre diciembre dic',
].map(names => new Set(names.split(' ')));

/** True for the name of a month, whole or short, in one of the four languages. */
export function isMonth(word: string): boolean {
    const plain = word.trim().toLowerCase().replace(/\.$/u, '');
    return months.some(names => names.has(plain));
}

function dayOf(year: string, month: number, day: number): string | null {
    const full = year.length === 2 ? `20${year}` : year;
    const text = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return isDay(text) ? text : null;
}

function exact(day: string | null): ReadDay {
    return day === null ? { kind: 'text' } : { kind: 'day', day };
}

/** `31 March 2027`, `31. März 2027`, `31-mar-27`, `March 31, 2027`, `le 1er avril 2027`, `31 de marzo de 2027`. */
function withName(text: string): ReadDay | null {
    const words = text
        .toLowerCase()
        .replace(/^le /u, '')
        .replace(/\bde(l)?\b/gu, ' ');
    const match =
        /^(\d{1,2})(?:\.|st|nd|rd|th|er)?[\s./-]*(\p{L}+)\.?[\s./,-]*(\d{4}|\d{2})$/u.exec(words) ??
        /^(?<month>\p{L}+)\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?[\s./,-]+(\d{4})$/u.exec(words);
    if (!match) return null;
    const [day, name] = match.groups?.['month'] ? [match[2]!, match[1]!] : [match[1]!, match[2]!];
    const month = months.findIndex(names => names.has(name)) + 1;
    return month === 0 ? { kind: 'text' } : exact(dayOf(match[3]!, month, Number(day)));
}

/**
 * Reads a day as people write it. A month or a quarter is not a day.
 * @param order which number comes first between strokes; `null` where it is not known
 */
export function readDay(text: string, order: DayOrder | null = null): ReadDay {
    if (text.length > 60) return { kind: 'text' };
    const plain = text
        .normalize('NFKC')
        .trim()
        .replace(/[T ]0?0:00(:00)?(\.0+)?Z?$/u, '');
    const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(plain);
    if (iso) return exact(dayOf(iso[1]!, Number(iso[2]), Number(iso[3])));
    const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/u.exec(plain);
    if (dotted) return exact(dayOf(dotted[3]!, Number(dotted[2]), Number(dotted[1])));
    const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u.exec(plain) ?? /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/u.exec(plain);
    if (!local) return withName(plain) ?? { kind: 'text' };
    const [first, second] = [Number(local[1]), Number(local[2])];
    const dayFirst = dayOf(local[3]!, second, first);
    const monthFirst = dayOf(local[3]!, first, second);
    if (order !== null) return exact(order === 'day-first' ? dayFirst : monthFirst);
    if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return exact(dayFirst ?? monthFirst);
    return { kind: 'ambiguous', dayFirst, monthFirst };
}

/**
 * Which number comes first in a column of days: what its unambiguous cells say.
 * @returns the order and a cell that shows it; `null` where no cell shows it, or two contradict each other
 */
export function orderOf(cells: readonly string[]): { readonly order: DayOrder; readonly shownBy: string } | null {
    let found: { order: DayOrder; shownBy: string } | null = null;
    for (const cell of cells) {
        const local = /^(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})$/u.exec(cell.trim());
        if (!local || readDay(cell).kind !== 'day') continue;
        const [first, second] = [Number(local[1]), Number(local[2])];
        if (first === second) continue;
        const order: DayOrder = first > 12 ? 'day-first' : 'month-first';
        if (found && found.order !== order) return null;
        found ??= { order, shownBy: cell.trim() };
    }
    return found;
}
