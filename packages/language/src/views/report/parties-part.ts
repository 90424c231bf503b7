import { partIds } from '../../catalogue/index.ts';
import { assessPart, certificateRows, raciRows } from '../life-cycle/index.ts';
import type { ReportData } from './data.ts';
import type { ReportInput } from './input.ts';

/** Who does what in the life of the plant, and what is stated of organisations. */
export function partiesPart(input: ReportInput): Pick<ReportData, 'parties' | 'raci' | 'organisations'> {
    const { model, lookup, today } = input;
    return {
        parties: model.parties.map(({ id, title, description, roles, certificates }) => ({
            id,
            title,
            description,
            roles,
            certificates: certificateRows(certificates, today),
        })),
        raci: raciRows(lookup),
        organisations: partIds.map(part => assessPart(input, part)).filter(({ holders }) => holders.length > 0),
    };
}
