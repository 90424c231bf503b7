/**
 * The nine questions that CISA's Cyber Security Evaluation Tool (CSET) asks of a network diagram, and the rules that
 * ask
 * them here, so that its users find them again. Source: the public repository cisagov/cset, the rules of its diagram
 * analysis, numbered as there; the names are ours, because CSET has none. Loaded only where it is used.
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
        difference: 'Asked of conduits and flows; a gateway or diode may enforce the boundary too.',
    },
    {
        number: 2,
        name: 'Firewall without an IDS or IPS behind it',
        rules: ['boundary-without-detection'],
        difference: 'Asked from SL 2 on, as SR 6.2 is; a log server or a named monitor counts.',
    },
    {
        number: 3,
        name: 'VLAN switch that carries subnets of different levels',
        rules: ['shared-platform-below-target'],
        difference:
            'Asked of switches, hypervisors and directories that serve several zones: by their SL-C, not by the ' +
            'number of zones.',
    },
    {
        number: 4,
        name: 'Component with interfaces in subnets of different levels',
        rules: ['dual-homed-asset', 'served-zones-without-conduit'],
        difference: 'Asked of every asset that serves a zone besides its own.',
    },
    {
        number: 5,
        name: 'External network without a firewall',
        rules: ['conduit-without-boundary-device', 'external-link-unprotected'],
        difference: 'Asked of conduits to external zones and over untrusted media.',
    },
    {
        number: 6,
        name: 'Untrusted path without a firewall at both ends',
        rules: ['external-link-unprotected'],
        difference: 'A device or encryption is wanted, since a tunnel protects where a filter cannot.',
    },
    {
        number: 7,
        name: 'Unidirectional device that passes data to the higher level',
        rules: ['one-way-contradicted', 'session-into-higher-target'],
        difference:
            'The direction is that of the conduit: a flow against it is a contradiction, and one into a zone of ' +
            'higher SL-T a warning.',
    },
    {
        number: 8,
        name: 'No IPS in the network',
        rules: ['boundary-without-detection'],
        difference:
            'That a device exists somewhere proves nothing of a zone; and what blocks by itself is seldom wanted ' +
            'in a control network.',
    },
    {
        number: 9,
        name: 'No IDS in the network',
        rules: ['boundary-without-detection'],
        difference: 'Asked of each zone that SR 6.2 applies to.',
    },
];
