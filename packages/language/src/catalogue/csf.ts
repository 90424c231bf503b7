/**
 * "See also" in the NIST Cybersecurity Framework 1.1. Source: NIST, Framework for Improving Critical Infrastructure
 * Cybersecurity, version 1.1, 16 April 2018, Appendix A, table 2, informative references to ISA 62443-3-3:2013; a work
 * of the United States government. NIST says that the references are not exhaustive and do not show that an outcome is
 * met. They name system requirements, never enhancements. CSF 2.0 prints no references; NIST's own crosswalk leads
 * there. Loaded only where it is used.
 */

/** What has to be said beside a reference. */
export const csfSource = 'NIST Cybersecurity Framework 1.1 (2018), Appendix A, informative references';

/** The system requirements that NIST names beside a subcategory: 37 of 108 subcategories. */
export const csfReferences: readonly { readonly subcategory: string; readonly requirements: readonly string[] }[] = [
    { subcategory: 'ID.AM-1', requirements: ['SR 7.8'] },
    { subcategory: 'ID.AM-2', requirements: ['SR 7.8'] },
    { subcategory: 'ID.SC-4', requirements: ['SR 6.1'] },
    { subcategory: 'ID.SC-5', requirements: ['SR 2.8', 'SR 3.3', 'SR 6.1', 'SR 7.3', 'SR 7.4'] },
    {
        subcategory: 'PR.AC-1',
        requirements: ['SR 1.1', 'SR 1.2', 'SR 1.3', 'SR 1.4', 'SR 1.5', 'SR 1.7', 'SR 1.8', 'SR 1.9'],
    },
    { subcategory: 'PR.AC-3', requirements: ['SR 1.13', 'SR 2.6'] },
    { subcategory: 'PR.AC-4', requirements: ['SR 2.1'] },
    { subcategory: 'PR.AC-5', requirements: ['SR 3.1', 'SR 3.8'] },
    { subcategory: 'PR.AC-6', requirements: ['SR 1.1', 'SR 1.2', 'SR 1.4', 'SR 1.5', 'SR 1.9', 'SR 2.1'] },
    { subcategory: 'PR.AC-7', requirements: ['SR 1.1', 'SR 1.2', 'SR 1.5', 'SR 1.7', 'SR 1.8', 'SR 1.9', 'SR 1.10'] },
    { subcategory: 'PR.DS-1', requirements: ['SR 3.4', 'SR 4.1'] },
    { subcategory: 'PR.DS-2', requirements: ['SR 3.1', 'SR 3.8', 'SR 4.1', 'SR 4.2'] },
    { subcategory: 'PR.DS-3', requirements: ['SR 4.2'] },
    { subcategory: 'PR.DS-4', requirements: ['SR 7.1', 'SR 7.2'] },
    { subcategory: 'PR.DS-5', requirements: ['SR 5.2'] },
    { subcategory: 'PR.DS-6', requirements: ['SR 3.1', 'SR 3.3', 'SR 3.4', 'SR 3.8'] },
    { subcategory: 'PR.IP-1', requirements: ['SR 7.6'] },
    { subcategory: 'PR.IP-3', requirements: ['SR 7.6'] },
    { subcategory: 'PR.IP-4', requirements: ['SR 7.3', 'SR 7.4'] },
    { subcategory: 'PR.IP-6', requirements: ['SR 4.2'] },
    { subcategory: 'PR.IP-10', requirements: ['SR 3.3'] },
    { subcategory: 'PR.PT-1', requirements: ['SR 2.8', 'SR 2.9', 'SR 2.10', 'SR 2.11', 'SR 2.12'] },
    { subcategory: 'PR.PT-2', requirements: ['SR 2.3'] },
    {
        subcategory: 'PR.PT-3',
        requirements: [
            'SR 1.1',
            'SR 1.2',
            'SR 1.3',
            'SR 1.4',
            'SR 1.5',
            'SR 1.6',
            'SR 1.7',
            'SR 1.8',
            'SR 1.9',
            'SR 1.10',
            'SR 1.11',
            'SR 1.12',
            'SR 1.13',
            'SR 2.1',
            'SR 2.2',
            'SR 2.3',
            'SR 2.4',
            'SR 2.5',
            'SR 2.6',
            'SR 2.7',
        ],
    },
    {
        subcategory: 'PR.PT-4',
        requirements: [
            'SR 3.1',
            'SR 3.5',
            'SR 3.8',
            'SR 4.1',
            'SR 4.3',
            'SR 5.1',
            'SR 5.2',
            'SR 5.3',
            'SR 7.1',
            'SR 7.6',
        ],
    },
    { subcategory: 'PR.PT-5', requirements: ['SR 7.1', 'SR 7.2'] },
    {
        subcategory: 'DE.AE-2',
        requirements: ['SR 2.8', 'SR 2.9', 'SR 2.10', 'SR 2.11', 'SR 2.12', 'SR 3.9', 'SR 6.1', 'SR 6.2'],
    },
    { subcategory: 'DE.AE-3', requirements: ['SR 6.1'] },
    { subcategory: 'DE.CM-1', requirements: ['SR 6.2'] },
    { subcategory: 'DE.CM-3', requirements: ['SR 6.2'] },
    { subcategory: 'DE.CM-4', requirements: ['SR 3.2'] },
    { subcategory: 'DE.CM-5', requirements: ['SR 2.4'] },
    { subcategory: 'DE.DP-3', requirements: ['SR 3.3'] },
    { subcategory: 'DE.DP-4', requirements: ['SR 6.1'] },
    { subcategory: 'RS.AN-1', requirements: ['SR 6.1'] },
    { subcategory: 'RS.AN-3', requirements: ['SR 2.8', 'SR 2.9', 'SR 2.10', 'SR 2.11', 'SR 2.12', 'SR 3.9', 'SR 6.1'] },
    { subcategory: 'RS.MI-1', requirements: ['SR 5.1', 'SR 5.2', 'SR 5.4'] },
];

let byRequirement: ReadonlyMap<string, readonly string[]> | undefined;

function indexed(): ReadonlyMap<string, readonly string[]> {
    const rows = csfReferences.flatMap(row => row.requirements.map(id => [id, row.subcategory] as const));
    return new Map(
        Array.from(
            Map.groupBy(rows, ([id]) => id),
            ([id, all]) => [id, all.map(([, each]) => each)],
        ),
    );
}

/**
 * The subcategories of CSF 1.1 beside which NIST names a requirement.
 * @param id of IEC 62443-3-3; an enhancement has none of its own
 * @returns in the order of the framework; empty for SR 3.6, SR 3.7, SR 7.5 and SR 7.7
 */
export function csfSubcategoriesOf(id: string): readonly string[] {
    return (byRequirement ??= indexed()).get(id) ?? [];
}
