import { capabilityOfAsset, gapKindOf } from '../assessment/index.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import type { Asset, Conduit, Zone } from '../model/index.ts';
import { addressTexts, counted, writeVector } from '../model/index.ts';
import type { LiveAnalysis } from '../project/live/index.ts';
import { contradictedAt, restingOnContradicted } from '../rules/index.ts';
import { furtherFacts } from './hover-facts.ts';
import { head, some } from './hover-head.ts';
import { code, paragraphs, plain, table } from './markdown.ts';

/** Of what is planned for a later day, or retired by then. */
export function absentText(
    kind: 'zone' | 'conduit' | 'asset',
    id: string,
    { whole, assessment }: LiveAnalysis,
): string {
    const found = [...whole.zones, ...whole.conduits, ...whole.assets].find(each => each.id === id);
    if (!found) return '';
    const facts =
        found.kind === 'zone'
            ? furtherFacts('zone', found)
            : found.kind === 'conduit'
              ? furtherFacts('conduit', found)
              : furtherFacts('asset', found);
    return paragraphs(head(kind, found), `Not there on ${assessment.today}.`, facts);
}

function levelsTable(assessment: LiveAnalysis['assessment'], id: string): string {
    const subject = assessment.of(id);
    if (!subject) return '';
    const row = (
        name: string,
        levels: readonly (number | null)[],
        notes: readonly (string | null)[] = [],
    ): string[] => [name, ...levels.map((level, fr) => `${level ?? '–'}${notes[fr] ?? ''}`)];
    const origin = subject.slTSource.find(source => source === 'inherited' || source === 'derived') as
        | 'inherited'
        | 'derived'
        | undefined;
    const contradicted = restingOnContradicted(subject, contradictedAt(assessment, subject)).flat();
    const isOpen = subject.gap.some((_gap, fr) => gapKindOf(subject, fr) === 'not-assessed');
    const note = {
        inherited: 'SL-T is inherited from the zone around it.',
        derived: 'SL-T is derived from the zones that it connects, and in which its flows end.',
    };
    return paragraphs(
        table(
            ['', ...frAbbreviations],
            [
                row('SL-T', subject.slT),
                row('SL-C', subject.slC),
                row('SL-A', subject.slA),
                ...(subject.slAClaimed.some(level => level !== null)
                    ? [row('SL-A as assessed by hand', subject.slAClaimed)]
                    : []),
                row(
                    'gap',
                    subject.gap,
                    subject.gap.map((_gap, fr) => (gapKindOf(subject, fr) === 'short' ? ' ⚠' : null)),
                ),
            ],
        ),
        isOpen && 'A gap without ⚠ is not known: it is not stated whether its requirements are met.',
        contradicted.length > 0 &&
            `SL-A counts what is stated of ${contradicted.join(', ')}, and the model contradicts it.`,
        origin && note[origin],
    );
}

/** What a hover says of a zone, with its levels. */
export function zoneText(zone: Zone, { lookup, assessment }: LiveAnalysis): string {
    const facts = [
        lookup.kindOf(zone.id),
        lookup.purdueOf(zone.id) && `Purdue ${lookup.purdueOf(zone.id)}`,
        ...lookup.traitsOf(zone.id),
    ].filter(Boolean);
    const owner = lookup.ownerOf(zone.id);
    return paragraphs(
        head('zone', zone),
        [...facts, counted(lookup.assetsWithin(zone.id).length, 'asset'), owner && `owner ${plain(owner)}`]
            .filter(Boolean)
            .join(' · '),
        levelsTable(assessment, zone.id),
        furtherFacts('zone', zone),
    );
}

/** What a hover says of a conduit, with its levels. */
export function conduitText(conduit: Conduit, { lookup, assessment }: LiveAnalysis): string {
    const flows = lookup.flowsIn(conduit.id).length;
    return paragraphs(
        head('conduit', conduit),
        `between ${conduit.between.map(end => code(end.id)).join(' and ')} · ${flows} ` +
            `${flows === 1 ? 'flow' : 'flows'}` +
            (conduit.via.length > 0
                ? ` · via ${conduit.via.map(device => code(device.id)).join(', ')}`
                : ' · no boundary device'),
        levelsTable(assessment, conduit.id),
        furtherFacts('conduit', conduit),
    );
}

/** What a hover says of an asset: what it is, and what reaches it and is reached by it. */
export function assetText(asset: Asset, { lookup, assessment: { reach } }: LiveAnalysis): string {
    const chain = lookup.typesOf(asset);
    const without = (ids: ReadonlySet<string>): string[] => [...ids].filter(id => id !== asset.id);
    const reaching = without(reach.reaching([asset.id]));
    const reached = without(reach.reachableFrom([asset.id]));
    const capability = capabilityOfAsset(lookup, asset);
    const product = [asset.vendor, asset.product, asset.version]
        .filter(text => text !== null)
        .map(plain)
        .join(' ');
    return paragraphs(
        head(`asset in ${code(asset.container)}`, asset),
        [
            chain
                .map(type => plain(type.title ?? type.id))
                .slice(0, 2)
                .join(', a kind of ') || 'no type',
            product,
            asset.criticality && `criticality ${asset.criticality}`,
            ...asset.traits,
        ]
            .filter(Boolean)
            .join(' · '),
        addressTexts(asset).length > 0 && `Addresses: ${addressTexts(asset).map(code).join(', ')}`,
        `SL-C: ${capability.some(level => level !== null) ? writeVector(capability) : 'not said'}`,
        reaching.length > 0
            ? `Reached by ${reaching.length}: ${some(reaching)}`
            : 'Reached by no other asset over the declared flows.',
        reached.length > 0
            ? `Reaches ${reached.length}: ${some(reached)}`
            : 'Reaches no other asset over the declared flows.',
        furtherFacts('asset', asset),
    );
}
