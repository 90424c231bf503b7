/**
 * The identifiers of the requirements on organisations, as counts: what a check needs to know an id. Titles and remarks
 * are in the files beside this one. IEC 62443-2-1:2024 has 87, IEC 62443-2-4 123 (editions 1.1 and 2), IEC
 * 62443-4-1:2018 47.
 */

/** The parts of IEC 62443 on organisations: asset owner, service provider, product supplier. */
export const partIds = ['2-1', '2-4', '4-1'] as const;
/** The parts of IEC 62443 on organisations. */
export type PartId = (typeof partIds)[number];

/** Requirements by element. */
const ownerCounts: Readonly<Record<string, readonly number[]>> = {
    ORG: [6, 4, 1],
    CM: [4],
    NET: [9, 3, 3],
    COMP: [2, 3, 5],
    DATA: [7],
    USER: [19, 4],
    EVENT: [9],
    AVAIL: [3, 5],
};

/** By area, for each base requirement the number of its enhancements. */
const providerCounts = [
    '1111000',
    '031',
    '2210101304',
    '012',
    '000010002',
    '100',
    '0001',
    '1210',
    '040101011',
    '01002',
    '120003',
    '000000000',
] as const;

/** Requirements by practice. */
const supplierCounts: Readonly<Record<string, number>> = { SM: 13, SR: 5, SD: 4, SI: 2, SVV: 5, DM: 6, SUM: 5, SG: 7 };

function upTo(count: number): readonly number[] {
    return Array.from({ length: count }, (_, index) => index + 1);
}

const two = (number: number): string => String(number).padStart(2, '0');

function providerIds(area: string, enhancements: string): readonly string[] {
    return [...enhancements].flatMap((count, index) => {
        const base = `${area}.${two(index + 1)}`;
        return [base, ...upTo(Number(count)).map(number => `${base} RE ${number}`)];
    });
}

let made: Readonly<Record<PartId, readonly string[]>> | undefined;

function all(): Readonly<Record<PartId, readonly string[]>> {
    return (made ??= {
        '2-1': Object.entries(ownerCounts).flatMap(([word, elements]) =>
            elements.flatMap((count, index) => upTo(count).map(number => `${word} ${index + 1}.${number}`)),
        ),
        '2-4': providerCounts.flatMap((counts, index) => providerIds(`SP.${two(index + 1)}`, counts)),
        '4-1': Object.entries(supplierCounts).flatMap(([word, count]) =>
            upTo(count).map(number => `${word}-${number}`),
        ),
    });
}

/** The identifiers of a part, in its order: `NET 3.2`, `SP.07.04`, `SP.07.04 RE 1`, `SM-1`. */
export function partRowIds(part: PartId): readonly string[] {
    return all()[part];
}

/** The part that an identifier belongs to; `undefined` where no part has it. */
export function partOfId(id: string): PartId | undefined {
    const part = id.startsWith('SP.') ? '2-4' : /^[A-Z]+ \d/.test(id) ? '2-1' : '4-1';
    return all()[part].includes(id) ? part : undefined;
}

/**
 * An identifier as people type it, in the form of the language: `sp.07.04 re(1)` and `SP.07.04 RE1` are `SP.07.04 RE
 * 1`, `SP.07.01 BR` is `SP.07.01`, `sm 1` is `SM-1`, `net3.2` is `NET 3.2`.
 * @returns `undefined` for what has the form of none
 */
export function normalisedPartId(words: string): string | undefined {
    const text = words.trim().toUpperCase();
    const provider = /^SP[\s.-]*(\d{1,2})\.(\d{1,2})(?:\s*BR|\s*RE\s*\(?(\d+)\)?)?$/.exec(text);
    if (provider) {
        const base = `SP.${provider[1]!.padStart(2, '0')}.${provider[2]!.padStart(2, '0')}`;
        return provider[3] ? `${base} RE ${provider[3]}` : base;
    }
    const owner = /^(ORG|CM|NET|COMP|DATA|USER|EVENT|AVAIL)[\s-]*(\d+\.\d+)$/.exec(text);
    if (owner) return `${owner[1]} ${owner[2]}`;
    const supplier = /^(SM|SR|SD|SI|SVV|DM|SUM|SG)[\s-]*(\d+)$/.exec(text);
    return supplier ? `${supplier[1]}-${supplier[2]}` : undefined;
}
