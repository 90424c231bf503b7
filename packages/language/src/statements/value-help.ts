import type {
    Access,
    AssetTrait,
    ConduitTrait,
    CountermeasureStatus,
    Outcome,
    Protection,
    PurdueLevel,
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
