/**
 * The component requirements of IEC 62443-4-2:2019: identifiers, short titles and the lowest security level that asks
 * for each. Loaded only where it is used. Component requirements descend from the system requirements of the same
 * number, but their levels differ in places (`levelDifferences`), so neither table can be derived from the other. The
 * one-page corrigendum of 2022 was not seen.
 */

/** The four component types of IEC 62443-4-2; the same names as the root asset types of the language. */
export const componentKinds = ['software-application', 'embedded-device', 'host-device', 'network-device'] as const;
export type ComponentKind = (typeof componentKinds)[number];

export interface ComponentRequirement {
    /** `CR 1.1`, `NDR 5.2 RE 1`. */
    readonly id: string;
    /** 0 to 6, in the order IAC UC SI DC RDF TRE RA. */
    readonly fr: number;
    /** Lowest security level that asks for it, 1 to 4. */
    readonly level: number;
    readonly title: string;
    /** The id of the requirement that an enhancement belongs to; `null` for a requirement. */
    readonly base: string | null;
    /** The component types of which it is asked. */
    readonly components: readonly ComponentKind[];
    /** The system requirements of IEC 62443-3-3 it corresponds to; empty where only 4-2 asks for it. */
    readonly systemRequirements: readonly string[];
}

/** CR: every component; SAR, EDR, HDR, NDR: software application, embedded, host and network device alone. */
const componentsByPrefix: Readonly<Record<string, readonly ComponentKind[]>> = {
    CR: componentKinds,
    SAR: ['software-application'],
    EDR: ['embedded-device'],
    HDR: ['host-device'],
    NDR: ['network-device'],
};

/**
 * @param id of the component requirement
 * @param systemRequirements the one with the same number, unless others are given
 */
function row(
    id: string,
    level: number,
    title: string,
    systemRequirements = [`SR${id.slice(id.indexOf(' '))}`],
): ComponentRequirement {
    const [prefix, number] = id.split(' ', 2) as [string, string];
    return {
        id,
        fr: Number(number[0]) - 1,
        level,
        title,
        base: id.includes(' RE ') ? `${prefix} ${number}` : null,
        components: componentsByPrefix[prefix] ?? [],
        systemRequirements,
    };
}

/** All 122 rows in the order of the foundational requirements. */
export const componentRequirements: readonly ComponentRequirement[] = [
    // FR 1, IAC
    row('CR 1.1', 1, 'Human user identification and authentication'),
    row('CR 1.1 RE 1', 2, 'Unique identification and authentication'),
    row('CR 1.1 RE 2', 3, 'Multifactor authentication for all interfaces', ['SR 1.1 RE 2', 'SR 1.1 RE 3']),
    row('CR 1.2', 2, 'Software process and device identification and authentication'),
    row('CR 1.2 RE 1', 3, 'Unique identification and authentication'),
    row('CR 1.3', 1, 'Account management'),
    row('CR 1.4', 1, 'Identifier management'),
    row('CR 1.5', 1, 'Authenticator management'),
    row('CR 1.5 RE 1', 3, 'Hardware security for authenticators'),
    row('NDR 1.6', 1, 'Wireless access management'),
    row('NDR 1.6 RE 1', 2, 'Unique identification and authentication'),
    row('CR 1.7', 1, 'Strength of password-based authentication'),
    row('CR 1.7 RE 1', 3, 'Password generation and lifetime restrictions for human users'),
    row('CR 1.7 RE 2', 4, 'Password lifetime restrictions for all users'),
    row('CR 1.8', 2, 'Public key infrastructure certificates'),
    row('CR 1.9', 2, 'Strength of public key-based authentication'),
    row('CR 1.9 RE 1', 3, 'Hardware security for public key-based authentication'),
    row('CR 1.10', 1, 'Authenticator feedback'),
    row('CR 1.11', 1, 'Unsuccessful login attempts'),
    row('CR 1.12', 1, 'System use notification'),
    row('NDR 1.13', 1, 'Access via untrusted networks'),
    row('NDR 1.13 RE 1', 3, 'Explicit access request approval'),
    row('CR 1.14', 2, 'Strength of symmetric key-based authentication', []),
    row('CR 1.14 RE 1', 3, 'Hardware security for symmetric key-based authentication', []),

    // FR 2, UC
    row('CR 2.1', 1, 'Authorization enforcement'),
    row('CR 2.1 RE 1', 2, 'Authorization enforcement for all users'),
    row('CR 2.1 RE 2', 2, 'Permission mapping to roles'),
    row('CR 2.1 RE 3', 3, 'Supervisor override'),
    row('CR 2.1 RE 4', 4, 'Dual approval'),
    row('CR 2.2', 1, 'Wireless use control'),
    row('SAR 2.4', 1, 'Mobile code'),
    row('EDR 2.4', 1, 'Mobile code'),
    row('HDR 2.4', 1, 'Mobile code'),
    row('NDR 2.4', 1, 'Mobile code'),
    row('SAR 2.4 RE 1', 2, 'Mobile code authenticity check'),
    row('EDR 2.4 RE 1', 2, 'Mobile code authenticity check'),
    row('HDR 2.4 RE 1', 2, 'Mobile code authenticity check'),
    row('NDR 2.4 RE 1', 2, 'Mobile code authenticity check'),
    row('CR 2.5', 1, 'Session lock'),
    row('CR 2.6', 2, 'Remote session termination'),
    row('CR 2.7', 3, 'Concurrent session control'),
    row('CR 2.8', 1, 'Auditable events'),
    row('CR 2.9', 1, 'Audit storage capacity'),
    row('CR 2.9 RE 1', 3, 'Warn when audit record storage capacity threshold reached'),
    row('CR 2.10', 1, 'Response to audit processing failures'),
    row('CR 2.11', 1, 'Timestamps'),
    row('CR 2.11 RE 1', 2, 'Time synchronization'),
    row('CR 2.11 RE 2', 4, 'Protection of time source integrity'),
    row('CR 2.12', 1, 'Non-repudiation'),
    row('CR 2.12 RE 1', 4, 'Non-repudiation for all users'),
    row('EDR 2.13', 2, 'Use of physical diagnostic and test interfaces', []),
    row('HDR 2.13', 2, 'Use of physical diagnostic and test interfaces', []),
    row('NDR 2.13', 2, 'Use of physical diagnostic and test interfaces', []),
    row('EDR 2.13 RE 1', 3, 'Active monitoring', []),
    row('HDR 2.13 RE 1', 3, 'Active monitoring', []),
    row('NDR 2.13 RE 1', 3, 'Active monitoring', []),

    // FR 3, SI
    row('CR 3.1', 1, 'Communication integrity'),
    row('CR 3.1 RE 1', 2, 'Communication authentication'),
    row('SAR 3.2', 1, 'Protection from malicious code'),
    row('EDR 3.2', 1, 'Protection from malicious code'),
    row('HDR 3.2', 1, 'Protection from malicious code'),
    row('NDR 3.2', 1, 'Protection from malicious code'),
    row('HDR 3.2 RE 1', 2, 'Report version of code protection', []),
    row('CR 3.3', 1, 'Security functionality verification'),
    row('CR 3.3 RE 1', 4, 'Security functionality verification during normal operation', ['SR 3.3 RE 2']),
    row('CR 3.4', 1, 'Software and information integrity'),
    row('CR 3.4 RE 1', 2, 'Authenticity of software and information', []),
    row('CR 3.4 RE 2', 3, 'Automated notification of integrity violations', ['SR 3.4 RE 1']),
    row('CR 3.5', 1, 'Input validation'),
    row('CR 3.6', 1, 'Deterministic output'),
    row('CR 3.7', 1, 'Error handling'),
    row('CR 3.8', 2, 'Session integrity', ['SR 3.8', 'SR 3.8 RE 1', 'SR 3.8 RE 2', 'SR 3.8 RE 3']),
    row('CR 3.9', 2, 'Protection of audit information'),
    row('CR 3.9 RE 1', 4, 'Audit records on write-once media'),
    row('EDR 3.10', 1, 'Support for updates', []),
    row('HDR 3.10', 1, 'Support for updates', []),
    row('NDR 3.10', 1, 'Support for updates', []),
    row('EDR 3.10 RE 1', 2, 'Update authenticity and integrity', []),
    row('HDR 3.10 RE 1', 2, 'Update authenticity and integrity', []),
    row('NDR 3.10 RE 1', 2, 'Update authenticity and integrity', []),
    row('EDR 3.11', 2, 'Physical tamper resistance and detection', []),
    row('HDR 3.11', 2, 'Physical tamper resistance and detection', []),
    row('NDR 3.11', 2, 'Physical tamper resistance and detection', []),
    row('EDR 3.11 RE 1', 3, 'Notification of a tampering attempt', []),
    row('HDR 3.11 RE 1', 3, 'Notification of a tampering attempt', []),
    row('NDR 3.11 RE 1', 3, 'Notification of a tampering attempt', []),
    row('EDR 3.12', 2, 'Provisioning product supplier roots of trust', []),
    row('HDR 3.12', 2, 'Provisioning product supplier roots of trust', []),
    row('NDR 3.12', 2, 'Provisioning product supplier roots of trust', []),
    row('EDR 3.13', 2, 'Provisioning asset owner roots of trust', []),
    row('HDR 3.13', 2, 'Provisioning asset owner roots of trust', []),
    row('NDR 3.13', 2, 'Provisioning asset owner roots of trust', []),
    row('EDR 3.14', 1, 'Integrity of the boot process', []),
    row('HDR 3.14', 1, 'Integrity of the boot process', []),
    row('NDR 3.14', 1, 'Integrity of the boot process', []),
    row('EDR 3.14 RE 1', 2, 'Authenticity of the boot process', []),
    row('HDR 3.14 RE 1', 2, 'Authenticity of the boot process', []),
    row('NDR 3.14 RE 1', 2, 'Authenticity of the boot process', []),

    // FR 4, DC
    row('CR 4.1', 1, 'Information confidentiality'),
    row('CR 4.2', 2, 'Information persistence'),
    row('CR 4.2 RE 1', 3, 'Erase of shared memory resources'),
    row('CR 4.2 RE 2', 3, 'Erase verification', []),
    row('CR 4.3', 1, 'Use of cryptography'),

    // FR 5, RDF
    row('CR 5.1', 1, 'Network segmentation'),
    row('NDR 5.2', 1, 'Zone boundary protection'),
    row('NDR 5.2 RE 1', 2, 'Deny all, permit by exception'),
    row('NDR 5.2 RE 2', 3, 'Island mode'),
    row('NDR 5.2 RE 3', 3, 'Fail close'),
    row('NDR 5.3', 1, 'General purpose, person-to-person communication restrictions'),

    // FR 6, TRE
    row('CR 6.1', 1, 'Audit log accessibility'),
    row('CR 6.1 RE 1', 3, 'Programmatic access to audit logs'),
    row('CR 6.2', 2, 'Continuous monitoring'),

    // FR 7, RA
    row('CR 7.1', 1, 'Denial of service protection'),
    row('CR 7.1 RE 1', 2, 'Manage communication load from component'),
    row('CR 7.2', 1, 'Resource management'),
    row('CR 7.3', 1, 'Control system backup'),
    row('CR 7.3 RE 1', 2, 'Backup integrity verification'),
    row('CR 7.4', 1, 'Control system recovery and reconstitution'),
    row('CR 7.6', 1, 'Network and security configuration settings'),
    row('CR 7.6 RE 1', 3, 'Machine-readable reporting of current security settings'),
    row('CR 7.7', 1, 'Least functionality'),
    row('CR 7.8', 2, 'Control system component inventory'),
];

const byId = new Map(componentRequirements.map(requirement => [requirement.id, requirement]));

/** The common constraints of clause 4, which bind every component at every level. */
export const componentConstraints: readonly { readonly id: string; readonly clause: string; readonly title: string }[] =
    [
        { id: 'CCSC 1', clause: '4.2', title: 'Support of essential functions' },
        { id: 'CCSC 2', clause: '4.3', title: 'Compensating countermeasures' },
        { id: 'CCSC 3', clause: '4.4', title: 'Least privilege' },
        { id: 'CCSC 4', clause: '4.5', title: 'Software development process' },
    ];

/**
 * What IEC 62443-3-3 asks of a system and IEC 62443-4-2 of no component, in the order of the standard: all of SR 2.3,
 * SR 5.4 and SR 7.5, and the enhancements that only a system as a whole can meet. The capability of components says
 * nothing of them.
 */
export const withoutComponentRequirement: readonly string[] = [
    'SR 1.3 RE 1',
    'SR 2.2 RE 1',
    'SR 2.3',
    'SR 2.3 RE 1',
    'SR 2.8 RE 1',
    'SR 3.2 RE 1',
    'SR 3.2 RE 2',
    'SR 3.3 RE 1',
    'SR 4.1 RE 1',
    'SR 4.1 RE 2',
    'SR 5.1 RE 1',
    'SR 5.1 RE 2',
    'SR 5.1 RE 3',
    'SR 5.3 RE 1',
    'SR 5.4',
    'SR 7.1 RE 2',
    'SR 7.3 RE 2',
    'SR 7.5',
];

/**
 * The component requirement with an id such as `NDR 5.2 RE 1`.
 * @returns `undefined` where the standard has none
 */
export function componentRequirementById(id: string): ComponentRequirement | undefined {
    return byId.get(id);
}

/**
 * What is asked of a component.
 * @param component one of the four component types
 * @param level 1 to 4: everything that is asked up to this level
 */
export function componentRequirementsOf(component: ComponentKind, level: number): readonly ComponentRequirement[] {
    return componentRequirements.filter(each => each.level <= level && each.components.includes(component));
}

/**
 * The component requirements that correspond to a system requirement.
 * @param id of IEC 62443-3-3, such as `SR 5.2 RE 1`
 * @param component leaves those out that are not asked of this component type
 */
export function componentRequirementsFor(id: string, component?: ComponentKind): readonly ComponentRequirement[] {
    return componentRequirements.filter(
        each =>
            each.systemRequirements.includes(id) && (component === undefined || each.components.includes(component)),
    );
}

/**
 * The rows whose level differs from that of the system requirement they correspond to.
 * @param levelOf the level of a system requirement by its id
 */
export function levelDifferences(levelOf: (id: string) => number | undefined): readonly {
    readonly component: ComponentRequirement;
    readonly systemRequirement: string;
    readonly systemLevel: number;
}[] {
    return componentRequirements.flatMap(component =>
        component.systemRequirements.flatMap(systemRequirement => {
            const systemLevel = levelOf(systemRequirement);
            return systemLevel === undefined || systemLevel === component.level
                ? []
                : [{ component, systemRequirement, systemLevel }];
        }),
    );
}
