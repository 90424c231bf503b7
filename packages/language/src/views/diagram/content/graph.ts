import type { Path, State } from '../../../assessment/index.ts';
import type {
    Colouring,
    Criticality,
    Detail,
    Direction,
    Level,
    PurdueLevel,
    Vector,
    ZoneKind,
} from '../../../model/index.ts';
import type { Arranged } from './arranged.ts';
import type { FoundLook } from './found-looks.ts';
import type { Icon } from './icon-of.ts';
import type { Phase } from './phase.ts';
import type { Reaching } from './reaching.ts';
import type { WhatIf } from './what-if.ts';

/** What conduits may be drawn as. */
export const conduitSigns = ['cards', 'tags'] as const;
/**
 * How a conduit is drawn. `brief` is for overviews, whose details are on other sheets: tags with names alone, and zones
 * without the levels of each requirement.
 */
export type ConduitSign = (typeof conduitSigns)[number] | 'brief';

/** What the colour of a zone or conduit says: a class of the style sheet and a line of the legend. */
export type Tone =
    | 'sl-none'
    | `sl-${Level}`
    | 'gap-none'
    | 'gap-open'
    | 'gap-contradicted'
    | 'gap-0'
    | 'gap-1'
    | 'gap-2'
    | 'gap-3'
    | 'kind-none'
    | `kind-${ZoneKind}`
    | `state-${State}`
    | 'state-contradicted'
    | 'state-unasked';

/** Findings that are not accepted, at one element. */
export interface Badge {
    readonly severity: 'error' | 'warning' | 'info';
    readonly count: number;
    /** One line a finding. */
    readonly messages: readonly string[];
}

/** `strong` is on the path that is shown, `pale` is not, `plain` when none is shown. */
export type Emphasis = 'plain' | 'strong' | 'pale';

/** The levels of a zone or conduit. Vectors are in the order IAC UC SI DC RDF TRE RA. */
export interface Levels {
    readonly slT: Vector;
    readonly slC: Vector;
    readonly slA: Vector;
    /** The same as people see it: nothing where no level is asked for and nothing is said. */
    readonly shownSlA: Vector;
    readonly gap: readonly (number | null)[];
    /** True where nothing is known to be short: the gap follows from what is not assessed. */
    readonly open: readonly boolean[];
    /** True where something that is asked for is stated and counted, and the model contradicts it. */
    readonly contradicted: readonly boolean[];
    /** How far the target of a conduit follows from its zones: `derived`, `RA derived`; empty where it is stated. */
    readonly derived: string;
}

/** An asset of a picture, or several alike that are drawn as one. */
export interface AssetNode {
    /** Its place in the picture, unlike that of any other node. */
    readonly key: string;
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
    readonly icon: Icon;
    /** Title of the type; `null` where there is none. */
    readonly type: string | null;
    readonly essential: boolean;
    readonly wireless: boolean;
    readonly criticality: Criticality | null;
    readonly addresses: readonly string[];
    /** How many assets are drawn as this one. */
    readonly count: number;
    /** Ids of those drawn as this one; empty where it stands for itself. */
    readonly members: readonly string[];
    readonly phase: Phase | null;
    /** Hops from what is assumed to be compromised, 0 for that itself; `null` where it is not reached. */
    readonly hops: number | null;
    /** Hops in a picture of reach: to it, and from it to what was asked for; `null` where there is no path. */
    readonly out: number | null;
    readonly into: number | null;
    readonly badge: Badge | null;
    readonly emphasis: Emphasis;
}

/** A zone of a picture, with what is drawn inside it. */
export interface ZoneNode {
    readonly key: string;
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
    readonly kind: ZoneKind | null;
    /** The level that it states itself, or inherits. */
    readonly purdue: PurdueLevel | null;
    /** Where it stands from top to bottom: 5 to 0, above them 6 for what is external; `null` where nothing says it. */
    readonly rank: number | null;
    /**
     * Why it stands there: a level is stated (by it or around it, or inside it), or only its kind is; `null` where
     * neither is.
     */
    readonly rankFrom: 'level' | 'kind' | null;
    readonly traits: readonly string[];
    readonly levels: Levels;
    readonly tone: Tone;
    readonly assets: readonly AssetNode[];
    /** How many assets of its own are not drawn. */
    readonly hiddenAssets: number;
    readonly zones: readonly ZoneNode[];
    /** The sheet that draws it in full, in a set of sheets; `null` on that sheet itself. */
    readonly sheet: string | null;
    /** Its network carries conduits of the picture between other zones. */
    readonly carrier: boolean;
    /** Closed: what is inside is not drawn. */
    readonly folded: boolean;
    readonly phase: Phase | null;
    readonly badge: Badge | null;
    readonly emphasis: Emphasis;
}

/**
 * How a flow was found: declared and seen; declared and not seen where it would be visible, or where nothing looks;
 * seen and not declared; permitted by a rule, neither declared nor seen.
 */
export type Found = 'seen' | 'not-seen' | 'not-visible' | 'seen-only' | 'permitted-only';

/** Flows of a conduit that go the same way. */
export interface FlowLabel {
    /** Ids of the flows. */
    readonly ids: readonly string[];
    /** The shown zones between which they go; where nobody opens alone, `from` is simply the first. */
    readonly from: string;
    readonly to: string;
    readonly arrow: '->' | '<->' | '--';
    readonly protocols: readonly string[];
    /** One line a flow: ends, protocols, purpose. */
    readonly tooltip: readonly string[];
    /** In a picture of the plant as found; `null` in others. */
    readonly found: Found | null;
    readonly phase: Phase | null;
    /** True where a cut stops these sessions. */
    readonly stopped: boolean;
}

/** A zone that is not in the picture, at the other end of a conduit that is. */
export interface Away {
    readonly id: string;
    /** Its title, or its name. */
    readonly title: string;
    readonly rank: number | null;
    /** Ids of the shown zones around it, outermost first. */
    readonly around: readonly string[];
    /** The sheet that shows it, in a set of sheets. */
    readonly sheet: string | null;
}

/** A conduit that is drawn together with others: they share a boundary device, or lead from a zone to other sheets. */
export interface SharingConduit {
    readonly id: string;
    readonly name: string;
    /** Ids of the shown zones that it joins. */
    readonly ends: readonly string[];
    readonly away: readonly Away[];
    /** Names of its devices. */
    readonly devices: readonly string[];
    /** True when nothing says that all that passes in it is encrypted. */
    readonly clearText: boolean;
}

/** A conduit, or what crosses between zones without one. */
export interface ConduitNode {
    readonly key: string;
    /** Id of the conduit; of an undeclared connection that of its first flow, or of the device that makes it. */
    readonly id: string;
    /** `undeclared`: flows in no conduit, or a device that joins zones which no conduit joins. */
    readonly kind: 'conduit' | 'undeclared';
    readonly name: string;
    readonly title: string | null;
    /**
     * Ids of the shown zones that it joins, in the order of the text: two or more, or one where it leads to zones that
     * are not shown.
     */
    readonly ends: readonly string[];
    /** The zones that it joins and that the picture does not show. */
    readonly away: readonly Away[];
    /** The boundary devices, then what else is in the conduit. */
    readonly devices: readonly AssetNode[];
    readonly levels: Levels;
    readonly flows: readonly FlowLabel[];
    /** What its line says in a picture of the plant as found; `null` in others. */
    readonly line: FoundLook | null;
    /** The only way that data may take, between shown zones; of a connector one of them is empty. */
    readonly oneWay: { readonly from: string; readonly to: string } | null;
    /** The title of the zone that data may go to alone, also where it or the other end is not shown. */
    readonly oneWayTo: string | null;
    readonly clearText: boolean;
    readonly untrusted: boolean;
    readonly wireless: boolean;
    /** Names of the zones whose network carries it. */
    readonly over: readonly string[];
    /** Ids of those among them that the picture shows and that are none of its ends. */
    readonly carriers: readonly string[];
    /** Its places on the path that is shown, counted from 1: the first conduit that it takes, the second, and so on. */
    readonly steps: readonly number[];
    readonly monitoredBy: string | null;
    readonly phase: Phase | null;
    /** Ids of those of its ends that are not there on the day, where it is. */
    readonly laterEnds: readonly string[];
    /** True where the picture is of a case in which it is cut. */
    readonly severed: boolean;
    readonly tone: Tone;
    readonly badge: Badge | null;
    readonly emphasis: Emphasis;
    readonly sign: ConduitSign;
    /** The conduits that are drawn as this one; empty where it is drawn for itself. */
    readonly sharing: readonly SharingConduit[];
}

/**
 * True when nothing says that all that passes on the line of a conduit to an end is encrypted: where several conduits
 * share a device, the line is that of those which have the end.
 */
export function isClearTo({ sharing, clearText }: ConduitNode, end: string | null): boolean {
    const own = sharing.filter(({ ends }) => end !== null && ends.includes(end));
    return own.length === 0 ? clearText : own.some(each => each.clearText);
}

/** True when a line of a conduit is one on which encryption is proved. */
export function isProvedSomewhere(node: ConduitNode): boolean {
    return node.ends.length === 0 ? !node.clearText : node.ends.some(end => !isClearTo(node, end));
}

/** The shown zones that a conduit has lines to: its ends, then what carries it. */
export const legsOf = (node: ConduitNode): readonly string[] =>
    node.carriers.length === 0 ? node.ends : [...node.ends, ...node.carriers];

/** What a diagram says, before anything has a place. Arrays are in the order of the text. */
export interface DiagramGraph {
    readonly system: { readonly id: string; readonly title: string; readonly owner: string | null } | null;
    readonly view: { readonly id: string; readonly title: string; readonly description: string | null } | null;
    /** How many places of the text were not understood: what is written there is missing. */
    readonly notUnderstood: number;
    readonly date: string | null;
    readonly revision: string | null;
    readonly colour: Colouring | 'requirement';
    readonly conduitSign: ConduitSign;
    readonly requirement: string | null;
    readonly detail: Detail;
    readonly direction: Direction;
    /** True for a picture of the plant as found: lines say what was seen. */
    readonly asFound: boolean;
    /** The supposed case that is shown; `null` for the plant as it is. */
    /** What the author of the view says of where zones are. */
    readonly arranged: readonly Arranged[];
    readonly whatIf: WhatIf | null;
    readonly reaching: Reaching | null;
    /** The path that was asked for beside the view; `null` where none was, or there is none. */
    readonly path: Path | null;
    readonly zones: readonly ZoneNode[];
    readonly conduits: readonly ConduitNode[];
    /** What was left out or drawn together so that the picture stays readable; shown in it. */
    readonly notes: readonly string[];
}
