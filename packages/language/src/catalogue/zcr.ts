/** A requirement of IEC 62443-3-2:2020, clause 4: how a system is partitioned, assessed and documented. */
export interface ZoneConduitRequirement {
    /** `ZCR 3.2`. */
    readonly id: string;
    /** `ZCR 3`. */
    readonly group: string;
    readonly clause: string;
    readonly title: string;
}

/** One of the seven groups of zone and conduit requirements. */
export interface ZoneConduitGroup {
    /** `ZCR 3`. */
    readonly id: string;
    readonly clause: string;
    readonly title: string;
}

/** An item that ZCR 6.4 wants documented for every zone and conduit. The wording of the names is ours. */
export interface Characteristic {
    /** The letter of the item, `a` to `n`. */
    readonly item: string;
    readonly key: string;
    readonly name: string;
}

function group(number: number, title: string): ZoneConduitGroup {
    return { id: `ZCR ${number}`, clause: `4.${number + 1}`, title };
}

/** Requirement m of a group is in sub-clause m + 1 of the clause of the group. */
function zcr(groupNumber: number, number: number, title: string): ZoneConduitRequirement {
    return {
        id: `ZCR ${groupNumber}.${number}`,
        group: `ZCR ${groupNumber}`,
        clause: `4.${groupNumber + 1}.${number + 1}`,
        title,
    };
}

/** The groups in the order of the standard: seven. */
export const zoneConduitGroups: readonly ZoneConduitGroup[] = [
    group(1, 'Identify the SUC'),
    group(2, 'Initial cyber security risk assessment'),
    group(3, 'Partition the SUC into zones and conduits'),
    group(4, 'Risk comparison'),
    group(5, 'Perform a detailed cyber security risk assessment'),
    group(6, 'Document cyber security requirements, assumptions and constraints'),
    group(7, 'Asset owner approval'),
];

/** The requirements in the order of the standard: 32. */
export const zoneConduitRequirements: readonly ZoneConduitRequirement[] = [
    zcr(1, 1, 'Identify the SUC perimeter and access points'),
    zcr(2, 1, 'Perform initial cyber security risk assessment'),
    zcr(3, 1, 'Establish zones and conduits'),
    zcr(3, 2, 'Separate business and IACS assets'),
    zcr(3, 3, 'Separate safety related assets'),
    zcr(3, 4, 'Separate temporarily connected devices'),
    zcr(3, 5, 'Separate wireless devices'),
    zcr(3, 6, 'Separate devices connected via external networks'),
    zcr(4, 1, 'Compare initial risk to tolerable risk'),
    zcr(5, 1, 'Identify threats'),
    zcr(5, 2, 'Identify vulnerabilities'),
    zcr(5, 3, 'Determine consequence and impact'),
    zcr(5, 4, 'Determine unmitigated likelihood'),
    zcr(5, 5, 'Determine unmitigated cyber security risk'),
    zcr(5, 6, 'Determine SL-T'),
    zcr(5, 7, 'Compare unmitigated risk with tolerable risk'),
    zcr(5, 8, 'Identify and evaluate existing countermeasures'),
    zcr(5, 9, 'Reevaluate likelihood and impact'),
    zcr(5, 10, 'Determine residual risk'),
    zcr(5, 11, 'Compare residual risk with tolerable risk'),
    zcr(5, 12, 'Identify additional cyber security countermeasures'),
    zcr(5, 13, 'Document and communicate results'),
    zcr(6, 1, 'Cyber security requirements specification'),
    zcr(6, 2, 'SUC description'),
    zcr(6, 3, 'Zone and conduit drawings'),
    zcr(6, 4, 'Zone and conduit characteristics'),
    zcr(6, 5, 'Operating environment assumptions'),
    zcr(6, 6, 'Threat environment'),
    zcr(6, 7, 'Organizational security policies'),
    zcr(6, 8, 'Tolerable risk'),
    zcr(6, 9, 'Regulatory requirements'),
    zcr(7, 1, 'Attain asset owner approval'),
];

/** The characteristics of zones and conduits of ZCR 6.4, items a to n. */
export const characteristics: readonly Characteristic[] = [
    { item: 'a', key: 'identifier', name: 'identifier / name' },
    { item: 'b', key: 'accountable-organization', name: 'accountable organization' },
    { item: 'c', key: 'logical-boundary', name: 'logical boundary' },
    { item: 'd', key: 'physical-boundary', name: 'physical boundary (where it applies)' },
    { item: 'e', key: 'safety-designation', name: 'safety designation' },
    { item: 'f', key: 'logical-access-points', name: 'logical access points' },
    { item: 'g', key: 'physical-access-points', name: 'physical access points' },
    { item: 'h', key: 'data-flows', name: 'data flows per access point' },
    { item: 'i', key: 'connected-zones-or-conduits', name: 'connected zones or conduits' },
    { item: 'j', key: 'assets', name: 'assets with classification / criticality / value' },
    { item: 'k', key: 'sl-t', name: 'SL-T' },
    { item: 'l', key: 'applicable-security-requirements', name: 'security requirements' },
    { item: 'm', key: 'applicable-security-policies', name: 'security policies' },
    { item: 'n', key: 'assumptions-and-external-dependencies', name: 'assumptions and external dependencies' },
];

const requirementsById = new Map(zoneConduitRequirements.map(requirement => [requirement.id, requirement]));
const groupsById = new Map(zoneConduitGroups.map(each => [each.id, each]));

/**
 * The zone and conduit requirement with an id such as `ZCR 3.2`.
 * @returns `undefined` where the standard has none, and for a group
 */
export function zoneConduitRequirementById(id: string): ZoneConduitRequirement | undefined {
    return requirementsById.get(id);
}

/** The group with an id such as `ZCR 3`; `undefined` where the standard has none. */
export function zoneConduitGroupById(id: string): ZoneConduitGroup | undefined {
    return groupsById.get(id);
}
