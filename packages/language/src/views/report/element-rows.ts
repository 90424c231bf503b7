import { capabilityOfAsset, Day } from '../../assessment/index.ts';
import type { Lookup, Notes } from '../../model/index.ts';
import { addressTexts, writeAllPorts } from '../../model/index.ts';
import type { AccessPoint, AssetRow, FlowRow, MeasureRow, NoteRow, RequirementRow } from './data.ts';
import type { ReportInput } from './input.ts';

function isOutside(lookup: Lookup, zone: string): boolean {
    const kind = lookup.kindOf(zone);
    return kind === 'external' || kind === 'enterprise' || lookup.traitsOf(zone).has('untrusted');
}

/**
 * Conduits that join the plant with what is outside of it, or that a network outside of it carries, for the description
 * of the system (ZCR 6.1).
 */
export function accessPoints({ model, lookup }: ReportInput): readonly AccessPoint[] {
    return model.conduits.flatMap(conduit => {
        const ends = conduit.between.map(end => end.id);
        const outside = ends.filter(end => isOutside(lookup, end));
        const inside = ends.filter(end => !isOutside(lookup, end));
        const over = conduit.over.map(zone => zone.id).filter(zone => isOutside(lookup, zone));
        if (outside.length + over.length === 0 || inside.length === 0) return [];
        return [{ conduit: conduit.id, outside, over, inside, devices: conduit.via.map(device => device.id) }];
    });
}

/** A row an asset, with what its type says where the asset says nothing. */
export function assetRows({ model, lookup }: ReportInput): readonly AssetRow[] {
    return model.assets.map(asset => ({
        id: asset.id,
        title: asset.title,
        container: asset.container,
        type: asset.type?.id ?? null,
        componentType: lookup.componentTypeOf(asset),
        addresses: addressTexts(asset),
        vendor: asset.vendor ?? lookup.typesOf(asset).find(type => type.vendor)?.vendor ?? null,
        product: asset.product ?? lookup.typesOf(asset).find(type => type.product)?.product ?? null,
        version: asset.version ?? lookup.typesOf(asset).find(type => type.version)?.version ?? null,
        location: asset.notes.location.map(text => text.text).join('; ') || null,
        criticality: asset.criticality,
        traits: asset.traits,
        slC: capabilityOfAsset(lookup, asset),
        needs: asset.needs.map(need => need.id),
        serves: asset.serves.map(zone => zone.id),
    }));
}

/** A row a flow. */
export function flowRows({ model, lookup, today }: ReportInput): readonly FlowRow[] {
    return model.flows.map(flow => ({
        id: flow.id,
        container: flow.container,
        from: flow.from.id,
        arrow: flow.arrow,
        to: flow.to.id,
        protocols: flow.protocols.map(protocol => protocol.id),
        ports: writeAllPorts(flow.ports),
        purpose: flow.purpose,
        proposed: flow.proposed !== null,
        access: flow.access,
        secured: flow.secured?.protections ?? [],
        securedBy: flow.secured?.by.map(mention => mention.id) ?? [],
        carries: flow.carries,
        approvedBy: flow.approvedBy,
        until: flow.until?.date ?? null,
        expired: flow.untilUnread ? null : flow.until !== null && flow.until.date < today,
        crosses: lookup.zoneOf(flow.from.id)?.id !== lookup.zoneOf(flow.to.id)?.id,
    }));
}

/**
 * A row a countermeasure, with where it works.
 * @param rows the requirements of all zones and conduits, by which it is known what it meets
 */
export function countermeasureRows(
    { model, lookup, today }: ReportInput,
    rows: readonly RequirementRow[],
): readonly MeasureRow[] {
    const day = new Day(lookup, today);
    return model.countermeasures.map(countermeasure => {
        const named = (mentions: readonly { readonly id: string }[]): boolean =>
            mentions.some(mention => mention.id === countermeasure.id);
        const due = countermeasure.due?.date ?? null;
        const subjects = [...model.zones, ...model.conduits, ...model.assets]
            .filter(each => named(each.applies) || each.statements.some(statement => named(statement.by)))
            .map(each => each.id);
        const flows = model.flows.flatMap(flow =>
            flow.secured && flow.container !== null && named(flow.secured.by) ? [flow.container] : [],
        );
        return {
            id: countermeasure.id,
            title: countermeasure.title,
            description: countermeasure.description ?? countermeasure.doc,
            status: countermeasure.status,
            owner: countermeasure.owner,
            due,
            overdue: countermeasure.status === 'planned' && due !== null && due < today,
            cost: countermeasure.cost,
            evidence: countermeasure.evidence.map(each => day.printed(each.text, each.time)),
            requirements: [...new Set(rows.filter(row => row.by.includes(countermeasure.id)).map(row => row.id))],
            worksAt: [...new Set([...subjects, ...flows])],
            threats: model.threats
                .filter(threat => threat.mitigations.some(each => named(each.by)))
                .map(threat => threat.id),
        };
    });
}

/** One kind of notes of the system, then of its elements. */
export function noteRows(
    { model }: ReportInput,
    pick: (notes: Notes) => readonly { readonly text: string }[],
): readonly NoteRow[] {
    const system = (model.system ? pick(model.system.notes) : []).map(note => ({ subject: null, text: note.text }));
    const others = [...model.zones, ...model.conduits, ...model.assets].flatMap(each =>
        pick(each.notes).map(note => ({ subject: each.id, text: note.text })),
    );
    return [...system, ...others];
}
