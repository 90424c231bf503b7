import type { Origin, Span } from '../place.ts';
import type { Fact, Facts, Naming, Teller } from '../tell.ts';
import { joined, many, mentions, nothingLeft, quoted, tell, text, texts, untold } from '../tell.ts';
import type { Verb } from '../words.ts';
import type { Evidence, EvidenceTime } from './time.ts';
import { evidences, evidenceTimeText } from './time.ts';
import { writePorts } from '../written.ts';

/** A text that was written, with its place. */
export interface Text {
    readonly text: string;
    readonly origin: Origin;
}

/** A mention of another element: its id, and the span of the name in the file of the statement that mentions it. */
export interface Mention {
    readonly id: string;
    readonly at: Span;
}

/** A calendar day, `YYYY-MM-DD`, that exists. */
export interface DateFact {
    readonly date: string;
    readonly at: Span;
}

export interface Accept {
    readonly rule: string;
    readonly ruleAt: Span;
    readonly because: string | null;
    readonly until: DateFact | null;
    readonly origin: Origin;
}

/** Who agreed to what changed at the element in whose block it is. */
export interface Agreement {
    /** What was agreed to, in words. */
    readonly what: string;
    /** A person or a role. */
    readonly by: string;
    /** The last day; `null` where none is given. */
    readonly until: DateFact | null;
    readonly origin: Origin;
}

/** An agreement without its word: `"Second jump host" by "Risk owner" until 2027-01-01`. */
export function agreementText({ what, by, until, origin: _origin, ...rest }: Agreement): string {
    nothingLeft(rest);
    return joined(quoted(what), `by ${quoted(by)}`, until && `until ${until.date}`);
}

/** `because "…" until 2027-01-01`, as far as it is said. */
export function reasonText(because: string | null, until: DateFact | null): string {
    return joined(because !== null && `because ${quoted(because)}`, until && `until ${until.date}`);
}

/** The key of agreements among the facts of an element: they say nothing of the plant. */
export const agreedFact = 'agreed';

const accepts: Teller<readonly Accept[]> = all =>
    all.map(({ rule, because, until, ruleAt: _at, origin: _origin, ...rest }) => {
        nothingLeft(rest);
        return { key: `accept ${rule}`, label: `accept ${rule}`, value: reasonText(because, until), weight: 0.5 };
    });

const agreements: Teller<readonly Agreement[]> = all => many(agreedFact, all.map(agreementText), 0.1);

export interface Named {
    /** The qualified name. */
    readonly id: string;
    /** The last part of the id. */
    readonly name: string;
    readonly title: string | null;
    /** The text of the documentation comment before the declaration, without stars. */
    readonly doc: string | null;
    readonly origin: Origin;
    /** `accept` statements in the block of this element. */
    readonly accepts: readonly Accept[];
    /** `agreed` statements in the block of this element. */
    readonly agreements: readonly Agreement[];
}

export const place = untold('where it is written');
const comment = untold('a comment, which says nothing to a rule');

export const namedFacts = {
    id: untold('what the facts are said of'),
    name: untold('the last part of the id'),
    title: text('title', 3),
    doc: comment,
    origin: place,
    accepts,
    agreements,
} satisfies Facts<Named>;

/** The characteristics that ZCR 6 wants documented, as free text; each may stand several times. */
export interface Notes {
    readonly location: readonly Text[];
    readonly evidence: readonly Evidence[];
    readonly logicalBoundary: readonly Text[];
    readonly physicalBoundary: readonly Text[];
    readonly logicalAccess: readonly Text[];
    readonly physicalAccess: readonly Text[];
    readonly assumption: readonly Text[];
    readonly policy: readonly Text[];
    readonly regulation: readonly Text[];
}

const noteFacts = {
    location: texts('location'),
    evidence: evidences,
    logicalBoundary: texts('logical-boundary'),
    physicalBoundary: texts('physical-boundary'),
    logicalAccess: texts('logical-access'),
    physicalAccess: texts('physical-access'),
    assumption: texts('assumption'),
    policy: texts('policy'),
    regulation: texts('regulation'),
} satisfies Facts<Notes>;

export const notes: Teller<Notes> = (of, names) => tell(noteFacts, of, names);

/** `meets`, `misses`, `excludes` or `compensates`. */
export interface Statement {
    readonly verb: Verb;
    readonly requirements: readonly RequirementMention[];
    readonly by: readonly Mention[];
    readonly because: string | null;
    readonly evidence: readonly string[];
    /** It speaks of all evidence of this statement. */
    readonly evidenceTime: EvidenceTime;
    readonly due: DateFact | null;
    /** `name` spans the verb and the requirements. */
    readonly origin: Origin;
}

/** One requirement, or all of a foundational requirement up to a level. */
export type RequirementMention =
    | { readonly kind: 'requirement'; readonly id: string; readonly at: Span }
    | { readonly kind: 'fr'; /** 0 to 6 */ readonly fr: number; readonly level: number; readonly at: Span };

export function requirementText(mention: RequirementMention): string {
    return mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1} SL ${mention.level}`;
}

/** What is said of the requirements of a statement, without its verb: `by M because "…"`. */
function detailsOf(
    {
        by,
        because,
        evidence,
        evidenceTime,
        due,
        verb: _verb,
        requirements: _requirements,
        origin: _origin,
        ...rest
    }: Statement,
    names: Naming,
): string {
    nothingLeft(rest);
    return joined(
        by.length > 0 &&
            `by ${by
                .map(each => names.countermeasure(each.id))
                .sort()
                .join(', ')}`,
        because !== null && `because ${quoted(because)}`,
        evidence.length > 0 && `evidence ${evidence.map(quoted).sort().join(', ')}`,
        evidenceTimeText(evidenceTime),
        due && `due ${due.date}`,
    );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One fact a requirement, so that each is compared with what was said of it before. */
export const statements: Teller<readonly Statement[]> = (of, names) =>
    of
        .flatMap(statement =>
            statement.requirements.map(mention => ({
                verb: statement.verb,
                label: requirementText(mention),
                value: detailsOf(statement, names),
                weight: 0.5,
            })),
        )
        .sort((a, b) => compareText(`${a.verb} ${a.value}`, `${b.verb} ${b.value}`))
        .map((fact, index, all): Fact => {
            const earlier = all.slice(0, index).filter(other => other.label === fact.label).length;
            return { ...fact, key: `requirement ${fact.label}${earlier > 0 ? ` ${earlier}` : ''}` };
        });

/** What speaks of requirements: a zone, a conduit or an asset. */
export interface Subject extends Named {
    readonly owner: string | null;
    readonly description: string | null;
    readonly notes: Notes;
    readonly applies: readonly Mention[];
    readonly statements: readonly Statement[];
}

export const subjectFacts = {
    ...namedFacts,
    owner: text('owner'),
    description: text('description'),
    notes,
    applies: mentions('applies', 'countermeasure'),
    statements,
} satisfies Facts<Subject>;

/** An IPv4 or IPv6 address or prefix, as written. */
export interface Address {
    readonly text: string;
    readonly at: Span;
}

/** An address of an asset. */
export interface AssetAddress extends Address {
    /** The zone in which this leg lies, where it is said. */
    readonly zone: Mention | null;
    /** The statement, where it says this address alone; `null` where it says several. */
    readonly statementAt: Span | null;
}

/** A MAC address: six pairs of lower-case digits with colons. */
export interface Mac {
    readonly text: string;
    readonly at: Span;
}

/** The interface of a device on the side of a zone. */
export interface Facing {
    readonly zone: Mention;
    readonly interface: string;
    readonly origin: Origin;
}

/** Addresses that a device shows as others on its other side. */
export interface Translation {
    /** The real ones. */
    readonly from: Address;
    readonly to: Address;
    readonly origin: Origin;
}

/** An address as it is written, with the zone that it says it lies in. */
export function addressText({ text, zone }: AssetAddress, zoneName: (id: string) => string = id => id): string {
    return joined(text, zone && `in ${zoneName(zone.id)}`);
}

export const assetAddresses: Teller<readonly AssetAddress[]> = (all, names) =>
    many(
        'address',
        all.map(address => {
            const { text: _text, zone: _zone, at: _at, statementAt: _statement, ...rest } = address;
            nothingLeft(rest);
            return addressText(address, id => names.element(id));
        }),
        4,
    );

export const macs: Teller<readonly Mac[]> = all =>
    many(
        'mac',
        all.map(({ text, at: _at, ...rest }) => {
            nothingLeft(rest);
            return quoted(text);
        }),
        4,
    );

export const facings: Teller<readonly Facing[]> = (all, names) =>
    many(
        'faces',
        all.map(each => {
            const { zone, interface: by, origin: _origin, ...rest } = each;
            nothingLeft(rest);
            return `${names.element(zone.id)} by ${quoted(by)}`;
        }),
    );

export const translations: Teller<readonly Translation[]> = all =>
    many(
        'translates',
        all.map(({ from, to, origin: _origin, ...rest }) => {
            nothingLeft(rest);
            return `${from.text} to ${to.text}`;
        }),
    );

export function addresses(label: string, weight: number): Teller<readonly Address[]> {
    return all =>
        many(
            label,
            all.map(({ text, at: _at, ...rest }) => {
                nothingLeft(rest);
                return text;
            }),
            weight,
        );
}

/** Ports of one transport; a single port is a range of one. */
export interface Ports {
    /** `tcp`, `udp`, `sctp`, or another word where no port numbers exist. */
    readonly transport: string;
    readonly ranges: readonly PortRange[];
    readonly origin: Origin;
}

/** 0 to 65535, both ends included. */
export interface PortRange {
    readonly from: number;
    readonly to: number;
}

/** Each port by itself, so that one more is one change. */
export const ports: Teller<readonly Ports[]> = all =>
    many(
        'port',
        all.flatMap(each =>
            each.ranges.length === 0
                ? [writePorts(each)]
                : each.ranges.map(range => writePorts({ ...each, ranges: [range] })),
        ),
    );
