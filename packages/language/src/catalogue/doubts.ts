/**
 * Where published readings of the standards differ, or rest on one reading, and what the catalogue does about it. The
 * catalogue was compiled from secondary sources; somebody with a licensed copy should check these rows first. Loaded
 * only where it is used.
 *
 * Sources of the levels of IEC 62443-3-3: the tables in Nemo10982/IEC62443DSL (2024); the engineering extract
 * CCLI-SEC-62443-003; OTShield's compliance service; the ISAGCA/ISASecure study on certification of IIoT components
 * (2021), which prints levels of nine rows; IACS UR E27 as DNV reads it. Of IEC 62443-4-2: the first of these, the
 * engineering extract CCLI-SEC-62443-007, and the ISAGCA/ISASecure study. Of IEC 62443-3-2: the libraries of CISO
 * Assistant and the extract CCLI-SEC-62443-001.
 */
export interface Doubt {
    /** The requirement of IEC 62443-3-3, 4-2 or 3-2, or the protocol of the library, that it is about. */
    readonly id: string;
    readonly text: string;
}

function doubt(id: string, text: string): Doubt {
    return { id, text };
}

/** Doubts of the hosts' rows of 4-2, which rest on one reading and on the row of the embedded device. */
const hostRow = 'One published table gives this level; the rows of embedded and network devices agree with it.';

const softwareRow = 'One published table gives this level; a second reading is compatible with it, without stating it.';

/** In the order of the standards: 3-3, 4-2, 3-2. */
export const doubts: readonly Doubt[] = [
    doubt(
        'SR 1.13 RE 1',
        'SL 2 by clause 5.15, which is normative; one copy of the informative table B.1 may show it from SL 3. ' +
            'NDR 1.13 RE 1 of part 4-2 does start at SL 3.',
    ),
    doubt('SR 2.2 RE 1', 'SL 3 in two readings of the clause; one published service uses SL 2.'),
    doubt('SR 2.3 RE 1', 'SL 3, printed by the ISAGCA/ISASecure study; one published service uses SL 2.'),
    doubt(
        'SR 2.11 RE 1',
        'The title is that of most sources; one drops "Internal", which is the title of CR 2.11 RE 1.',
    ),
    doubt('SR 2.12 RE 1', 'SL 4 in two tables; a third reading can be read as SL 3.'),
    doubt(
        'SR 3.4',
        'SL 2 since COR1:2014, which takes it out of SL 1; copies before the corrigendum say SL 1, and then 38 ' +
            'requirements start there.',
    ),
    doubt('SR 4.1 RE 2', 'SL 4, printed by the ISAGCA/ISASecure study; two other readings use SL 3.'),
    doubt(
        'SR 5.2 RE 1',
        'The title is that of three sources; "Deny all, permit by exception" is the title of NDR 5.2 RE 1.',
    ),
    doubt('SR 5.2 RE 3', 'SL 3 in two readings, as NDR 5.2 RE 3; one published service uses SL 4.'),
    doubt('SR 5.4', 'SL 1, printed by the ISAGCA/ISASecure study; one published service uses SL 2.'),
    doubt('SR 6.2', 'SL 2 in two tables, as CR 6.2; one extract says SL 1 in its body and SL 2 in its annex.'),
    doubt('SAR 2.4', softwareRow),
    doubt('HDR 2.4', hostRow),
    doubt('SAR 2.4 RE 1', softwareRow),
    doubt('HDR 2.4 RE 1', hostRow),
    doubt('HDR 2.13', hostRow),
    doubt('SAR 3.2', softwareRow),
    doubt('HDR 3.2', hostRow),
    doubt('HDR 3.2 RE 1', 'One published table gives this level; the requirement exists for host devices only.'),
    doubt('EDR 3.12', 'One published table leaves the embedded device out; two other sources have it.'),
    doubt('HDR 3.13', hostRow),
    doubt('CR 6.1', 'One published table gives this level, as SR 6.1.'),
    doubt('CR 6.1 RE 1', 'SL 3, printed by the ISAGCA/ISASecure study; one published table says SL 1.'),
    doubt('CR 6.2', 'SL 2, printed by the ISAGCA/ISASecure study; one published table says SL 1.'),
    doubt('CR 7.8', 'SL 2 by the clause and the worked example of annex B; one published table says SL 1.'),
    doubt('ZCR 3.4', 'Understood as a recommendation ("should"); no public source confirms the word.'),
    doubt('ZCR 3.5', 'Understood as a recommendation ("should"); no public source confirms the word.'),
    doubt('ZCR 3.6', 'Understood as a recommendation ("should"); no public source confirms the word.'),
    doubt('ZCR 6.4', 'The items a to n agree in two sources; the wording of their names is ours.'),
];

/**
 * Protocols of the library of which "protects" is more than one word can say.
 *
 * Sources: RFC 8907, section 10 (TACACS+); RFC 2865 and CVE-2024-3596 (RADIUS); IEEE 802.11 (Wi-Fi); 3GPP TS 33.401 and
 * 33.501, and Rupprecht and others, Breaking LTE on Layer Two, IEEE S&P 2019 (mobile networks).
 */
export const protocolDoubts: readonly Doubt[] = [
    doubt(
        'radius',
        'Counted as authentication, because both ends share a secret. It is based on MD5, and an answer ' +
            'without a Message-Authenticator can be forged by an attacker on the path (CVE-2024-3596); then it ' +
            'authenticates nothing. Of the content, only the password is hidden.',
    ),
    doubt(
        'tacacs-plus',
        'Counted as authentication, because both ends share a secret. Its own specification (RFC 8907) calls ' +
            'the MD5 pad obfuscation, claims neither integrity nor confidentiality for it, and requires a ' +
            'trusted network.',
    ),
    doubt(
        'wifi-wpa2-psk',
        'Counted as authentication, but it proves only that a device has the shared key: SR 1.6 RE 1, which ' +
            'requires unique identification, is not met by it. With WPA2, a weak key can be guessed from a ' +
            'recorded log-on, and anyone with the key can read the traffic of others; WPA3 (SAE) prevents both.',
    ),
    doubt(
        'cellular',
        'LTE authenticates both sides, but does not protect the integrity of user data; encryption is the ' +
            "operator's choice. 5G can protect integrity too, as an option. GSM and GPRS, which share this name, " +
            'authenticate only the subscriber. All protection ends at the base station or in the core network of ' +
            'the operator.',
    ),
];

/**
 * What is in doubt about a requirement or a protocol of the library.
 * @param id of IEC 62443-3-3, 4-2 or 3-2, or the name of a protocol
 * @returns `undefined` where the sources agree
 */
export function doubtOf(id: string): string | undefined {
    return [...doubts, ...protocolDoubts].find(each => each.id === id)?.text;
}
