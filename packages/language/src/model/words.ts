/** The words of the language where one of a few is meant. One list serves parsing, completion and messages. */

export const zoneKinds = ['enterprise', 'dmz', 'operations', 'control', 'safety', 'field', 'external'] as const;
/** One of {@link zoneKinds}. */
export type ZoneKind = (typeof zoneKinds)[number];

/** The levels of the Purdue model. */
export const purdueLevels = ['0', '1', '2', '3', '3.5', '4', '5'] as const;
/** One of {@link purdueLevels}. */
export type PurdueLevel = (typeof purdueLevels)[number];

/** The traits of a zone. */
export const zoneTraits = ['wireless', 'temporary', 'remote', 'untrusted'] as const;
/** One of {@link zoneTraits}. */
export type ZoneTrait = (typeof zoneTraits)[number];

/** The traits of an asset. */
export const assetTraits = ['essential', 'wireless', 'temporary', 'remote'] as const;
/** One of {@link assetTraits}. */
export type AssetTrait = (typeof assetTraits)[number];

/** The traits of a conduit. */
export const conduitTraits = ['untrusted', 'wireless', 'temporary', 'remote'] as const;
/** One of {@link conduitTraits}. */
export type ConduitTrait = (typeof conduitTraits)[number];

/** How critical an asset is. */
export const criticalities = ['low', 'medium', 'high', 'critical'] as const;
/** One of {@link criticalities}. */
export type Criticality = (typeof criticalities)[number];

/** What a flow may do, the least first. */
export const accesses = ['read', 'write', 'program'] as const;
/** One of {@link accesses}. */
export type Access = (typeof accesses)[number];

/** What a protocol or a flow protects. */
export const protections = ['authentication', 'encryption', 'integrity'] as const;
/** One of {@link protections}. */
export type Protection = (typeof protections)[number];

/** `proposed`: a candidate, which counts nowhere until it is decided. */
export const countermeasureStatuses = ['proposed', 'planned', 'implemented', 'verified'] as const;
/** One of {@link countermeasureStatuses}. */
export type CountermeasureStatus = (typeof countermeasureStatuses)[number];

/** Whether the security functions of a protocol are absent, can be off, or are always on. */
export const securityModes = ['none', 'optional', 'mandatory'] as const;
/** One of {@link securityModes}. */
export type SecurityMode = (typeof securityModes)[number];

/** The traits of a function. */
export const functionTraits = ['essential'] as const;
/** One of {@link functionTraits}. */
export type FunctionTrait = (typeof functionTraits)[number];

/** The traits of a flow. */
export const flowTraits = ['proposed'] as const;
/** One of {@link flowTraits}. */
export type FlowTrait = (typeof flowTraits)[number];

/**
 * A rule that is switched off; rules for packets of sessions that are open, and for packets of none: neither opens a
 * session.
 */
export const ruleTraits = ['disabled', 'established', 'invalid'] as const;
/** One of {@link ruleTraits}. */
export type RuleTrait = (typeof ruleTraits)[number];

/**
 * How far a conversation came: no answer or a refusal, a handshake without payload, payload from both sides; many hosts
 * or ports tried by one source.
 */
export const outcomes = ['tried', 'answered', 'used', 'scanned'] as const;
/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

/** Months and years follow the calendar. */
export const durationUnits = ['hours', 'days', 'weeks', 'months', 'years'] as const;
/** One of {@link durationUnits}. */
export type DurationUnit = (typeof durationUnits)[number];

/**
 * States of a patch after IEC TR 62443-2-3: those of its supplier, then those of the asset owner. The report itself was
 * not at hand; four of them are confirmed by IECEE's worksheet for IEC 62443-2-4 (in-test, not-approved,
 * not-applicable, approved).
 */
export const patchStates = [
    'available',
    'in-test',
    'not-approved',
    'not-applicable',
    'approved',
    'released',
    'in-internal-test',
    'not-authorized',
    'authorized',
    'effective',
    'installed',
] as const;
/** One of {@link patchStates}. */
export type PatchState = (typeof patchStates)[number];

/** Tracking states of CSAF 2.0, section 3.2.1.12.7. */
export const advisoryStatuses = ['draft', 'interim', 'final'] as const;
/** One of {@link advisoryStatuses}. */
export type AdvisoryStatus = (typeof advisoryStatuses)[number];

/** Categories of remediations of CSAF 2.0, section 3.2.3.12.1, and those that 2.1 adds. */
export const remediationCategories = [
    'vendor-fix',
    'optional-patch',
    'mitigation',
    'workaround',
    'fix-planned',
    'no-fix-planned',
    'none-available',
] as const;
/** One of {@link remediationCategories}. */
export type RemediationCategory = (typeof remediationCategories)[number];

/** What an advisory says of products. */
export const productStates = ['affected', 'not-affected', 'fixed', 'under-investigation'] as const;
/** One of {@link productStates}. */
export type ProductState = (typeof productStates)[number];
/** What a party does in the life of the plant; the terms of IEC 62443-1-1 and 2-4. */
export const partyRoles = [
    'asset-owner',
    'integration-provider',
    'maintenance-provider',
    'product-supplier',
    'monitoring-provider',
] as const;
/** One of {@link partyRoles}. */
export type PartyRole = (typeof partyRoles)[number];

/** What may be stated of a requirement. */
export const verbs = ['meets', 'misses', 'excludes', 'compensates'] as const;
/** One of {@link verbs}. */
export type Verb = (typeof verbs)[number];

/** The four component types of IEC 62443-4-2, clause 1, on which every asset type rests. */
export const componentTypes = ['embedded-device', 'host-device', 'network-device', 'software-application'] as const;
/** One of {@link componentTypes}. */
export type ComponentType = (typeof componentTypes)[number];

/** How much a picture shows. */
export const details = ['zones', 'assets'] as const;
/** One of {@link details}. */
export type Detail = (typeof details)[number];

/** The words of a view for where zones are, beside each other. */
export const arrangements = ['row', 'beside', 'left-to-right'] as const;
/** One of {@link arrangements}. */
export type Arranging = (typeof arrangements)[number];

/** What the zones of a picture are coloured by. */
export const colourings = ['target', 'gap', 'kind'] as const;
/** One of {@link colourings}. */
export type Colouring = (typeof colourings)[number];

/** How the levels of a picture run. */
export const directions = ['down', 'right'] as const;
/** One of {@link directions}. */
export type Direction = (typeof directions)[number];

/** What a port belongs to. */
export const transports = ['tcp', 'udp', 'sctp', 'icmp'] as const;
