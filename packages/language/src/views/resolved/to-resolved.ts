import type { Assessment } from '../../assessment/index.ts';
import { addressBook, capabilityOfAsset, gapKindsOf } from '../../assessment/index.ts';
import type {
    Asset,
    Conduit,
    Duty,
    Element,
    Flow,
    Lookup,
    Mention,
    Model,
    Origin,
    Place,
    Ports,
    Zone,
} from '../../model/index.ts';
import { monitorOf, nameOf, responsibleFor } from '../../model/index.ts';
import { contradictedAt, restingOnContradicted } from '../../rules/ask/contradicted.ts';
import { sideOf } from '../../rules/ask/sides.ts';
import { boundariesOf } from './boundaries.ts';
import type {
    Placed,
    ResolvedAsset,
    ResolvedConduit,
    ResolvedDuties,
    ResolvedFlow,
    ResolvedLevels,
    ResolvedModel,
    ResolvedPorts,
    ResolvedZone,
} from './data.ts';

/** What is resolved, and how its places are printed. */
export interface ResolvedInput {
    readonly model: Model;
    readonly lookup: Lookup;
    readonly assessment: Assessment;
    /** The day on which flows are judged as expired. */
    readonly today: string;
    /** The root file as it is printed. */
    readonly file: string;
    /** How many places of the text were not understood. */
    readonly notUnderstood: number;
    readonly where: (at: Place) => Placed;
}

const ids = (mentions: readonly Pick<Mention, 'id'>[]): readonly string[] => mentions.map(mention => mention.id);

const silent = [null, null, null, null, null, null, null] as const;

class Resolver {
    readonly #input: ResolvedInput;
    readonly #lookup: Lookup;

    constructor(input: ResolvedInput) {
        this.#input = input;
        this.#lookup = input.lookup;
    }

    place({ origin }: { readonly origin: Origin }): Placed {
        return this.#input.where(nameOf(origin));
    }

    #levels(id: string): ResolvedLevels {
        const assessed = this.#input.assessment.of(id);
        return {
            slT: assessed?.slT ?? silent,
            slTSource: assessed?.slTSource ?? silent,
            slC: assessed?.slC ?? silent,
            slA: assessed?.slA ?? [0, 0, 0, 0, 0, 0, 0],
            gap: assessed?.gap ?? silent,
            gapKinds: assessed ? gapKindsOf(assessed) : silent,
            contradicted: assessed
                ? restingOnContradicted(assessed, contradictedAt(this.#input.assessment, assessed))
                : silent.map(() => []),
        };
    }

    #duties(element: Element): ResolvedDuties {
        const of = (duty: Duty): readonly string[] => ids(responsibleFor(this.#lookup, element, duty)?.parties ?? []);
        return {
            operatedBy: of('operatedBy'),
            integratedBy: of('integratedBy'),
            maintainedBy: of('maintainedBy'),
            suppliedBy: of('suppliedBy'),
        };
    }

    zone(zone: Zone): ResolvedZone {
        const lookup = this.#lookup;
        const { id } = zone;
        return {
            id,
            title: zone.title,
            parent: zone.parent,
            kind: lookup.kindOf(id),
            purdue: lookup.purdueOf(id),
            traits: [...lookup.traitsOf(id)],
            owner: lookup.ownerOf(id),
            side: sideOf(lookup, id),
            networks: zone.networks.map(network => network.text),
            assets: lookup.assetsIn(id).map(asset => asset.id),
            conduits: lookup.conduitsOf(id).map(conduit => conduit.id),
            applies: [...new Set(lookup.chain(id).flatMap(each => ids(each.applies)))],
            ...this.#levels(id),
            ...this.#duties(zone),
            ...this.place(zone),
        };
    }

    conduit(conduit: Conduit): ResolvedConduit {
        const { id, oneWay } = conduit;
        return {
            id,
            title: conduit.title,
            between: ids(conduit.between),
            via: ids(conduit.via),
            over: ids(conduit.over),
            oneWay: oneWay && { from: oneWay.from.id, to: oneWay.to.id },
            traits: conduit.traits,
            owner: conduit.owner,
            monitoredBy: monitorOf(conduit),
            assets: this.#lookup.assetsIn(id).map(asset => asset.id),
            flows: this.#lookup.flowsIn(id).map(flow => flow.id),
            applies: ids(conduit.applies),
            ...this.#levels(id),
            ...this.#duties(conduit),
            ...this.place(conduit),
        };
    }

    asset(asset: Asset): ResolvedAsset {
        const lookup = this.#lookup;
        const types = lookup.typesOf(asset);
        const inConduit = lookup.conduit(asset.container) !== undefined;
        return {
            id: asset.id,
            title: asset.title,
            zone: inConduit ? null : asset.container,
            conduit: inConduit ? asset.container : null,
            owner: lookup.ownerOf(asset.id),
            types: types.map(type => type.id),
            addresses: addressBook(lookup)
                .legsOf(asset.id)
                .map(({ address, zone }) => ({ address: address.text, zone: zone?.id ?? null })),
            dhcp: asset.dhcp,
            macs: asset.macs.map(mac => mac.text),
            vendor: asset.vendor ?? types.find(type => type.vendor)?.vendor ?? null,
            product: asset.product ?? types.find(type => type.product)?.product ?? null,
            version: asset.version ?? types.find(type => type.version)?.version ?? null,
            criticality: asset.criticality,
            traits: asset.traits,
            serves: ids(asset.serves),
            needs: ids(asset.needs),
            needsOneOf: asset.needsOneOf.map(({ any }) => ids(any)),
            slC: capabilityOfAsset(this.#lookup, asset),
            applies: ids(asset.applies),
            ...this.#duties(asset),
            ...this.place(asset),
        };
    }

    flow(flow: Flow): ResolvedFlow {
        const lookup = this.#lookup;
        const { from, to, crosses, conduit } = this.#input.assessment.crossings.get(flow)!;
        const own = portsOf(flow.ports);
        const ofProtocols = portsOf(flow.protocols.flatMap(each => lookup.protocol(each.id)?.ports ?? []));
        return {
            id: flow.id,
            from: flow.from.id,
            arrow: flow.arrow,
            to: flow.to.id,
            fromZones: from,
            toZones: to,
            crosses,
            ...boundariesOf(lookup, flow, crosses),
            conduit: conduit?.id ?? null,
            via: conduit ? ids(conduit.via) : [],
            protocols: ids(flow.protocols),
            ports: own.length > 0 ? own : ofProtocols,
            portsFrom: own.length > 0 ? 'flow' : ofProtocols.length > 0 ? 'protocols' : null,
            purpose: flow.purpose,
            carries: flow.carries,
            access: flow.access,
            secured: flow.secured?.protections ?? [],
            securedBy: flow.secured ? ids(flow.secured.by) : [],
            approvedBy: flow.approvedBy,
            until: flow.until?.date ?? null,
            expired: flow.untilUnread ? null : flow.until !== null && flow.until.date < this.#input.today,
            proposed: flow.proposed !== null,
            ...this.place(flow),
        };
    }
}

function portsOf(ports: readonly Ports[]): readonly ResolvedPorts[] {
    return ports.flatMap(({ transport, ranges }) => ranges.map(({ from, to }) => ({ transport, from, to })));
}

/** A model with what follows from it filled in. */
export function resolvedModel(input: ResolvedInput): ResolvedModel {
    const { model, file, notUnderstood } = input;
    const resolver = new Resolver(input);
    const used = new Set(model.flows.flatMap(flow => ids(flow.protocols)));
    return {
        system: model.system?.id ?? null,
        file,
        notUnderstood,
        title: model.system?.title ?? null,
        owner: model.system?.owner ?? null,
        zones: model.zones.map(zone => resolver.zone(zone)),
        conduits: model.conduits.map(conduit => resolver.conduit(conduit)),
        assets: model.assets.map(asset => resolver.asset(asset)),
        flows: model.flows.map(flow => resolver.flow(flow)),
        protocols: model.protocols
            .filter(protocol => used.has(protocol.id))
            .map(({ id, title, ports, provides, traits }) => ({ id, title, ports: portsOf(ports), provides, traits })),
        countermeasures: model.countermeasures.map(countermeasure => ({
            id: countermeasure.id,
            title: countermeasure.title,
            status: countermeasure.status,
            due: countermeasure.due?.date ?? null,
            owner: countermeasure.owner,
            cost: countermeasure.cost,
            meets: countermeasure.meets.map(each =>
                each.kind === 'requirement' ? each.id : `FR ${each.fr + 1} SL ${each.level}`,
            ),
            ...resolver.place(countermeasure),
        })),
        threats: model.threats.map(threat => ({
            id: threat.id,
            title: threat.title,
            from: ids(threat.from),
            against: ids(threat.against),
            likelihood: threat.likelihood,
            consequence: threat.consequence,
            mitigations: threat.mitigations.map(({ by, toLikelihood, toConsequence }) => ({
                by: ids(by),
                toLikelihood,
                toConsequence,
            })),
            ...resolver.place(threat),
        })),
        parties: model.parties.map(party => ({
            id: party.id,
            title: party.title,
            roles: party.roles,
            states: party.statements.map(({ verb, requirements }) => ({ verb, requirements: ids(requirements) })),
            ...resolver.place(party),
        })),
        functions: model.functions.map(each => ({
            id: each.id,
            title: each.title,
            owner: each.owner,
            essential: each.traits.includes('essential'),
            needs: ids(each.needs),
            needsOneOf: each.needsOneOf.map(({ any }) => ids(any)),
            ...resolver.place(each),
        })),
    };
}
