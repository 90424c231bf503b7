import {
    accesses,
    advisoryStatuses,
    assetTraits,
    colourings,
    conduitTraits,
    criticalities,
    details,
    directions,
    durationUnits,
    flowTraits,
    functionTraits,
    countermeasureStatuses,
    outcomes,
    partyRoles,
    patchStates,
    protections,
    purdueLevels,
    remediationCategories,
    ruleTraits,
    securityModes,
    transports,
    zoneKinds,
    zoneTraits,
} from '../model/words.ts';

/** What is read in a place of a statement; completion knows what to propose for each. */
export type SlotKind =
    /** A text in quotes. */
    | 'text'
    | 'path'
    /** One of the words of the slot; others are a mistake. */
    | 'word'
    /** The name of something that is declared elsewhere: one of the kinds of the slot. */
    | 'name'
    /** The name that this statement declares. */
    | 'declared'
    | 'day'
    | 'number'
    | 'ports'
    | 'address'
    | 'service'
    | 'risk'
    /** The words of the slot are proposals, and any other number is right too. */
    | 'grade'
    /** `2`, `{2 2 0 1 3 1 3}` or `2 { RDF 3 }`. */
    | 'levels'
    /** `SR 1.1 RE 1` or `FR 2 SL 1`. */
    | 'requirement'
    /** `NET 3.2`, `SP.07.04 RE 1` or `SM-1`. */
    | 'part-requirement'
    /** Words of which other parts of the product have the list. */
    | 'arrow'
    | 'rule'
    | 'fr'
    | 'preset'
    | 'consequence-class'
    | 'protocol-class'
    | 'protocol-trait';

/** What a name may be for. */
export type NamedKind =
    | 'zone'
    | 'conduit'
    | 'asset'
    | 'type'
    | 'protocol'
    | 'countermeasure'
    | 'threat'
    | 'function'
    | 'party';

/** A place in a statement where something is filled in. */
export interface Slot {
    readonly is: SlotKind;
    /** What belongs there, for messages and as the detail of proposals: "a criticality". */
    readonly what: string;
    /** How it looks: the first place of a statement shows the first, and so on. */
    readonly samples: readonly [string, ...string[]];
    readonly words?: readonly string[];
    readonly names?: readonly NamedKind[];
    /** True for a name that is looked up from the top of the model, whatever block it is in. */
    readonly outward?: true;
}

const names = ['A', 'B', 'C'] as const;

function word(what: string, words: readonly [string, ...string[]]): Slot {
    return { is: 'word', what, words, samples: words };
}

function text(what: string, sample = '"…"'): Slot {
    return { is: 'text', what, samples: [sample] };
}

function name(what: string, of: readonly NamedKind[], ...samples: readonly string[]): Slot {
    return { is: 'name', what, names: of, samples: samples.length > 0 ? (samples as [string]) : names };
}

function one(is: SlotKind, what: string, ...samples: [string, ...string[]]): Slot {
    return { is, what, samples };
}

/** The places of the forms in `table.ts`. A new enumeration is one line here. */
export const slots = {
    TEXT: text('a text in double quotes'),
    TITLE: text('a title in double quotes', '"title"'),
    PURPOSE: text('the purpose in double quotes', '"purpose"'),
    PERSON: text('a person or a role in double quotes'),
    DOCUMENT: text('a document or record in double quotes'),
    LEVEL_NAME: { is: 'text', what: 'the name of a level in double quotes', samples: ['"low"', '"high"'] },
    BAND: { is: 'text', what: 'the name of a band in double quotes', samples: ['"low"', '"high"'] },
    LABEL: text('a label in double quotes', '"12 Historian"'),
    ALIAS: text('another name in double quotes', '"ews"'),
    INTERFACE: { is: 'text', what: 'the name of an interface in double quotes', samples: ['"port2"', '"port3"'] },
    PATH: { is: 'path', what: 'a path in double quotes', samples: ['"path.iacs"'] },

    NAME: one('declared', 'a name', 'N'),
    ZONE: name('a zone', ['zone']),
    OUTER_ZONE: { ...name('a zone', ['zone']), outward: true },
    /** What a `within` continues. */
    OUTER_SUBJECT: {
        ...name('a zone, a conduit, an asset or a type', ['zone', 'conduit', 'asset', 'type']),
        outward: true,
    },
    ASSET: name('an asset', ['asset']),
    ELEMENT: name('a zone, an asset or a conduit', ['zone', 'asset', 'conduit']),
    END: name('an asset or a zone', ['asset', 'zone']),
    TYPE: name('an asset type', ['type'], 'type'),
    BASE: name('the type that it is derived from', ['type'], 'base'),
    PROTOCOL: name('a protocol', ['protocol'], 'protocol'),
    MEASURE: name('a countermeasure', ['countermeasure'], 'M'),
    /** What something may rest on; in a function by its whole name. */
    DEPENDENCY: name('an asset, a zone, a conduit or a function', ['asset', 'zone', 'conduit', 'function']),
    OUTER_DEPENDENCY: {
        ...name('an asset, a zone, a conduit or a function', ['asset', 'zone', 'conduit', 'function']),
        outward: true,
    },
    FUNCTION: name('a function', ['function'], 'F'),
    THREAT: name('a threat', ['threat'], 'N'),
    PARTY: name('a party', ['party'], 'P'),

    ARROW: { is: 'arrow', what: '`->`, `<->` or `--`', words: ['->', '<->', '--'], samples: ['->'] },
    DAY: one('day', 'a date such as 2027-03-31', '2027-03-31'),
    NUMBER: one('number', 'a number', '4', '12', '25'),
    MONEY: one('number', 'a number', '12000'),
    GRADE: { is: 'grade', what: 'a grade from 1', words: ['1', '2', '3', '4', '5'], samples: ['2', '3'] },
    RISK: one('risk', 'a number or the name of a band', '6'),
    CELL: one('risk', 'a number or the name of a band', '1', '2', '3'),
    ADDRESS: one('address', 'an address', '10.10.2.11', '2001:db8::4'),
    PLACE: one('address', 'an address, a prefix, a range or any', '10.20.5.10', '10.20.6.7-10.20.6.9'),
    SIGHT: one('address', 'an address, or a MAC address or name in double quotes', '10.10.2.20'),
    SERVICE: one('service', 'a service: `tcp 502`, `icmp`, `ip 47` or `any`', 'tcp 80, 443', 'udp 53'),
    PREFIX: one('address', 'a prefix', '192.168.0.0/24', '10.7.0.0/24'),
    MAC: text('a MAC address in double quotes', '"00:1b:1b:00:00:01"'),
    PORTS: one('ports', 'a port or a range of ports', '80', '5000-5010'),
    VERSION: text('a version in double quotes', '"V3.1"'),
    PRODUCT: text(
        'the name of a product as advisories write it, in double quotes',
        '"SIMATIC S7-1500 CPU 1516-3 PN/DP"',
    ),
    VERSION_RANGE: text('versions in double quotes, as the advisory writes them', '"vers:all/<V3.1.4"'),
    CVE: { is: 'text', what: 'a CVE number in double quotes', samples: ['"CVE-2024-46886"', '"CVE-2024-46887"'] },
    SCORE: one('number', 'a CVSS base score from 0 to 10', '9.8'),
    CVSS: text('a CVSS vector in double quotes', '"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"'),
    ADVISORY_STATUS: word('a status of an advisory', advisoryStatuses),
    REMEDIATION: word('a category of a remediation', remediationCategories),
    PATCH_STATE: word('a state of a patch', patchStates),
    UNIT: { is: 'word', what: 'a unit of time', words: durationUnits, samples: ['hours'] },
    LEVEL: { is: 'grade', what: 'a security level', words: ['0', '1', '2', '3', '4'], samples: ['2'] },
    LEVELS: one('levels', 'a level from 0 to 4, or seven of them in braces', '2 { RDF 3 }'),
    REQUIREMENT: one('requirement', 'a requirement such as SR 1.1 or FR 2 SL 1', 'SR 1.1', 'SR 1.1 RE 2', 'FR 2 SL 1'),
    ORGANISATIONAL: one(
        'part-requirement',
        'a requirement of IEC 62443-2-1, 2-4 or 4-1, such as NET 3.2, SP.07.01 or SM-1',
        'SP.07.01',
        'SM-1',
        'SP.07.04 RE 1',
    ),
    OF_PROGRAMME: one('part-requirement', 'a requirement of IEC 62443-2-1 such as NET 3.2', 'NET 3.2', 'ORG 1.1'),
    MATURITY: { is: 'grade', what: 'a maturity level from 1 to 4', words: ['1', '2', '3', '4'], samples: ['2'] },
    RULE: one('rule', 'the id of a rule', 'rule-id'),
    FR: one('fr', 'a foundational requirement', 'IAC', 'UC'),

    ZONE_KIND: word('a kind of zone', zoneKinds),
    PURDUE: { is: 'word', what: 'a Purdue level', words: purdueLevels, samples: ['2'] },
    CRITICALITY: word('a criticality', criticalities),
    ACCESS: word('a kind of access', accesses),
    STATUS: word('a status', countermeasureStatuses),
    SECURITY: word('a mode of security', securityModes),
    DIRECTION: word('a direction', directions),
    DETAIL: word('a detail', details),
    COLOUR: word('a colouring', colourings),
    PROTECTION: word('a protection', protections),
    ZONE_TRAIT: word('a trait of a zone', zoneTraits),
    CONDUIT_TRAIT: word('a trait of a conduit', conduitTraits),
    ASSET_TRAIT: word('a trait of an asset', assetTraits),
    FUNCTION_TRAIT: word('a trait of a function', functionTraits),
    TRANSPORT: { is: 'word', what: 'a transport: `tcp` or `udp`', words: transports, samples: ['tcp'] },
    RULE_TRAIT: word('a trait of a rule', ruleTraits),
    FLOW_TRAIT: word('a trait of a flow', flowTraits),
    PARTY_ROLE: word('a role of a party', partyRoles),
    OUTCOME: { is: 'word', what: 'an outcome', words: outcomes, samples: ['used'] },
    AXIS: word('an axis', ['likelihood', 'consequence']),
    TARGET_RULE: { is: 'word', what: 'a rule for the SL-T', words: ['factor', 'steps', 'bands'], samples: ['bands'] },
    PRESET: one('preset', 'a published risk matrix', 'nist-sp-800-30'),
    CLASS: one('consequence-class', 'a consequence class', 'safety'),
    PROTOCOL_CLASS: one('protocol-class', 'a class of protocols', 'ot'),
    PROTOCOL_TRAIT: one('protocol-trait', 'a trait of protocols', 'engineering', 'cleartext-credentials'),
} as const satisfies Readonly<Record<string, Slot>>;

export type SlotName = keyof typeof slots;

/** The slot of a capitalised word of a form. */
export function slotOf(name: SlotName): Slot {
    return slots[name];
}

/** What a word inside of a statement leads to, where it is the same in all statements. */
export const clauseHelp: ReadonlyMap<string, string> = new Map([
    ['by', 'the countermeasures that provide it, or the person'],
    ['because', 'why, in a string'],
    ['evidence', 'a document or record as evidence'],
    ['due', 'the date by which it is done'],
    ['until', 'the date on which it ends'],
    ['between', 'the zones that it connects'],
    ['and', 'a further zone'],
    ['to', 'where it leads'],
    ['from', 'where it starts'],
    ['through', 'the zone that every path passes'],
    ['path', 'a chain of flows from one end to the other, over as many assets as it takes'],
    ['flow', 'this flow, by its ends and protocols'],
    ['likelihood', 'the likelihood with these countermeasures'],
    ['consequence', 'the consequence with these countermeasures'],
    ['write', 'only paths whose last session may write or program'],
    ['not', 'all but these'],
    ['or', 'an alternative'],
    ['without', 'what may fail'],
    ['maturity', 'how well the process is established, 1 to 4'],
    ['author', 'who wrote it'],
    ['dated', 'the day of which it is'],
    ['cvss', 'the base score and the vector'],
    ['valid', 'how long it counts from that day'],
    ['state', 'how far the patch has come'],
    ['for', 'how long'],
    ['on', 'on how many days'],
    ['days', 'the first and the last of them'],
    ['in', 'the zone of this interface'],
    ['dhcp', 'it has no fixed address'],
    ['->', 'the left side opens the session'],
    ['<->', 'both sides may open it'],
    ['--', 'it is not known who opens the session'],
    [':', 'a type, or protocols'],
    ['RE', 'a requirement enhancement'],
    ['SL', 'all up to this level'],
    ['{', 'exceptions: 2 { RDF 3 }'],
]);

/** The same where a word leads to something else in a statement: by the statement and the word. */
const clauseHelpIn: ReadonlyMap<string, string> = new Map([
    ['planned for', 'the day from which it exists'],
    ['retired on', 'the day from which it no longer exists'],
    ['patched to', 'the version that is installed'],
    ['patched on', 'the day on which it was installed'],
    ['patch on', 'the day from which the patch has that state'],
    ['supported until', 'the day on which support ends'],
    ['window to', 'the last day of it'],
    ['saw to', 'the last day of it'],
    ['translates to', 'the addresses that stand for them'],
    ['bands to', 'the highest number of that band'],
    ['mitigated to', 'what is left with these countermeasures'],
    ...['operated', 'integrated', 'maintained', 'supplied'].map(
        word => [`${word} by`, 'the party that does it'] as const,
    ),
    ['approved by', 'who approved it'],
    ['monitored by', 'the person or party that does it'],
]);

/**
 * What a word inside of a statement leads to; empty where nothing is to be said.
 * @param statement its first word
 */
export const clauseHelpOf = (statement: string, word: string): string =>
    clauseHelpIn.get(`${statement} ${word}`) ?? clauseHelp.get(word) ?? '';
