import type { PartRow } from './row.ts';
import { rowsOf } from './row.ts';

const process = 'a process of the product supplier: a statement with evidence, or a certificate';

/**
 * The development process of a product supplier: IEC 62443-4-1:2018, 8 practices, 47 requirements. Identifiers and
 * headings only; the remarks are our own. Four lists made independently agree on all of them. `SR-1` to `SR-5` are not
 * the system requirements `SR 1.1` and so on of IEC 62443-3-3. Loaded only where it is used.
 */
export const productSupplierRows: readonly PartRow[] = rowsOf('4-1', [
    ['SM-1', 'Development process', 'no', process, 'high'],
    ['SM-2', 'Identification of responsibilities', 'no', process, 'high'],
    ['SM-3', 'Identification of applicability', 'no', process, 'high'],
    ['SM-4', 'Security expertise', 'no', process, 'high'],
    ['SM-5', 'Process scoping', 'no', process, 'high'],
    ['SM-6', 'File integrity', 'no', process, 'high'],
    ['SM-7', 'Development environment security', 'no', process, 'high'],
    ['SM-8', 'Controls for private keys', 'no', process, 'high'],
    ['SM-9', 'Security requirements for externally provided components', 'no', process, 'high'],
    ['SM-10', 'Custom developed components from third-party suppliers', 'no', process, 'high'],
    ['SM-11', 'Assessing and addressing security-related issues', 'no', process, 'high'],
    ['SM-12', 'Process verification', 'no', process, 'high', 'One list calls it "Process certification".'],
    ['SM-13', 'Continuous improvement', 'no', process, 'high'],
    [
        'SR-1',
        'Product security context',
        'partly',
        'what the product expects of its surroundings could be compared with the zone in which it is; a type ' +
            'cannot state it',
        'high',
    ],
    [
        'SR-2',
        'Threat model',
        'partly',
        'only where the product itself is modelled: trust boundaries as zones, interfaces as flows, threats as threats',
        'high',
    ],
    ['SR-3', 'Product security requirements', 'no', process, 'high'],
    [
        'SR-4',
        'Product security requirements content',
        'partly',
        'the SL-C that it asks for can be on the type; a type without one is found',
        'high',
        '',
        'capability-unknown',
    ],
    ['SR-5', 'Security requirements review', 'no', process, 'high'],
    [
        'SD-1',
        'Secure design principles',
        'partly',
        'only where the product itself is modelled: interfaces and trust boundaries as flows and zones',
        'high',
    ],
    ['SD-2', 'Defense in depth design', 'partly', 'only where the product itself is modelled', 'high'],
    ['SD-3', 'Security design review', 'no', process, 'high'],
    ['SD-4', 'Secure design best practices', 'no', process, 'high'],
    ['SI-1', 'Security implementation review', 'no', process, 'high'],
    ['SI-2', 'Secure coding standards', 'no', process, 'high'],
    ['SVV-1', 'Security requirements testing', 'no', process, 'high'],
    ['SVV-2', 'Threat mitigation testing', 'no', process, 'high'],
    ['SVV-3', 'Vulnerability testing', 'no', process, 'high'],
    ['SVV-4', 'Penetration testing', 'no', process, 'high'],
    ['SVV-5', 'Independence of testers', 'no', process, 'high'],
    ['DM-1', 'Receiving notifications of security-related issues', 'no', process, 'high'],
    ['DM-2', 'Reviewing security-related issues', 'no', process, 'high'],
    ['DM-3', 'Assessing security-related issues', 'no', process, 'high'],
    ['DM-4', 'Addressing security-related issues', 'no', process, 'high'],
    ['DM-5', 'Disclosing security-related issues', 'no', process, 'high'],
    ['DM-6', 'Periodic review of security defect management practice', 'no', process, 'high'],
    ['SUM-1', 'Security update qualification', 'no', process, 'high'],
    ['SUM-2', 'Security update documentation', 'no', process, 'high'],
    ['SUM-3', 'Dependent component or operating system security update documentation', 'no', process, 'high'],
    ['SUM-4', 'Security update delivery', 'no', process, 'high'],
    ['SUM-5', 'Timely delivery of security patches', 'no', process, 'high'],
    ['SG-1', 'Product defense in depth', 'no', process, 'high'],
    [
        'SG-2',
        'Defense in depth measures expected in the environment',
        'partly',
        'what the product expects of its surroundings (a firewall in front, a locked cabinet) could be compared ' +
            'with the zone; a type cannot state it',
        'high',
    ],
    ['SG-3', 'Security hardening guidelines', 'no', process, 'high'],
    ['SG-4', 'Secure disposal guidelines', 'no', process, 'high'],
    ['SG-5', 'Secure operation guidelines', 'no', process, 'high'],
    ['SG-6', 'Account management guidelines', 'no', process, 'high'],
    ['SG-7', 'Documentation review', 'no', process, 'high'],
]);

/** The practices. */
export const productSupplierGroups: ReadonlyMap<string, string> = new Map([
    ['SM', 'Security management'],
    ['SR', 'Specification of security requirements'],
    ['SD', 'Secure by design'],
    ['SI', 'Secure implementation'],
    ['SVV', 'Security verification and validation testing'],
    ['DM', 'Management of security-related issues'],
    ['SUM', 'Security update management'],
    ['SG', 'Security guidelines'],
]);
