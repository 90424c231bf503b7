import { scanXml } from './xml.ts';

/** What the format of a cell makes of a number. */
export type CellFormat =
    | { readonly kind: 'plain' | 'day' | 'elapsed' | 'percent' }
    /** A number of digits before and after the point that is always shown: `007`, `2.10`. */
    | { readonly kind: 'digits'; readonly whole: number; readonly decimals: number };

const plain: CellFormat = { kind: 'plain' };

/**
 * The formats that programs know by their number (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 are days in East
 * Asian editions.
 */
function builtIn(id: number): CellFormat {
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || id === 45 || id === 47)
        return { kind: 'day' };
    if (id === 46) return { kind: 'elapsed' };
    if (id === 9 || id === 10) return { kind: 'percent' };
    if (id === 2 || id === 4) return { kind: 'digits', whole: 1, decimals: 2 };
    return plain;
}

/** The first section of a format code, without texts, colours and conditions: what is shown of a positive number. */
function bare(code: string): string {
    const first = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0]!;
    return first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').trim();
}

/** What a format code such as `yyyy-mm-dd`, `0.00` or `[h]:mm` makes of a number. */
export function formatOfCode(code: string): CellFormat {
    const text = bare(code);
    if (/^general$/i.test(text)) return plain;
    if (/\[(h+|m+|s+)\]/i.test(text)) return { kind: 'elapsed' };
    if (/[ymdhs]/i.test(text.replace(/AM\/PM|A\/P|e[+-]/gi, ''))) return { kind: 'day' };
    if (text.includes('%')) return { kind: 'percent' };
    const digits = /^(?:[#,]*)(0+)(?:\.(0+))?$/.exec(text);
    if (digits && (digits[1]!.length > 1 || digits[2]))
        return { kind: 'digits', whole: digits[1]!.length, decimals: digits[2]?.length ?? 0 };
    return plain;
}

/** The format of each style of a workbook, by its number. */
export function formatsOf(styles: string): readonly CellFormat[] {
    const codes = new Map<number, CellFormat>();
    const formats: CellFormat[] = [];
    let cells = false;
    scanXml(styles, {
        open(name, attributes) {
            if (name === 'numFmt')
                codes.set(Number(attributes['numFmtId']), formatOfCode(attributes['formatCode'] ?? ''));
            else if (name === 'cellXfs') cells = true;
            else if (name === 'xf' && cells) {
                const id = Number(attributes['numFmtId'] ?? '0');
                formats.push(codes.get(id) ?? builtIn(id));
            }
        },
        close(name) {
            if (name === 'cellXfs') cells = false;
        },
    });
    return formats;
}

const dayLength = 86_400_000;

/** A serial number of days as `YYYY-MM-DD`, with the time where there is one; a time alone as `HH:MM`. */
function dayText(serial: number, from1904: boolean): string | null {
    const minutes = Math.round((serial % 1) * 1440);
    const clock = (at: number): string =>
        `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    if (serial >= 0 && serial < 1 && !from1904) return clock(minutes);
    // Day 60 of the first system is the 29 February 1900 that never was; the days before it are one off.
    const days = Math.floor(serial) + (from1904 ? 1462 : serial < 60 ? 1 : 0);
    const date = new Date(Date.UTC(1899, 11, 30) + days * dayLength + (minutes === 1440 ? dayLength : 0));
    if (serial < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null;
    const day = date.toISOString().slice(0, 10);
    return minutes === 0 || minutes === 1440 ? day : `${day} ${clock(minutes)}`;
}

/** A number without the digits that binary arithmetic adds: programs show fifteen of them at most. */
function numberText(value: number): string {
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15)));
}

/** What a person sees of a number in a cell of that format. */
export function shownNumber(value: number, format: CellFormat = plain, from1904 = false): string {
    if (!Number.isFinite(value)) return String(value);
    switch (format.kind) {
        case 'day':
            return dayText(value, from1904) ?? numberText(value);
        case 'percent':
            return `${numberText(value * 100)}%`;
        case 'elapsed': {
            const minutes = Math.round(value * 1440);
            return value < 0
                ? numberText(value)
                : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
        }
        case 'digits': {
            // A digit that the format hides is a digit that somebody typed.
            if (Math.abs(value) >= 1e15 || Number(value.toFixed(Math.min(format.decimals, 20))) !== value)
                return numberText(value);
            const [whole = '', rest] = Math.abs(value).toFixed(Math.min(format.decimals, 20)).split('.');
            return (
                `${value < 0 ? '-' : ''}${whole.padStart(Math.min(format.whole, 30), '0')}` +
                `${rest === undefined ? '' : `.${rest}`}`
            );
        }
        case 'plain':
            return numberText(value);
    }
}
