/**
 * MITRE ATT&CK for ICS 18.1 (November 2025): ids and names of tactics, techniques and mitigations, and the requirements
 * of IEC 62443 with which MITRE labels its mitigations. Loaded only where it is used; whoever prints it prints
 * `attackNotice`. MITRE labels 36 of its 52 mitigations with a system requirement, 20 different ones; nothing is known
 * of the others.
 */

/** MITRE's copyright designation and licence, which have to go with every copy of the data. */
export const attackNotice = {
    designation:
        '© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE ' +
        'Corporation.',
    licence:
        'The MITRE Corporation (MITRE) hereby grants you a non-exclusive, royalty-free license to use ATT&CK® ' +
        'for research, ' +
        'development, and commercial purposes. Any copy you make for such purposes is authorized provided that ' +
        'you reproduce ' +
        "MITRE's copyright designation and this license in any such copy.",
    version: '18.1',
} as const;

export interface Tactic {
    /** `TA0108`. */
    readonly id: string;
    readonly name: string;
}

export interface Technique {
    /** `T0886`. */
    readonly id: string;
    readonly name: string;
    /** Ids of the tactics it serves. */
    readonly tactics: readonly string[];
}

export interface Mitigation {
    /** `M0930`. */
    readonly id: string;
    readonly name: string;
    /** The system requirements of IEC 62443-3-3 with which MITRE labels it. */
    readonly systemRequirements: readonly string[];
    /**
     * The component requirements with which MITRE labels it, as printed. CR 1.6, CR 3.2, CR 3.10, CR 3.14 and CR 5.4
     * name a heading of IEC 62443-4-2: the requirement itself is the SAR, EDR, HDR or NDR row, and of 5.4 there is
     * none.
     */
    readonly componentRequirements: readonly string[];
    /** Ids of the techniques it works against. */
    readonly mitigates: readonly string[];
}

function tactic(id: string, name: string): Tactic {
    return { id, name };
}

function technique(id: string, name: string, ...tactics: readonly string[]): Technique {
    return { id, name, tactics };
}

/** @param mitigates ids of techniques, separated by spaces */
function mitigation(
    id: string,
    name: string,
    systemRequirements: readonly string[],
    componentRequirements: readonly string[],
    mitigates: string,
): Mitigation {
    return {
        id,
        name,
        systemRequirements,
        componentRequirements,
        mitigates: mitigates === '' ? [] : mitigates.split(' '),
    };
}

/** The tactics: 12. */
export const tactics: readonly Tactic[] = [
    tactic('TA0100', 'Collection'),
    tactic('TA0101', 'Command and Control'),
    tactic('TA0102', 'Discovery'),
    tactic('TA0103', 'Evasion'),
    tactic('TA0104', 'Execution'),
    tactic('TA0105', 'Impact'),
    tactic('TA0106', 'Impair Process Control'),
    tactic('TA0107', 'Inhibit Response Function'),
    tactic('TA0108', 'Initial Access'),
    tactic('TA0109', 'Lateral Movement'),
    tactic('TA0110', 'Persistence'),
    tactic('TA0111', 'Privilege Escalation'),
];

/** The techniques: 83. */
export const techniques: readonly Technique[] = [
    technique('T0800', 'Activate Firmware Update Mode', 'TA0107'),
    technique('T0801', 'Monitor Process State', 'TA0100'),
    technique('T0802', 'Automated Collection', 'TA0100'),
    technique('T0803', 'Block Command Message', 'TA0107'),
    technique('T0804', 'Block Reporting Message', 'TA0107'),
    technique('T0805', 'Block Serial COM', 'TA0107'),
    technique('T0806', 'Brute Force I/O', 'TA0106'),
    technique('T0807', 'Command-Line Interface', 'TA0104'),
    technique('T0809', 'Data Destruction', 'TA0107'),
    technique('T0811', 'Data from Information Repositories', 'TA0100'),
    technique('T0812', 'Default Credentials', 'TA0109'),
    technique('T0813', 'Denial of Control', 'TA0105'),
    technique('T0814', 'Denial of Service', 'TA0107'),
    technique('T0815', 'Denial of View', 'TA0105'),
    technique('T0816', 'Device Restart/Shutdown', 'TA0107'),
    technique('T0817', 'Drive-by Compromise', 'TA0108'),
    technique('T0819', 'Exploit Public-Facing Application', 'TA0108'),
    technique('T0820', 'Exploitation for Evasion', 'TA0103'),
    technique('T0821', 'Modify Controller Tasking', 'TA0104'),
    technique('T0822', 'External Remote Services', 'TA0108'),
    technique('T0823', 'Graphical User Interface', 'TA0104'),
    technique('T0826', 'Loss of Availability', 'TA0105'),
    technique('T0827', 'Loss of Control', 'TA0105'),
    technique('T0828', 'Loss of Productivity and Revenue', 'TA0105'),
    technique('T0829', 'Loss of View', 'TA0105'),
    technique('T0830', 'Adversary-in-the-Middle', 'TA0100'),
    technique('T0831', 'Manipulation of Control', 'TA0105'),
    technique('T0832', 'Manipulation of View', 'TA0105'),
    technique('T0834', 'Native API', 'TA0104'),
    technique('T0835', 'Manipulate I/O Image', 'TA0107'),
    technique('T0836', 'Modify Parameter', 'TA0106'),
    technique('T0837', 'Loss of Protection', 'TA0105'),
    technique('T0838', 'Modify Alarm Settings', 'TA0107'),
    technique('T0839', 'Module Firmware', 'TA0106', 'TA0110'),
    technique('T0840', 'Network Connection Enumeration', 'TA0102'),
    technique('T0842', 'Network Sniffing', 'TA0102'),
    technique('T0843', 'Program Download', 'TA0109'),
    technique('T0845', 'Program Upload', 'TA0100'),
    technique('T0846', 'Remote System Discovery', 'TA0102'),
    technique('T0847', 'Replication Through Removable Media', 'TA0108'),
    technique('T0848', 'Rogue Master', 'TA0108'),
    technique('T0849', 'Masquerading', 'TA0103'),
    technique('T0851', 'Rootkit', 'TA0103', 'TA0107'),
    technique('T0852', 'Screen Capture', 'TA0100'),
    technique('T0853', 'Scripting', 'TA0104'),
    technique('T0855', 'Unauthorized Command Message', 'TA0106'),
    technique('T0856', 'Spoof Reporting Message', 'TA0103', 'TA0106'),
    technique('T0857', 'System Firmware', 'TA0107', 'TA0110'),
    technique('T0858', 'Change Operating Mode', 'TA0103', 'TA0104'),
    technique('T0859', 'Valid Accounts', 'TA0109', 'TA0110'),
    technique('T0860', 'Wireless Compromise', 'TA0108'),
    technique('T0861', 'Point & Tag Identification', 'TA0100'),
    technique('T0862', 'Supply Chain Compromise', 'TA0108'),
    technique('T0863', 'User Execution', 'TA0104'),
    technique('T0864', 'Transient Cyber Asset', 'TA0108'),
    technique('T0865', 'Spearphishing Attachment', 'TA0108'),
    technique('T0866', 'Exploitation of Remote Services', 'TA0108', 'TA0109'),
    technique('T0867', 'Lateral Tool Transfer', 'TA0109'),
    technique('T0868', 'Detect Operating Mode', 'TA0100'),
    technique('T0869', 'Standard Application Layer Protocol', 'TA0101'),
    technique('T0871', 'Execution through API', 'TA0104'),
    technique('T0872', 'Indicator Removal on Host', 'TA0103'),
    technique('T0873', 'Project File Infection', 'TA0110'),
    technique('T0874', 'Hooking', 'TA0104', 'TA0111'),
    technique('T0877', 'I/O Image', 'TA0100'),
    technique('T0878', 'Alarm Suppression', 'TA0107'),
    technique('T0879', 'Damage to Property', 'TA0105'),
    technique('T0880', 'Loss of Safety', 'TA0105'),
    technique('T0881', 'Service Stop', 'TA0107'),
    technique('T0882', 'Theft of Operational Information', 'TA0105'),
    technique('T0883', 'Internet Accessible Device', 'TA0108'),
    technique('T0884', 'Connection Proxy', 'TA0101'),
    technique('T0885', 'Commonly Used Port', 'TA0101'),
    technique('T0886', 'Remote Services', 'TA0108', 'TA0109'),
    technique('T0887', 'Wireless Sniffing', 'TA0100', 'TA0102'),
    technique('T0888', 'Remote System Information Discovery', 'TA0102'),
    technique('T0889', 'Modify Program', 'TA0110'),
    technique('T0890', 'Exploitation for Privilege Escalation', 'TA0111'),
    technique('T0891', 'Hardcoded Credentials', 'TA0109', 'TA0110'),
    technique('T0892', 'Change Credential', 'TA0107'),
    technique('T0893', 'Data from Local System', 'TA0100'),
    technique('T0894', 'System Binary Proxy Execution', 'TA0103'),
    technique('T0895', 'Autorun Image', 'TA0104'),
];

/** The mitigations: 52. */
export const mitigations: readonly Mitigation[] = [
    mitigation(
        'M0800',
        'Authorization Enforcement',
        ['SR 2.1'],
        ['CR 2.1'],
        'T0800 T0816 T0821 T0836 T0838 T0843 T0845 T0858 T0861 T0868 T0871 T0886 T0889',
    ),
    mitigation(
        'M0801',
        'Access Management',
        ['SR 2.1'],
        ['CR 2.1'],
        'T0800 T0812 T0816 T0838 T0839 T0843 T0845 T0857 T0858 T0859 T0861 T0868 T0871 T0886 T0891',
    ),
    mitigation(
        'M0802',
        'Communication Authenticity',
        ['SR 3.1'],
        ['CR 3.1'],
        'T0800 T0816 T0830 T0831 T0832 T0839 T0843 T0845 T0848 T0855 T0856 T0857 T0858 T0860 T0861 T0868',
    ),
    mitigation('M0803', 'Data Loss Prevention', ['SR 4.1'], ['CR 4.1'], 'T0882 T0893'),
    mitigation(
        'M0804',
        'Human User Authentication',
        ['SR 1.1'],
        ['CR 1.1'],
        'T0800 T0816 T0821 T0836 T0838 T0839 T0843 T0845 T0857 T0858 T0861 T0868 T0871 T0885 T0886 T0889',
    ),
    mitigation('M0805', 'Mechanical Protection Layers', [], [], 'T0879 T0880'),
    mitigation('M0806', 'Minimize Wireless Signal Propagation', ['SR 1.6'], ['CR 1.6'], 'T0860 T0887'),
    mitigation(
        'M0807',
        'Network Allowlists',
        [],
        [],
        'T0800 T0802 T0803 T0804 T0805 T0806 T0816 T0838 T0839 T0843 T0845 T0848 T0855 T0856 T0857 T0858 T0861 ' +
            'T0868 T0869 T0878 T0879 T0884 T0886',
    ),
    mitigation('M0808', 'Encrypt Network Traffic', ['SR 4.1'], ['CR 4.1'], 'T0839 T0842 T0857 T0860 T0887'),
    mitigation('M0809', 'Operational Information Confidentiality', ['SR 4.1'], ['CR 4.1'], 'T0882'),
    mitigation(
        'M0810',
        'Out-of-Band Communications Channel',
        [],
        [],
        'T0803 T0804 T0805 T0813 T0815 T0826 T0827 T0829 T0830 T0831 T0832 T0878',
    ),
    mitigation('M0811', 'Redundancy of Service', [], [], 'T0813 T0815 T0826 T0827 T0829 T0892'),
    mitigation('M0812', 'Safety Instrumented Systems', [], [], 'T0879 T0880'),
    mitigation(
        'M0813',
        'Software Process and Device Authentication',
        ['SR 1.2'],
        ['CR 1.2'],
        'T0800 T0806 T0816 T0830 T0838 T0839 T0843 T0845 T0848 T0855 T0856 T0857 T0858 T0860 T0861 T0868 T0886',
    ),
    mitigation(
        'M0814',
        'Static Network Configuration',
        ['SR 7.7'],
        ['CR 7.7'],
        'T0803 T0804 T0830 T0842 T0846 T0878 T0888',
    ),
    mitigation('M0815', 'Watchdog Timers', [], ['CR 7.2'], 'T0814'),
    mitigation('M0816', 'Mitigation Limited or Not Effective', [], [], 'T0801 T0823 T0835 T0840 T0852 T0877'),
    mitigation('M0817', 'Supply Chain Management', [], [], 'T0862'),
    mitigation('M0818', 'Validate Program Inputs', ['SR 3.5', 'SR 3.6'], ['CR 3.5', 'CR 3.6'], 'T0836 T0855'),
    mitigation('M0913', 'Application Developer Guidance', [], [], 'T0859'),
    mitigation('M0915', 'Active Directory Configuration', [], [], 'T0859'),
    mitigation('M0916', 'Vulnerability Scanning', [], [], 'T0819 T0862 T0866'),
    mitigation('M0917', 'User Training', [], [], 'T0811 T0863 T0865 T0893'),
    mitigation('M0918', 'User Account Management', ['SR 1.3'], ['CR 1.3'], 'T0811 T0822 T0838 T0859 T0881 T0886'),
    mitigation('M0919', 'Threat Intelligence Program', [], [], 'T0820 T0866 T0890'),
    mitigation('M0920', 'SSL/TLS Inspection', [], [], 'T0884'),
    mitigation('M0921', 'Restrict Web-Based Content', ['SR 2.4'], ['HDR 2.4'], 'T0817 T0863 T0865'),
    mitigation(
        'M0922',
        'Restrict File and Directory Permissions',
        ['SR 2.1'],
        ['CR 2.1'],
        'T0809 T0811 T0849 T0872 T0873 T0881 T0882 T0893',
    ),
    mitigation('M0924', 'Restrict Registry Permissions', ['SR 2.1'], ['CR 2.1'], 'T0881'),
    mitigation('M0926', 'Privileged Account Management', ['SR 1.3'], ['CR 1.3'], 'T0809 T0811 T0819 T0842 T0859 T0866'),
    mitigation('M0927', 'Password Policies', ['SR 1.5'], ['CR 1.5'], 'T0812 T0822 T0859 T0886 T0892'),
    mitigation('M0928', 'Operating System Configuration', ['SR 7.7'], ['CR 7.7'], 'T0847 T0895'),
    mitigation(
        'M0930',
        'Network Segmentation',
        ['SR 5.1'],
        ['CR 5.1'],
        'T0800 T0802 T0805 T0806 T0816 T0819 T0822 T0830 T0838 T0839 T0842 T0843 T0845 T0848 T0855 T0856 T0857 ' +
            'T0858 T0861 T0864 T0866 T0868 T0869 T0878 T0881 T0883 T0885 T0886',
    ),
    mitigation(
        'M0931',
        'Network Intrusion Prevention',
        ['SR 6.2'],
        ['CR 6.2'],
        'T0830 T0863 T0865 T0867 T0869 T0884 T0885',
    ),
    mitigation('M0932', 'Multi-factor Authentication', ['SR 1.7'], ['CR 1.7'], 'T0822 T0842 T0859'),
    mitigation('M0934', 'Limit Hardware Installation', ['SR 3.2'], ['EDR 3.2'], 'T0847'),
    mitigation('M0935', 'Limit Access to Resource Over Network', ['SR 5.1'], ['CR 5.1'], 'T0822'),
    mitigation('M0936', 'Account Use Policies', ['SR 1.11'], ['CR 1.11'], 'T0822 T0859'),
    mitigation(
        'M0937',
        'Filter Network Traffic',
        ['SR 5.1'],
        ['CR 5.1'],
        'T0800 T0806 T0816 T0839 T0843 T0845 T0848 T0855 T0856 T0857 T0859 T0861 T0868 T0884 T0886',
    ),
    mitigation('M0938', 'Execution Prevention', ['SR 3.2'], ['CR 3.2'], 'T0807 T0834 T0849 T0853 T0863 T0871 T0894'),
    mitigation(
        'M0941',
        'Encrypt Sensitive Information',
        ['SR 4.1'],
        ['CR 4.1'],
        'T0811 T0839 T0857 T0864 T0873 T0882 T0893',
    ),
    mitigation(
        'M0942',
        'Disable or Remove Feature or Program',
        ['SR 7.7'],
        ['CR 7.7'],
        'T0807 T0816 T0822 T0830 T0847 T0853 T0866 T0885',
    ),
    mitigation('M0944', 'Restrict Library Loading', ['SR 7.7'], ['CR 7.7'], 'T0874'),
    mitigation(
        'M0945',
        'Code Signing',
        ['SR 3.4'],
        ['CR 3.4'],
        'T0821 T0839 T0843 T0849 T0851 T0857 T0862 T0863 T0873 T0889',
    ),
    mitigation('M0946', 'Boot Integrity', [], ['CR 3.14'], 'T0839 T0857'),
    mitigation(
        'M0947',
        'Audit',
        ['SR 3.4'],
        ['CR 3.4'],
        'T0811 T0821 T0830 T0836 T0839 T0843 T0851 T0857 T0859 T0862 T0864 T0873 T0874 T0889',
    ),
    mitigation(
        'M0948',
        'Application Isolation and Sandboxing',
        ['SR 5.4'],
        ['CR 5.4'],
        'T0817 T0819 T0820 T0853 T0866 T0890',
    ),
    mitigation('M0949', 'Antivirus/Antimalware', ['SR 3.2'], ['CR 3.2'], 'T0863 T0864 T0865'),
    mitigation('M0950', 'Exploit Protection', ['SR 3.2'], ['CR 3.2'], 'T0817 T0819 T0820 T0866 T0890'),
    mitigation('M0951', 'Update Software', [], ['CR 3.10'], 'T0817 T0819 T0820 T0857 T0862 T0864 T0866 T0890'),
    mitigation(
        'M0953',
        'Data Backup',
        ['SR 7.3'],
        ['CR 7.3'],
        'T0809 T0813 T0815 T0826 T0827 T0828 T0829 T0831 T0832 T0892',
    ),
    mitigation('M0954', 'Software Configuration', ['SR 7.7'], ['CR 7.7'], ''),
];

const techniquesById = new Map(techniques.map(each => [each.id, each]));
const tacticsById = new Map(tactics.map(each => [each.id, each]));
const mitigationsById = new Map(mitigations.map(each => [each.id, each]));

/** The technique with an id such as `T0886`; `undefined` where ATT&CK for ICS has none. */
export function techniqueById(id: string): Technique | undefined {
    return techniquesById.get(id);
}

/** The tactic with an id such as `TA0108`; `undefined` where ATT&CK for ICS has none. */
export function tacticById(id: string): Tactic | undefined {
    return tacticsById.get(id);
}

/** The mitigation with an id such as `M0930`; `undefined` where ATT&CK for ICS has none. */
export function mitigationById(id: string): Mitigation | undefined {
    return mitigationsById.get(id);
}

/** The mitigations that work against a technique, by its id. */
export function mitigationsOf(techniqueId: string): readonly Mitigation[] {
    return mitigations.filter(each => each.mitigates.includes(techniqueId));
}

/** The mitigations that MITRE labels with a system requirement, by its id. */
export function mitigationsBy(requirement: string): readonly Mitigation[] {
    return mitigations.filter(each => each.systemRequirements.includes(requirement));
}

/** A technique against which nothing that MITRE labels with a system requirement is in place. */
export interface OpenTechnique {
    readonly technique: Technique;
    /** The system requirements any of which would work against it, in the order of the mitigations, each once. */
    readonly requirements: readonly string[];
}

/**
 * The techniques that are left open when some requirements are not in place: every one that has a labelled mitigation
 * and none of whose labelled requirements is in place. Techniques without such a label are left out, because nothing is
 * known.
 * @param inPlace whether a system requirement is achieved, by its id
 * @returns in the order of the techniques
 */
export function techniquesLeftOpen(inPlace: (requirement: string) => boolean): readonly OpenTechnique[] {
    const wanted = new Map<string, Set<string>>();
    for (const each of mitigations) {
        for (const id of each.mitigates) {
            const known = wanted.get(id) ?? new Set<string>();
            for (const requirement of each.systemRequirements) known.add(requirement);
            wanted.set(id, known);
        }
    }
    return techniques.flatMap(each => {
        const requirements = [...(wanted.get(each.id) ?? [])];
        return requirements.length === 0 || requirements.some(inPlace) ? [] : [{ technique: each, requirements }];
    });
}
