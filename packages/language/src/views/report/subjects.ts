import { targetSource } from '../text/target-source.ts';
import type { SubjectAssessment } from '../../assessment/index.ts';
import { gapKindsOf } from '../../assessment/index.ts';
import { characteristics } from '../../catalogue/index.ts';
import type { Asset, Conduit, Flow, Lookup, Text, Zone } from '../../model/index.ts';
import { isSilent, writeAllPorts, writeVector } from '../../model/index.ts';
import { contradictedAt, restingOnContradicted } from '../../rules/ask/contradicted.ts';
import type { CharacteristicRow, SubjectPart } from './data.ts';
import type { ReportInput } from './input.ts';

type Subject = Zone | Conduit;
type Answer = Pick<CharacteristicRow, 'values' | 'source'>;

function stated(values: readonly (string | null)[]): Answer | null {
    const said = values.filter((value): value is string => value !== null && value !== '');
    return said.length > 0 ? { values: said, source: 'stated' } : null;
}

/**
 * Who is accountable: the owner of the zone or of one around it, else that of the system, as `zone-without-owner` has
 * it.
 */
function accountable({ lookup, model }: ReportInput, subject: Subject): Answer {
    const kind = subject.kind === 'zone' ? lookup.kindOf(subject.id) : null;
    const isOfSystem = subject.kind === 'zone' && kind !== 'enterprise' && kind !== 'external';
    const ofSystem = isOfSystem ? (model.system?.owner ?? '') : '';
    return (
        stated([lookup.ownerOf(subject.id)]) ??
        derived(ofSystem === '' ? [] : [`${ofSystem}, the owner of the system`]) ??
        missing
    );
}

function derived(values: readonly string[]): Answer | null {
    return values.length > 0 ? { values, source: 'derived' } : null;
}

const missing: Answer = { values: [], source: 'missing' };

function texts(notes: readonly Text[]): readonly string[] {
    return notes.map(note => note.text);
}

/** What is said of a zone or of the zones around it, nearest first; of a conduit alone. */
function noted(lookup: Lookup, subject: Subject, pick: (of: Subject) => readonly Text[]): readonly string[] {
    const around: readonly Subject[] = subject.kind === 'zone' ? lookup.chain(subject.id) : [subject];
    const speaking = around.find(each => pick(each).length > 0);
    return speaking ? texts(pick(speaking)) : [];
}

/** Both what is written and what the model shows, the written words first. */
function both(first: Answer | null, second: Answer | null): Answer {
    if (!first) return second ?? missing;
    return second ? { values: [...first.values, ...second.values], source: 'stated' } : first;
}

function conduitsOf(lookup: Lookup, subject: Subject): readonly Conduit[] {
    return subject.kind === 'conduit' ? [subject] : lookup.conduitsOf(subject.id);
}

function safety(lookup: Lookup, subject: Subject): Answer {
    const zones = subject.kind === 'zone' ? [subject.id] : subject.between.map(end => end.id);
    const safe = zones.filter(zone => lookup.kindOf(zone) === 'safety');
    if (subject.kind === 'conduit') {
        return {
            values: [
                safe.length > 0 ? `connects the safety related ${safe.join(', ')}` : 'connects no safety related zone',
            ],
            source: 'derived',
        };
    }
    if (safe.length > 0) return { values: ['safety related (zone kind safety)'], source: 'stated' };
    const controllers = lookup
        .assetsWithin(subject.id)
        .filter(asset => lookup.isA(asset, 'safety-controller'))
        .map(asset => asset.id);
    if (controllers.length > 0)
        return { values: [`contains safety controllers: ${controllers.join(', ')}`], source: 'derived' };
    return { values: ['not designated as safety related'], source: 'derived' };
}

/** What in the model says where it ends on the network: its prefixes, and the devices at its boundary. */
function networkBoundary(lookup: Lookup, subject: Subject): Answer | null {
    const networks = subject.kind === 'zone' ? subject.networks.map(each => `network ${each.text}`) : [];
    const devices = Map.groupBy(
        conduitsOf(lookup, subject).flatMap(conduit =>
            conduit.via.map(device => ({ device: device.id, at: conduit.id })),
        ),
        each => each.device,
    );
    const lines = [...devices].map(([device, places]) =>
        subject.kind === 'zone' ? `${device} at ${places.map(each => each.at).join(', ')}` : device,
    );
    return derived([...networks, ...lines]);
}

/** Where it stands: a boundary on site as far as nobody describes a nearer one. */
function siteBoundary(lookup: Lookup, subject: Subject): Answer | null {
    const boundary = stated(noted(lookup, subject, each => each.notes.physicalBoundary));
    return boundary ?? derived(noted(lookup, subject, each => each.notes.location).map(text => `location: ${text}`));
}

/** True for a zone beyond the system under consideration, of which nothing is asked. */
function isOutside(lookup: Lookup, subject: Subject, assessed: SubjectAssessment): boolean {
    const kind = subject.kind === 'zone' ? lookup.kindOf(subject.id) : null;
    return (kind === 'enterprise' || kind === 'external') && isSilent(assessed.slT);
}

const outside: Answer = { values: ['none: the zone is outside of the system under consideration'], source: 'derived' };

/** The conduits that a zone carries: what passes there begins and ends elsewhere. */
function carriedBy(lookup: Lookup, subject: Subject): readonly Conduit[] {
    return lookup.model.conduits.filter(({ over }) => over.some(({ id }) => id === subject.id));
}

function accessPoints(lookup: Lookup, subject: Subject): Answer | null {
    const point = (conduit: Conduit): string => {
        const devices = conduit.via.map(device => device.id);
        return `${conduit.id}: ${devices.length > 0 ? `through ${devices.join(', ')}` : 'no boundary device'}`;
    };
    return derived([
        ...conduitsOf(lookup, subject).map(point),
        ...carriedBy(lookup, subject).map(conduit => `carries ${point(conduit)}`),
    ]);
}

function flowLine(flow: Flow): string {
    const protocols = flow.protocols.map(protocol => protocol.id).join(', ');
    const ports = writeAllPorts(flow.ports);
    const parts = [protocols === '' ? 'protocol not stated' : protocols, ports, flow.access].filter(
        part => part !== null && part !== '',
    );
    return `${flow.from.id} ${flow.arrow} ${flow.to.id} (${parts.join('; ')})${flow.purpose ? ` ${flow.purpose}` : ''}`;
}

function dataFlows(lookup: Lookup, subject: Subject): Answer | null {
    if (subject.kind === 'conduit') return derived(lookup.flowsIn(subject.id).map(flowLine));
    const lines = lookup.conduitsOf(subject.id).flatMap(conduit => {
        const touching = lookup.flowsIn(conduit.id).filter(flow =>
            [flow.from.id, flow.to.id].some(end => {
                const zone = lookup.zoneOf(end)?.id;
                return zone !== undefined && lookup.within(zone, subject.id);
            }),
        );
        return touching.map(flow => `${conduit.id}: ${flowLine(flow)}`);
    });
    const carried = carriedBy(lookup, subject).flatMap(conduit =>
        lookup.flowsIn(conduit.id).map(flow => `carries ${conduit.id}: ${flowLine(flow)}`),
    );
    return derived([...lines, ...carried, ...lookup.flowsIn(subject.id).map(flow => `inside: ${flowLine(flow)}`)]);
}

function connected(lookup: Lookup, subject: Subject): Answer | null {
    if (subject.kind === 'conduit') {
        const over = subject.over.map(zone => zone.id);
        return derived([
            ...subject.between.map(end => end.id),
            ...(over.length > 0 ? [`carried over ${over.join(', ')}`] : []),
        ]);
    }
    const ends = (conduit: Conduit): string =>
        conduit.between
            .map(end => end.id)
            .filter(id => id !== subject.id)
            .join(', ');
    return derived([
        ...lookup.conduitsOf(subject.id).map(conduit => `${conduit.id} to ${ends(conduit)}`),
        ...carriedBy(lookup, subject).map(conduit => `carries ${conduit.id} between ${ends(conduit)}`),
    ]);
}

function assetLine(lookup: Lookup, asset: Asset): string {
    const type = asset.type ? (lookup.type(asset.type.id)?.title ?? asset.type.id) : 'type not stated';
    const worth = [asset.criticality ? `${asset.criticality} criticality` : 'criticality not stated', ...asset.traits];
    return `${asset.id}${asset.title ? ` (${asset.title})` : ''}: ${type}; ${worth.join(', ')}`;
}

function target(assessed: SubjectAssessment, subject: Subject): Answer | null {
    if (isSilent(assessed.slT)) return null;
    const source = targetSource(assessed.slTSource).replace(
        'derived',
        'derived from the zones that it connects and in which its flows end',
    );
    const because = subject.slT?.because;
    return {
        values: [`${writeVector(assessed.slT)}${source && ` (${source})`}${because ? `, because ${because}` : ''}`],
        source: source === '' ? 'stated' : 'derived',
    };
}

function requirements(assessed: SubjectAssessment): Answer | null {
    const required = assessed.requirements.filter(each => each.required).length;
    return required === 0
        ? null
        : {
              values: [`${required} of 100 requirements of IEC 62443-3-3, listed in the statement of applicability`],
              source: 'derived',
          };
}

function assumptions(lookup: Lookup, subject: Subject): Answer {
    const outside = lookup
        .assetsIn(subject.id)
        .flatMap(asset =>
            asset.needs
                .filter(need => lookup.asset(need.id)?.container !== subject.id)
                .map(need => `${asset.id} needs ${need.id}`),
        );
    return both(stated(noted(lookup, subject, each => each.notes.assumption)), derived(outside));
}

/** Items a to n of ZCR 6.4 for one zone or conduit. */
export function characteristicsOf(
    input: ReportInput,
    subject: Subject,
    assessed: SubjectAssessment,
): readonly CharacteristicRow[] {
    const { lookup } = input;
    const unasked = isOutside(lookup, subject, assessed) ? outside : missing;
    const answers: Readonly<Record<string, Answer>> = {
        identifier: {
            values: [subject.title && subject.title !== subject.id ? `${subject.id}, ${subject.title}` : subject.id],
            source: 'stated',
        },
        'accountable-organization': accountable(input, subject),
        'logical-boundary': both(
            stated(noted(lookup, subject, each => each.notes.logicalBoundary)),
            networkBoundary(lookup, subject),
        ),
        'physical-boundary': siteBoundary(lookup, subject) ?? missing,
        'safety-designation': safety(lookup, subject),
        'logical-access-points': both(
            stated(noted(lookup, subject, each => each.notes.logicalAccess)),
            accessPoints(lookup, subject),
        ),
        'physical-access-points': stated(noted(lookup, subject, each => each.notes.physicalAccess)) ?? missing,
        'data-flows': dataFlows(lookup, subject) ?? missing,
        'connected-zones-or-conduits': connected(lookup, subject) ?? missing,
        assets: derived(lookup.assetsIn(subject.id).map(asset => assetLine(lookup, asset))) ?? missing,
        'sl-t': target(assessed, subject) ?? unasked,
        'applicable-security-requirements': requirements(assessed) ?? unasked,
        'applicable-security-policies':
            stated([
                ...noted(lookup, subject, each => each.notes.policy),
                ...(input.model.system?.notes.policy ?? []).map(note => note.text),
            ]) ?? missing,
        'assumptions-and-external-dependencies': assumptions(lookup, subject),
    };
    return characteristics.map(each => ({ item: each.item, name: each.name, ...(answers[each.key] ?? missing) }));
}

/** Everything that is printed of one zone or conduit. */
export function subjectPart(input: ReportInput, subject: Subject): SubjectPart | null {
    const assessed = input.assessment.of(subject.id);
    if (!assessed) return null;
    const { slT, slTSource, slC, slCLimit, slA, slAClaimed, gap, limits } = assessed;
    return {
        kind: subject.kind,
        id: subject.id,
        title: subject.title,
        description: subject.description ?? subject.doc,
        parent: subject.kind === 'zone' ? subject.parent : null,
        zoneKind: subject.kind === 'zone' ? input.lookup.kindOf(subject.id) : null,
        purdue: subject.kind === 'zone' ? input.lookup.purdueOf(subject.id) : null,
        traits: subject.kind === 'zone' ? [...input.lookup.traitsOf(subject.id)] : subject.traits,
        characteristics: characteristicsOf(input, subject, assessed),
        levels: {
            slT,
            slTSource,
            slTBecause: subject.slT?.because ?? null,
            slC,
            slCLimit,
            slA,
            slAClaimed,
            contradicted: restingOnContradicted(assessed, contradictedAt(input.assessment, assessed)),
            gapKinds: gapKindsOf(assessed),
            gap,
            limits,
        },
    };
}
