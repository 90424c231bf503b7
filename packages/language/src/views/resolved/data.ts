/**
 * A model with what follows from it filled in: inherited values, effective levels, the boundaries that flows cross.
 * `schema/model.schema.json` describes it for other programs. Ids are qualified names; arrays are in the order of the
 * text; vectors are in the order IAC UC SI DC RDF TRE RA; days are `YYYY-MM-DD`; `null` is "not said".
 */
export interface ResolvedModel {
    /** The id of the system; `null` where the model names none. */
    readonly system: string | null;
    /** The root file, relative to the working directory, with `/`. */
    readonly file: string;
    /** How many places of the text were not understood: what is written there is missing. */
    readonly notUnderstood: number;
    readonly title: string | null;
    readonly owner: string | null;
    readonly zones: readonly ResolvedZone[];
    readonly conduits: readonly ResolvedConduit[];
    readonly assets: readonly ResolvedAsset[];
    readonly flows: readonly ResolvedFlow[];
    /** Those that flows use. */
    readonly protocols: readonly ResolvedProtocol[];
    readonly countermeasures: readonly ResolvedCountermeasure[];
    readonly threats: readonly ResolvedThreat[];
    readonly functions: readonly ResolvedFunction[];
    /** Organisations with a part in the life of the plant. */
    readonly parties: readonly ResolvedParty[];
}

/** Where something is declared. */
export interface Placed {
    readonly file: string;
    /** From 1. */
    readonly line: number;
}

type Levels = readonly (number | null)[];

/** The levels of a zone or conduit. */
export interface ResolvedLevels {
    /** Inherited and derived values included. */
    readonly slT: Levels;
    /** For each FR: `stated` there, `inherited` from a zone around, `derived` from the connected zones, or `null`. */
    readonly slTSource: readonly ('stated' | 'inherited' | 'derived' | null)[];
    readonly slC: Levels;
    readonly slA: readonly number[];
    /** SL-T minus SL-A, never below 0. */
    readonly gap: Levels;
    /** Whether a gap is known, or only follows from what is not assessed; `null` where there is none. */
    readonly gapKinds: readonly ('short' | 'not-assessed' | null)[];
    /** For each FR the requirements that SL-A counts as stated, and the model contradicts. */
    readonly contradicted: readonly (readonly string[])[];
}

/** Ids of the parties that do something for an element, with what is said of its type and around it. */
export interface ResolvedDuties {
    readonly operatedBy: readonly string[];
    readonly integratedBy: readonly string[];
    readonly maintainedBy: readonly string[];
    readonly suppliedBy: readonly string[];
}

/** An organisation or department, and what is stated of it. */
export interface ResolvedParty extends Placed {
    readonly id: string;
    readonly title: string | null;
    readonly roles: readonly string[];
    /** Identifiers of IEC 62443-2-4 and 4-1. */
    readonly states: readonly { readonly verb: string; readonly requirements: readonly string[] }[];
}

/** `it`: the office; `outside`: beyond the site; `dmz`; `ot`: operational technology; `null` where it is not known. */
export type Side = 'it' | 'outside' | 'dmz' | 'ot' | null;

/** A zone with all that it inherits, and its levels. */
export interface ResolvedZone extends Placed, ResolvedLevels, ResolvedDuties {
    readonly id: string;
    readonly title: string | null;
    /** The zone around it. */
    readonly parent: string | null;
    /** Kind, Purdue level, traits and owner with what is inherited from the zones around. */
    readonly kind: string | null;
    readonly purdue: string | null;
    readonly traits: readonly string[];
    readonly owner: string | null;
    readonly side: Side;
    readonly networks: readonly string[];
    /** Assets in its own block; those of nested zones are there. */
    readonly assets: readonly string[];
    /** Conduits that name it. */
    readonly conduits: readonly string[];
    /** Countermeasures applied in it or in a zone around. */
    readonly applies: readonly string[];
}

/** A conduit with its levels and duties. */
export interface ResolvedConduit extends Placed, ResolvedLevels, ResolvedDuties {
    readonly id: string;
    readonly title: string | null;
    readonly between: readonly string[];
    /** The devices that enforce the boundary. */
    readonly via: readonly string[];
    /** The zones whose network carries it. */
    readonly over: readonly string[];
    /** `null` where both directions are open. */
    readonly oneWay: { readonly from: string; readonly to: string } | null;
    readonly traits: readonly string[];
    readonly owner: string | null;
    readonly monitoredBy: string | null;
    readonly assets: readonly string[];
    readonly flows: readonly string[];
    readonly applies: readonly string[];
}

/** An asset with all that it inherits. */
export interface ResolvedAsset extends Placed, ResolvedDuties {
    readonly id: string;
    readonly title: string | null;
    /** The zone in whose block it stands; `null` for a device of a conduit. */
    readonly zone: string | null;
    /** The conduit in whose block it stands. */
    readonly conduit: string | null;
    /** Its own, or that of what it is in. */
    readonly owner: string | null;
    /** Its type and those that it rests on, nearest first; the last one is a component type of IEC 62443-4-2. */
    readonly types: readonly string[];
    readonly addresses: readonly { readonly address: string; /** Of that leg. */ readonly zone: string | null }[];
    readonly dhcp: boolean;
    readonly macs: readonly string[];
    /** Vendor, product and version with what its type says. */
    readonly vendor: string | null;
    readonly product: string | null;
    readonly version: string | null;
    readonly criticality: string | null;
    /** Its own; those of its zone are with the zone. */
    readonly traits: readonly string[];
    /** Zones beside its own that it is connected to. */
    readonly serves: readonly string[];
    readonly needs: readonly string[];
    /** Of each list one is enough. */
    readonly needsOneOf: readonly (readonly string[])[];
    /** With what its type says. */
    readonly slC: Levels;
    /** Countermeasures applied at the asset itself. */
    readonly applies: readonly string[];
}

/** Ports of one transport, first and last. */
export interface ResolvedPorts {
    /** `tcp`, `udp` … */
    readonly transport: string;
    readonly from: number;
    readonly to: number;
}

/** A flow, with the boundaries that it crosses. */
export interface ResolvedFlow extends Placed {
    readonly id: string;
    /** Assets or zones; `from` opens the session where the arrow is `->`. */
    readonly from: string;
    readonly arrow: '->' | '<->' | '--';
    readonly to: string;
    /** The zones in which, or at whose edge, the ends lie; several for a device of a conduit. */
    readonly fromZones: readonly string[];
    readonly toZones: readonly string[];
    readonly crosses: boolean;
    /** The zones whose boundary a session from `from` to `to` leaves and enters, in the order in which it does. */
    readonly leaves: readonly string[];
    readonly enters: readonly string[];
    /** The conduit in whose block it stands. */
    readonly conduit: string | null;
    /** The devices that enforce the boundary of that conduit. */
    readonly via: readonly string[];
    readonly protocols: readonly string[];
    /** Of the flow, or else of its protocols. */
    readonly ports: readonly ResolvedPorts[];
    readonly portsFrom: 'flow' | 'protocols' | null;
    readonly purpose: string | null;
    readonly carries: string | null;
    readonly access: string | null;
    readonly secured: readonly string[];
    readonly securedBy: readonly string[];
    readonly approvedBy: string | null;
    readonly until: string | null;
    /** True when that day is past; `null` where the text has a day that cannot be read. */
    readonly expired: boolean | null;
    /** True while it is proposed and nobody has decided. */
    readonly proposed: boolean;
}

/** A protocol, built in or of the model. */
export interface ResolvedProtocol {
    readonly id: string;
    readonly title: string | null;
    readonly ports: readonly ResolvedPorts[];
    /** What it protects by itself: authentication, encryption, integrity. */
    readonly provides: readonly string[];
    readonly traits: readonly string[];
}

/** A countermeasure and what it counts for. */
export interface ResolvedCountermeasure extends Placed {
    readonly id: string;
    readonly title: string | null;
    readonly status: string | null;
    readonly due: string | null;
    readonly owner: string | null;
    readonly cost: number | null;
    /** `SR 1.1`, `FR 2 SL 1`. */
    readonly meets: readonly string[];
}

/** A threat with its ratings. */
export interface ResolvedThreat extends Placed {
    readonly id: string;
    readonly title: string | null;
    readonly from: readonly string[];
    readonly against: readonly string[];
    readonly likelihood: number | null;
    readonly consequence: number | null;
    readonly mitigations: readonly {
        readonly by: readonly string[];
        readonly toLikelihood: number | null;
        readonly toConsequence: number | null;
    }[];
}

/** A function of the plant and what it depends on. */
export interface ResolvedFunction extends Placed {
    readonly id: string;
    readonly title: string | null;
    readonly owner: string | null;
    readonly essential: boolean;
    readonly needs: readonly string[];
    readonly needsOneOf: readonly (readonly string[])[];
}
