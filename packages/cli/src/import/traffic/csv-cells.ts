import { addressPoint } from 'iacs-language/filter';

/** A head as heads are compared: without quotes, points and underscores, in small letters. */
export const plainHead = (head: string): string =>
    head
        .replace(/^\ufeff/, '')
        .replace(/["']/g, '')
        .replace(/[._\s]+/g, ' ')
        .replace(/^#\s*/, '')
        .trim()
        .toLowerCase();

/** The cells of a line; a quote that goes over a line end is not found in logs. */
export function cellsOf(line: string, separator: string): string[] {
    if (!line.includes('"')) return line.split(separator);
    const cells: string[] = [];
    let cell = '';
    let quoted = false;
    for (let at = 0; at < line.length; at++) {
        const sign = line[at]!;
        if (quoted) {
            if (sign !== '"') cell += sign;
            else if (line[at + 1] === '"') cell += line[++at]!;
            else quoted = false;
        } else if (sign === '"') quoted = true;
        else if (sign === separator) {
            cells.push(cell);
            cell = '';
        } else cell += sign;
    }
    return [...cells, cell];
}

/**
 * An end as a cell writes it, without what surrounds its address: the length of a prefix of one host, the zone of an
 * address of IPv6, a name with the address in brackets.
 */
export function endOf(cell: string): string {
    const inner = /^[^()]+\(([\da-f:.]+)\)$/i.exec(cell)?.[1];
    const bare = (inner ?? cell).replace(/%[\w.-]+$/, '').replace(/\/(?:32|128)$/, '');
    return addressPoint(bare) === null ? cell : bare;
}

/** A number of bytes or sessions; 0 also where a unit follows, `NaN` for what is none. */
export const amountOf = (cell: string): number =>
    /^0+(?:[.,]0+)?\s*(?:[kmgt]?i?b|bytes?|octets?|bits?)?$/i.test(cell) ? 0 : Number(cell);

const blocked =
    'den(?:y|ied)|drop(?:ped)?|block(?:ed|iert)?|reject(?:ed)?|discard(?:ed)?|prevent(?:ed)?|verworfen|gesperrt|' +
    'abgelehnt|refus[ée]e?|bloqu[ée]e?|bloqueado|denegado|rechazado';
const beginsBlocked = new RegExp(`^(?:${blocked})(?![\\p{L}\\d])`, 'iu');
const wholeBlocked = new RegExp(`^(?:${blocked})$`, 'iu');

/** True for a cell in which a firewall says that it let nothing through. */
export const isBlocked = (cell: string): boolean => beginsBlocked.test(cell);

/** The first of some columns that says so of a row with that word alone; -1 for none. */
export const blockedIn = (cells: readonly string[], columns: readonly number[]): number =>
    columns.find(at => wholeBlocked.test(cells[at]?.trim() ?? '')) ?? -1;

/** True for a cell by which the end that is named second opened the session, such as the arrows of Argus. */
export const isTurned = (cell: string): boolean => /^(?:<-+|<\?|←|⇐|⟵|<=|response|reply|answer|antwort)$/iu.test(cell);

/** What is written in a cell that says nothing. */
export const isEmpty = (cell: string): boolean => /^(|-+|\?|n\/?a|none|null|unknown)$/i.test(cell);

/** True for what is written like an address and is none: part of one, or a wrong one. */
export const isBrokenAddress = (cell: string): boolean =>
    (/^[\d.]*\d\.[\d.]*(?:\/\d+)?$/.test(cell) || (/^[\da-f:.]+$/i.test(cell) && cell.includes(':'))) &&
    addressPoint(cell) === null &&
    !/^([\da-f]{1,2}:){5}[\da-f]{1,2}$/i.test(cell);
