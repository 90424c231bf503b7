/**
 * The nine questions that CISA's Cyber Security Evaluation Tool (CSET) asks of a network diagram, and the rules that
 * ask them here, so that its users find them again. Source: the public repository cisagov/cset, the rules of its
 * diagram analysis, numbered as there; the names are ours, because CSET has none. Loaded only where it is used.
 */
export interface CsetCheck {
    /** 1 to 9, as in CSET. */
    readonly number: number;
    readonly name: string;
    /** Ids of the rules that ask the same here. */
    readonly rules: readonly string[];
    /** Where the question is asked differently here, and why. */
    readonly difference: string;
}

export const csetChecks: readonly CsetCheck[] = [
    {
        number: 1,
        name: 'Components of different zones connected without a firewall',
        rules: ['conduit-without-boundary-device', 'flow-without-conduit'],
        difference: 'Checked for conduits and flows; a gateway or diode can enforce the boundary too.',
    },
    {
        number: 2,
        name: 'Firewall without an IDS or IPS behind it',
        rules: ['boundary-without-detection'],
        difference: 'Checked from SL 2 on, like SR 6.2; a log server or a named monitor counts.',
    },
    {
        number: 3,
        name: 'VLAN switch that carries subnets of different levels',
        rules: ['shared-platform-below-target'],
        difference:
            'Checked for switches, hypervisors and directories that serve several zones, by their SL-C and ' +
            'not by the number of zones.',
    },
    {
        number: 4,
        name: 'Component with interfaces in subnets of different levels',
        rules: ['dual-homed-asset', 'served-zones-without-conduit'],
        difference: 'Checked for every asset that serves a zone other than its own.',
    },
    {
        number: 5,
        name: 'External network without a firewall',
        rules: ['conduit-without-boundary-device', 'external-link-unprotected'],
        difference: 'Checked for conduits to external zones and over untrusted media.',
    },
    {
        number: 6,
        name: 'Untrusted path without a firewall at both ends',
        rules: ['external-link-unprotected'],
        difference: 'A device or encryption is required, because a tunnel protects where a filter cannot.',
    },
    {
        number: 7,
        name: 'Unidirectional device that passes data to the higher level',
        rules: ['one-way-contradicted', 'session-into-higher-target'],
        difference:
            'The direction is that of the conduit: a flow against it is a contradiction, and a flow into a ' +
            'zone of higher SL-T a warning.',
    },
    {
        number: 8,
        name: 'No IPS in the network',
        rules: ['boundary-without-detection'],
        difference:
            'A device somewhere in the network proves nothing about a zone, and a device that blocks ' +
            'automatically is rarely wanted in a control network.',
    },
    {
        number: 9,
        name: 'No IDS in the network',
        rules: ['boundary-without-detection'],
        difference: 'Checked for each zone to which SR 6.2 applies.',
    },
];
