import type {
    Accept, Asset, AssetType, Clause, Conduit, Countermeasure, Exception, Flow, Invariant, LevelStatement, Notes, Ports, Protocol, RequirementMention,
    Statement, System, Threat, View, Zone,
} from '../../model/index.ts';
import { writePorts, writeString, writeVector } from '../../model/index.ts';
import { matrixFacts } from './matrix-facts.ts';

/** One thing that is said of an element. Two facts with one key are about the same; with another value it has changed. */
export interface Fact {
    readonly key: string;
    /** What the fact is called when it is printed. */
    readonly label: string;
    /** `null` for a fact that is there or is not, such as one of a list. */
    readonly value: string | null;
    /** How much it tells of the identity of its element. */
    readonly weight: number;
    /** The list that this is a member of, and the member. */
    readonly list?: string;
    readonly item?: string;
    /** The verb in front, for what is said of a requirement: `meets`; the label is the requirement alone. */
    readonly verb?: string;
}

/** Turns ids of one side into those of the other, so that a renamed element is no change where it is mentioned. */
export interface Names {
    /** Zones, conduits and assets. */
    element(id: string): string;
    type(id: string): string;
    protocol(id: string): string;
    measure(id: string): string;
    threat(id: string): string;
}

const same = (id: string): string => id;

/** The ids as they are. */
export const ownNames: Names = { element: same, type: same, protocol: same, measure: same, threat: same };

type Translate = (id: string) => string;

type Value = string | number | null | undefined;

const notesWords: readonly (readonly [keyof Notes, string])[] = [
    ['location', 'location'], ['evidence', 'evidence'], ['logicalBoundary', 'logical-boundary'], ['physicalBoundary', 'physical-boundary'],
    ['logicalAccess', 'logical-access'], ['physicalAccess', 'physical-access'], ['assumption', 'assumption'], ['policy', 'policy'],
    ['regulation', 'regulation'],
];

/** One value that stands once. */
function one(label: string, value: Value, weight = 1): Fact[] {
    return value === null || value === undefined ? [] : [{ key: label, label, value: String(value), weight }];
}

/** Members of a list, in which order says nothing. */
function many(label: string, values: Iterable<string>, weight = 1): Fact[] {
    return [...new Set(values)].map(value => ({ key: `${label} ${value}`, label: `${label} ${value}`.trim(), value: null, weight, list: label, item: value }));
}

const quoted = (text: string | null): string | null => (text === null ? null : writeString(text.replace(/\s+/g, ' ').trim()));

function levels(label: string, statement: LevelStatement | null): Fact[] {
    if (!statement) return [];
    return [...one(label, writeVector(statement.levels) || 'nothing'), ...one(`reason of ${label}`, quoted(statement.because))];
}

function notes(of: Notes): Fact[] {
    return notesWords.flatMap(([key, label]) => many(label, of[key].map(text => quoted(text.text)!)));
}

function requirementText(mention: RequirementMention): string {
    return mention.kind === 'requirement' ? mention.id : `FR ${mention.fr + 1} SL ${mention.level}`;
}

function statements(of: readonly Statement[], names: Names): Fact[] {
    return of.flatMap(statement => {
        const details = [
            statement.by.length > 0 ? `by ${statement.by.map(each => names.measure(each.id)).sort().join(', ')}` : '',
            statement.because === null ? '' : `because ${quoted(statement.because)}`,
            statement.evidence.length > 0 ? `evidence ${statement.evidence.map(each => quoted(each)).sort().join(', ')}` : '',
            statement.due === null ? '' : `due ${statement.due.date}`,
        ].filter(part => part !== '').join(' ');
        return statement.requirements.map(mention => ({ verb: statement.verb, label: requirementText(mention), value: details, weight: 0.5 }));
    }).sort((a, b) => compareText(`${a.verb} ${a.value}`, `${b.verb} ${b.value}`)).map((fact, index, all) => {
        const earlier = all.slice(0, index).filter(other => other.label === fact.label).length;
        return { ...fact, key: `requirement ${fact.label}${earlier > 0 ? ` ${earlier}` : ''}` };
    });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function accepts(of: readonly Accept[]): Fact[] {
    return of.map(accept => ({
        key: `accept ${accept.rule}`,
        label: `accept ${accept.rule}`,
        value: [accept.because === null ? '' : `because ${quoted(accept.because)}`, accept.until ? `until ${accept.until.date}` : '']
            .filter(part => part !== '').join(' '),
        weight: 0.5,
    }));
}

/** Each port by itself, so that one more is one change. */
function portsTexts(ports: readonly Ports[]): string[] {
    return ports.flatMap(each => (each.ranges.length === 0 ? [writePorts(each)] : each.ranges.map(range => writePorts({ ...each, ranges: [range] }))));
}

const ids = (mentions: readonly { readonly id: string }[], translate: Translate): string[] => mentions.map(mention => translate(mention.id));

function common(element: { title: string | null; accepts: readonly Accept[] }): Fact[] {
    return [...one('title', quoted(element.title), 3), ...accepts(element.accepts)];
}

function subject(element: Zone | Conduit | Asset, names: Names): Fact[] {
    return [
        ...common(element), ...one('owner', quoted(element.owner)), ...one('description', quoted(element.description)),
        ...notes(element.notes), ...many('applies', ids(element.applies, names.measure)), ...statements(element.statements, names),
    ];
}

export function systemFacts(system: System): Fact[] {
    return [
        ...common(system), ...one('owner', quoted(system.owner)), ...one('description', quoted(system.description)),
        ...one('tolerable-risk', typeof system.tolerableRisk === 'string' ? quoted(system.tolerableRisk) : system.tolerableRisk),
        ...notes(system.notes), ...(system.matrix ? matrixFacts(system.matrix) : []),
    ];
}

export function zoneFacts(zone: Zone, names: Names): Fact[] {
    return [
        ...subject(zone, names), ...one('kind', zone.zoneKind), ...one('purdue', zone.purdue), ...many('is', zone.traits),
        ...many('network', zone.networks.map(network => network.text), 3), ...levels('SL-T', zone.slT), ...levels('SL-A', zone.slA),
    ];
}

export function conduitFacts(conduit: Conduit, names: Names): Fact[] {
    return [
        ...subject(conduit, names), ...many('between', ids(conduit.between, names.element), 2), ...many('via', ids(conduit.via, names.element)),
        ...many('over', ids(conduit.over, names.element)), ...many('is', conduit.traits),
        ...one('one-way', conduit.oneWay ? `${names.element(conduit.oneWay.from.id)} -> ${names.element(conduit.oneWay.to.id)}` : null),
        ...one('monitored by', quoted(conduit.monitoredBy)), ...levels('SL-T', conduit.slT), ...levels('SL-A', conduit.slA),
    ];
}

export function assetFacts(asset: Asset, names: Names): Fact[] {
    return [
        ...subject(asset, names), ...one('type', asset.type ? names.type(asset.type.id) : null, 1.5),
        ...many('address', asset.addresses.map(address => address.text), 4), ...one('vendor', quoted(asset.vendor)),
        ...one('product', quoted(asset.product)), ...one('version', quoted(asset.version)), ...one('criticality', asset.criticality),
        ...many('is', asset.traits), ...many('serves', ids(asset.serves, names.element)), ...many('needs', ids(asset.needs, names.element)),
        ...levels('SL-C', asset.slC),
    ];
}

/** Ends and arrow of a flow as one text, the same for both ways of writing a flow that has no direction. */
export function sessionText(flow: Flow, names: Names): string {
    const ends = [names.element(flow.from.id), names.element(flow.to.id)];
    return (flow.arrow === '->' ? ends : ends.sort()).join(` ${flow.arrow} `);
}

export function flowFacts(flow: Flow, names: Names): Fact[] {
    return [
        ...one('session', sessionText(flow, names), 2), ...many('protocol', ids(flow.protocols, names.protocol)),
        ...one('purpose', quoted(flow.purpose), 2), ...many('port', portsTexts(flow.ports)), ...one('access', flow.access),
        ...one('secured', flow.secured ? [[...new Set(flow.secured.protections)].sort().join(', '),
            ...flow.secured.by.length > 0 ? [`by ${ids(flow.secured.by, names.measure).sort().join(', ')}`] : []].filter(part => part !== '').join(' ') : null),
        ...one('carries', quoted(flow.carries)), ...one('approved by', quoted(flow.approvedBy)), ...one('until', flow.until?.date),
        ...one('description', quoted(flow.description)), ...one('owner', quoted(flow.owner)), ...accepts(flow.accepts),
    ];
}

export function typeFacts(type: AssetType, names: Names): Fact[] {
    return [
        ...common(type), ...one('base', type.base ? names.type(type.base.id) : null), ...one('vendor', quoted(type.vendor)),
        ...one('product', quoted(type.product)), ...one('version', quoted(type.version)), ...one('description', quoted(type.description)),
        ...many('certificate', type.certificates.map(each => quoted(each.text)!)), ...levels('SL-C', type.slC),
        ...statements(type.statements, names),
    ];
}

export function protocolFacts(protocol: Protocol): Fact[] {
    return [
        ...common(protocol), ...many('port', portsTexts(protocol.ports)), ...many('provides', protocol.provides),
        ...one('security', protocol.security), ...many('is', protocol.traits), ...one('class', protocol.protocolClass),
        ...one('description', quoted(protocol.description)),
    ];
}

export function measureFacts(measure: Countermeasure): Fact[] {
    return [
        ...common(measure), ...many('meets', measure.meets.map(requirementText)), ...one('status', measure.status), ...one('due', measure.due?.date),
        ...one('cost', measure.cost), ...one('owner', quoted(measure.owner)), ...one('description', quoted(measure.description)),
        ...many('evidence', measure.evidence.map(each => quoted(each.text)!)),
    ];
}

export function threatFacts(threat: Threat, names: Names): Fact[] {
    return [
        ...common(threat), ...many('from', ids(threat.from, names.element), 2), ...many('against', ids(threat.against, names.element), 2),
        ...one('likelihood', threat.likelihood), ...one('consequence', threat.consequence), ...one('category', threat.category),
        ...one('description', quoted(threat.description)),
        ...many('mitigated by', threat.mitigations.map(each => ids(each.by, names.measure).sort().join(', ')
            + (each.toLikelihood === null ? '' : ` to likelihood ${each.toLikelihood}`)
            + (each.toConsequence === null ? '' : ` to consequence ${each.toConsequence}`))),
    ];
}

/** A promise in the words of the language: `deny path from Office to Control`. */
export function clauseText({ verb, from, to, through }: Clause, names: Names): string {
    return `${verb} path from ${names.element(from.id)} to ${names.element(to.id)}${through ? ` through ${names.element(through.id)}` : ''}`;
}

/** The flows that an exception speaks of: `Dmz.Jump -> Control.Hmi : rdp`. */
export function exceptionText({ from, to, arrow, protocols }: Exception, names: Names): string {
    const named = ids(protocols, names.protocol).sort().join(', ');
    return `${names.element(from.id)} ${arrow} ${names.element(to.id)}${named === '' ? '' : ` : ${named}`}`;
}

export function invariantFacts(invariant: Invariant, names: Names): Fact[] {
    return [
        ...common(invariant),
        ...many('', invariant.clauses.map(clause => clauseText(clause, names)), 2),
        ...invariant.exceptions.map(exception => {
            const label = `except flow ${exceptionText(exception, names)}`;
            const value = [quoted(exception.because), exception.until ? `until ${exception.until.date}` : null]
                .filter(part => part !== null).join(' ');
            return { key: label, label, value, weight: 1 };
        }),
    ];
}

export function viewFacts(view: View, names: Names): Fact[] {
    return [
        ...common(view), ...many('include', ids(view.include, names.element)), ...many('exclude', ids(view.exclude, names.element)),
        ...many('focus', ids(view.focus, names.element)), ...many('hide', ids(view.hide, names.element)),
        ...many('highlight', ids(view.highlight, names.element)), ...one('direction', view.direction), ...one('detail', view.detail),
        ...one('colour', view.colour), ...one('threat', view.threat ? names.threat(view.threat.id) : null), ...one('description', quoted(view.description)),
        ...one('path', view.path ? `from ${names.element(view.path.from.id)} to ${names.element(view.path.to.id)}` : null),
    ];
}
