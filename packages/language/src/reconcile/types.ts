import type { Region } from '../filter/index.ts';
import type {
    Access,
    Asset,
    Conduit,
    Conversation,
    FirewallRule,
    Flow,
    Observation,
    Outcome,
    Ruleset,
    Zone,
} from '../model/index.ts';

/** What is declared, what firewalls are configured to do and what was seen on the wire, held against each other. */

/** Whether a firewall lets something through. `unknown`: no rules of it are known. */
export type Configured = 'yes' | 'no' | 'partly' | 'unknown' | 'not-assessable';

/** What became of a declared flow. */
export type FlowClass =
    | 'healthy'
    | 'never-seen'
    | 'not-permitted'
    | 'past-boundary'
    | 'differs'
    | 'not-assessable'
    | 'unknown';
/** What a rule is to the declared flows. */
export type RuleClass = 'documented' | 'undocumented' | 'wider' | 'differs' | 'not-assessable';
/** What traffic is to the declared flows. */
export type TrafficClass = 'undocumented' | 'past-boundary' | 'attempt' | 'scan';

/** What one device does with a flow. */
export interface DeviceVerdict {
    readonly device: Asset;
    readonly configured: Configured;
    /** The rules that decide it. */
    readonly rules: readonly FirewallRule[];
    /** The parts that are not let through, each in words; none where that is all or nothing of it. */
    readonly blocked: readonly string[];
    /** The first of them, and how many more there are; `null` where that is all or nothing of it. */
    readonly missing: string | null;
}

/** What was seen of a flow. */
export interface Seen {
    /**
     * True where an observation sees the zone of one of its ends. False where none of its traffic was seen, but some of
     * which the model does not say whose it is, and that may be its own.
     */
    readonly visible: boolean;
    /** The furthest that any session came; `null` where none was seen. */
    readonly outcome: Outcome | null;
    /** On how many days at least, the first and the last one of those that came as far. */
    readonly days: number;
    readonly first: string | null;
    readonly last: string | null;
    /** The highest function that was seen. */
    readonly access: Access | null;
    readonly conversations: readonly Located[];
    /** Days without a gap on which it would have been seen. */
    readonly watched: number;
}

/** Traffic of a flow that a sensor takes for another protocol than the flow declares. */
export interface OtherProtocol {
    readonly sight: Located;
    /** As the sensor calls it. */
    readonly name: string;
    /** True where it protects less than the declared one, or lets people or programs in. */
    readonly worse: boolean;
}

/** A declared flow with what is configured and was seen of it. */
export interface FlowReading {
    readonly flow: Flow;
    readonly configured: Configured;
    readonly class: FlowClass;
    readonly devices: readonly DeviceVerdict[];
    readonly observed: Seen;
    /** What was seen of it beyond its `access`, and no other flow may do; `null` for nothing. */
    readonly beyondAccess: Access | null;
    /** What was seen of it that is another protocol. */
    readonly otherProtocols: readonly OtherProtocol[];
    /** With `past-boundary`: the day of the rules that block it, where it was seen before that day alone. */
    readonly seenBefore: string | null;
    /** A rule that agrees with it in all but one of from, to and service. */
    readonly near: RuleReading | null;
}

/** What a rule permits beyond what is documented. */
export interface Width {
    readonly side: 'from' | 'to' | 'service';
    /**
     * How many addresses or services it permits there, those of the model for `any`, and how many of them flows need.
     */
    readonly of: number;
    readonly covered: number;
}

/** A rule that permits, with the flows that it is for. */
export interface RuleReading {
    readonly ruleset: Ruleset;
    readonly rule: FirewallRule;
    readonly class: RuleClass;
    /** The flows of which it permits something. */
    readonly flows: readonly Flow[];
    /** The dimension in which it is widest; only with `wider`. */
    readonly width: Width | null;
    /** Sessions that it permits and no flow needs; only with `wider` and `undocumented`. */
    readonly surplus: Region | null;
    readonly differsFrom: Flow | null;
    /** In which of from, to and service it differs. */
    readonly differsIn: 'from' | 'to' | 'service' | null;
    /** True where its traffic was used. */
    readonly used: boolean;
    /** Why it cannot be judged. */
    readonly why: string | null;
    /** A proposed flow that needs what it permits. */
    readonly proposedBy: Flow | null;
}

/** An end of a conversation, where it belongs. */
export interface LocatedEnd {
    /** As the sensor saw it. */
    readonly text: string;
    /** The address that an unknown host itself has, where a device shows it as another one. */
    readonly real?: string;
    readonly asset: Asset | null;
    /** Its zone; `null` outside of the model. */
    readonly zone: Zone | null;
}

/** A conversation, and where its ends belong. */
export interface Located {
    readonly conversation: Conversation;
    readonly observation: Observation;
    readonly from: LocatedEnd;
    readonly to: LocatedEnd;
}

/** Traffic that no flow declares. */
export interface TrafficReading extends Located {
    readonly class: TrafficClass;
    readonly configured: Configured;
    /** With `past-boundary`: the day of the rules that block it, where it was seen before that day alone. */
    readonly seenBefore: string | null;
    /** A proposed flow that it is traffic of. */
    readonly proposedBy: Flow | null;
    /** The conduit between its zones, where there is one. */
    readonly conduit: Conduit | null;
}

/** An end of a conversation that may belong to several hosts, or one that is decided. */
export interface OpenTrafficEnd extends LocatedEnd {
    /** Devices that show several hosts as this address; none of a decided end. */
    readonly shownBy: readonly Asset[];
    /** Assets and zones of which each may be meant; none of a decided end. */
    readonly mayBeIn: readonly string[];
}

/** Traffic that cannot be compared: the model leaves open where an end of it belongs, or its port is not said. */
export interface OpenTraffic extends Located {
    readonly from: OpenTrafficEnd;
    readonly to: OpenTrafficEnd;
    /**
     * `yes` for a session that no flow declares, whichever of them its ends are; `unless-inside` where it may stay in
     * one zone, such as one of the device that shows the address; `unknown` where a flow may declare it, and of what
     * was only tried.
     */
    readonly undocumented: 'yes' | 'unless-inside' | 'unknown';
    /** Of traffic with known ends: the first flow that may declare it, and does where its port is one of the flow's. */
    readonly mayBeOf: Flow | null;
}

/** A host in a network of the model that no asset is. */
export interface UnknownHost {
    readonly address: string;
    readonly zone: Zone;
    readonly conversations: readonly Located[];
}

/** How many conversations of an observation are not judged, and why. */
export interface ObservationCount {
    readonly observation: Observation;
    readonly insideZone: number;
    readonly outsideModel: number;
    /** To a group or to all hosts of a network: one session with many, which no flow says. */
    readonly multicast: number;
    /** An end of which the model leaves open where it belongs. */
    readonly ambiguous: number;
}

/** What is declared, configured and observed, compared. */
export interface Reconciliation {
    readonly flows: readonly FlowReading[];
    /**
     * Flows that are proposed and not decided, with what is configured and was seen of them. They document nothing, and
     * none is healthy: at best its class is `unknown`.
     */
    readonly proposed: readonly FlowReading[];
    readonly rules: readonly RuleReading[];
    readonly traffic: readonly TrafficReading[];
    readonly hosts: readonly UnknownHost[];
    readonly open: readonly OpenTraffic[];
    readonly observations: readonly ObservationCount[];
    /** Flows without a port anywhere: hard-wired, serial, layer 2. */
    readonly withoutPorts: readonly Flow[];
    /** Names that sensors give to traffic of flows; it cannot be told whether they are what is declared. */
    readonly namesNotTold: readonly string[];
}
