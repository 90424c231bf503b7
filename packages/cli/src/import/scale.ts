import { isMonth, readDay } from './local-days.ts';
import { halfWidth } from './names.ts';

/** What became of a cell: a value, nothing, or a text that cannot be read as the value and is kept as it is. */
export type Read<T> =
    | {
          readonly kind: 'value';
          readonly value: T;
          /** Words beside the value that are worth keeping. */ readonly more: boolean;
      }
    | { readonly kind: 'empty' }
    | { readonly kind: 'text'; readonly text: string; readonly why: string };

/** An axis of the risk matrix as a register may speak of it. */
export interface Scale {
    /** How many levels it has. */
    readonly size: number;
    /** The names of the levels by their numbers, level 1 first; empty where they have none but numbers. */
    readonly names: readonly string[];
}

function plain(text: string): string {
    return text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
        .trim();
}

/** The level of a name, from 1; `null` for a name that no level has, or several. */
function levelOf(name: string, { names }: Scale): number | null {
    const found = names.flatMap((each, index) =>
        plain(each) === plain(name) && plain(name) !== '' ? [index + 1] : [],
    );
    return found.length === 1 ? found[0]! : null;
}

/**
 * A level of a scale: alone (`4`, `4.0`), with a sign and a name behind it (`4 - likely`, `5 (minor)`, `3: possible`),
 * or by the name that the risk matrix gives it (`M`, `likely`, `likely (4)`). Anything else is kept as text: `1
 * fatality`, `2 years`, `3B`, `0-1` and `4 %` begin with a number and are no level, and a guess would look like an
 * assessment.
 */
export function readScale(written: string, scale: Scale, head = ''): Read<number> {
    const text = withoutInitial(halfWidth(written), head);
    if (text === '') return { kind: 'empty' };
    const kept = (why: string): Read<number> => ({ kind: 'text', text: written, why });
    const value = (level: number, more: boolean): Read<number> =>
        level >= 1 && level <= scale.size
            ? { kind: 'value', value: level, more }
            : kept(`is outside the risk matrix, which has 1 to ${scale.size}`);
    const named = levelOf(text, scale);
    if (/^\d{1,2}([.,]0+)?$/.test(text)) {
        const number = Number.parseInt(text, 10);
        return named !== null && named !== number
            ? kept(`is the name of level ${named} of the risk matrix and the number of another`)
            : value(number, false);
    }
    if (named !== null) return value(named, false);
    const [, name = '', beside = ''] = /^([^()\d]+?)\s*\(([^()\d]+)\)$/u.exec(text) ?? [];
    const [first, second] = [levelOf(name, scale), levelOf(beside, scale)];
    if (first !== null && (second === null || second === first)) return value(first, second === null);
    if (/^\d+[.,]\d+$/.test(text)) return kept('is between two levels');
    // Spreadsheets turn `4-3` into `4. Mrz` or `4-Mar`.
    const [, month = ''] =
        /^\d{1,2}[\s./–—-]*(\p{L}+)\.?$|^(\p{L}+)\.?[\s./–—-]*\d{1,2}$/u.exec(text)?.filter(Boolean) ?? [];
    if (isMonth(month)) return kept('is a day and a month, and not a level');
    const both =
        /^(\d{1,2})\s*(?:[:=)–—−]|\.(?=\s)|-(?=\s)|\s-|\s*\()\s*([^()]*\p{Letter}[^()]*)\)?$/u.exec(text) ??
        swapped(/^([^()]*\p{Letter}[^()]*?)\s*(?:[:=–—−-]|\()\s*(\d{1,2})\)?$/u.exec(text));
    if (both && !/\d/.test(both[2]!)) {
        const [, digits, name] = both;
        const other = levelOf(name!, scale);
        if (other !== null && other !== Number(digits))
            return kept(`contradicts the risk matrix, in which "${name!.trim()}" is level ${other}`);
        return value(Number(digits), other === null);
    }
    if (readDay(text).kind !== 'text') return kept('is a date, and not a level');
    if (/\d\s*[-–—−/]\s*\d|\d\s*(to|or|bis|à|…|\.\.)\s*\d/u.test(text)) return kept('is a range');
    if (/\d(?![.,]?\d).*\d/s.test(text)) return kept('holds more than one number');
    return kept(
        /\d/.test(text)
            ? 'is a number with a unit or a word, and not a level'
            : scale.names.length > 0
              ? `is not a level of the risk matrix (${scale.names.join(', ')})`
              : 'is not a level of the risk matrix',
    );
}

/** `V3 – likely` without the letter, where a word of the head begins with it. */
function withoutInitial(text: string, head: string): string {
    const [, letter, rest] = /^(\p{Lu})[-\s]?(\d(?!\d|[.,]\d).*)$/su.exec(text) ?? [];
    const initials = head.match(/(?<![\p{L}])\p{L}/gu) ?? [];
    return letter !== undefined && initials.some(each => each.toUpperCase() === letter) ? rest! : text;
}

/** A match of a name with its number behind it, as one of a number with its name behind it. */
function swapped(match: RegExpExecArray | null): readonly string[] | null {
    return match && [match[0], match[2]!, match[1]!];
}
