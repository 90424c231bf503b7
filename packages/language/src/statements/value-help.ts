import type {
    Access,
    AdvisoryStatus,
    AssetTrait,
    ConduitTrait,
    CountermeasureStatus,
    Criticality,
    Outcome,
    PartyRole,
    PatchState,
    Protection,
    PurdueLevel,
    RemediationCategory,
    SecurityMode,
    ZoneKind,
    ZoneTrait,
} from '../model/words.ts';
import { slots } from './slots.ts';
import type { Slot } from './slots.ts';

const zoneKinds: Readonly<Record<ZoneKind, string>> = {
    enterprise: 'Business IT: offices, mail, ERP. Without an SL-T of its own it is not assessed.',
    dmz: 'A buffer between IT and the plant: it contains what both sides need, and no session passes straight through.',
    operations: 'Supervision of the site: SCADA servers, historians, engineering.',
    control: 'Control of a process: PLCs, HMIs, drives.',
    safety: 'Safety instrumented systems, separate from control.',
    field: 'Sensors and actuators at the process.',
    external:
        'Networks of third parties: vendors, customers, the internet. Without an SL-T of its own it is not assessed.',
};

const purdue: Readonly<Record<PurdueLevel, string>> = {
    '0': 'Level 0, the process: sensors and actuators.',
    '1': 'Level 1, basic control: controllers.',
    '2': 'Level 2, supervisory control: HMIs and servers of one area.',
    '3': 'Level 3, site operations: historians, engineering, servers of the whole plant.',
    '3.5': 'Level 3.5, the DMZ between the site and the enterprise.',
    '4': 'Level 4, business systems of the site.',
    '5': 'Level 5, the network of the enterprise.',
};

const surroundings = {
    wireless: 'It uses radio: anyone in range can listen and send.',
    temporary: 'It is connected temporarily, such as the laptop of a service engineer.',
} as const;

const zoneTraits: Readonly<Record<ZoneTrait, string>> = {
    ...surroundings,
    remote: "It is outside the site's own boundary.",
    untrusted: 'It is not trusted.',
};

const conduitTraits: Readonly<Record<ConduitTrait, string>> = {
    ...surroundings,
    remote: 'It leads out of the site.',
    untrusted: "Its medium is outside the owner's control.",
};

const assetTraits: Readonly<Record<AssetTrait, string>> = {
    ...surroundings,
    essential: 'An essential function depends on it.',
    remote: 'It is used or managed from outside the site.',
};

const accesses: Readonly<Record<Access, string>> = {
    read: 'Values are read. A port filter alone cannot enforce this.',
    write: 'Values and set-points are written.',
    program: 'Programs, configuration or firmware are changed.',
};

const protections: Readonly<Record<Protection, string>> = {
    authentication: 'The ends of a session prove who they are.',
    encryption: 'Third parties cannot read the session.',
    integrity: 'Changes on the path are detected.',
};

const statuses: Readonly<Record<CountermeasureStatus, string>> = {
    proposed: 'A candidate, not decided: it counts nowhere, and what depends on it is not assessed.',
    planned: 'Not in place yet: what depends on it is planned.',
    implemented: 'In place.',
    verified: 'In place, and a test or an audit has shown that it works.',
};

const modes: Readonly<Record<SecurityMode, string>> = {
    none: 'The protocol protects nothing.',
    optional: 'Its protections can be off: they count only if a flow says `secured`.',
    mandatory: 'Its protections are always on.',
};

const outcomes: Readonly<Record<Outcome, string>> = {
    tried: 'No answer, or a refusal.',
    answered: 'A session was opened, without data.',
    used: 'Data went in both directions.',
    scanned: 'One source tried many hosts or ports.',
};

/** What each of them means for a plant is for the plant to say. */
const criticalityHelp: Readonly<Record<Criticality, string>> = {
    low: 'The lowest of four criticalities, as the plant rates the asset.',
    medium: 'The second of four criticalities, as the plant rates the asset.',
    high: 'The third of four criticalities, as the plant rates the asset.',
    critical: 'The highest of four criticalities, as the plant rates the asset.',
};

const advisoryStatusHelp: Readonly<Record<AdvisoryStatus, string>> = {
    draft: 'Not published yet: what it says can change.',
    interim: 'Published, and changes are expected.',
    final: 'Published, and no change is expected.',
};

const remediationHelp: Readonly<Record<RemediationCategory, string>> = {
    'vendor-fix': 'The maker has a version in which it is repaired.',
    'optional-patch': 'The maker has a patch that is not needed in all cases.',
    mitigation: 'Something lowers the risk, and the weakness stays.',
    workaround: 'A setting or a change of use avoids the weakness.',
    'fix-planned': 'The maker works on it.',
    'no-fix-planned': 'The maker does not plan to repair it.',
    'none-available': 'There is nothing to install or to set.',
};

const patchStateHelp: Readonly<Record<PatchState, string>> = {
    available: 'It is published.',
    'in-test': 'Of the maker: it is being tested for this product.',
    'not-approved': 'Of the maker: it is not to be installed on this product.',
    'not-applicable': 'It is not for this product.',
    approved: 'Of the maker: it can be installed on this product.',
    released: 'It is released for installation.',
    'in-internal-test': 'Of the asset owner: it is being tested.',
    'not-authorized': 'Of the asset owner: it is not to be installed.',
    authorized: 'Of the asset owner: it can be installed.',
    effective: 'Of the asset owner: it is in force.',
    installed: 'It is installed.',
};

const partyRoleHelp: Readonly<Record<PartyRole, string>> = {
    'asset-owner': 'It answers for the plant and its security programme (IEC 62443-2-1).',
    'integration-provider': 'It builds the system and hands it over (IEC 62443-2-4).',
    'maintenance-provider': 'It maintains the system (IEC 62443-2-4).',
    'product-supplier': 'It develops products and supports them (IEC 62443-4-1).',
    'monitoring-provider': 'It watches the plant for incidents.',
};

const byPlace: ReadonlyMap<Slot, Readonly<Record<string, string>>> = new Map<Slot, Readonly<Record<string, string>>>([
    [slots.ZONE_KIND, zoneKinds],
    [slots.PURDUE, purdue],
    [slots.ZONE_TRAIT, zoneTraits],
    [slots.CONDUIT_TRAIT, conduitTraits],
    [slots.ASSET_TRAIT, assetTraits],
    [slots.ACCESS, accesses],
    [slots.PROTECTION, protections],
    [slots.STATUS, statuses],
    [slots.SECURITY, modes],
    [slots.OUTCOME, outcomes],
    [slots.CRITICALITY, criticalityHelp],
    [slots.ADVISORY_STATUS, advisoryStatusHelp],
    [slots.REMEDIATION, remediationHelp],
    [slots.PATCH_STATE, patchStateHelp],
    [slots.PARTY_ROLE, partyRoleHelp],
    [slots.DETAIL, { zones: 'Zones and conduits, without their assets.', assets: 'Zones with their assets.' }],
    [
        slots.COLOUR,
        {
            target: 'Zones have the colour of their SL-T.',
            gap: 'Zones have the colour of what they lack to their SL-T.',
            kind: 'Zones have the colour of their kind.',
        },
    ],
    [slots.DIRECTION, { down: 'From the top downwards.', right: 'From the left to the right.' }],
    [slots.FUNCTION_TRAIT, { essential: 'The plant must not lose it, and security measures must not disturb it.' }],
    [
        slots.RULE_TRAIT,
        {
            disabled: 'It is written, and not in force.',
            established: 'It is for packets of a session that is open.',
            invalid: 'It is for packets that belong to no session.',
        },
    ],
    [
        slots.TARGET_RULE,
        {
            factor: 'By how many times the risk is above the tolerable one.',
            steps: 'By how many bands the risk is above the tolerable one.',
            bands: 'Each band of the risk has a level.',
        },
    ],
    [
        slots.AXIS,
        {
            likelihood: 'Its levels are counted from the most likely one.',
            consequence: 'Its levels are counted from the worst one.',
        },
    ],
    [
        slots.MATURITY,
        {
            1: 'Maturity 1, initial: it is done, and not written down.',
            2: 'Maturity 2, managed: it is written down, and people are trained for it.',
            3: 'Maturity 3, defined (practiced): it is shown that it is done in the same way each time.',
            4: 'Maturity 4, improving: it is measured and made better.',
        },
    ],
    [slots.FLOW_TRAIT, { proposed: 'Not decided yet: a finding until these words are removed.' }],
]);

/** What a value says in a place of a statement, in a sentence; empty where nothing more is to say. */
export function valueHelp(slot: Slot, value: string): string {
    const help = byPlace.get(slot);
    return help && Object.hasOwn(help, value) ? help[value]! : '';
}

/** What a security level protects against, in our words; IEC 62443-3-3 Annex A defines them. */
export const levelHelp: readonly string[] = [
    'SL 0: no requirement.',
    'SL 1: against mistakes and accidental misuse.',
    'SL 2: against deliberate misuse with simple means and general skills.',
    'SL 3: against deliberate attacks with good means and knowledge of automation.',
    'SL 4: against deliberate attacks with large means and knowledge of automation.',
];
