import type { Asset, Duty, Lookup, Party } from '../../model/index.ts';
import { duties, responsibleFor } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import type { CertificateRow, PartAssessment } from './data.ts';
import type { LifeCycleInput } from './part.ts';
import { assessPart, certificateRows, isResponsible } from './part.ts';

/** An asset for which a party does something. */
export interface PartyAsset {
    readonly id: string;
    readonly duties: readonly Duty[];
    readonly essential: boolean;
    /** `V3.0 approved`. */
    readonly patches: readonly string[];
    /** When work may be done on it: its own windows, and those of the zones around. */
    readonly windows: readonly string[];
}

/** What one party has to do with a plant: a document of its own. */
export interface PartyDuties {
    readonly id: string;
    readonly title: string | null;
    readonly description: string | null;
    readonly roles: readonly string[];
    readonly certificates: readonly CertificateRow[];
    /** By duty the zones, conduits, assets and types that name it. */
    readonly does: readonly { readonly duty: Duty | 'monitors'; readonly elements: readonly string[] }[];
    /** All assets for which it does something, what is said around them included. */
    readonly assets: readonly PartyAsset[];
    /** Remote and other sessions that begin in what it operates. */
    readonly flows: readonly {
        readonly id: string;
        readonly until: string | null;
        readonly approvedBy: string | null;
    }[];
    /** What it states of 2-4 and 4-1: parts with this party as the one holder. */
    readonly parts: readonly PartAssessment[];
    readonly findings: readonly Finding[];
}

function names(lookup: Lookup, party: string): PartyDuties['does'] {
    const { model } = lookup;
    const said = duties.map(duty => ({
        duty,
        elements: [...model.zones, ...model.conduits, ...model.assets, ...model.types]
            .filter(each =>
                ((each as Partial<Record<Duty, readonly { id: string }[]>>)[duty] ?? []).some(p => p.id === party),
            )
            .map(({ id }) => id),
    }));
    const monitors = model.conduits.filter(each => each.monitoringParty?.id === party).map(({ id }) => id);
    return [...said, { duty: 'monitors' as const, elements: monitors }].filter(({ elements }) => elements.length > 0);
}

/** The duties of a party, with what it states and what is found where it works. */
export function partyDuties(input: LifeCycleInput, party: Party): PartyDuties {
    const { lookup, findings, today } = input;
    const { model } = lookup;
    const operates = (id: string): boolean => {
        const element = lookup.element(id);
        return element !== undefined && isParty(responsibleFor(lookup, element, 'operatedBy')?.parties, party);
    };
    return {
        id: party.id,
        title: party.title,
        description: party.description,
        roles: party.roles,
        certificates: certificateRows(party.certificates, today),
        does: names(lookup, party.id),
        assets: model.assets.flatMap(asset => {
            const own = duties.filter(duty => isParty(responsibleFor(lookup, asset, duty)?.parties, party));
            return own.length === 0
                ? []
                : [
                      {
                          id: asset.id,
                          duties: own,
                          essential: asset.traits.includes('essential'),
                          ...workOn(lookup, asset),
                      },
                  ];
        }),
        flows: model.flows
            .filter(({ from, arrow, to }) => operates(from.id) || (arrow !== '->' && operates(to.id)))
            .map(({ id, until, approvedBy }) => ({ id, until: until?.date ?? null, approvedBy })),
        parts: (['2-4', '4-1'] as const).flatMap(part => {
            const assessment = assessPart(input, part);
            const holders = assessment.holders.filter(({ id }) => id === party.id);
            return holders.length === 0 ? [] : [{ ...assessment, holders }];
        }),
        findings: findings.filter(
            ({ parts, accepted }) =>
                accepted === null &&
                parts.some(
                    ({ subject }) =>
                        isResponsible(lookup, party.id, subject) || (subject !== null && operates(subject)),
                ),
        ),
    };
}

/** The patches of an asset and the windows in which work is possible. */
function workOn(lookup: Lookup, asset: Asset): Pick<PartyAsset, 'patches' | 'windows'> {
    return {
        patches: asset.patches.map(({ version, state, on }) => `${version} ${state}${on ? ` on ${on.date}` : ''}`),
        windows: [asset, ...lookup.chain(asset.container)].flatMap(({ windows }) =>
            windows.map(({ title, from, to }) => `${title}, ${from.date} to ${to.date}`),
        ),
    };
}

function isParty(parties: readonly { readonly id: string }[] | undefined, { id }: Party): boolean {
    return parties?.some(each => each.id === id) === true;
}
