export { frAbbreviations } from '../model/index.ts';

/** A foundational requirement: IEC TS 62443-1-1; clauses 5 to 11 of IEC 62443-3-3 and IEC 62443-4-2. */
export interface FoundationalRequirement {
    /** Position in a security level vector, 0 to 6. */
    readonly index: number;
    /** 1 to 7, as in `FR 5`. */
    readonly number: number;
    readonly id: string;
    /** `IAC`, `UC`, `SI`, `DC`, `RDF`, `TRE` or `RA`. */
    readonly abbr: string;
    readonly name: string;
    /** The clause of IEC 62443-3-3, and the same one of IEC 62443-4-2. */
    readonly clause: string;
}

function fr(number: number, abbr: string, name: string): FoundationalRequirement {
    return { index: number - 1, number, id: `FR ${number}`, abbr, name, clause: String(number + 4) };
}

/** The seven foundational requirements, in the order of a vector: IAC UC SI DC RDF TRE RA. */
export const foundationalRequirements: readonly FoundationalRequirement[] = [
    fr(1, 'IAC', 'Identification and authentication control'),
    fr(2, 'UC', 'Use control'),
    fr(3, 'SI', 'System integrity'),
    fr(4, 'DC', 'Data confidentiality'),
    fr(5, 'RDF', 'Restricted data flow'),
    fr(6, 'TRE', 'Timely response to events'),
    fr(7, 'RA', 'Resource availability'),
];

/**
 * The foundational requirement with an abbreviation.
 * @param abbr upper case, as the standard writes it
 * @returns `undefined` for any other word
 */
export function frByAbbreviation(abbr: string): FoundationalRequirement | undefined {
    return foundationalRequirements.find(each => each.abbr === abbr);
}
