/**
 * The system requirements (SR) and requirement enhancements (RE) of IEC 62443-3-3:2013 with COR1:2014: identifiers,
 * short titles and the lowest security level that asks for each, from the tables of clauses 5 to 11. 37, 60, 90 and 100
 * of them are required at SL 1, 2, 3 and 4. Where published readings of the tables differ, `doubts.ts` says which one
 * is used and why.
 */
export interface Requirement {
    /** `SR 1.1` or `SR 1.1 RE 2`. */
    readonly id: string;
    /** Position in {@link requirements}, 0 to 99. */
    readonly index: number;
    /** 0 to 6, in the order IAC UC SI DC RDF TRE RA. */
    readonly fr: number;
    /** Lowest security level that asks for it, 1 to 4; every higher level asks for it too. */
    readonly level: number;
    readonly title: string;
    /** The id of the system requirement that an enhancement belongs to; `null` for a system requirement. */
    readonly base: string | null;
}

type Row = Omit<Requirement, 'index'>;

/** A system requirement: its number, the lowest level and the title. */
function sr(number: string, level: number, title: string): Row {
    return { id: `SR ${number}`, fr: Number(number[0]) - 1, level, title, base: null };
}

/** An enhancement: the number of its system requirement, its own, the lowest level and the title. */
function re(base: string, number: number, level: number, title: string): Row {
    return { id: `SR ${base} RE ${number}`, fr: Number(base[0]) - 1, level, title, base: `SR ${base}` };
}

const rows: readonly Row[] = [
    // FR 1, IAC: clause 5
    sr('1.1', 1, 'Human user identification and authentication'),
    re('1.1', 1, 2, 'Unique identification and authentication'),
    re('1.1', 2, 3, 'Multifactor authentication for untrusted networks'),
    re('1.1', 3, 4, 'Multifactor authentication for all networks'),
    sr('1.2', 2, 'Software process and device identification and authentication'),
    re('1.2', 1, 3, 'Unique identification and authentication'),
    sr('1.3', 1, 'Account management'),
    re('1.3', 1, 3, 'Unified account management'),
    sr('1.4', 1, 'Identifier management'),
    sr('1.5', 1, 'Authenticator management'),
    re('1.5', 1, 3, 'Hardware security for software process identity credentials'),
    sr('1.6', 1, 'Wireless access management'),
    re('1.6', 1, 2, 'Unique identification and authentication'),
    sr('1.7', 1, 'Strength of password-based authentication'),
    re('1.7', 1, 3, 'Password generation and lifetime restrictions for human users'),
    re('1.7', 2, 4, 'Password lifetime restrictions for all users'),
    sr('1.8', 2, 'Public key infrastructure (PKI) certificates'),
    sr('1.9', 2, 'Strength of public key authentication'),
    re('1.9', 1, 3, 'Hardware security for public key authentication'),
    sr('1.10', 1, 'Authenticator feedback'),
    sr('1.11', 1, 'Unsuccessful login attempts'),
    sr('1.12', 1, 'System use notification'),
    sr('1.13', 1, 'Access via untrusted networks'),
    re('1.13', 1, 2, 'Explicit access request approval'),

    // FR 2, UC: clause 6
    sr('2.1', 1, 'Authorization enforcement'),
    re('2.1', 1, 2, 'Authorization enforcement for all users'),
    re('2.1', 2, 2, 'Permission mapping to roles'),
    re('2.1', 3, 3, 'Supervisor override'),
    re('2.1', 4, 4, 'Dual approval'),
    sr('2.2', 1, 'Wireless use control'),
    re('2.2', 1, 3, 'Identify and report unauthorized wireless devices'),
    sr('2.3', 1, 'Use control for portable and mobile devices'),
    re('2.3', 1, 3, 'Enforcement of security status of portable and mobile devices'),
    sr('2.4', 1, 'Mobile code'),
    re('2.4', 1, 3, 'Mobile code integrity check'),
    sr('2.5', 1, 'Session lock'),
    sr('2.6', 2, 'Remote session termination'),
    sr('2.7', 3, 'Concurrent session control'),
    sr('2.8', 1, 'Auditable events'),
    re('2.8', 1, 3, 'Centrally managed, system-wide audit trail'),
    sr('2.9', 1, 'Audit storage capacity'),
    re('2.9', 1, 3, 'Warn when audit record storage capacity threshold reached'),
    sr('2.10', 1, 'Response to audit processing failures'),
    sr('2.11', 2, 'Timestamps'),
    re('2.11', 1, 3, 'Internal time synchronization'),
    re('2.11', 2, 4, 'Protection of time source integrity'),
    sr('2.12', 3, 'Non-repudiation'),
    re('2.12', 1, 4, 'Non-repudiation for all users'),

    // FR 3, SI: clause 7
    sr('3.1', 1, 'Communication integrity'),
    re('3.1', 1, 3, 'Cryptographic integrity protection'),
    sr('3.2', 1, 'Malicious code protection'),
    re('3.2', 1, 2, 'Malicious code protection on entry and exit points'),
    re('3.2', 2, 3, 'Central management and reporting for malicious code protection'),
    sr('3.3', 1, 'Security functionality verification'),
    re('3.3', 1, 3, 'Automated mechanisms for security functionality verification'),
    re('3.3', 2, 4, 'Security functionality verification during normal operation'),
    sr('3.4', 2, 'Software and information integrity'),
    re('3.4', 1, 3, 'Automated notification about integrity violations'),
    sr('3.5', 1, 'Input validation'),
    sr('3.6', 1, 'Deterministic output'),
    sr('3.7', 2, 'Error handling'),
    sr('3.8', 2, 'Session integrity'),
    re('3.8', 1, 3, 'Invalidation of session IDs after session termination'),
    re('3.8', 2, 3, 'Unique session ID generation'),
    re('3.8', 3, 4, 'Randomness of session IDs'),
    sr('3.9', 2, 'Protection of audit information'),
    re('3.9', 1, 4, 'Audit records on write-once media'),

    // FR 4, DC: clause 8
    sr('4.1', 1, 'Information confidentiality'),
    re('4.1', 1, 2, 'Protection of confidentiality at rest or in transit via untrusted networks'),
    re('4.1', 2, 4, 'Protection of confidentiality across zone boundaries'),
    sr('4.2', 2, 'Information persistence'),
    re('4.2', 1, 3, 'Purging of shared memory resources'),
    sr('4.3', 1, 'Use of cryptography'),

    // FR 5, RDF: clause 9
    sr('5.1', 1, 'Network segmentation'),
    re('5.1', 1, 2, 'Physical network segmentation'),
    re('5.1', 2, 3, 'Independence from non-control system networks'),
    re('5.1', 3, 4, 'Logical and physical isolation of critical networks'),
    sr('5.2', 1, 'Zone boundary protection'),
    re('5.2', 1, 2, 'Deny by default, allow by exception'),
    re('5.2', 2, 3, 'Island mode'),
    re('5.2', 3, 3, 'Fail close'),
    sr('5.3', 1, 'General purpose person-to-person communication restrictions'),
    re('5.3', 1, 3, 'Prohibit all general purpose person-to-person communications'),
    sr('5.4', 1, 'Application partitioning'),

    // FR 6, TRE: clause 10
    sr('6.1', 1, 'Audit log accessibility'),
    re('6.1', 1, 3, 'Programmatic access to audit logs'),
    sr('6.2', 2, 'Continuous monitoring'),

    // FR 7, RA: clause 11
    sr('7.1', 1, 'Denial of service protection'),
    re('7.1', 1, 2, 'Manage communication loads'),
    re('7.1', 2, 3, 'Limit DoS effects to other systems or networks'),
    sr('7.2', 1, 'Resource management'),
    sr('7.3', 1, 'Control system backup'),
    re('7.3', 1, 2, 'Backup verification'),
    re('7.3', 2, 3, 'Backup automation'),
    sr('7.4', 1, 'Control system recovery and reconstitution'),
    sr('7.5', 1, 'Emergency power'),
    sr('7.6', 1, 'Network and security configuration settings'),
    re('7.6', 1, 3, 'Machine-readable reporting of current security settings'),
    sr('7.7', 1, 'Least functionality'),
    sr('7.8', 2, 'Control system component inventory'),
];

/**
 * All requirements in the order of the standard: 51 system requirements, each followed by its enhancements, 49 in all.
 */
export const requirements: readonly Requirement[] = rows.map((row, index) => ({ ...row, index }));

const byId = new Map(requirements.map(requirement => [requirement.id, requirement]));
const byFr = [0, 1, 2, 3, 4, 5, 6].map(fr => requirements.filter(requirement => requirement.fr === fr));

/**
 * The requirement with an id in canonical spelling, such as `SR 2.11 RE 1`.
 * @returns `undefined` where the standard has no such requirement
 */
export function requirementById(id: string): Requirement | undefined {
    return byId.get(id);
}

/**
 * The requirements of a foundational requirement, in the order of the standard.
 * @param fr 0 to 6, in the order IAC UC SI DC RDF TRE RA; empty for any other number
 */
export function requirementsOfFr(fr: number): readonly Requirement[] {
    return byFr[fr] ?? [];
}

/** The enhancements of a system requirement, by its id; empty where it has none. */
export function enhancementsOf(id: string): readonly Requirement[] {
    return requirements.filter(requirement => requirement.base === id);
}

/** The clause of IEC 62443-3-3 that states a requirement: `SR 1.13` and its enhancements stand in clause 5.15. */
export function clauseOf(requirement: Requirement): string {
    const number = (requirement.base ?? requirement.id).slice('SR n.'.length);
    return `${requirement.fr + 5}.${Number(number) + 2}`;
}
