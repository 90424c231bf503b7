/**
 * "See also" in NERC CIP version 6. Source: Saudi National Cybersecurity Authority, Operational Technology
 * Cybersecurity Controls Methodology and Mapping Annex, OTCCMM-1:2022 (public, TLP White). The annex maps each of its
 * subdomains to IEC 62443-3-3 and, in a parallel column, to NERC CIP: the rows are co-references of one subdomain, many
 * to many, and no equivalence. Good for a hint, never for a claim. Current CIP versions have other numbers. Loaded only
 * where it is used.
 */

/** What has to be said beside a reference. */
export const nercSource = 'NCA OTCCMM-1:2022, co-references to NERC CIP version 6 (a hint, no equivalence)';

export interface NercReference {
    /** The number of the subdomain in the annex. */
    readonly subdomain: string;
    readonly topic: string;
    /** Requirements of IEC 62443-3-3; `SR 5.1 *` stands for a system requirement with all its enhancements. */
    readonly requirements: readonly string[];
    /** Requirements of NERC CIP version 6. */
    readonly nerc: readonly string[];
}

/** The subdomains that name both standards: 12. */
export const nercReferences: readonly NercReference[] = [
    {
        subdomain: '1-1',
        topic: 'Cybersecurity policies and procedures',
        requirements: ['SR 7.6'],
        nerc: ['CIP-002 R1', 'CIP-002 R2', 'CIP-003 R1', 'CIP-003 R2'],
    },
    {
        subdomain: '1-5',
        topic: 'Cybersecurity in change management',
        requirements: ['SR 7.6 RE 1'],
        nerc: ['CIP-003 R1', 'CIP-003 R2', 'CIP-010 R1', 'CIP-010 R2'],
    },
    {
        subdomain: '2-1',
        topic: 'Asset management',
        requirements: ['SR 1.2', 'SR 2.1', 'SR 2.1 RE 1', 'SR 7.7'],
        nerc: ['CIP-002 R1', 'CIP-002 R2', 'CIP-003 R1', 'CIP-003 R2'],
    },
    {
        subdomain: '2-2',
        topic: 'Identity and access management',
        requirements: [
            'SR 1.1',
            'SR 1.2',
            'SR 1.4',
            'SR 1.7',
            'SR 2.1',
            'SR 2.1 RE 3',
            'SR 2.1 RE 4',
            'SR 2.5',
            'SR 2.6',
            'SR 4.1 RE 1',
            'SR 5.2',
        ],
        nerc: ['CIP-003 R1', 'CIP-005 R1', 'CIP-005 R2', 'CIP-007 R5', 'CIP-010 R1', 'CIP-011 R1', 'CIP-011 R2'],
    },
    {
        subdomain: '2-3',
        topic: 'System and processing facilities protection',
        requirements: [
            'SR 2.1 RE 1',
            'SR 2.8',
            'SR 2.8 RE 1',
            'SR 2.9',
            'SR 2.10',
            'SR 2.11',
            'SR 2.12',
            'SR 3.2',
            'SR 3.2 RE 1',
            'SR 5.1 RE 3',
            'SR 5.2',
            'SR 5.2 RE 3',
            'SR 7.7',
        ],
        nerc: [
            'CIP-004 R2',
            'CIP-005 R1',
            'CIP-007 R1',
            'CIP-007 R2',
            'CIP-007 R3',
            'CIP-007 R4',
            'CIP-010 R1',
            'CIP-010 R2',
            'CIP-010 R4',
        ],
    },
    {
        subdomain: '2-4',
        topic: 'Network security management',
        requirements: ['SR 1.6', 'SR 2.5', 'SR 2.6', 'SR 5.1 *', 'SR 5.2 *'],
        nerc: ['CIP-002 R1', 'CIP-003 R1', 'CIP-005 R1', 'CIP-005 R2', 'CIP-006 R1', 'CIP-007 R1'],
    },
    {
        subdomain: '2-5',
        topic: 'Mobile devices security',
        requirements: ['SR 2.2', 'SR 2.2 RE 1', 'SR 2.3 *', 'SR 4.2'],
        nerc: ['CIP-007 R3', 'CIP-007 R4', 'CIP-010 R3', 'CIP-010 R4'],
    },
    {
        subdomain: '2-6',
        topic: 'Data and information protection',
        requirements: ['SR 3.4', 'SR 4.1', 'SR 4.1 RE 1', 'SR 4.2 *'],
        nerc: ['CIP-011 R1', 'CIP-011 R2'],
    },
    {
        subdomain: '2-8',
        topic: 'Backup and recovery management',
        requirements: ['SR 7.3'],
        nerc: ['CIP-009 R1'],
    },
    {
        subdomain: '2-9',
        topic: 'Vulnerabilities management',
        requirements: ['SR 3.3'],
        nerc: ['CIP-003 R1', 'CIP-010 R3'],
    },
    {
        subdomain: '2-11',
        topic: 'Cybersecurity event logs and monitoring management',
        requirements: ['SR 2.8', 'SR 2.10', 'SR 6.1', 'SR 6.2'],
        nerc: ['CIP-005 R2', 'CIP-007 R4', 'CIP-010 R2'],
    },
    {
        subdomain: '2-12',
        topic: 'Cybersecurity incident and threat management',
        requirements: ['SR 3.3'],
        nerc: ['CIP-008 R1', 'CIP-008 R2', 'CIP-008 R3', 'CIP-009 R1', 'CIP-009 R2', 'CIP-009 R3'],
    },
];

/**
 * The rows of the annex that name a requirement.
 * @param id of IEC 62443-3-3, an enhancement included
 */
export function nercReferencesOf(id: string): readonly NercReference[] {
    const base = id.split(' RE ')[0];
    return nercReferences.filter(row => row.requirements.includes(id) || row.requirements.includes(`${base} *`));
}
