/**
 * The requirements of IEC 62443 on organisations: 2-1 on the asset owner, 2-4 on service providers, 4-1 on product
 * suppliers. Loaded only where they are printed; what a check needs is in `ids.ts` and `judges.ts`.
 */
import { assetOwnerGroups, assetOwnerRows } from './asset-owner.ts';
import type { PartId } from './ids.ts';
import { productSupplierGroups, productSupplierRows } from './product-supplier.ts';
import type { PartRow } from './row.ts';
import { serviceProviderGroups, serviceProviderRows } from './service-provider.ts';

export type { PartId } from './ids.ts';
export { groupOf } from './row.ts';
export type { PartRow, Shown, Sureness } from './row.ts';

/** One part of the standard. */
export interface Part {
    readonly id: PartId;
    /** The standard and its edition. */
    readonly standard: string;
    /** On whom its requirements are. */
    readonly on: string;
    /** Where our identifiers and titles come from, and how sure they are; printed with every list. */
    readonly source: string;
    readonly rows: readonly PartRow[];
    /** Titles of the elements, areas or practices, by their ids. */
    readonly groups: ReadonlyMap<string, string>;
}

/** The parts of the standard that speak of organisations. */
export const parts: readonly Part[] = [
    {
        id: '2-1',
        standard: 'IEC 62443-2-1:2024',
        on: 'the asset owner',
        source:
            'This list is weakly sourced: it was not compared with the standard. One complete public list was found; ' +
            'a second source confirms the subject of 46 of the 87 requirements. The others carry a doubt. Compare ' +
            'numbers and titles with the standard before you rely on them.',
        rows: assetOwnerRows,
        groups: assetOwnerGroups,
    },
    {
        id: '2-4',
        standard: 'IEC 62443-2-4 (edition 1.1 of 2017, edition 2 of 2023)',
        on: 'the provider of integration or maintenance services',
        source:
            'The identifiers were found in two public lists, which differ in one of 123. The standard has no titles: ' +
            'these are our own, and do not replace its text.',
        rows: serviceProviderRows,
        groups: serviceProviderGroups,
    },
    {
        id: '4-1',
        standard: 'IEC 62443-4-1:2018',
        on: 'the product supplier',
        source: 'Four public lists, made independently, agree on all 47 identifiers and headings.',
        rows: productSupplierRows,
        groups: productSupplierGroups,
    },
];

const byId: ReadonlyMap<string, PartRow> = new Map(parts.flatMap(({ rows }) => rows.map(row => [row.id, row])));

/** The part with this id. */
export function partById(id: PartId): Part {
    return parts.find(part => part.id === id)!;
}

/**
 * A requirement on an organisation.
 * @param id canonical: `NET 3.2`, `SP.07.04 RE 1`, `SM-1`
 */
export function partRowById(id: string): PartRow | undefined {
    return byId.get(id);
}

/** The maturity levels, 1 to 4; the names are those of 4-1 and 2-4, and are taken over for 2-1. */
export const maturityNames = ['Initial', 'Managed', 'Defined (Practiced)', 'Improving'] as const;
